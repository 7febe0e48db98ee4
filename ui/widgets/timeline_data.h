// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the parts of a timeline (canvas, ruler, overview) draw. The timeline view owns the one copy and alone changes
// it; the parts hold a const reference and are told when to look again.
//
// Thread: GUI.

#include <optional>
#include <vector>

#include "core/model/view.h"
#include "ui/paint/theme.h"
#include "ui/scene/pane.h"
#include "ui/scene/search.h"
#include "ui/scene/view_state.h"

namespace threadline::widgets {

struct TimelineData {
  std::vector<scene::Pane> panes;
  scene::ViewState state;
  std::vector<model::ViewMark> marks;  // made by the person, beside those of the panes' views
  std::optional<scene::SpanRef> selected;
  std::vector<scene::SearchHit> hits;
  std::size_t currentHit = 0;
  paint::ThemeKind theme = paint::ThemeKind::kLight;
};

}  // namespace threadline::widgets
