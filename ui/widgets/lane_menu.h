// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The menu of a lane: hide it, pin it, move it, fold its process, show all again. Opens and returns at once.
//
// Thread: GUI. The menu deletes itself when it is closed.

#include <QPoint>

#include "ui/scene/frame_layout.h"

namespace threadline::widgets {

class TimelineView;

/// `hit`: what the menu is about; nothing gives the entries for all lanes alone.
void openLaneMenu(TimelineView& view, const std::optional<scene::FrameHit>& hit, const scene::Words& words,
                  const QPoint& globalPlace);

}  // namespace threadline::widgets
