// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Making and starting actors, as create and start do it: the handle, the new lane, the registry of its runtime.
//
// Thread: the starter's.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/unique_fd.h"
#include "core/engine/steps/code_builder.h"
#include "core/engine/steps/frame.h"

namespace threadline::engine {

/// The arguments that create and start have in common.
class ActorPlan {
 public:
  [[nodiscard]] static Result<ActorPlan> read(const scenario::Step& step, CodeBuilder& builder);

  /// Makes what the step says, count times over; each new one is started if `starts`. Puts the handles into the step's
  /// local: one, a list where there is a count, and in a repeat one more in the list each time.
  [[nodiscard]] StepEnd run(Frame& frame, bool starts) const;

 private:
  [[nodiscard]] Result<scenario::ActorHandle> make(Frame& frame, scenario::Runtime runtime, bool starts) const;
  [[nodiscard]] Result<scenario::ActorHandle> makeOne(Frame& frame, scenario::Runtime runtime, bool starts,
                                                      std::optional<std::int64_t> index) const;
  [[nodiscard]] Result<ActorStart> startOf(Frame& frame, scenario::Runtime runtime) const;
  [[nodiscard]] Result<StartMethod> methodOf(Frame& frame) const;
  [[nodiscard]] Result<bool> isDaemon(Frame& frame, scenario::Runtime runtime) const;
  void keep(Frame& frame, scenario::List handles) const;

  const FunctionCode* m_function = nullptr;
  std::optional<scenario::Argument> m_runtime;
  std::optional<scenario::Argument> m_method;
  std::optional<scenario::Argument> m_name;
  std::optional<scenario::Argument> m_arguments;
  std::optional<scenario::Argument> m_daemon;
  std::optional<scenario::Argument> m_count;
  std::string m_as;
  bool m_isInRepeat = false;
};

/// Makes an actor of this runtime with its lane, and starts it if wanted. `method`: of a process.
/// Errors: kRunFailed, kSystem, kLimit.
[[nodiscard]] Result<scenario::ActorHandle> makeActor(Frame& frame, scenario::Runtime runtime, ActorStart start,
                                                      StartMethod method, bool starts);
/// Of a process that this one has started and not collected; else null.
[[nodiscard]] std::shared_ptr<const UniqueFd> pidfdOf(Frame& frame, scenario::ActorHandle handle);

/// Starts an actor that exists: its lane goes from created to starting, and it runs when this returns (a thread) or
/// soon (a process). A sequential one has ended when this returns. Errors: kRunFailed (a second start, in Python's
/// words), kSystem, kLimit.
[[nodiscard]] Status startActor(Frame& frame, scenario::ActorHandle handle);

}  // namespace threadline::engine
