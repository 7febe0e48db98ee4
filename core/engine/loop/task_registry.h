// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tasks of this process, kept after their end for joins and attributes. A task is awaited by the tasks of its loop
// and by the loop's owner through the loop; other threads wait here.
//
// Thread: any thread of the process.

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/engine/monotonic_condition.h"

namespace threadline::engine {

class EventLoop;

struct TaskRecord {
  LaneId lane;
  EventLoop* loop = nullptr;  // not to be touched once it has ended
  bool hasEnded = false;
  bool wasCancelled = false;
  std::optional<std::string> exception;  // what whoever awaits it gets
};

class TaskRegistry {
 public:
  [[nodiscard]] std::uint32_t add(LaneId lane, EventLoop& loop);
  [[nodiscard]] TaskRecord record(std::uint32_t task) const;
  void setEnded(std::uint32_t task, bool wasCancelled, std::optional<std::string> exception);
  /// Waits for its end; false when the time limit passed. The caller has recorded `joining` and dropped the GIL.
  bool join(std::uint32_t task, std::optional<DurationNs> limit);
  /// Asks the task's loop to cancel it; false when it has ended.
  bool cancel(std::uint32_t task);

 private:
  mutable std::mutex m_mutex;
  MonotonicCondition m_ended;
  std::vector<TaskRecord> m_tasks;
};

}  // namespace threadline::engine
