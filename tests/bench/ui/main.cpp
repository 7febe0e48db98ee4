// SPDX-License-Identifier: GPL-3.0-or-later
// ./dev bench ui: what the window must reach, each figure beside its goal. Names of parts as arguments measure only
// those: start, large, live, stories.
#include <algorithm>
#include <string_view>

#include "tests/bench/ui/figures.h"
#include "tests/bench/ui/frame_clock.h"
#include "ui/paint/frame_memory.h"

int main(int argc, char** argv) {
  using namespace threadline::bench;
  const std::vector<std::string_view> wanted(argv + 1, argv + argc);
  const auto isWanted = [&](std::string_view part) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), part) != wanted.end();
  };
  if (isWanted("start")) measureFirstPaint();
  threadline::paint::keepFrameMemory();  // as the program does
  qputenv("QT_QPA_PLATFORM", "offscreen");
  int count = 1;
  const FrameClock application(count, argv);
  if (isWanted("large")) measureLargeTrace();
  if (isWanted("live")) measureLiveRun();
  if (isWanted("stories")) measureStories();
  return 0;
}
