// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/steps/step_table.h"

#include <algorithm>
#include <array>

namespace threadline::engine {
namespace {

using scenario::Verb;

// In Python an assignment is a few operations, everything else a call: after calls the breaker is read.
constexpr std::array<StepKind, 24> kKinds{{
    {Verb::kCompute, makeCompute, StepNature::kWork, true},
    {Verb::kSleep, makeSleep, StepNature::kWaits, true},
    {Verb::kDownload, makeDownload, StepNature::kWaits, true},
    {Verb::kFile, makeFile, StepNature::kWaits, true},
    {Verb::kPrint, makePrint, StepNature::kWaits, true},
    {Verb::kCrash, makeCrash, StepNature::kInstant, true},
    {Verb::kExit, makeExit, StepNature::kInstant, true},
    {Verb::kCreate, makeCreate, StepNature::kInstant, true},
    {Verb::kStart, makeStart, StepNature::kInstant, true},
    {Verb::kCall, makeCall, StepNature::kNested, true},
    {Verb::kJoin, makeJoin, StepNature::kInstant, true},
    {Verb::kKill, makeKill, StepNature::kInstant, true},
    {Verb::kAcquire, makeAcquire, StepNature::kInstant, true},
    {Verb::kRelease, makeRelease, StepNature::kInstant, true},
    {Verb::kSet, makeSet, StepNature::kInstant, true},
    {Verb::kWait, makeWait, StepNature::kInstant, true},
    {Verb::kPut, makePut, StepNature::kInstant, true},
    {Verb::kGet, makeGet, StepNature::kLooks, true},
    {Verb::kEmit, makeEmit, StepNature::kInstant, true},
    {Verb::kServe, makeServe, StepNature::kNested, true},
    {Verb::kAssign, makeAssign, StepNature::kInstant, false},
    {Verb::kAdd, makeAdd, StepNature::kInstant, false},
    {Verb::kRepeat, makeRepeat, StepNature::kNested, false},
    {Verb::kMap, makeMap, StepNature::kInstant, true},
}};

}  // namespace

const StepKind* stepKindOf(Verb verb) {
  const auto* found =
      std::find_if(kKinds.begin(), kKinds.end(), [verb](const StepKind& kind) { return kind.verb == verb; });
  return found == kKinds.end() ? nullptr : found;
}

}  // namespace threadline::engine
