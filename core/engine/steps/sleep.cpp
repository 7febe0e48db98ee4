// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>
#include <ctime>
#include <limits>

#include "core/engine/monotonic_condition.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

class SleepStep final : public StepCode {
 public:
  SleepStep(scenario::Argument length, std::int64_t unitNs) : m_length(std::move(length)), m_unitNs(unitNs) {}

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
    const BlockingCall call(frame.actor(), LaneState::kSleeping, frame.waitFor(TargetKind::kNone, LaneId::kNone));
    // Until a point in time: what delays the call does not make the sleep longer.
    const timespec until = toTimespec((monotonicNow() + DurationNs{ns}).ns);
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr) == EINTR) {
    }
    return StepEnd::kNext;
  }

 private:
  scenario::Argument m_length;
  std::int64_t m_unitNs;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeSleep(const scenario::Step& step, CodeBuilder& /*builder*/) {
  if (auto ms = CodeBuilder::argument(step, "ms")) {
    return std::unique_ptr<StepCode>(std::make_unique<SleepStep>(std::move(*ms), 1'000'000));
  }
  auto us = CodeBuilder::argument(step, "us");
  if (!us) return Error{ErrorCode::kInvalidInput, "expected ms or us", step.pointer};
  return std::unique_ptr<StepCode>(std::make_unique<SleepStep>(std::move(*us), 1'000));
}

}  // namespace threadline::engine
