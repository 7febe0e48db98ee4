// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A font for tests: every character half as wide as it is high, bold ones six tenths.

#include "ui/scene/text_measure.h"
#include "ui/scene/words.h"

namespace threadline::test {

class FixedMeasure final : public scene::TextMeasure {
 public:
  [[nodiscard]] double width(std::string_view text, double sizePx, bool bold) const override {
    double characters = 0;
    for (const char c : text) characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    return characters * sizePx * (bold ? 0.6 : 0.5);
  }
};

inline scene::Words plainWords() {
  scene::Words words;
  for (std::size_t i = 0; i < kLaneStateCount; ++i) words.states[i] = nameOf(static_cast<LaneState>(i));
  words.waitingAtExit = "exit wait";
  words.waitingForPipe = "pipe wait";
  words.waitingForEvent = "event wait";
  words.waitingForBarrier = "barrier wait";
  words.waitingForSemaphore = "semaphore wait";
  words.mainThread = "main thread";
  words.thread = "thread";
  words.daemonThread = "daemon thread";
  words.task = "task";
  words.service = "service";
  words.process = "process";
  words.daemon = "daemon";
  words.pid = "pid";
  words.exitCode = "exit";
  words.gilHolder = "GIL";
  words.held = "held by";
  words.lost = "lost";
  words.cancels = "cancels %1";
  words.refused = "refused: in use by %1";
  words.deadlockOfHeld = "deadlock: waits for %1, held by %2";
  words.deadlockOfEnd = "deadlock: waits for the end of %1";
  words.notCollected = "zombie";
  words.largest = "max";
  return words;
}

}  // namespace threadline::test
