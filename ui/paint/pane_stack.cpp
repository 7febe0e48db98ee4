// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/pane_stack.h"

#include <algorithm>
#include <cmath>

#include "ui/scene/label_layout.h"
#include "ui/scene/time_scale.h"

namespace threadline::paint {
namespace {

constexpr double kMostStretch = 1.5;  // of rows on a page with room to spare
constexpr std::size_t kNever = 1'000'000;
// In units: the line above a pane's rows, from it to them, and from them to the next one.
constexpr double kTitleHeight = 26;
constexpr double kTitleGap = 8;
constexpr double kPaneGap = 22;
constexpr double kLeastTitleGap = 4;
constexpr double kLeastPaneGap = 9;

bool endedWell(const model::Snapshot& snapshot) {
  const auto& processes = snapshot.processes();
  return std::all_of(processes.begin(), processes.end(), [](const model::Process& process) {
    return process.exit && process.exit->code == 0 && process.exit->how != ProcessEndHow::kException;
  });
}

scene::Metrics metricsFor(const PlacedPane& pane, scene::Metrics metrics) {
  metrics.headsOnlyProcess = pane.headsOnlyProcess;
  return metrics;
}

/// Smaller than the title, so that both fit on a narrow page.
double noteText(const scene::Metrics& metrics) {
  return metrics.kindText * 1.12;
}

double textOf(const scene::Metrics& metrics) {
  return metrics.oneLineLabels ? metrics.kindText * 1.1 : metrics.nameText;
}

/// Titles shrink with the rows, down to what their text needs.
double titleHeight(const scene::Metrics& metrics) {
  return metrics.oneLineLabels ? 1.5 * textOf(metrics) : kTitleHeight * metrics.unit;
}

double titleGap(const scene::Metrics& metrics) {
  return (metrics.oneLineLabels ? kLeastTitleGap : kTitleGap) * metrics.unit;
}

double paneGap(const scene::Metrics& metrics) {
  return (metrics.oneLineLabels ? kLeastPaneGap : kPaneGap) * metrics.unit;
}

}  // namespace

bool hasTrace(const FigureSubject& subject) {
  if (subject.panes.empty()) return subject.snapshot != nullptr;
  return std::all_of(subject.panes.begin(), subject.panes.end(),
                     [](const scene::Pane& pane) { return pane.snapshot != nullptr; });
}

PaneStack::PaneStack(const FigureSubject& subject) {
  for (const scene::Pane& pane : subject.panes) {
    const bool isHeaded = pane.title.empty() || !endedWell(*pane.snapshot);
    m_panes.push_back({pane.snapshot.get(), pane.view, pane.title, pane.note, isHeaded, 0, {}});
  }
  if (m_panes.empty()) m_panes.push_back({subject.snapshot.get(), subject.view, {}, {}, true, 0, {}});
  DurationNs longest;
  bool isCommon = true;
  for (PlacedPane& pane : m_panes) {
    TimeRange& range = pane.view.range;
    if (range.end <= range.start) range = pane.snapshot->extent();
    longest = std::max(longest, range.length());
    isCommon = isCommon && range.start == m_panes.front().view.range.start;
  }
  if (isCommon) m_axis.start = m_panes.front().view.range.start;
  setLength(longest);
}

void PaneStack::setLength(DurationNs length) {
  m_axis.end = m_axis.start + length;
  for (PlacedPane& pane : m_panes) pane.view.range.end = pane.view.range.start + length;
}

double PaneStack::widestLabel(const scene::Metrics& metrics, const scene::TextMeasure& measure,
                              const scene::Words& words) const {
  double widest = 0;
  for (const PlacedPane& pane : m_panes) {
    const scene::RowLayout rows = scene::layoutRows(*pane.snapshot, pane.view, metricsFor(pane, metrics), 0);
    const scene::TimeScale scale(pane.view.range, 0, 1);
    widest = std::max(widest, scene::widestLabel({*pane.snapshot, pane.view, rows, scale, measure, words}));
  }
  return widest;
}

/// All panes with these lengths, from `top` on; returns the bottom.
double PaneStack::place(const scene::Metrics& metrics, double top) {
  double y = top;
  for (PlacedPane& pane : m_panes) {
    if (&pane != &m_panes.front()) y += paneGap(metrics);
    pane.top = y;
    if (!pane.title.empty()) y += titleHeight(metrics) + titleGap(metrics);
    // A single run has had its room for marks already, in the head of the page.
    if (m_panes.size() > 1) y += scene::viewMarksHeight(pane.view, metrics);
    pane.rows = scene::layoutRows(*pane.snapshot, pane.view, metricsFor(pane, metrics), y);
    y = pane.rows.bottom;
  }
  return y;
}

std::size_t PaneStack::laneRows() const {
  std::size_t count = 0;
  for (const PlacedPane& pane : m_panes) {
    count +=
        static_cast<std::size_t>(std::count_if(pane.rows.rows.begin(), pane.rows.rows.end(), [](const scene::Row& row) {
          return row.kind == scene::RowKind::kLane || row.kind == scene::RowKind::kFold;
        }));
  }
  return count;
}

void PaneStack::layOut(const scene::Metrics& metrics, double top) {
  place(metrics, top);
  if (m_panes.size() == 1) return;
  // The bounds are those of a picture, not of each of its panes; and all panes have rows of one height.
  scene::Metrics shared = metrics;
  if (laneRows() > metrics.foldAbove) {
    shared.foldAbove = std::max<std::size_t>(2, metrics.foldAbove / m_panes.size());
    place(shared, top);
  }
  if (laneRows() > metrics.compactAbove) shared = shared.compacted();
  shared.compactAbove = kNever;
  place(shared, top);
}

/// Lower rows, closer together, until they fit or could not be read any more.
void PaneStack::shrink(scene::Metrics metrics, double top, double height) {
  const double lowest = metrics.kindText * 1.3;
  metrics.compactAbove = kNever;  // this loop does the compacting
  double bottom = place(metrics, top);
  while (bottom - top > height && metrics.rowHeight > lowest) {
    metrics.rowHeight = std::max(lowest, metrics.rowHeight * 0.9);
    metrics.rowGap = std::max(4 * metrics.unit, metrics.rowGap * 0.85);
    metrics.arrowGap = std::max(9 * metrics.unit, metrics.arrowGap * 0.85);
    metrics.groupGap = std::max(10 * metrics.unit, metrics.groupGap * 0.85);
    if (metrics.rowHeight < 2.35 * metrics.kindText) {  // two lines of label do not fit
      metrics.oneLineLabels = true;
      metrics.nameText = metrics.kindText;
      metrics.boxText = metrics.kindText;
      metrics.maxNotesPerLane = 0;
    }
    bottom = place(metrics, top);
  }
}

void PaneStack::layOutWithin(const scene::Metrics& metrics, double top, double height) {
  scene::Metrics used = metrics;
  shrink(used, top, height);
  if (bottom() - top > height && m_panes.size() > 1) {
    // Beside one another the lanes are what is compared: strips between them go first.
    for (PlacedPane& pane : m_panes) {
      pane.view.holderStrips.clear();
      pane.view.counters.clear();
    }
    shrink(used, top, height);
  }
  const std::size_t fewest = m_panes.size() > 1 ? 1 : 2;
  while (bottom() - top > height && used.foldAbove > fewest) {
    std::size_t most = 0;
    for (const PlacedPane& pane : m_panes) most = std::max(most, pane.rows.rows.size());
    used.foldAbove = std::max(fewest, std::min(used.foldAbove, most) * 4 / 5);
    shrink(used, top, height);
  }
  used = this->metrics();
  const double stretch = std::clamp(height / std::max(1.0, bottom() - top), 1.0, kMostStretch);
  for (double* value : {&used.rowHeight, &used.rowGap, &used.arrowGap, &used.groupGap}) *value *= stretch;
  place(used, top);
  const double left = height - (bottom() - top);
  if (left > 0) place(used, top + left / 2);
}

std::size_t PaneStack::omittedFlows() const {
  std::size_t count = 0;
  for (const PlacedPane& pane : m_panes) count += pane.rows.omittedFlows;
  return count;
}

void PaneStack::appendTitle(const PlacedPane& pane, const scene::TextMeasure& measure, scene::DrawList& list) const {
  const scene::Metrics& lengths = pane.rows.metrics;
  const double size = textOf(lengths);
  const double height = titleHeight(lengths);
  const double baseline = scene::baselineFor(pane.top + height / 2, size);
  const double line = pane.top + height;
  const std::string note = scene::oneLine(pane.note);
  const double noteWidth = note.empty() ? 0 : 1.05 * measure.width(note, noteText(lengths), false) + 16 * lengths.unit;
  const double room = std::max(40 * lengths.unit, lengths.pageRight - lengths.labelLeft - noteWidth);
  list.primitives.emplace_back(
      scene::Line{lengths.labelLeft, line, lengths.pageRight, line, lengths.unit, scene::Role::kBracket});
  list.primitives.emplace_back(scene::Text{lengths.labelLeft, baseline,
                                           scene::elideMiddle(scene::oneLine(pane.title), room, size, true, measure),
                                           size, true});
  if (note.empty()) return;
  list.primitives.emplace_back(
      scene::Text{lengths.pageRight, baseline, note, noteText(lengths), false, scene::Align::kRight});
}

scene::LaneLegend PaneStack::appendTo(scene::DrawList& list, const scene::TextMeasure& measure,
                                      const scene::Words& words) const {
  scene::LaneLegend all;
  for (const PlacedPane& pane : m_panes) {
    if (!pane.title.empty()) appendTitle(pane, measure, list);
    const scene::Metrics& lengths = pane.rows.metrics;
    const scene::TimeScale scale(pane.view.range, lengths.plotLeft, lengths.plotRight - lengths.plotLeft);
    const scene::LaneLegend own =
        scene::layoutLanes({*pane.snapshot, pane.view, pane.rows, scale, measure, words}, list);
    all.marks.insert(own.marks.begin(), own.marks.end());
    all.hasExitWait = all.hasExitWait || own.hasExitWait;
    all.hasOtherJoins = all.hasOtherJoins || own.hasOtherJoins;
    all.hasNote = all.hasNote || own.hasNote;
  }
  return all;
}

}  // namespace threadline::paint
