// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the objects of a scenario are. Scenarios name them, events and traces tell them by number: append, never change.

#include <cstdint>

namespace threadline {

enum class ObjectKind : std::uint8_t {
  kQueue,
  kPipe,
  kValue,
  kArray,
  kVariable,
  kLock,
  kRwLock,
  kSemaphore,
  kEvent,
  kBarrier,
  kPool,
  kServer,
  kSession,
  kLocal,
  kMailbox
};

}  // namespace threadline
