// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/frame_memory.h"

#include <malloc.h>

namespace threadline::paint {

void keepFrameMemory() {
  constexpr int kMegabyte = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, 32 * kMegabyte);  // the largest that is accepted
  mallopt(M_TRIM_THRESHOLD, 64 * kMegabyte);
}

}  // namespace threadline::paint
