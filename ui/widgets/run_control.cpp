// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/run_control.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/report/run_facts.h"
#include "ui/models/localized.h"
#include "ui/models/trace_files.h"
#include "ui/widgets/comparison_panel.h"
#include "ui/widgets/error_words.h"
#include "ui/widgets/lesson_panel.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/parameter_panel.h"
#include "ui/widgets/predict_card.h"
#include "ui/widgets/run_titles.h"
#include "ui/widgets/run_words.h"
#include "ui/widgets/runs_panel.h"
#include "ui/widgets/steps_panel.h"
#include "ui/widgets/timeline_view.h"
#include "ui/widgets/vary_dialog.h"
#include "ui/widgets/verdict_card.h"

namespace threadline::widgets {
namespace {

constexpr int kProgressMs = 200;
const char* const kFirstExperiment = "sum-compare";
const QString kQuick = QStringLiteral("quick");

}  // namespace

RunControl::RunControl(const WindowParts& parts, RunPresenter& presenter, const models::Library& library,
                       std::string hostPath, QObject* parent)
    : QObject(parent),
      m_parts(parts),
      m_presenter(presenter),
      m_library(library),
      m_session(std::move(hostPath)),
      m_experiment(m_session) {
  m_progress.setInterval(kProgressMs);
  connect(&m_progress, &QTimer::timeout, this, &RunControl::tellProgress);
  m_parts.runs->setModel(&m_runs);
  connectSessions();
  connectJudge();
}

void RunControl::connectJudge() {
  connect(&m_judge, &models::Judge::runJudged, m_parts.verdict, &VerdictCard::setAdvice);
  connect(&m_judge, &models::Judge::comparisonJudged, this, [this](const models::JudgedComparisonPtr& judged) {
    m_parts.comparison->setComparison(judged, m_plannedRuns);
    m_parts.verdict->setAdvice(judged->advice);
    if (!judged->claims.empty()) m_parts.lesson->setClaims(judged->claims);
    emit compared();
  });
  connect(m_parts.verdict, &VerdictCard::figureActivated, this, &RunControl::showPlace);
  connect(m_parts.comparison, &ComparisonPanel::variantActivated, this, &RunControl::showVariant);
}

void RunControl::connectSessions() {
  connect(&m_session, &models::RunSession::snapshotChanged, this, [this] {
    if (!m_experiment.isLive()) {
      m_presenter.grow(m_session.snapshot());
      return;
    }
    const std::size_t variant = m_experiment.plan()[m_experiment.current()].variant;
    m_presenter.grow(m_session.snapshot(), finishedVariants(),
                     models::localized(m_runningExperiment->variants[variant].label).toStdString());
  });
  connect(&m_session, &models::RunSession::finished, this, &RunControl::finishRun);
  connect(&m_session, &models::RunSession::failed, this,
          [this](const Error& error) { m_parts.notices->show(Severity::kError, ErrorWords::textOf(error)); });
  connect(&m_session, &models::RunSession::stateChanged, this, [this](models::RunSession::State state) {
    if (state == models::RunSession::State::kIdle) {
      m_progress.stop();
      if (m_isRunWanted) {
        m_isRunWanted = false;
        start();
        return;
      }
    } else {
      m_progress.start();
    }
    tellProgress();
    m_parts.predict->setRunning(isLive());
    emit liveChanged(isLive());
  });
  // Queued: the last run's own end is told first, while it still counts as the experiment's.
  connect(&m_experiment, &models::ExperimentSession::finished, this, &RunControl::finishExperiment,
          Qt::QueuedConnection);
  connect(m_parts.predict, &PredictCard::runRequested, this, [this](int guess) {
    m_guess = guess;
    run();
  });
  connect(m_parts.lesson, &LessonPanel::againRequested, this, &RunControl::run);
  connect(m_parts.parameters, &ParameterPanel::runRequested, this, &RunControl::run);
  connect(m_parts.parameters, &ParameterPanel::varyRequested, this, &RunControl::askVary);
  connect(m_parts.notices, &NoticeBar::actionTriggered, this, [this](quint64 notice) {
    if (notice == m_question) runAgain();
    if (notice == m_zoomOffer) zoomToHandOvers();
  });
  connect(m_parts.runs, &RunsPanel::activated, this, &RunControl::show);
  connect(m_parts.runs, &RunsPanel::compareRequested, this, &RunControl::compare);
}

bool RunControl::choose(const QString& id) {
  const std::string wanted = id.toStdString();
  for (const models::LibraryScenario& scenario : m_library.scenarios) {
    if (scenario.scenario->id != wanted) continue;
    choose(scenario);
    return true;
  }
  for (const models::LibraryExperiment& experiment : m_library.experiments) {
    if (experiment.id != wanted) continue;
    m_scenario = {};
    m_chosenExperiment = &experiment;
    m_guess.reset();
    showExperiment(kQuick);
    emit chosenChanged();
    return true;
  }
  return false;
}

void RunControl::choose(const models::LibraryScenario& scenario) {
  m_scenario = scenario;
  m_chosenExperiment = nullptr;
  m_guess.reset();
  m_parts.parameters->setScenario(*scenario.scenario, kQuick);
  m_parts.parameters->setNote(QString());
  retranslate();
  emit chosenChanged();
}

/// An experiment has a lesson and sets of values like a scenario, and no form of its own.
void RunControl::showExperiment(const QString& preset) {
  scenario::Scenario texts;
  texts.id = m_chosenExperiment->id;
  texts.title = m_chosenExperiment->title;
  texts.lesson = m_chosenExperiment->lesson;
  for (const std::string& name : m_chosenExperiment->presets) texts.presets.push_back({name, {}});
  QStringList variants;
  for (const scenario::Variant& variant : m_chosenExperiment->variants) {
    variants += models::localized(variant.label);
  }
  m_parts.parameters->setScenario(texts, preset);
  m_parts.parameters->setNote(tr("Runs one after the other: %1").arg(variants.join(QStringLiteral(", "))));
  m_parts.lesson->setScenario(texts);
  m_parts.steps->setScenario(texts);
  m_parts.predict->setPrediction(m_chosenExperiment->predict);
}

void RunControl::retranslate() {
  if (m_chosenExperiment) {
    showExperiment(m_parts.parameters->preset());
    return;
  }
  if (!m_scenario.scenario) return;
  m_parts.lesson->setScenario(*m_scenario.scenario);
  m_parts.steps->setScenario(*m_scenario.scenario);
  m_parts.predict->setPrediction(m_scenario.scenario->predict);
}

void RunControl::readAgain() {
  const auto found = std::find_if(m_library.scenarios.begin(), m_library.scenarios.end(), [this](const auto& one) {
    return m_scenario.scenario && one.file == m_scenario.file;
  });
  if (found == m_library.scenarios.end()) return;
  m_scenario = *found;
  retranslate();
  emit chosenChanged();
}

QString RunControl::chosenId() const {
  if (m_chosenExperiment) return QString::fromStdString(m_chosenExperiment->id);
  return m_scenario.scenario ? QString::fromStdString(m_scenario.scenario->id) : QString();
}

QString RunControl::chosenTitle() const {
  if (m_chosenExperiment) return models::localized(m_chosenExperiment->title);
  return m_scenario.scenario ? models::localized(m_scenario.scenario->title) : QString();
}

void RunControl::setPreset(const QString& preset) const {
  m_parts.parameters->choosePreset(preset);
}

void RunControl::run() {
  if (isLive()) {
    m_question = m_parts.notices->show(Severity::kWarning, tr("A run is still going on."), tr("Stop it and run again"));
    return;
  }
  start();
}

void RunControl::runAgain() {
  if (!isLive()) {
    start();
    return;
  }
  m_isRunWanted = true;
  stop();
}

void RunControl::stop() {
  if (m_experiment.isLive()) {
    m_experiment.stop();
  } else {
    m_session.stop();
  }
}

void RunControl::start() {
  m_isFirstRun = false;
  if (m_chosenExperiment) {
    startExperiment(*m_chosenExperiment, m_parts.parameters->preset());
    return;
  }
  if (!m_scenario.scenario) return;
  if (!m_parts.parameters->isValid()) {
    m_parts.notices->show(Severity::kWarning, tr("These values make no sense together; the form says why."));
    return;
  }
  models::RunOrder order{m_scenario.scenario, m_scenario.json, m_parts.parameters->preset().toStdString(),
                         m_parts.parameters->values(), m_parts.parameters->timeLimit()};
  m_shownRun.reset();
  m_shownExperiment.reset();
  m_judge.forget();
  m_parts.verdict->clear();
  m_presenter.begin(order);
  m_session.start(order);
}

void RunControl::startExperiment(const models::LibraryExperiment& experiment, const QString& preset) {
  // "document" may go unnamed in the file: they are the experiment's own values.
  const std::string name = preset.toStdString();
  const bool isNamed =
      std::find(experiment.presets.begin(), experiment.presets.end(), name) != experiment.presets.end();
  auto plan = experiment.plan(isNamed ? name : std::string());
  if (!plan || plan.value().empty()) {
    if (!plan) m_parts.notices->show(Severity::kError, ErrorWords::textOf(plan.error()));
    return;
  }
  m_runningExperiment = &experiment;
  m_shownExperiment = ShownExperiment{&experiment, isNamed ? preset : QString()};
  m_shownRun.reset();
  m_judge.forget();
  m_parts.verdict->clear();
  m_presenter.begin(plan.value().front().order);
  std::vector<models::PlannedRun> runs = plan.take();
  for (models::PlannedRun& run : runs) run.order.timeLimit = m_parts.parameters->timeLimit();
  m_experiment.start(std::move(runs));
}

void RunControl::askVary(const std::string& parameter) {
  if (m_chosenExperiment || !m_scenario.scenario || !VaryDialog::canVary(*m_scenario.scenario)) {
    m_parts.notices->show(Severity::kInformation,
                          tr("There is no number to vary here. Choose an example that has one among its values."));
    return;
  }
  auto* dialog = new VaryDialog(m_scenario, m_parts.parameters->values(), parameter, m_parts.parameters->window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &VaryDialog::wanted, this, &RunControl::runSweep);
  dialog->open();
}

void RunControl::runSweep(const models::LibraryExperiment& sweep) {
  if (isLive()) {
    m_parts.notices->show(Severity::kWarning, tr("A run is still going on. Stop it, then vary the value."));
    return;
  }
  m_isFirstRun = false;
  m_sweep = sweep;
  startExperiment(m_sweep, QString());
  m_shownExperiment.reset();
}

const models::LibraryExperiment* RunControl::firstExperiment() const {
  const auto found = std::find_if(m_library.experiments.begin(), m_library.experiments.end(),
                                  [](const auto& experiment) { return experiment.id == kFirstExperiment; });
  return found == m_library.experiments.end() ? nullptr : &*found;
}

std::optional<scenario::Prediction> RunControl::firstQuestion() const {
  const models::LibraryExperiment* first = firstExperiment();
  return first ? first->predict : std::nullopt;
}

void RunControl::runFirst(int guess) {
  const models::LibraryExperiment* found = firstExperiment();
  if (isLive() || !found) return;
  m_isFirstRun = true;
  m_scenario = {};
  m_chosenExperiment = found;
  showExperiment(kQuick);
  m_guess = guess;
  m_parts.predict->setGuess(guess);
  emit chosenChanged();
  startExperiment(*found, kQuick);
}

ShownRun RunControl::variantRun(std::size_t variant, const models::RunRecordPtr& record,
                                const models::RunRecordPtr& first) const {
  const scenario::Variant& about = m_runningExperiment->variants[variant];
  ShownRun out{record, models::localized(about.label).toStdString(), {}};
  if (!first) return out;
  const DurationNs own = report::wallTime(*record->snapshot);
  out.note = timeNote(own, report::wallTime(*first->snapshot), about.document).toStdString();
  return out;
}

std::vector<ShownRun> RunControl::finishedVariants() const {
  std::vector<ShownRun> out;
  const std::size_t current = m_experiment.isLive() ? m_experiment.plan()[m_experiment.current()].variant
                                                    : m_runningExperiment->variants.size();
  for (std::size_t i = 0; i < m_runningExperiment->variants.size(); ++i) {
    const models::RunRecordPtr record = i == current ? nullptr : m_experiment.latest(i);
    if (record) out.push_back(variantRun(i, record, m_experiment.latest(0)));
  }
  return out;
}

void RunControl::finishRun(const models::RunRecordPtr& record, const std::vector<report::ClaimResult>& claims) {
  models::RunItem item;
  item.name = models::localized(record->scenario.title);
  item.record = record;
  item.claims = claims;
  const quint64 id = m_runs.add(std::move(item));
  if (m_runningExperiment) return;
  m_shownRun = id;
  m_paneVariants.clear();
  m_presenter.show({{record, {}, {}}}, claims);
  m_judge.judge(record);
  if (const auto notice = endingNotice(*record)) m_parts.notices->show(notice->severity, notice->text);
  const bool isItsQuestion = chosenId().toStdString() == record->scenario.id;
  if (m_guess && isItsQuestion && record->scenario.predict) {
    m_parts.predict->showAnswer(*m_guess, measuredSentence(claims));
  }
  if (record->ending == model::RunEnding::kReturned) emit done(QString::fromStdString(record->scenario.id));
}

report::Comparison RunControl::measured() const {
  report::Comparison comparison;
  comparison.experiment = m_runningExperiment->id;
  if (m_shownExperiment) comparison.preset = m_shownExperiment->preset.toStdString();
  comparison.variants = m_runningExperiment->variants;
  for (const models::ExperimentRun& run : m_experiment.runs()) {
    comparison.runs.push_back({run.variant, run.repeat, run.record});
  }
  return comparison;
}

void RunControl::finishExperiment(bool isComplete) {
  if (!m_runningExperiment) return;
  report::Comparison comparison = measured();
  const auto summaries = report::summarise(comparison);
  const auto typical = [&](std::size_t variant) {
    const auto& run = summaries[variant].typical;
    return run ? comparison.runs[*run].record : nullptr;
  };
  std::vector<ShownRun> panes;
  m_paneVariants.clear();
  for (const std::size_t variant : report::fastestLast(summaries)) {
    panes.push_back(variantRun(variant, typical(variant), typical(0)));
    m_paneVariants.push_back(variant);
  }
  m_presenter.show(panes.empty() ? finishedVariants() : panes);
  m_plannedRuns = m_experiment.plan().size();
  if (!comparison.runs.empty()) {
    m_judge.judge(m_runningExperiment->title, std::move(comparison), m_runningExperiment->claims);
  }
  if (isComplete) emit done(QString::fromStdString(m_runningExperiment->id));
  if (isComplete) answer();
  if (isComplete && m_isFirstRun) {
    m_zoomOffer = m_parts.notices->show(
        Severity::kInformation, tr("Two threads under one GIL hand it over every 5 ms."), tr("Zoom in on that"));
  }
  m_runningExperiment = nullptr;
  m_parts.predict->setRunning(false);
  emit liveChanged(isLive());
  tellProgress();
}

void RunControl::answer() {
  if (!m_runningExperiment->predict) return;
  // The first few in the order of the file; the table beside has all of them.
  constexpr std::size_t kMostFigures = 3;
  QStringList figures;
  for (std::size_t variant = 0; variant < std::min(kMostFigures, m_runningExperiment->variants.size()); ++variant) {
    const auto pane = std::find(m_paneVariants.begin(), m_paneVariants.end(), variant);
    if (pane == m_paneVariants.end()) continue;
    const ShownRun& run = m_presenter.shown()[static_cast<std::size_t>(pane - m_paneVariants.begin())];
    figures +=
        tr("%1: %2", "variant: its time").arg(QString::fromStdString(run.title), QString::fromStdString(run.note));
  }
  m_parts.predict->showAnswer(m_guess.value_or(-1), figures.join(QLatin1Char('\n')));
}

void RunControl::zoomToHandOvers() {
  constexpr std::size_t kThreads = 1;        // the variant
  constexpr DurationNs kLength{60'000'000};  // a dozen hand-overs
  const auto& shown = m_presenter.shown();
  const auto pane = std::find(m_paneVariants.begin(), m_paneVariants.end(), kThreads);
  const auto index = static_cast<std::size_t>(pane - m_paneVariants.begin());
  if (index >= shown.size()) return;
  const TimeNs middle{report::wallTime(*shown[index].record->snapshot).ns / 2};
  m_parts.timeline->glideTo({middle, middle + kLength});
}

void RunControl::tellProgress() {
  if (!isLive()) {
    emit progressChanged(QString(), 0);
    return;
  }
  if (m_experiment.isLive()) {
    const std::size_t total = m_experiment.plan().size();
    const std::size_t now = m_experiment.current();
    const QString variant = models::localized(m_runningExperiment->variants[m_experiment.plan()[now].variant].label);
    emit progressChanged(experimentProgress(now + 1, total, variant, m_session.elapsed(), m_experiment.timeLeft()),
                         static_cast<double>(now) / static_cast<double>(total));
    return;
  }
  const auto events = m_session.snapshot() ? m_session.snapshot()->totals().eventsRecorded : 0;
  const auto limit = m_session.order().timeLimit;
  const double share =
      limit && limit->ns > 0 ? static_cast<double>(m_session.elapsed().ns) / static_cast<double>(limit->ns) : -1;
  const bool isStopping = m_session.state() == models::RunSession::State::kStopping;
  emit progressChanged(isStopping ? tr("Stopping…") : runProgress(m_session.elapsed(), events), share);
}

void RunControl::add(const QString& name, const models::RunRecordPtr& record) {
  models::RunItem item;
  item.name = name;
  item.record = record;
  item.isSaved = true;
  if (models::isOwnRun(*record)) item.claims = report::checkClaims(*record);
  show(m_runs.add(std::move(item)));
}

void RunControl::show(quint64 run) {
  if (isLive()) return;
  const models::RunItem* item = m_runs.run(run);
  if (!item) return;
  m_shownRun = run;
  m_shownExperiment.reset();
  if (models::isOwnRun(*item->record) && chosenId() != QString::fromStdString(item->record->scenario.id)) {
    choose(QString::fromStdString(item->record->scenario.id));
  }
  m_paneVariants.clear();
  m_presenter.show({{item->record, {}, {}}}, item->claims);
  m_parts.verdict->clear();
  m_judge.judge(item->record);
}

void RunControl::compare(const std::vector<quint64>& runs) {
  if (isLive()) return;
  std::vector<const models::RunItem*> items;
  for (const quint64 id : runs) {
    if (const models::RunItem* item = m_runs.run(id)) items.push_back(item);
  }
  const QStringList titles = titlesOf(items);
  std::vector<ShownRun> shown;
  report::Comparison comparison;
  DurationNs first{};
  for (const models::RunItem* item : items) {
    const DurationNs wall = report::wallTime(*item->record->snapshot);
    if (shown.empty()) first = wall;
    shown.push_back(
        {item->record, titles[static_cast<int>(shown.size())].toStdString(), timeNote(wall, first).toStdString()});
    scenario::Variant variant;
    variant.label = {shown.back().title, shown.back().title};
    comparison.runs.push_back({comparison.variants.size(), 0, item->record});
    comparison.variants.push_back(std::move(variant));
  }
  if (shown.size() < 2) {
    m_parts.notices->show(Severity::kInformation, tr("Choose two runs to compare them."));
    return;
  }
  m_shownRun.reset();
  m_shownExperiment.reset();
  m_paneVariants.resize(shown.size());
  std::iota(m_paneVariants.begin(), m_paneVariants.end(), std::size_t{0});
  m_plannedRuns = shown.size();
  m_presenter.show(shown);
  m_parts.verdict->clear();
  m_judge.judge({}, std::move(comparison), {});
}

void RunControl::showPlace(const report::VerdictFigure& figure) {
  const auto pane = figure.variant ? std::find(m_paneVariants.begin(), m_paneVariants.end(), *figure.variant)
                                   : m_paneVariants.begin();
  if (figure.variant && pane == m_paneVariants.end()) return;
  m_presenter.showPlace(static_cast<std::size_t>(pane - m_paneVariants.begin()), figure.lane, figure.range);
}

void RunControl::showVariant(std::size_t variant) {
  const auto pane = std::find(m_paneVariants.begin(), m_paneVariants.end(), variant);
  if (pane == m_paneVariants.end()) return;
  m_presenter.showPlace(static_cast<std::size_t>(pane - m_paneVariants.begin()), LaneId{0}, {});
}

void RunControl::compareLastTwo() {
  if (m_runs.rowCount() < 2) {
    compare({});
  } else {
    compare({m_runs.idAt(1), m_runs.idAt(0)});  // the newest stands first in the table, last in the picture
  }
}

models::RunRecordPtr RunControl::shownRecord() const {
  const auto& shown = m_presenter.shown();
  return shown.empty() ? nullptr : shown.back().record;
}

}  // namespace threadline::widgets
