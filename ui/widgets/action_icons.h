// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The signs of the tool bar: lines and areas in the colour of the palette in force, drawn anew at each size and in each
// theme, so that none is dark on dark or blurred on a fine screen.
//
// Thread: GUI.

#include <QIcon>

#include <cstdint>

namespace threadline::widgets {

enum class Sign : std::uint8_t { kOpen, kSave, kRun, kStop, kDocument, kBack, kForward, kFind, kArrows, kExport };

[[nodiscard]] QIcon iconOf(Sign sign);

}  // namespace threadline::widgets
