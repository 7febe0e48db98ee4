// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The actors that this process has created or started, by the number in an ActorHandle.
//
// Thread: any thread of the process.

#include <array>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>

#include "core/base/ids.h"
#include "core/engine/actor/actor_start.h"
#include "core/event/event.h"
#include "core/scenario/value.h"
#include "core/scenario/verbs.h"

namespace threadline::engine {

/// One actor as its maker knows it. `number` is its place in the registry of its runtime: ThreadRegistry once it has
/// started, ChildRegistry from its creation on; until then, and of a sequential actor, there is none.
struct HandleEntry {
  static constexpr std::uint32_t kNoNumber = 0xFFFFFFFF;
  scenario::Runtime runtime{};
  bool hasStarted = false;
  std::uint32_t number = kNoNumber;
  ActorStart start;  // what it runs; kept until it is started, its name and lane for ever
};

class HandleTable {
 public:
  [[nodiscard]] scenario::ActorHandle add(HandleEntry entry);
  /// A copy; nothing for a handle that another process made.
  [[nodiscard]] std::optional<HandleEntry> entry(scenario::ActorHandle handle) const;
  /// Marks it as started with this number; false when it was started before: then nothing changes.
  bool markStarted(scenario::ActorHandle handle);
  /// How many actors of this runtime were given no name, with this one: for Python's names, "Thread-1".
  [[nodiscard]] std::uint32_t countUnnamed(scenario::Runtime runtime);
  void setNumber(scenario::ActorHandle handle, std::uint32_t number);

 private:
  mutable std::mutex m_mutex;
  std::deque<HandleEntry> m_entries;
  std::array<std::uint32_t, 4> m_unnamed{};  // by Runtime
};

}  // namespace threadline::engine
