// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An actor while it runs: its process, its lane, its locals. One per thread or task; used by its own thread only.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "core/engine/actor/actor_start.h"
#include "core/engine/process_runtime.h"
#include "core/engine/recorder/recorder.h"

namespace threadline::engine {

class EventLoop;       // loop/event_loop.h
class Task;            // loop/task.h
class HttpConnection;  // http/http_connection.h

struct Actor {
  ProcessRuntime& process;
  Recorder& recorder;
  std::string name;
  bool isDaemon = false;
  std::uint16_t step = kNoStep;             // the step that running or checking is recorded with
  std::uint32_t label = 0;                  // its label
  LaneState working = LaneState::kRunning;  // what the lane goes back to after a wait: running, or checking
  ObjectId checked{};                       // of checking: what it looks at
  ObjectId serves{};                        // the pool whose worker it is
  bool isThread = false;                    // not its process's main actor
  bool keepsGil = false;                    // when runFunction returns: a main actor, which goes on to its exit
  TimeNs endedAt{};                         // set by runFunction: when it gave the GIL up for good
  std::function<void()> whenRunning{};      // called once, when the actor has the GIL and before its first step
  Task* task = nullptr;                     // of a task: what it is; its thread is its loop's
  std::shared_ptr<EventLoop> loop{};        // of a thread: the loop that it owns, once it has needed one
  std::map<std::uint32_t, std::shared_ptr<HttpConnection>> connections{};  // its own ones, by the session's ObjectId

  /// Takes the GIL (if the process has one) and records what the lane goes back to.
  void resume();
  /// Gives the GIL up for good or for a wait; the wait's state was recorded before. Returns the moment.
  TimeNs pause();
  /// What the interpreter does when the breaker is set.
  void yieldOnRequest();
  /// A wait begins that its thread does: of a task, the whole loop's.
  void beginWait(LaneState state, const StateDetail& detail);
  /// What the lane goes back to after a wait, since then.
  void recordWorking(TimeNs since);
};

/// A blocking call: records the state, gives the GIL up; at the end of the scope takes it and records running again.
class BlockingCall {
 public:
  BlockingCall(Actor& actor, LaneState state, const StateDetail& detail) : m_actor(actor) {
    actor.beginWait(state, detail);
    actor.pause();
  }
  BlockingCall(const BlockingCall&) = delete;
  BlockingCall& operator=(const BlockingCall&) = delete;
  ~BlockingCall() { m_actor.resume(); }

 private:
  Actor& m_actor;
};

/// Runs a function's steps in the calling thread as this actor: takes the GIL, records running and the arrival of
/// start.startFlow, the steps, its locals at the end, and drops the GIL unless the actor keeps it. The run's first
/// actor also introduces the objects. Does not end the lane. Never throws.
[[nodiscard]] ActorOutcome runFunction(Actor& actor, const ActorStart& start);

}  // namespace threadline::engine
