// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>
#include <ctime>
#include <limits>

#include "core/engine/monotonic_condition.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/loop_wait.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

class SleepStep final : public StepCode {
 public:
  SleepStep(scenario::Argument length, std::int64_t unitNs, std::optional<scenario::Argument> blocking)
      : m_length(std::move(length)), m_unitNs(unitNs), m_blocking(std::move(blocking)) {}

  StepEnd run(Frame& frame) const override {
    const auto length = frame.integer(m_length);
    if (!length) return frame.fail(length.error());
    if (length.value() < 0) {
      return frame.fail({ErrorCode::kRunFailed, "sleep length must be non-negative", ""});
    }
    std::int64_t ns = 0;
    if (__builtin_mul_overflow(length.value(), m_unitNs, &ns) || ns > std::numeric_limits<std::int64_t>::max() / 2) {
      return frame.fail({ErrorCode::kRunFailed, "the sleep is too long", ""});
    }
    const auto isBlocking = frame.boolOr(m_blocking, false);
    if (!isBlocking) return frame.fail(isBlocking.error());
    // Until a point in time: what delays the call does not make the sleep longer.
    const TimeNs until = monotonicNow() + DurationNs{ns};
    if (!isBlocking.value()) {
      if (frame.task() != nullptr)
        return awaitStep(frame, sleepInTask(frame, ns == 0 ? std::nullopt : Deadline(until)));
      if (ownLoop(frame) != nullptr) return turnLoopUntil(frame, until);
    }
    const BlockingCall call(frame.actor(), LaneState::kSleeping, frame.waitFor(TargetKind::kNone, LaneId::kNone));
    const timespec at = toTimespec(until.ns);
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, nullptr) == EINTR) {
    }
    return StepEnd::kNext;
  }

 private:
  /// Without a time: as asyncio's sleep(0), only lets the others go first.
  static Awaitable<StepEnd> sleepInTask(Frame& frame, Deadline until) {
    const StateDetail detail = frame.waitFor(TargetKind::kNone, LaneId::kNone);
    if (until) {
      co_await frame.task()->park(detail, until);
    } else {
      co_await frame.task()->yield(detail);
    }
    co_return StepEnd::kNext;
  }

  static StepEnd turnLoopUntil(Frame& frame, TimeNs until) {
    const LoopWait wait{LaneState::kSleeping, frame.waitFor(TargetKind::kNone, LaneId::kNone), until};
    bool isDone = false;
    return turnLoop(
        frame, *ownLoop(frame), wait, [] { return false; }, isDone);
  }

  scenario::Argument m_length;
  std::int64_t m_unitNs;
  std::optional<scenario::Argument> m_blocking;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeSleep(const scenario::Step& step, CodeBuilder& /*builder*/) {
  if (auto ms = CodeBuilder::argument(step, "ms")) {
    return std::unique_ptr<StepCode>(
        std::make_unique<SleepStep>(std::move(*ms), 1'000'000, CodeBuilder::argument(step, "blocking")));
  }
  auto us = CodeBuilder::argument(step, "us");
  if (!us) return Error{ErrorCode::kInvalidInput, "expected ms or us", step.pointer};
  return std::unique_ptr<StepCode>(
      std::make_unique<SleepStep>(std::move(*us), 1'000, CodeBuilder::argument(step, "blocking")));
}

}  // namespace threadline::engine
