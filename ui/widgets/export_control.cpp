// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/export_control.h"

#include <algorithm>

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

ExportSource ExportControl::source() const {
  ExportSource source;
  const std::size_t last = m_presenter.shown().size() - 1;
  const report::RunRecord& record = *m_presenter.shown().back().record;
  const model::View view = m_parts.timeline->shownView(last);
  const auto nameOf = [&](LaneId lane) {
    const auto other = view.names.find(lane);
    return QString::fromStdString(other == view.names.end() ? record.snapshot->lane(lane).name : other->second);
  };
  for (const LaneId lane : view.lanes) source.lanes.push_back({lane, nameOf(lane), true});
  for (std::uint32_t i = 0; i < record.snapshot->laneCount(); ++i) {
    const LaneId lane{i};
    if (std::find(view.lanes.begin(), view.lanes.end(), lane) == view.lanes.end()) {
      source.lanes.push_back({lane, nameOf(lane), false});
    }
  }
  source.all = record.snapshot->extent();
  source.visible = m_parts.timeline->viewState().range;
  source.selection = m_parts.timeline->viewState().selection;
  source.suggestedName =
      record.scenario.id.empty() ? QStringLiteral("threadline") : QString::fromStdString(record.scenario.id);
  source.subject = [this](const ExportChoice& choice) { return subjectOf(choice); };
  source.command = [this](const ExportChoice& choice) { return commandOf(choice); };
  source.scaleOf = m_environment.scaleOf;
  return source;
}

paint::FigureSubject ExportControl::subjectOf(const ExportChoice& choice) const {
  const std::size_t last = m_presenter.shown().size() - 1;
  const report::RunRecord& record = *m_presenter.shown().back().record;
  model::View view = m_parts.timeline->shownView(last);
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

QString ExportControl::commandOf(const ExportChoice& choice) const {
  const report::RunRecord& record = *m_presenter.shown().back().record;
  const bool isOwn = models::isOwnRun(record);
  QStringList words{QStringLiteral("threadline"), isOwn ? QStringLiteral("run") : QStringLiteral("render"),
                    isOwn ? QString::fromStdString(record.scenario.id) : QStringLiteral("TRACE")};
  if (isOwn) {
    for (const auto& [name, value] : record.parameters) {
      words << QStringLiteral("--set") << QString::fromStdString(name + "=" + value.toText());
    }
  }
  words << (isOwn ? QStringLiteral("--export") : QStringLiteral("-o")) << choice.fileName;
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

void ExportControl::showDialog() {
  if (!hasSomething()) return;
  auto* dialog = new ExportDialog(source(), &m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  if (m_last) dialog->setChoice(*m_last);
  connect(dialog, &ExportDialog::saved, this, [this, dialog](const QStringList& paths) {
    m_last = dialog->choice();
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
