// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the guard writes into slot 0: facts about processes, no lane.
//
// Thread: the guard's only one; never blocks.

#include <cstdint>
#include <string_view>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/engine/exit_status.h"
#include "core/event/event.h"
#include "core/ring/shared_rings.h"

namespace threadline::engine {

class GuardFacts {
 public:
  explicit GuardFacts(ring::RingWriter writer) : m_writer(writer) {}

  /// The main process is about to be made (pid 0), or was made.
  void mainProcess(ProcessId process, std::string_view name, std::int64_t pid);
  void dead(ProcessId process, TimeNs when);
  void collected(ProcessId process, const ProcessExitStatus& status);
  /// The last fact; the slot is the reader's afterwards.
  void runEnd();

 private:
  std::uint32_t text(std::string_view bytes);
  ring::RingWriter m_writer;
  std::uint32_t m_textsUsed = 0;
};

}  // namespace threadline::engine
