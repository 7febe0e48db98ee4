// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace threadline::paint {

/// Lets the process keep the memory of a frame (a picture and its draw list, some 10 MB) for the next one. Otherwise
/// the C library gives it back to the kernel after each frame and has every page made anew, which was measured to take
/// a quarter of a frame of a large trace. Once, at the start of a program that paints. Thread: main.
void keepFrameMemory();

}  // namespace threadline::paint
