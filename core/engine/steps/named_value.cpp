// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/steps/named_value.h"

#include <utility>

#include "core/engine/objects/numbers.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/variable.h"
#include "core/scenario/object_rules.h"

namespace threadline::engine {

using scenario::ObjectKind;
using scenario::Value;

Result<NamedValue> NamedValue::make(const scenario::Step& step, std::string_view argument, const CodeBuilder& builder) {
  auto named = builder.reference(step, argument);
  if (!named) return named.error();
  scenario::Reference reference = named.take();
  NamedValue target;
  target.m_local = reference.name;
  target.m_kind = builder.kindOf(reference.name);
  if (!target.m_kind) return target;
  if (target.m_kind == ObjectKind::kArray) target.m_element = std::exchange(reference.element, std::nullopt);
  const bool isWhole = target.m_kind != ObjectKind::kArray || target.m_element;
  if (scenario::holdsValue(*target.m_kind) && isWhole) target.m_object = builder.objectNamed(reference, *target.m_kind);
  if (target.m_object) return target;
  return Error{ErrorCode::kInvalidInput, "expected a local or an object that holds a value",
               step.pointer + "/" + std::string(argument)};
}

Result<ObjectId> NamedValue::resolve(const Frame& frame) const {
  return m_object->resolve(frame);
}

Result<std::int64_t> NamedValue::element(const Frame& frame) const {
  if (!m_element) return std::int64_t{0};
  const auto value = m_element->evaluate(frame);
  if (!value) return value.error();
  if (const std::int64_t* index = value.value().asInteger()) return *index;
  return Error{ErrorCode::kRunFailed, "an array's element has a whole number", ""};
}

Status NamedValue::store(Frame& frame, Value value, ReadStamp stamp) const {
  const auto id = resolve(frame);
  if (!id) return id.error();
  const ObjectTable& objects = *frame.process().objects;
  if (Variable* variable = objects.variable(id.value())) {
    std::optional<std::uint64_t> basedOn;
    if (stamp.variable == id.value()) basedOn = stamp.version;
    frame.run().watch.stored(id.value(), value, variable->store(value, basedOn));
    return ok();
  }
  if (Numbers* numbers = objects.numbers(id.value())) {
    const auto index = element(frame);
    if (!index) return index.error();
    if (auto stored = numbers->store(index.value(), value); !stored) return stored;
    if (m_kind == ObjectKind::kValue) frame.run().watch.stored(id.value(), value, 0);
    return ok();
  }
  frame.run().setOwnValue(id.value(), std::move(value));
  return ok();
}

}  // namespace threadline::engine
