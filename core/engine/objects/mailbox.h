// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The mailbox of an actor that serves events, as the event loop of a window does: anybody in the process emits into it
// and goes on at once; one actor at a time serves it. Events come in the order in which they were emitted, each with
// the flow from its emit to its service.
//
// Another process has a mailbox of its own under the same name: a forked one begins empty, as signals do not cross
// processes.
//
// Thread: any; the calls of the server are its own.

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/engine/monotonic_condition.h"
#include "core/engine/recorder/recorder.h"
#include "core/scenario/value.h"

namespace threadline::engine {

class Mailbox {
 public:
  /// Called by whoever emits, under the mailbox's lock: it must not block nor use the mailbox.
  using Waker = std::function<void()>;

  explicit Mailbox(ObjectId id) : m_id(id) {}
  Mailbox(const Mailbox&) = delete;
  Mailbox& operator=(const Mailbox&) = delete;

  [[nodiscard]] ObjectId id() const { return m_id; }
  /// Never waits. Errors: kLimit when a great many events lie there that nobody serves.
  [[nodiscard]] Status emit(Recorder& recorder, scenario::Value value);
  [[nodiscard]] std::int64_t depth() const;

  // ---- of the actor that serves
  /// Errors: kRunFailed when another actor serves it.
  [[nodiscard]] Status beginService(std::string who);
  void endService();
  /// The oldest event, or nothing.
  [[nodiscard]] std::optional<scenario::Value> tryTake(Recorder& recorder);
  /// Blocks until there is an event, or the deadline. The caller has recorded its wait and given up the GIL.
  void wait(const Deadline& deadline);
  /// For who waits otherwise: called with each event that comes from now on, until it is replaced or service ends.
  void setWaker(Waker waker);

  [[nodiscard]] std::unique_ptr<Mailbox> copyForFork() const { return std::make_unique<Mailbox>(m_id); }

 private:
  struct Letter {
    scenario::Value value;
    std::uint64_t flow = 0;
  };

  const ObjectId m_id;
  mutable std::mutex m_mutex;
  MonotonicCondition m_notEmpty;
  std::deque<Letter> m_letters;
  Waker m_waker;
  std::string m_server;  // who serves it; empty: nobody
};

}  // namespace threadline::engine
