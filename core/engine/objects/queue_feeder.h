// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The thread that carries a process's items of one queue into its pipe, as in multiprocessing: so that put returns at
// once, whatever the pipe holds. A lane of kind service: idle without items, waiting_io while it writes into the pipe.
// It serialises under the GIL and writes without it. It is a daemon; what it has not written at an _exit is lost.
//
// Thread: any thread of the process; the feeder itself is one more.

#include <deque>
#include <mutex>
#include <string>

#include "core/base/result.h"
#include "core/engine/actor/actor.h"
#include "core/engine/monotonic_condition.h"
#include "core/engine/objects/queue.h"
#include "core/engine/shared_block.h"

namespace threadline::engine {

class QueueFeeder {
 public:
  QueueFeeder(ObjectId queue, std::string queueName, SharedCell& cell);
  QueueFeeder(const QueueFeeder&) = delete;
  QueueFeeder& operator=(const QueueFeeder&) = delete;

  /// Starts the thread unless it runs: before each put, so that nothing is said to be put that cannot be carried.
  /// Errors: kLimit, kSystem.
  [[nodiscard]] Status makeReady(Actor& actor);
  /// Takes the item over.
  void feed(QueueItem item);
  /// No more items come: waits until all is written. Records `joining`; the caller holds the GIL, the wait does not:
  /// the feeder needs it.
  void finish(Actor& actor);

 private:
  [[nodiscard]] Status start(Actor& actor);
  static void* entry(void* feeder);
  void run();
  [[nodiscard]] bool next(Recorder& recorder, QueueItem& item);
  void write(Actor& actor, const QueueItem& item);

  const ObjectId m_queue;
  const std::string m_name;
  SharedCell& m_cell;
  std::mutex m_mutex;
  MonotonicCondition m_changed;
  std::deque<QueueItem> m_items;
  ProcessRuntime* m_process = nullptr;  // set by the first put
  RecorderSeed m_seed;
  bool m_isRunning = false;
  bool m_isClosing = false;
};

}  // namespace threadline::engine
