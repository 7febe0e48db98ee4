// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Items as messages in a pipe: a header, then the value's bytes or a filler of that many bytes. Written and read whole,
// one at a time, by whoever holds the lock of that end.
//
// Thread: any.

#include <cstdint>
#include <string_view>

#include "core/base/result.h"
#include "core/engine/objects/queue.h"

namespace threadline::engine {

/// Before each item in the pipe.
struct QueueMessage {
  static constexpr std::uint32_t kMagic = 0x4D455449;  // "ITEM"
  static constexpr std::uint32_t kMaxBytes = 256U << 20U;
  std::uint32_t magic = kMagic;
  std::uint32_t bytes = 0;
  std::uint32_t isFiller = 0;
  std::uint32_t reserved = 0;
  std::uint64_t flow = 0;
};

/// Writes `content`, or a filler of that many bytes where it is more than none; waits while the pipe is full. False
/// when nobody can read it.
bool writeMessage(int fd, std::uint64_t flow, std::string_view content, std::int64_t fillerBytes);
/// Reads one message into the item's value and flow; waits for what is not there yet. Errors: kRunFailed when a writer
/// was killed in the middle.
[[nodiscard]] Status readMessage(int fd, QueueItem& item);

}  // namespace threadline::engine
