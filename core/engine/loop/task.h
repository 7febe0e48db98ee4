// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A task: an actor that is a coroutine on an event loop.
//
// How a step awaits. A verb's run() is written once. Where it would block and frame.task() is not null, it hands the
// rest of the step over as a coroutine and returns:
//
//   StepEnd run(Frame& frame) const override {
//     ...
//     if (frame.task() != nullptr) return awaitStep(frame, fetchInTask(frame));
//     const BlockingCall call(...);  // in a thread
//   }
//   Awaitable<StepEnd> fetchInTask(Frame& frame) const {  // the parameters live on as long as the step
//     tcp::socket socket(frame.task()->loop().context());
//     boost::system::error_code error;
//     {
//       const Suspension wait(*frame.task(), frame.waitFor(...), [&] { socket.close(); });
//       co_await async_connect(socket, ends, asio::redirect_error(asio::use_awaitable, error));
//     }
//     ...
//     co_return StepEnd::kNext;
//   }
//
// Any Asio or Beast operation can be awaited so. While a Suspension lives the lane is `suspended` and the coroutine
// does nothing but co_await; what is awaited ends early when the task is cancelled, by the given function. The steps'
// driver looks at isCancelled() after each step that awaited, so a step need not, unless it goes on to await again.
// A step without such a branch blocks its whole loop, as the same call does in asyncio.
//
// Thread: its loop's.

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>

#include "core/engine/actor/actor.h"
#include "core/engine/loop/asio.h"
#include "core/engine/loop/event_loop.h"
#include "core/engine/steps/code.h"
#include "core/engine/steps/frame.h"

namespace threadline::engine {

/// Tasks that wait for the same thing, in the order in which they came.
class WaitList {
 public:
  void add(Task& task) { m_tasks.push_back(&task); }
  /// The task waits no more, for whatever reason.
  void remove(const Task& task);
  void wakeOne();
  void wakeAll();

 private:
  std::deque<Task*> m_tasks;
};

class Task {
 public:
  Task(EventLoop& loop, std::uint32_t number, ActorStart start);
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;
  ~Task() = default;

  [[nodiscard]] EventLoop& loop() { return m_loop; }
  [[nodiscard]] std::uint32_t number() const { return m_number; }
  [[nodiscard]] const ActorStart& whatItRuns() const { return m_start; }
  [[nodiscard]] Actor& actor() { return m_actor; }
  [[nodiscard]] Recorder& recorder() { return m_recorder; }
  /// Its name as a text of the loop's lane.
  [[nodiscard]] std::uint32_t nameInLoop() const { return m_nameInLoop; }
  /// Those who await its end.
  [[nodiscard]] WaitList& joiners() { return m_joiners; }

  /// The whole life, from its first step to the end of its lane.
  [[nodiscard]] Awaitable<void> run();

  // ---- awaiting, for the coroutine of a step
  /// Until wake() (true), or the deadline or a cancellation (false).
  [[nodiscard]] Awaitable<bool> park(StateDetail detail, Deadline deadline);
  void wake();
  /// Lets every other task that is ready go on first: sleep(0).
  [[nodiscard]] Awaitable<void> yield(StateDetail detail);

  // ---- cancellation
  void cancel();
  [[nodiscard]] bool isCancelled() const { return m_isCancelled; }
  [[nodiscard]] static Error cancelled() { return {ErrorCode::kRunFailed, "CancelledError", ""}; }

 private:
  friend class Suspension;
  friend StepEnd awaitStep(Frame& frame, Awaitable<StepEnd> rest);
  friend Awaitable<StepEnd> runInTask(const StepSequence& steps, Frame& frame);
  [[nodiscard]] Awaitable<StepEnd> takePending();

  EventLoop& m_loop;
  const std::uint32_t m_number;
  const ActorStart m_start;
  Recorder m_recorder;
  Actor m_actor;
  const std::uint32_t m_nameInLoop;
  WaitList m_joiners;
  boost::asio::steady_timer m_timer;
  bool m_isWoken = false;
  bool m_isCancelled = false;
  class Suspension* m_suspension = nullptr;  // what it awaits, while it does
  std::optional<Awaitable<StepEnd>> m_pending;
};

/// While it lives, the task awaits: its lane is suspended. At the end the lane is what it was.
class Suspension {
 public:
  using Cancel = std::function<void()>;
  /// `cancel` makes what is awaited end soon; without it, a cancellation is seen when that ends by itself.
  Suspension(Task& task, const StateDetail& detail, Cancel cancel = {});
  Suspension(const Suspension&) = delete;
  Suspension& operator=(const Suspension&) = delete;
  ~Suspension();

 private:
  friend class Task;
  Task& m_task;
  Cancel m_cancel;
};

/// The rest of this step is a coroutine of the task that runs it.
[[nodiscard]] StepEnd awaitStep(Frame& frame, Awaitable<StepEnd> rest);
/// Runs steps as this frame's task does: those that await are awaited.
[[nodiscard]] Awaitable<StepEnd> runInTask(const StepSequence& steps, Frame& frame);
/// The task twin of runInFrame.
[[nodiscard]] Awaitable<StepEnd> runInTask(Frame& frame, const FunctionCode& function,
                                           const std::vector<scenario::Value>& arguments);

}  // namespace threadline::engine
