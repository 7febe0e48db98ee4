// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/figure_page.h"

#include <algorithm>
#include <cmath>

#include "ui/paint/pane_stack.h"
#include "ui/paint/text_block.h"
#include "ui/paint/words.h"
#include "ui/scene/label_layout.h"
#include "ui/scene/lane_layout.h"
#include "ui/scene/ticks.h"

namespace threadline::paint {
namespace {

constexpr double kLineHeight = 1.45;
constexpr double kLeastSeenPx = 0.5;  // of a state in a row, for the legend to explain it
constexpr double kFullWidth = 1000;   // from here on labels have 176 px

bool readyIsKnown(const PaneStack& stack) {
  PerState<DurationNs> times{};
  for (const PlacedPane& pane : stack.panes()) {
    const model::Snapshot& snapshot = *pane.snapshot;
    for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
      snapshot.addStateTimes(LaneId{i}, snapshot.extent(), times);
    }
  }
  return times[static_cast<std::size_t>(LaneState::kReady)].ns > 0;
}

/// What a legend has to explain of the rows: states of which something is to be seen.
PerState<bool> statesIn(const PaneStack& stack) {
  const double plot = stack.metrics().plotRight - stack.metrics().plotLeft;
  const auto least = static_cast<std::int64_t>(kLeastSeenPx * static_cast<double>(stack.axis().length().ns) / plot);
  PerState<bool> out{};
  for (const PlacedPane& pane : stack.panes()) {
    for (const scene::Row& row : pane.rows.rows) {
      PerState<DurationNs> times{};
      for (const LaneId lane : row.lanes) pane.snapshot->addStateTimes(lane, pane.view.range, times);
      for (std::size_t i = 0; i < kLaneStateCount; ++i) {
        const bool isWork = static_cast<LaneState>(i) == LaneState::kRunning;  // a speck of work is what one looks for
        out[i] = out[i] || (times[i].ns > 0 && (isWork || times[i].ns >= least));
      }
    }
  }
  return out;
}

/// A subtitle whose lines break between its fields ("Workers 2"), not within one.
std::string withUnbrokenFields(std::string_view subtitle) {
  constexpr std::string_view kDot = "\xC2\xB7";
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  std::string out;
  for (std::size_t i = 0; i < subtitle.size(); ++i) {
    const bool endsField = i >= kDot.size() && subtitle.substr(i - kDot.size(), kDot.size()) == kDot;
    if (subtitle[i] == ' ' && !endsField) {
      out += kNoBreakSpace;
    } else {
      out += subtitle[i];
    }
  }
  return out;
}

class PageComposer {
 public:
  PageComposer(const FigureSubject& subject, const FigureOptions& options, const PageMetrics& page,
               const scene::TextMeasure& measure)
      : m_subject(subject),
        m_options(options),
        m_page(page),
        m_measure(measure),
        m_stack(subject),
        m_words(figureWords(readyIsKnown(m_stack))),
        m_unit(page.lanes.unit) {}

  ComposedPage compose() {
    fitScale();
    m_list.width = m_page.width;
    m_list.unit = m_unit;
    addHead();
    layoutRows();
    addGridAndLanes();
    addAxis();
    if (m_options.legend) addLegend();
    addFoot();
    m_list.height = m_page.height.value_or(std::ceil(m_y + m_page.margin));
    const double plot = m_stack.metrics().plotRight - m_stack.metrics().plotLeft;
    return {std::move(m_list), static_cast<double>(m_stack.axis().length().ns) / plot};
  }

 private:
  struct LegendEntry {
    std::optional<LaneState> state;
    scene::MarkKind mark{};
    std::string words;
  };

  void fitScale();
  void addHead();
  void layoutRows();
  void addGridAndLanes();
  void addAxis();
  void addLegend();
  void addFoot();
  [[nodiscard]] std::vector<LegendEntry> legendEntries() const;
  void addLegendEntry(const LegendEntry& entry, double x, double top);
  /// Lines of text from m_y on; leaves m_y at the last baseline.
  void addBlock(const std::string& text, double sizePx, bool bold, scene::Role role, double firstStep);
  [[nodiscard]] double captionHeight() const;
  [[nodiscard]] double footHeight() const;
  void fitLabels();

  const FigureSubject& m_subject;
  const FigureOptions& m_options;
  PageMetrics m_page;
  const scene::TextMeasure& m_measure;
  PaneStack m_stack;
  scene::Words m_words;
  double m_unit;
  scene::DrawList m_list;
  scene::LaneLegend m_legend;
  scene::Ticks m_ticks;
  double m_y = 0;
};

/// A given scale decides the page's width where that is free, else what of the time is seen.
void PageComposer::fitScale() {
  if (!m_options.nsPerPx || !(*m_options.nsPerPx > 0)) return;
  scene::Metrics& lanes = m_page.lanes;
  const double needed = static_cast<double>(m_stack.axis().length().ns) / *m_options.nsPerPx;
  if (m_options.page == Page::kFree && !m_options.widthPx) {
    const double right = m_page.width - lanes.plotRight;
    const double edge = m_page.width - lanes.pageRight;
    lanes.plotRight = std::round(std::clamp(lanes.plotLeft + needed, lanes.plotLeft + 240, 20'000.0));
    m_page.width = lanes.plotRight + right;
    lanes.pageRight = m_page.width - edge;
  }
  const double shown = (lanes.plotRight - lanes.plotLeft) * *m_options.nsPerPx;
  m_stack.setLength(DurationNs{std::llround(std::min(shown, 4e18))});
}

void PageComposer::addBlock(const std::string& text, double sizePx, bool bold, scene::Role role, double firstStep) {
  bool isFirst = true;
  for (const std::string& line : wrapped(text, m_page.width - 2 * m_page.margin, sizePx, bold, m_measure)) {
    m_y += isFirst ? firstStep : sizePx * kLineHeight;
    isFirst = false;
    m_list.primitives.emplace_back(scene::Text{m_page.margin, m_y, line, sizePx, bold, scene::Align::kLeft, role});
  }
}

void PageComposer::addHead() {
  m_y = m_page.margin;
  addBlock(m_subject.title, m_page.titleText, true, scene::Role::kText, 18 * m_unit);
  addBlock(withUnbrokenFields(m_subject.subtitle), m_page.subtitleText, false, scene::Role::kFaintText,
           m_subject.title.empty() ? 12 * m_unit : 28 * m_unit);
  if (!m_subject.title.empty() || !m_subject.subtitle.empty()) m_y += 26 * m_unit;
  if (m_stack.panes().size() == 1) m_y += scene::viewMarksHeight(m_stack.panes().front().view, m_page.lanes);
}

double PageComposer::captionHeight() const {
  const auto lines = [&](const std::string& text, double size) {
    return static_cast<double>(wrapped(text, m_page.width - 2 * m_page.margin, size, false, m_measure).size()) * size *
           kLineHeight;
  };
  return lines(m_subject.caption, m_page.captionText) + lines(m_subject.footer, m_page.footerText);
}

double PageComposer::footHeight() const {
  const double axis = 74 * m_unit;
  const double legend = m_options.legend ? 90 * m_unit : 0;  // two lines of it
  return axis + legend + captionHeight() + m_page.margin;
}

/// Narrow pages give names what they need, up to a share of the width; what is longer is elided.
void PageComposer::fitLabels() {
  scene::Metrics& lanes = m_page.lanes;
  if (m_page.width >= kFullWidth) return;
  const double widest = m_stack.widestLabel(lanes, m_measure, m_words);
  const double needed = lanes.labelLeft + 12 * m_unit + widest + lanes.labelGap;
  lanes.plotLeft = std::round(std::clamp(needed, 96.0, std::min(212.0, m_page.width * 0.3)));
}

void PageComposer::layoutRows() {
  fitLabels();
  if (!m_page.height) {
    m_stack.layOut(m_page.lanes, m_y);
  } else {
    m_stack.layOutWithin(m_page.lanes, m_y, *m_page.height - m_y - footHeight());
  }
}

/// Lines of the grid end between panes, so that titles stand on the plain page.
void PageComposer::addGridAndLanes() {
  const scene::Metrics& lanes = m_stack.metrics();
  const scene::TimeScale scale(m_stack.axis(), lanes.plotLeft, lanes.plotRight - lanes.plotLeft);
  m_ticks = scene::ticksFor(m_stack.axis());
  for (const PlacedPane& pane : m_stack.panes()) {
    const bool isLast = &pane == &m_stack.panes().back();
    const double bottom = pane.rows.bottom + (isLast ? 28 : 6) * m_unit;
    for (const scene::Tick& tick : m_ticks.ticks) {
      const double x = scale.xOf(tick.time);
      m_list.primitives.emplace_back(scene::Line{x, pane.rows.top - 6 * m_unit, x, bottom, m_unit, scene::Role::kGrid});
    }
  }
  m_legend = m_stack.appendTo(m_list, m_measure, m_words);
}

void PageComposer::addAxis() {
  const scene::Metrics& lanes = m_stack.metrics();
  const scene::TimeScale scale(m_stack.axis(), lanes.plotLeft, lanes.plotRight - lanes.plotLeft);
  const double y = m_stack.bottom() + 28 * m_unit;
  const double tip = std::min(lanes.plotRight + 24 * m_unit, lanes.pageRight);
  const double base = tip - 20 * m_unit;
  m_list.primitives.emplace_back(scene::Line{lanes.plotLeft, y, base, y, 2 * m_unit, scene::Role::kAxis});
  m_list.primitives.emplace_back(
      scene::Polygon{{{tip, y}, {base, y - 8 * m_unit}, {base, y + 8 * m_unit}}, scene::Role::kAxis, true});
  double free = -1e9;
  const double baseline = y + 8 * m_unit + m_page.tickText;
  for (const scene::Tick& tick : m_ticks.ticks) {
    const double x = scale.xOf(tick.time);
    m_list.primitives.emplace_back(scene::Line{x, y, x, y + 6 * m_unit, 1.5 * m_unit, scene::Role::kAxis});
    const double width = m_measure.width(tick.label, m_page.tickText, false);
    if (x - width / 2 < free) continue;  // deep in a long trace figures are long: every other one then
    free = x + width / 2 + 10 * m_unit;
    m_list.primitives.emplace_back(scene::Text{x, baseline, tick.label, m_page.tickText, false, scene::Align::kCentre});
  }
  const std::string label = axisLabel(QString::fromUtf8(scene::symbolOf(m_ticks.unit))).toStdString();
  m_y = baseline + 1.3 * m_page.tickText;
  m_list.primitives.emplace_back(scene::Text{tip, m_y, label, m_page.tickText, false, scene::Align::kRight});
}

std::vector<PageComposer::LegendEntry> PageComposer::legendEntries() const {
  std::vector<LegendEntry> out;
  const PerState<bool> present = statesIn(m_stack);
  // Work first, then what it waits for, then rest: not the order of the numbers.
  constexpr std::array kOrder{LaneState::kRunning,    LaneState::kChecking,     LaneState::kReady,
                              LaneState::kStarting,   LaneState::kWaitingIo,    LaneState::kWaitingLock,
                              LaneState::kWaitingGil, LaneState::kWaitingQueue, LaneState::kJoining,
                              LaneState::kSuspended,  LaneState::kBlocked,      LaneState::kSleeping,
                              LaneState::kIdle,       LaneState::kCreated,      LaneState::kUnknown};
  static_assert(kOrder.size() == kLaneStateCount);
  for (const LaneState state : kOrder) {
    if (!present[static_cast<std::size_t>(state)]) continue;
    std::string words = m_words.states[static_cast<std::size_t>(state)];
    if (state == LaneState::kJoining) {
      words = joinsWord(m_legend.hasExitWait, m_legend.hasOtherJoins).toStdString();
    }
    out.push_back({state, {}, std::move(words)});
  }
  scene::MarkKinds marks = m_legend.marks;
  if (m_legend.hasNote) marks.insert(scene::MarkKind::kPoint);
  for (const scene::MarkKind kind : marks) out.push_back({std::nullopt, kind, wordsOf(kind).toStdString()});
  return out;
}

void PageComposer::addLegendEntry(const LegendEntry& entry, double x, double top) {
  const double height = 16 * m_unit;
  if (entry.state) {
    m_list.primitives.emplace_back(scene::StateBox{{x, top, 26 * m_unit, height}, *entry.state, true, {}});
    return;
  }
  const bool isPoint = entry.mark == scene::MarkKind::kPoint;
  const bool isRequest = entry.mark == scene::MarkKind::kRequest;
  const double left = entry.mark == scene::MarkKind::kNotCollected ? x : x + 8 * m_unit;
  scene::MarkPlace place{left, top, height, m_unit};
  if (isPoint) place = {x + 16 * m_unit, top + 11 * m_unit, 0, m_unit};
  if (entry.mark == scene::MarkKind::kTick) place = {x + 16 * m_unit, top + 11 * m_unit, 0, m_unit};
  if (entry.mark == scene::MarkKind::kLateTick) place = {x + 16 * m_unit, top + 9 * m_unit, 7 * m_unit, m_unit};
  if (isRequest) place = {x + 16 * m_unit, top, 4 * m_unit, m_unit};
  scene::appendMark(m_list, entry.mark, place);
}

void PageComposer::addLegend() {
  const double left = m_page.width >= 1000 ? m_stack.metrics().plotLeft : m_page.margin;
  const double right = m_page.width - m_page.margin;
  const double size = m_page.legendText;
  double x = left;
  double top = m_y + 20 * m_unit;
  for (const LegendEntry& entry : legendEntries()) {
    const double width = 34 * m_unit + 1.05 * m_measure.width(entry.words, size, false);
    if (x > left && x + width > right) {
      x = left;
      top += 28 * m_unit;
    }
    addLegendEntry(entry, x, top);
    m_list.primitives.emplace_back(
        scene::Text{x + 34 * m_unit, scene::baselineFor(top + 8 * m_unit, size), entry.words, size});
    x += width + 22 * m_unit;
  }
  m_y = top + 16 * m_unit;
}

void PageComposer::addFoot() {
  if (m_page.height) m_y = std::max(m_y, *m_page.height - captionHeight() - m_page.margin - 30 * m_unit);
  addBlock(m_subject.caption, m_page.captionText, false, scene::Role::kText, 42 * m_unit);
  std::string footer = m_subject.footer;
  if (m_stack.omittedFlows() > 0) {
    footer += (footer.empty() ? "" : " \xC2\xB7 ") + omittedArrows(m_stack.omittedFlows()).toStdString();
  }
  addBlock(footer, m_page.footerText, false, scene::Role::kFaintText,
           m_subject.caption.empty() ? 38 * m_unit : 26 * m_unit);
}

}  // namespace

ComposedPage composePage(const FigureSubject& subject, const FigureOptions& options, const PageMetrics& page,
                         const scene::TextMeasure& measure) {
  return PageComposer(subject, options, page, measure).compose();
}

}  // namespace threadline::paint
