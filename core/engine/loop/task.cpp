// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/loop/task.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "core/engine/loop/task_registry.h"

#include <boost/asio/post.hpp>

namespace threadline::engine {

namespace asio = boost::asio;

void WaitList::remove(const Task& task) {
  m_tasks.erase(std::remove(m_tasks.begin(), m_tasks.end(), &task), m_tasks.end());
}

void WaitList::wakeOne() {
  if (m_tasks.empty()) return;
  Task* first = m_tasks.front();
  m_tasks.pop_front();
  first->wake();
}

void WaitList::wakeAll() {
  while (!m_tasks.empty()) wakeOne();
}

Task::Task(EventLoop& loop, std::uint32_t number, ActorStart start)
    : m_loop(loop),
      m_number(number),
      m_start(std::move(start)),
      m_recorder(*loop.process().rings, m_start.recorder),
      m_actor{loop.process(), m_recorder, m_start.name, false},
      m_nameInLoop(loop.recorder().text(m_start.name)),
      m_timer(loop.context()) {
  m_actor.task = this;
  m_actor.isThread = true;
}

Awaitable<bool> Task::park(StateDetail detail, Deadline deadline) {
  if (m_isCancelled) co_return false;
  m_isWoken = false;
  m_timer.expires_at(deadline ? std::chrono::steady_clock::time_point(std::chrono::nanoseconds(deadline->ns))
                              : std::chrono::steady_clock::time_point::max());
  const Suspension wait(*this, detail, [this] { m_timer.cancel(); });
  boost::system::error_code error;
  co_await m_timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
  co_return m_isWoken;
}

void Task::wake() {
  m_isWoken = true;
  m_timer.cancel();
}

Awaitable<void> Task::yield(StateDetail detail) {
  const Suspension wait(*this, detail);
  co_await asio::post(m_loop.context().get_executor(), asio::use_awaitable);
}

void Task::cancel() {
  m_isCancelled = true;
  if (m_suspension != nullptr && m_suspension->m_cancel) m_suspension->m_cancel();
}

Awaitable<StepEnd> Task::takePending() {
  Awaitable<StepEnd> pending = std::move(*m_pending);
  m_pending.reset();
  return pending;
}

Suspension::Suspension(Task& task, const StateDetail& detail, Cancel cancel)
    : m_task(task), m_cancel(std::move(cancel)) {
  task.m_suspension = this;
  task.recorder().state(LaneState::kSuspended, detail);
}

Suspension::~Suspension() {
  m_task.m_suspension = nullptr;
  m_task.loop().enter(m_task);
}

StepEnd awaitStep(Frame& frame, Awaitable<StepEnd> rest) {
  frame.task()->m_pending.emplace(std::move(rest));
  return StepEnd::kAwaits;
}

Awaitable<StepEnd> runInTask(const StepSequence& steps, Frame& frame) {
  Task& task = *frame.task();
  for (const StepEntry& entry : steps.entries()) {
    const Result<bool> begins = beginEntry(entry, frame);
    if (!begins) co_return frame.fail(begins.error());
    if (!begins.value()) continue;
    StepEnd end = entry.code->run(frame);
    if (end == StepEnd::kAwaits) {
      end = co_await task.takePending();
      if (task.isCancelled() && end == StepEnd::kNext) {
        frame.enter(entry.index);
        end = frame.fail(Task::cancelled());
      }
    }
    if (end != StepEnd::kNext) co_return end;
    if (entry.looksAtBreaker) frame.actor().yieldOnRequest();
  }
  co_return StepEnd::kNext;
}

Awaitable<StepEnd> runInTask(Frame& frame, const FunctionCode& function,
                             const std::vector<scenario::Value>& arguments) {
  if (const StepEnd bound = bindArguments(frame, function, arguments); bound != StepEnd::kNext) co_return bound;
  co_return co_await runInTask(function.steps, frame);
}

Awaitable<void> Task::run() {
  ActorRun run(m_actor);
  m_loop.enter(*this);
  if (m_start.startFlow != 0) m_recorder.flowIn(FlowKind::kStart, m_start.startFlow, {});
  const FunctionCode* function = m_actor.process.program->code->function(m_start.function);
  if (function == nullptr) {
    run.outcome = {ActorOutcome::How::kException, 0, "there is no function \"" + m_start.function + "\""};
  } else {
    Frame frame(run, *function);
    // The root of everything that the task does: what the library may throw ends this task only.
    try {
      if (m_isCancelled) {
        static_cast<void>(frame.fail(cancelled()));
      } else {
        static_cast<void>(co_await runInTask(frame, *function, m_start.arguments));
      }
    } catch (const std::exception& failure) {
      run.outcome = {ActorOutcome::How::kException, 0, failure.what()};
    }
    recordFunctionEnd(run, frame);
  }
  const bool hasFailed = run.outcome.how == ActorOutcome::How::kException;
  m_recorder.flowOut(FlowKind::kJoin, Recorder::endFlowOf(m_recorder.lane()), {});
  m_recorder.laneEnds(hasFailed ? LaneExit::kException : LaneExit::kReturned, run.outcome.text, false);
  if (run.outcome.how == ActorOutcome::How::kExit) m_loop.askForExit(run.outcome.code);
  m_actor.process.tasks->setEnded(m_number, m_isCancelled,
                                  hasFailed ? std::optional<std::string>(run.outcome.text) : std::nullopt);
  m_loop.ended(*this);
}

}  // namespace threadline::engine
