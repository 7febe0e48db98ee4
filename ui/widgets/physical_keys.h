// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which key of the keyboard was pressed, whatever an input method makes of it: with a Korean one the key W arrives as
// the letter ㅈ, and the timeline's keys are places on the keyboard, not letters.
//
// Thread: GUI.

#include <QKeyEvent>

namespace threadline::widgets {

/// A Qt::Key. Korean letters become the key that they stand on (two-set layout), unknown letters the key of their scan
/// code; everything else stays as it is.
[[nodiscard]] int physicalKey(const QKeyEvent& event);

}  // namespace threadline::widgets
