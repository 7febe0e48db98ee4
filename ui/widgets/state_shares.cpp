// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/state_shares.h"

#include <algorithm>
#include <cmath>

namespace threadline::widgets {

PerState<DurationNs> stateTimes(const std::vector<scene::Pane>& panes, const scene::ViewState& state, TimeRange range) {
  PerState<DurationNs> out{};
  for (std::size_t i = 0; i < panes.size(); ++i) {
    if (!panes[i].snapshot) continue;
    for (const LaneId lane : scene::orderedLanes(panes[i], i, state)) {
      if (!state.isHidden({i, lane})) panes[i].snapshot->addStateTimes(lane, range, out);
    }
  }
  return out;
}

DurationNs totalOf(const PerState<DurationNs>& times) {
  DurationNs out;
  for (const DurationNs& time : times) out += time;
  return out;
}

QString percentText(DurationNs part, DurationNs whole) {
  if (whole.ns <= 0 || part.ns <= 0) return QStringLiteral("0 %");
  const double percent = 100.0 * static_cast<double>(part.ns) / static_cast<double>(whole.ns);
  if (percent < 1) return QStringLiteral("< 1 %");
  return QStringLiteral("%1 %").arg(std::lround(percent));
}

QStringList largestShares(const PerState<DurationNs>& times, const scene::Words& words, std::size_t most) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < kLaneStateCount; ++i) {
    if (times[i].ns > 0) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return times[a] > times[b]; });
  if (order.size() > most) order.resize(most);
  const DurationNs whole = totalOf(times);
  QStringList out;
  for (const std::size_t i : order) {
    out << QStringLiteral("%1 %2").arg(QString::fromStdString(words.states[i]), percentText(times[i], whole));
  }
  return out;
}

}  // namespace threadline::widgets
