// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/steps/code.h"

#include <utility>

#include "core/engine/program.h"
#include "core/engine/steps/code_builder.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"
#include "core/scenario/object_rules.h"

namespace threadline::engine {

Result<bool> beginEntry(const StepEntry& entry, Frame& frame) {
  if (entry.when) {
    frame.enter(entry.index);
    auto holds = entry.when->evaluateBool(frame);
    if (!holds || !holds.value()) return holds;
  }
  if (const auto error = frame.beginStep(entry)) return *error;
  return true;
}

StepEnd StepSequence::run(Frame& frame) const {
  for (const StepEntry& entry : m_entries) {
    const auto begins = beginEntry(entry, frame);
    if (!begins) return frame.fail(begins.error());
    if (!begins.value()) continue;
    if (const StepEnd end = entry.code->run(frame); end != StepEnd::kNext) return end;
    if (entry.looksAtBreaker) frame.actor().yieldOnRequest();
  }
  return StepEnd::kNext;
}

const FunctionCode* Code::function(std::string_view name) const {
  const auto found = m_functions.find(name);
  return found == m_functions.end() ? nullptr : found->second.get();
}

ObjectId Code::variable(std::string_view name) const {
  const auto found = m_variables.find(name);
  return found == m_variables.end() ? ObjectId{} : found->second;
}

Result<std::shared_ptr<const Code>> makeCode(const Program& program) {
  auto code = std::make_shared<Code>();
  for (const ObjectSpec& object : program.objects) {
    if (scenario::holdsValue(object.kind)) code->m_variables.emplace(object.name, object.id);
  }
  // First all functions, then their steps: these name functions that stand further down.
  for (const auto& [name, function] : program.scenario.functions) {
    code->m_functions.emplace(name, std::make_unique<FunctionCode>(FunctionCode{name, function.arguments, {}}));
  }
  if (code->function("main") == nullptr) {
    return Error{ErrorCode::kInvalidInput, "found no function \"main\"", "/functions"};
  }
  CodeBuilder builder(program, code->m_functions);
  for (const auto& [name, function] : program.scenario.functions) {
    if (auto built = builder.build(function.steps, code->m_functions.find(name)->second->steps); !built) {
      return built.error();
    }
  }
  return std::shared_ptr<const Code>(std::move(code));
}

}  // namespace threadline::engine
