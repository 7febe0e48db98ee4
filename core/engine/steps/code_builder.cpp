// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/steps/code_builder.h"

#include <utility>

#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

Error cannotRun(const scenario::Step& step, std::string_view argument, const std::string& expected) {
  return {ErrorCode::kInvalidInput, "expected " + expected, step.pointer + "/" + std::string(argument)};
}

}  // namespace

Result<ObjectId> ObjectRef::resolve(const scenario::Names& names) const {
  if (!m_element) return m_first;
  const auto element = m_element->evaluate(names);
  if (!element) return element.error();
  const std::int64_t* index = element.value().asInteger();
  if (index == nullptr || *index < 0 || *index >= m_count) {
    return Error{ErrorCode::kRunFailed,
                 "there is no " + m_name + "[" + element.value().toText() + "]: it has " + std::to_string(m_count), ""};
  }
  return ObjectId{m_first.value + static_cast<std::uint32_t>(*index)};
}

Status CodeBuilder::build(const std::vector<scenario::Step>& steps, StepSequence& into) {
  for (const scenario::Step& step : steps) {
    const StepKind* kind = stepKindOf(step.verb);
    if (kind == nullptr) {
      const std::string verb(scenario::ruleOf(step.verb).name);
      return Error{ErrorCode::kUnsupported, "the verb \"" + verb + "\" is not in this version", step.pointer};
    }
    auto code = kind->make(step, *this);
    if (!code) return code.error();
    StepEntry entry;
    entry.code = code.take();
    entry.index = step.index;
    entry.when = step.when;
    entry.label = step.label;
    entry.nature = kind->nature;
    entry.looksAtBreaker = kind->looksAtBreaker;
    into.add(std::move(entry));
  }
  return ok();
}

Status CodeBuilder::buildRepeated(const std::vector<scenario::Step>& steps, StepSequence& into) {
  ++m_repeatDepth;
  auto built = build(steps, into);
  --m_repeatDepth;
  return built;
}

std::optional<scenario::Argument> CodeBuilder::argument(const scenario::Step& step, std::string_view name) {
  const scenario::Argument* found = step.argument(name);
  if (found == nullptr) return std::nullopt;
  return *found;
}

Result<scenario::Reference> CodeBuilder::reference(const scenario::Step& step, std::string_view argument) const {
  const scenario::Argument* found = step.argument(argument);
  if (found == nullptr || found->reference() == nullptr) return cannotRun(step, argument, "a name");
  return *found->reference();
}

Result<const FunctionCode*> CodeBuilder::function(const scenario::Step& step, std::string_view argument) const {
  auto named = reference(step, argument);
  if (!named) return named.error();
  const auto found = m_functions.find(named.value().name);
  if (found == m_functions.end()) return cannotRun(step, argument, "the name of a function");
  return static_cast<const FunctionCode*>(found->second.get());
}

Result<ObjectRef> CodeBuilder::object(const scenario::Step& step, std::string_view argument) const {
  auto named = reference(step, argument);
  if (!named) return named.error();
  const auto kind = kindOf(named.value().name);
  const scenario::ArgumentRule* rule = scenario::argumentNamed(scenario::ruleOf(step.verb).arguments, argument);
  const bool fits = kind && rule != nullptr && scenario::isAlternative(rule->choices, scenario::nameOf(*kind));
  auto found = fits ? objectNamed(named.value(), *kind) : std::nullopt;
  if (!found) return cannotRun(step, argument, "an object of another kind, or with another number of elements");
  return std::move(*found);
}

std::optional<scenario::ObjectKind> CodeBuilder::kindOf(const std::string& name) const {
  const scenario::ObjectDeclaration* declaration = m_program.scenario.object(name);
  return declaration == nullptr ? std::nullopt : std::optional(declaration->kind);
}

std::optional<ObjectRef> CodeBuilder::objectNamed(const scenario::Reference& reference,
                                                  scenario::ObjectKind kind) const {
  ObjectRef ref;
  ref.m_name = reference.name;
  ref.m_part = reference.part;
  ref.m_element = reference.element;
  ref.m_first = m_program.objectNamed(reference.name, reference.element ? 0 : -1);
  if (ref.m_first.isNone() || m_program.objects[ref.m_first.value].kind != kind) return std::nullopt;
  if (!reference.element) return ref;
  while (!m_program.objectNamed(reference.name, ref.m_count).isNone()) ++ref.m_count;
  return ref;
}

}  // namespace threadline::engine
