// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The event loop of one thread, and the tasks on it: asyncio's, made of C++20 coroutines on an Asio context.
//
// It belongs to an actor that is a thread (or a process's main thread): its owner, which is to its tasks what main() is
// in asyncio.run(main()). The loop turns while its owner awaits something, on the owner's thread; when the owner ends,
// what is left of the tasks is cancelled, as asyncio.run does it. The loop is a lane of kind service under its owner:
// `running` while a task executes, whatever the thread does while the task blocks, `idle` while no task is ready,
// `suspended` while its owner's own code runs.
//
// The thread holds the GIL like any thread: dropped while no task is ready and during blocking calls, given up on
// request between two steps. It is recorded in the lane of the loop while the loop turns.
//
// Thread: the owner's. A forked child has none of its parent's loops; its own begin anew.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

#include "core/engine/actor/actor.h"
#include "core/engine/loop/asio.h"
#include "core/engine/monotonic_condition.h"

namespace threadline::engine {

class Task;

class EventLoop {
 public:
  /// The loop on which this actor's tasks run: that of the task that it is, else its own, made when first asked for.
  /// Errors: those of a new lane.
  [[nodiscard]] static Result<EventLoop*> of(Actor& actor);
  EventLoop(Actor& owner, const RecorderSeed& lane);
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;
  ~EventLoop();

  [[nodiscard]] boost::asio::io_context& context() { return m_context; }
  [[nodiscard]] Recorder& recorder() { return m_recorder; }
  [[nodiscard]] LaneId lane() const { return m_recorder.lane(); }
  [[nodiscard]] ProcessRuntime& process() { return m_owner.process; }

  /// Puts a new task among those that are ready; it begins when the loop comes to it. Returns its number in the
  /// process's TaskRegistry. Its lane is `starting`.
  [[nodiscard]] std::uint32_t start(const ActorStart& start);
  /// Null when the task has ended.
  [[nodiscard]] Task* task(std::uint32_t number);

  /// The owner awaits: its lane is in `state`, the loop turns until `isOver` or the deadline. Returns whether it is
  /// over. It looks after each step of the loop.
  bool turn(LaneState state, const StateDetail& detail, const std::function<bool()>& isOver, const Deadline& deadline);
  /// What a task's `exit` asks of the whole process; the owner ends with it.
  [[nodiscard]] std::optional<std::int64_t> exitCode() const { return m_exitCode; }
  void askForExit(std::int64_t code) { m_exitCode = code; }
  /// The end of the owner's code: cancels the tasks that are left, turns until they have ended, and ends the lane.
  void close();

  // ---- told by its tasks
  /// This task goes on now; takes the GIL if the loop came from waiting.
  void enter(Task& task);
  /// The task does something that the thread waits for: the whole loop does.
  void stall(LaneState state);
  /// The task has the GIL again, since then.
  void carryOn(const Task& task, TimeNs since);
  /// The GIL for the thread, on a task's behalf: while it waits the task's lane is waiting_gil too. Returns since when.
  [[nodiscard]] TimeNs takeGil(Recorder& task, const StateDetail& waiting);
  void ended(Task& task);

 private:
  void step(const Deadline& deadline);
  void goOutside();
  void comeBack();
  [[nodiscard]] bool mayTurn() const { return !m_exitCode || m_isClosing; }

  Actor& m_owner;
  Recorder m_recorder;
  boost::asio::io_context m_context;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
  std::unordered_map<std::uint32_t, std::unique_ptr<Task>> m_tasks;
  bool m_isOutside = false;  // waits for something to be ready, without the GIL
  bool m_isTurning = false;
  bool m_isClosing = false;
  std::optional<std::int64_t> m_exitCode;
};

}  // namespace threadline::engine
