// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finding and walking in what a timeline shows: a text in lane names, span labels and prints; the span before and after
// one; the span that a flow leads to.
//
// Thread: any; nothing is kept.

#include <string_view>
#include <vector>

#include "ui/scene/pane.h"
#include "ui/scene/view_state.h"

namespace threadline::scene {

struct SearchHit {
  LaneRef lane;
  TimeRange range;                  // the lane's life, the span, or a point
  std::optional<std::size_t> span;  // where it is a span
};

/// At most this many are found: nobody steps through more.
inline constexpr std::size_t kMostHits = 2000;

/// Without regard to the case of Latin letters; names first, then labels and prints of each lane in time order.
/// Hidden lanes are not searched. An empty text finds nothing.
[[nodiscard]] std::vector<SearchHit> findText(const std::vector<Pane>& panes, const ViewState& state,
                                              std::string_view text);

/// The span after (before) it on its lane; nothing at the end.
[[nodiscard]] std::optional<SpanRef> neighbourSpan(const std::vector<Pane>& panes, SpanRef span, bool next);

/// Back: who woke me, the span from which the last flow came into this one. Forward: whom I wake, the span into which
/// the first flow out of this one goes.
[[nodiscard]] std::optional<SpanRef> flowNeighbour(const std::vector<Pane>& panes, SpanRef span, bool back);

/// Of the panes' snapshots; nothing where it is not in them.
[[nodiscard]] std::optional<model::Span> spanAt(const std::vector<Pane>& panes, SpanRef span);

}  // namespace threadline::scene
