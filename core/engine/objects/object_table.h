// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// This process's side of every declared object, by ObjectId. Objects between processes keep their state in the shared
// block and in pipes; the others have it here, so each process has its own.
//
// Thread: any thread of the process; the table itself never changes.

#include <memory>
#include <vector>

#include "core/base/ids.h"
#include "core/engine/process_runtime.h"

namespace threadline::engine {

struct Actor;    // actor/actor.h
class Lock;      // objects/lock.h
class Mailbox;   // objects/mailbox.h
class Numbers;   // objects/numbers.h
class Queue;     // objects/queue.h
class Pool;      // objects/pool.h
class Session;   // objects/session.h
class Variable;  // objects/variable.h
class Waitable;  // objects/waitable.h

class ObjectTable {
 public:
  /// Makes every object of the program in its initial state: for main and for a spawned process.
  /// Lifetime: the program and the shared block (null where no object is shared) outlive the table.
  explicit ObjectTable(ProcessRuntime& process);
  ~ObjectTable();
  ObjectTable(const ObjectTable&) = delete;
  ObjectTable& operator=(const ObjectTable&) = delete;

  /// A copy for a process that is about to be forked: same values of variables, same locks held, same items in queues,
  /// but unused mutexes, no waiters and no feeder threads. Made by the parent before the fork (while it holds the GIL),
  /// because there the objects can be locked; the child takes it over.
  [[nodiscard]] std::unique_ptr<ObjectTable> copyForFork() const;

  /// Null when the object is none of that kind.
  [[nodiscard]] Lock* lock(ObjectId id) const;          // lock, semaphore, read-write lock; of a value or array its own
  [[nodiscard]] Waitable* waitable(ObjectId id) const;  // event, barrier
  [[nodiscard]] Numbers* numbers(ObjectId id) const;    // value, array
  [[nodiscard]] Queue* queue(ObjectId id) const;        // queue; of a pipe its end a
  [[nodiscard]] Queue* secondEnd(ObjectId id) const;    // of a pipe its end b
  [[nodiscard]] Mailbox* mailbox(ObjectId id) const;
  [[nodiscard]] Variable* variable(ObjectId id) const;
  [[nodiscard]] Session* session(ObjectId id) const;

  [[nodiscard]] Pool* pool(ObjectId id) const;

  /// At the process's exit, before its threads are joined: the workers of its pools of threads have no more to do.
  void closePools();

  /// At the process's exit, after its children were joined: tells the feeder threads of queues that no more items come
  /// and waits until all that was put is written into the pipes, as multiprocessing does. Records `joining` on the
  /// feeder's lane. May never return when nobody reads such a pipe; that is so in Python too.
  void finishFeeders(Actor& actor);

 private:
  struct Entry;
  ObjectTable();
  std::vector<Entry> m_entries;
};

}  // namespace threadline::engine
