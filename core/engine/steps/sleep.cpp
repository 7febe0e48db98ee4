// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cerrno>
#include <ctime>
#include <limits>
#include <utility>

#include "core/engine/monotonic_condition.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/loop_wait.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

enum class SleepUnit : std::uint8_t { kMs, kUs, kUntilUs };

class SleepStep final : public StepCode {
 public:
  SleepStep(scenario::Argument length, SleepUnit unit, std::optional<scenario::Argument> blocking)
      : m_length(std::move(length)), m_unit(unit), m_blocking(std::move(blocking)) {}

  StepEnd run(Frame& frame) const override {
    const auto length = frame.integer(m_length);
    if (!length) return frame.fail(length.error());
    if (length.value() < 0) {
      return frame.fail({ErrorCode::kRunFailed, "sleep length must be non-negative", ""});
    }
    const std::int64_t unitNs = m_unit == SleepUnit::kMs ? 1'000'000 : 1'000;
    std::int64_t ns = 0;
    if (__builtin_mul_overflow(length.value(), unitNs, &ns) || ns > std::numeric_limits<std::int64_t>::max() / 2) {
      return frame.fail({ErrorCode::kRunFailed, "the sleep is too long", ""});
    }
    const auto isBlocking = frame.boolOr(m_blocking, false);
    if (!isBlocking) return frame.fail(isBlocking.error());
    // Until a point in time: what delays the call does not make the sleep longer.
    const TimeNs now = monotonicNow();
    const TimeNs until = (m_unit == SleepUnit::kUntilUs ? frame.began() : now) + DurationNs{ns};
    if (!isBlocking.value()) {
      if (frame.task() != nullptr) return awaitStep(frame, sleepInTask(frame, until, until <= now));
      if (ownLoop(frame) != nullptr) return turnLoopUntil(frame, until);
    }
    if (m_unit != SleepUnit::kUntilUs || until > now) block(frame, until);
    return wake(frame, until);
  }

 private:
  static void block(Frame& frame, TimeNs until) {
    const BlockingCall call(frame.actor(), LaneState::kSleeping, frame.waitFor(TargetKind::kNone, LaneId::kNone));
    const timespec at = toTimespec(until.ns);
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, nullptr) == EINTR) {
    }
  }

  /// Without a time to wait: as asyncio's sleep(0), only lets the others go first.
  [[nodiscard]] Awaitable<StepEnd> sleepInTask(Frame& frame, TimeNs until, bool isPast) const {
    const StateDetail detail = frame.waitFor(TargetKind::kNone, LaneId::kNone);
    if (isPast) {
      co_await frame.task()->yield(detail);
    } else {
      co_await frame.task()->park(detail, until);
    }
    co_return wake(frame, until);
  }

  [[nodiscard]] StepEnd turnLoopUntil(Frame& frame, TimeNs until) const {
    const LoopWait wait{LaneState::kSleeping, frame.waitFor(TargetKind::kNone, LaneId::kNone), until};
    bool isDone = false;
    const StepEnd end = turnLoop(
        frame, *ownLoop(frame), wait, [] { return false; }, isDone);
    return end == StepEnd::kNext ? wake(frame, until) : end;
  }

  /// A request that was due is counted from then, however late its clients are.
  [[nodiscard]] StepEnd wake(Frame& frame, TimeNs until) const {
    if (m_unit == SleepUnit::kUntilUs && frame.label() != 0) {
      const std::int64_t late = std::max<std::int64_t>(0, (monotonicNow() - until).ns);
      frame.recorder().instant(InstantKind::kTimeout, frame.label(), LaneId::kNone, late, frame.step());
    }
    return StepEnd::kNext;
  }

  scenario::Argument m_length;
  SleepUnit m_unit;
  std::optional<scenario::Argument> m_blocking;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeSleep(const scenario::Step& step, CodeBuilder& /*builder*/) {
  const std::pair<const char*, SleepUnit> units[] = {
      {"ms", SleepUnit::kMs}, {"us", SleepUnit::kUs}, {"until_us", SleepUnit::kUntilUs}};
  for (const auto& [name, unit] : units) {
    auto length = CodeBuilder::argument(step, name);
    if (!length) continue;
    return std::unique_ptr<StepCode>(
        std::make_unique<SleepStep>(std::move(*length), unit, CodeBuilder::argument(step, "blocking")));
  }
  return Error{ErrorCode::kInvalidInput, "expected ms, us or until_us", step.pointer};
}

}  // namespace threadline::engine
