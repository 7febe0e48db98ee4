// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which class runs which verb. The one place to add a verb to the engine, beside its file.
//
// Thread: any.

#include <memory>

#include "core/base/result.h"
#include "core/engine/steps/code.h"
#include "core/engine/steps/code_builder.h"
#include "core/scenario/scenario.h"
#include "core/scenario/verbs.h"

namespace threadline::engine {

using StepFactory = Result<std::unique_ptr<StepCode>> (*)(const scenario::Step& step, CodeBuilder& builder);

struct StepKind {
  scenario::Verb verb;
  StepFactory make;
  StepNature nature;
  bool looksAtBreaker;
};

/// Null for a verb that this version does not have.
[[nodiscard]] const StepKind* stepKindOf(scenario::Verb verb);

// One file each.
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeAcquire(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeAdd(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeAssign(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeCall(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeCompute(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeCrash(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeCreate(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeDownload(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeEmit(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeExit(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeFile(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeGet(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeJoin(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeKill(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeMap(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makePrint(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makePut(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeRelease(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeRepeat(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeServe(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeSet(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeSleep(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeStart(const scenario::Step& step, CodeBuilder& builder);
[[nodiscard]] Result<std::unique_ptr<StepCode>> makeWait(const scenario::Step& step, CodeBuilder& builder);

}  // namespace threadline::engine
