// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/export_control.h"

#include <algorithm>

#include "ui/models/localized.h"
#include "ui/models/trace_files.h"
#include "ui/widgets/export_dialog.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/picture_copying.h"
#include "ui/widgets/timeline_view.h"

namespace threadline::widgets {
namespace {

/// For a POSIX shell.
QString quoted(const QString& text) {
  QString inner = text;
  inner.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
  return QLatin1Char('\'') + inner + QLatin1Char('\'');
}

QString plainOrQuoted(const QString& text) {
  const bool isPlain = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
    return c.isLetterOrNumber() || QStringLiteral("-_./=,").contains(c);
  });
  return isPlain ? text : quoted(text);
}

QString pageWord(paint::Page page) {
  switch (page) {
    case paint::Page::kBlog: return QStringLiteral("blog");
    case paint::Page::kSlide: return QStringLiteral("slide");
    case paint::Page::kA4: return QStringLiteral("a4");
    case paint::Page::kReadme: return QStringLiteral("readme");
    case paint::Page::kFree: break;
  }
  return {};
}

QStringList figureArguments(const paint::FigureOptions& figure) {
  QStringList out;
  if (const QString page = pageWord(figure.page); !page.isEmpty()) out << QStringLiteral("--page") << page;
  if (figure.widthPx) out << QStringLiteral("--width") << QString::number(*figure.widthPx);
  if (figure.scale) out << QStringLiteral("--scale") << QString::number(*figure.scale);
  if (figure.nsPerPx) out << QStringLiteral("--ns-per-px") << QString::number(*figure.nsPerPx, 'g', 12);
  if (figure.style == paint::Style::kScreen) out << QStringLiteral("--style") << QStringLiteral("screen");
  if (figure.theme == paint::ThemeKind::kDark) out << QStringLiteral("--theme") << QStringLiteral("dark");
  if (!figure.legend) out << QStringLiteral("--legend") << QStringLiteral("off");
  return out;
}

}  // namespace

ExportControl::ExportControl(QWidget& window, const WindowEnvironment& environment, RunControl& runs,
                             RunPresenter& presenter, const WindowParts& parts)
    : QObject(&window),
      m_window(window),
      m_environment(environment),
      m_runs(runs),
      m_presenter(presenter),
      m_parts(parts) {}

bool ExportControl::hasSomething() const {
  if (!m_presenter.shown().empty() && m_presenter.shown().front().record->snapshot) return true;
  m_parts.notices->show(Severity::kInformation, tr("There is nothing to draw yet. Run something first."));
  return false;
}

std::vector<scene::Pane> ExportControl::shownPanes() const {
  std::vector<scene::Pane> panes = m_parts.timeline->panes();
  for (std::size_t i = 0; i < panes.size(); ++i) panes[i].view = m_parts.timeline->shownView(i);
  return panes;
}

ComparisonWords ExportControl::comparisonWords() const {
  const auto& shown = m_runs.shownExperiment();
  if (!shown) return {tr("Runs compared"), {}, {}, {}};
  return {models::localized(shown->experiment->title), models::localized(shown->experiment->caption),
          QString::fromStdString(shown->experiment->id), shown->preset};
}

ExportSource ExportControl::source() const {
  ExportSource source;
  const report::RunRecord& record = *m_presenter.shown().back().record;
  if (isComparison()) {
    const std::vector<scene::Pane> panes = shownPanes();
    source.lanes = exportedPanes(panes);
    source.areRuns = true;
    source.all = timesOfAll(panes);
  } else {
    source.lanes = exportedLanes(record);
    source.all = record.snapshot->extent();
  }
  source.visible = m_parts.timeline->viewState().range;
  source.selection = m_parts.timeline->viewState().selection;
  const QString name = isComparison() ? comparisonWords().experiment : QString::fromStdString(record.scenario.id);
  source.suggestedName = name.isEmpty() ? QStringLiteral("threadline") : name;
  source.subject = [this](const ExportChoice& choice) { return subjectOf(choice); };
  source.command = [this](const ExportChoice& choice) { return commandOf(choice); };
  source.scaleOf = m_environment.scaleOf;
  return source;
}

std::vector<ExportLane> ExportControl::exportedLanes(const report::RunRecord& record) const {
  std::vector<ExportLane> out;
  const model::View view = m_parts.timeline->shownView(0);
  const auto nameOf = [&](LaneId lane) {
    const auto other = view.names.find(lane);
    return QString::fromStdString(other == view.names.end() ? record.snapshot->lane(lane).name : other->second);
  };
  for (const LaneId lane : view.lanes) out.push_back({lane, nameOf(lane), true});
  for (std::uint32_t i = 0; i < record.snapshot->laneCount(); ++i) {
    const LaneId lane{i};
    if (std::find(view.lanes.begin(), view.lanes.end(), lane) == view.lanes.end()) {
      out.push_back({lane, nameOf(lane), false});
    }
  }
  return out;
}

paint::FigureSubject ExportControl::subjectOf(const ExportChoice& choice) const {
  if (isComparison()) {
    const report::RunRecord& first = *m_presenter.shown().front().record;
    return comparisonSubject(m_environment.subjectOf(first, QString(), m_parts.timeline->shownView(0)), shownPanes(),
                             comparisonWords(), choice);
  }
  const report::RunRecord& record = *m_presenter.shown().back().record;
  model::View view = m_parts.timeline->shownView(0);
  view.range = choice.range;
  view.lanes.clear();
  for (const ExportedLane& lane : choice.lanes) {
    view.lanes.push_back(lane.lane);
    view.names[lane.lane] = lane.name.toStdString();
  }
  paint::FigureSubject subject = m_environment.subjectOf(record, QString(), std::move(view));
  if (choice.title) subject.title = choice.title->toStdString();
  if (choice.caption) subject.caption = choice.caption->toStdString();
  if (choice.alt) subject.altText = choice.alt->toStdString();
  return subject;
}

QStringList ExportControl::runArguments(const ExportChoice& choice) const {
  const report::RunRecord& record = *m_presenter.shown().back().record;
  if (!models::isOwnRun(record)) {
    return {QStringLiteral("threadline"), QStringLiteral("render"), QStringLiteral("TRACE"), QStringLiteral("-o"),
            choice.fileName};
  }
  QStringList out{QStringLiteral("threadline"), QStringLiteral("run"), QString::fromStdString(record.scenario.id)};
  for (const auto& [name, value] : record.parameters) {
    out << QStringLiteral("--set") << QString::fromStdString(name + "=" + value.toText());
  }
  return out << QStringLiteral("--export") << choice.fileName;
}

/// Only where other lanes, names or places are wanted than the scenario's own view has.
QStringList ExportControl::laneArguments(const ExportChoice& choice) const {
  const scene::Pane& pane = m_parts.timeline->panes().front();
  const auto ownName = [&](LaneId lane) { return pane.snapshot->lane(lane).name; };
  const auto usualName = [&](LaneId lane) {
    const auto other = pane.view.names.find(lane);
    return other == pane.view.names.end() ? ownName(lane) : other->second;
  };
  bool isUsual = choice.lanes.size() == pane.view.lanes.size();
  for (std::size_t i = 0; isUsual && i < choice.lanes.size(); ++i) {
    const ExportedLane& wish = choice.lanes[i];
    isUsual = wish.lane == pane.view.lanes[i] && wish.name.toStdString() == usualName(wish.lane);
  }
  QStringList out;
  for (const ExportedLane& wish : choice.lanes) {
    if (isUsual) break;
    const QString own = QString::fromStdString(ownName(wish.lane));
    out << QStringLiteral("--lane") << (own == wish.name ? own : own + QLatin1Char('=') + wish.name);
  }
  return out;
}

QString ExportControl::commandOf(const ExportChoice& choice) const {
  QStringList words = isComparison() ? comparisonCommand(comparisonWords(), m_presenter.shown().size(), choice.fileName)
                                     : runArguments(choice) + laneArguments(choice);
  words << figureArguments(choice.figure);
  if (choice.rangeKind != ExportRange::kAll) {
    words << QStringLiteral("--range")
          << QStringLiteral("%1ns..%2ns").arg(choice.range.start.ns).arg(choice.range.end.ns);
  }
  if (choice.title) words << QStringLiteral("--title") << *choice.title;
  if (choice.caption) words << QStringLiteral("--caption") << *choice.caption;
  if (choice.alt) words << QStringLiteral("--alt") << *choice.alt;
  QStringList out;
  for (const QString& word : words) out += plainOrQuoted(word);
  return out.join(QLatin1Char(' '));
}

/// Page and look are a person's habit; words, lanes and range belong to the runs that they were chosen for.
ExportChoice ExportControl::adapted(ExportChoice choice) const {
  if (m_lastShown.lock() == m_presenter.shown().back().record) return choice;
  choice.lanes.clear();
  choice.title.reset();
  choice.caption.reset();
  choice.alt.reset();
  choice.rangeKind = ExportRange::kAll;
  return choice;
}

void ExportControl::showDialog() {
  if (!hasSomething()) return;
  auto* dialog = new ExportDialog(source(), &m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  if (m_last) dialog->setChoice(adapted(*m_last));
  connect(dialog, &ExportDialog::saved, this, [this, dialog](const QStringList& paths) {
    m_last = dialog->choice();
    m_lastShown = m_presenter.shown().back().record;
    m_parts.notices->show(Severity::kInformation, tr("Saved: %1").arg(paths.join(QStringLiteral(", "))));
  });
  dialog->show();
}

void ExportControl::copyPicture() {
  if (!hasSomething()) return;
  ExportChoice choice;
  const ExportSource all = source();
  choice.range = all.visible;
  for (const ExportLane& lane : all.lanes) {
    if (lane.shown) choice.lanes.push_back({lane.lane, lane.name});
  }
  choice.figure.scale = 2;
  choice.figure.theme = m_parts.timeline->themeKind();
  widgets::copyPicture(subjectOf(choice), choice.figure, this, [this](QSize size) {
    if (size.isEmpty()) {
      m_parts.notices->show(Severity::kWarning, tr("The picture would be too large. Zoom in or hide lanes."));
    } else {
      m_parts.notices->show(Severity::kInformation, tr("The picture is on the clipboard."));
    }
  });
}

}  // namespace threadline::widgets
