// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One call of a function while it runs: its locals, and where its steps find names, record what they do, and say how
// the actor ends. Names are looked up as Python does: locals (arguments and loop counters among them), then the
// objects that hold values, then the parameters and `cores`.
//
// Thread: the actor's.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/engine/actor/actor.h"
#include "core/engine/objects/variable_watch.h"
#include "core/engine/steps/code.h"
#include "core/scenario/expression.h"
#include "core/scenario/parameters.h"
#include "core/scenario/scenario.h"

namespace threadline::engine {

/// From which version of which variable a value was reckoned: so a store can tell what it wipes out.
struct ReadStamp {
  ObjectId variable;
  std::uint64_t version = 0;
};

struct Local {
  std::string name;
  scenario::Value value;
  ReadStamp stamp;
};

/// What all frames of one actor share.
struct ActorRun {
  explicit ActorRun(Actor& itsActor) : actor(itsActor), watch(itsActor.recorder) {}
  Actor& actor;
  ActorOutcome outcome;
  VariableWatch watch;
  /// The actor's own part of a `local` object, or null while it has none.
  [[nodiscard]] const scenario::Value* ownValue(ObjectId object) const;
  void setOwnValue(ObjectId object, scenario::Value value);

  std::int64_t lastAnswerNs = 0;
  std::string lastAnswer;

 private:
  std::vector<std::pair<ObjectId, scenario::Value>> m_ownValues;
};

class Frame final : public scenario::Names {
 public:
  Frame(ActorRun& run, const FunctionCode& function);

  // ---- names
  [[nodiscard]] Result<scenario::Value> name(std::string_view name) const override;
  [[nodiscard]] Result<scenario::Value> attribute(std::string_view base, std::int64_t element,
                                                  std::string_view attribute) const override;
  [[nodiscard]] Result<scenario::Value> element(std::string_view base, std::int64_t index) const override;
  /// What an object that holds values holds now; `element`: of an array, else 0. Errors: kRunFailed.
  [[nodiscard]] Result<scenario::Value> objectValue(ObjectId object, std::int64_t element) const;
  /// Null when there is none.
  [[nodiscard]] Local* local(std::string_view name);
  void setLocal(std::string_view name, scenario::Value value, ReadStamp stamp = {});
  void removeLocal(std::string_view name);
  [[nodiscard]] const std::vector<Local>& locals() const { return m_locals; }
  /// The variable that the values read since the last clearStamp come from.
  void clearStamp() { m_stamp = {}; }
  [[nodiscard]] ReadStamp stamp() const { return m_stamp; }

  // ---- values of arguments; errors end the actor by fail()
  [[nodiscard]] Result<scenario::Value> value(const scenario::Argument& argument) const;
  [[nodiscard]] Result<std::int64_t> integer(const scenario::Argument& argument) const;
  [[nodiscard]] Result<std::int64_t> integerOr(const std::optional<scenario::Argument>& argument,
                                               std::int64_t fallback) const;
  [[nodiscard]] Result<bool> boolOr(const std::optional<scenario::Argument>& argument, bool fallback) const;
  /// Any value as it is printed.
  [[nodiscard]] Result<std::string> text(const scenario::Argument& argument) const;
  /// The actor or the actors that a local holds. Errors: kRunFailed.
  [[nodiscard]] Result<std::vector<scenario::ActorHandle>> actors(const scenario::Reference& reference);

  // ---- the step that runs
  void enter(StepIndex step) { m_step = static_cast<std::uint16_t>(step.value); }
  /// Puts the step's label and the lane's state in place. Errors: the label's.
  [[nodiscard]] std::optional<Error> beginStep(const StepEntry& entry);
  /// From here on this step is work: for a step that is so only with some arguments.
  void beginWork() const { recordWorking(m_step, m_label); }
  [[nodiscard]] std::uint16_t step() const { return m_step; }
  /// When the call began.
  [[nodiscard]] TimeNs began() const { return m_began; }
  [[nodiscard]] std::uint32_t label() const { return m_label; }
  /// The detail of a wait of this step.
  [[nodiscard]] StateDetail waitFor(TargetKind kind, std::uint32_t target, LaneId holder = {}) const;
  /// Nothing was found: the lane is `checking` this object until something else is done.
  void startChecking(ObjectId object) const;
  void stopChecking() const;

  // ---- the end
  StepEnd fail(const Error& error);
  StepEnd exit(std::int64_t code);
  [[nodiscard]] bool hasEnded() const { return m_run.outcome.how != ActorOutcome::How::kReturned; }

  /// The task whose coroutine runs these steps, so that they can await; null in a thread, and in a plain frame.
  [[nodiscard]] Task* task() const { return m_isPlain ? nullptr : m_run.actor.task; }
  /// Its steps are a plain function's, not a coroutine's: in a task they cannot await, and block the loop.
  void makePlain() { m_isPlain = true; }
  [[nodiscard]] bool isPlain() const { return m_isPlain; }

  [[nodiscard]] Actor& actor() const { return m_run.actor; }
  [[nodiscard]] ActorRun& run() const { return m_run; }
  [[nodiscard]] ProcessRuntime& process() const { return m_run.actor.process; }
  [[nodiscard]] Recorder& recorder() const { return m_run.actor.recorder; }

 private:
  void recordWorking(std::uint16_t step, std::uint32_t label) const;

  ActorRun& m_run;
  const TimeNs m_began = monotonicNow();
  scenario::ParameterNames m_parameters;
  std::vector<Local> m_locals;
  mutable ReadStamp m_stamp;
  std::uint16_t m_step = kNoStep;
  std::uint32_t m_label = 0;
  bool m_isPlain = false;
};

/// Binds the arguments. Errors: a wrong number of them ends the actor.
[[nodiscard]] StepEnd bindArguments(Frame& frame, const FunctionCode& function,
                                    const std::vector<scenario::Value>& arguments);
/// Binds the arguments and runs the function's steps in this frame. Errors: a wrong number of arguments ends the actor.
[[nodiscard]] StepEnd runInFrame(Frame& frame, const FunctionCode& function,
                                 const std::vector<scenario::Value>& arguments);

/// The last words of an actor's code: what is pending of its variables, its exception, its locals.
void recordFunctionEnd(ActorRun& run, const Frame& frame);

/// The names of one actor's attributes: alive pid exit_code ident native_id name. Errors: kNotFound, kRunFailed.
[[nodiscard]] Result<scenario::Value> actorAttribute(ActorRun& run, scenario::ActorHandle handle,
                                                     std::string_view attribute);
/// self.name .pid .parent_pid .memory_kb .ident .native_id
[[nodiscard]] Result<scenario::Value> ownAttribute(const Actor& actor, std::string_view attribute);

}  // namespace threadline::engine
