// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/steps/frame.h"

#include <algorithm>
#include <utility>

#include "core/engine/objects/mailbox.h"
#include "core/engine/objects/numbers.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/queue.h"
#include "core/engine/objects/variable.h"
#include "core/engine/shared_block.h"

namespace threadline::engine {

using scenario::Value;

namespace {

Error wrongType(const Value& found, const char* expected) {
  return {ErrorCode::kRunFailed, "found a value of type " + std::string(found.typeName()) + ", expected " + expected,
          ""};
}

}  // namespace

Frame::Frame(ActorRun& run, const FunctionCode& function)
    : m_run(run), m_parameters(run.actor.process.program->parameters) {
  m_locals.reserve(function.arguments.size() + 4);
}

Local* Frame::local(std::string_view name) {
  const auto found =
      std::find_if(m_locals.begin(), m_locals.end(), [name](const Local& local) { return local.name == name; });
  return found == m_locals.end() ? nullptr : &*found;
}

void Frame::setLocal(std::string_view name, Value value, ReadStamp stamp) {
  if (Local* known = local(name)) {
    known->value = std::move(value);
    known->stamp = stamp;
    return;
  }
  m_locals.push_back({std::string(name), std::move(value), stamp});
}

void Frame::removeLocal(std::string_view name) {
  std::erase_if(m_locals, [name](const Local& local) { return local.name == name; });
}

Result<Value> Frame::name(std::string_view name) const {
  for (const Local& local : m_locals) {
    if (local.name != name) continue;
    if (!local.stamp.variable.isNone()) m_stamp = local.stamp;
    return local.value;
  }
  const Program& program = *process().program;
  if (const ObjectId id = program.code->variable(name); !id.isNone()) {
    return objectValue(id, 0);
  }
  return m_parameters.name(name);
}

Result<Value> Frame::element(std::string_view base, std::int64_t index) const {
  const bool isLocal =
      std::any_of(m_locals.begin(), m_locals.end(), [base](const Local& local) { return local.name == base; });
  if (isLocal) return Names::element(base, index);
  const Code& code = *process().program->code;
  if (const ObjectId array = code.variable(base); !array.isNone()) return objectValue(array, index);
  const ObjectId counted = code.variable(std::string(base) + "[" + std::to_string(index) + "]");
  return counted.isNone() ? Names::element(base, index) : objectValue(counted, 0);
}

Result<Value> Frame::objectValue(ObjectId object, std::int64_t element) const {
  const ObjectTable& objects = *process().objects;
  if (const Variable* variable = objects.variable(object)) {
    Variable::Read read = variable->read();
    m_stamp = {object, read.version};
    return std::move(read.value);
  }
  if (const Numbers* numbers = objects.numbers(object)) return numbers->read(element);
  const Value* own = m_run.ownValue(object);
  return own == nullptr ? process().program->objects[object.value].initial : *own;
}

const Value* ActorRun::ownValue(ObjectId object) const {
  const auto found =
      std::find_if(m_ownValues.begin(), m_ownValues.end(), [object](const auto& own) { return own.first == object; });
  return found == m_ownValues.end() ? nullptr : &found->second;
}

void ActorRun::setOwnValue(ObjectId object, Value value) {
  const auto found =
      std::find_if(m_ownValues.begin(), m_ownValues.end(), [object](const auto& own) { return own.first == object; });
  if (found == m_ownValues.end()) {
    m_ownValues.emplace_back(object, std::move(value));
  } else {
    found->second = std::move(value);
  }
}

Result<Value> Frame::attribute(std::string_view base, std::int64_t element, std::string_view attribute) const {
  if (base == "self") return ownAttribute(actor(), attribute);
  if (attribute == "depth") {
    const ObjectId id = process().program->objectNamed(base, element);
    if (const Queue* queue = process().objects->queue(id)) return Value(queue->depth());
    if (const Mailbox* mailbox = process().objects->mailbox(id)) return Value(mailbox->depth());
  }
  if (attribute == "connections" || attribute == "requests") {
    const ObjectId id = process().program->objectNamed(base, element);
    if (!id.isNone()) {
      const SharedServer& server = process().shared->cell(id).server;
      return Value(attribute == "requests" ? server.requests.load() : server.connections.load());
    }
  }
  auto held = name(base);
  if (!held) return held;
  Value value = held.take();
  if (const scenario::List* list = value.asList(); list != nullptr && element >= 0) {
    if (element >= static_cast<std::int64_t>(list->size())) {
      return Error{
          ErrorCode::kRunFailed,
          "list index out of range: " + std::string(base) + " has " + std::to_string(list->size()) + " elements", ""};
    }
    value = Value((*list)[static_cast<std::size_t>(element)]);
  }
  const scenario::ActorHandle* handle = value.asActor();
  if (handle == nullptr) return wrongType(value, "an actor");
  return actorAttribute(m_run, *handle, attribute);
}

Result<Value> Frame::value(const scenario::Argument& argument) const {
  if (const scenario::Reference* reference = argument.reference()) return name(reference->name);
  return argument.evaluate(*this);
}

Result<std::int64_t> Frame::integer(const scenario::Argument& argument) const {
  const auto found = argument.evaluate(*this);
  if (!found) return found.error();
  if (const std::int64_t* integer = found.value().asInteger()) return *integer;
  return wrongType(found.value(), "a whole number");
}

Result<std::int64_t> Frame::integerOr(const std::optional<scenario::Argument>& argument, std::int64_t fallback) const {
  return argument ? integer(*argument) : Result<std::int64_t>(fallback);
}

Result<bool> Frame::boolOr(const std::optional<scenario::Argument>& argument, bool fallback) const {
  if (!argument) return fallback;
  const auto found = argument->evaluate(*this);
  if (!found) return found.error();
  if (const bool* truth = found.value().asBool()) return *truth;
  if (const std::int64_t* integer = found.value().asInteger()) return *integer != 0;
  return wrongType(found.value(), "true or false");
}

Result<std::string> Frame::text(const scenario::Argument& argument) const {
  const auto found = argument.evaluate(*this);
  if (!found) return found.error();
  return found.value().toText();
}

Result<std::vector<scenario::ActorHandle>> Frame::actors(const scenario::Reference& reference) {
  auto held = name(reference.name);
  if (!held) return held.error();
  Value value = held.take();
  if (reference.element) {
    const auto element = reference.element->evaluate(*this);
    if (!element) return element.error();
    const std::int64_t* index = element.value().asInteger();
    const scenario::List* list = value.asList();
    if (index == nullptr || list == nullptr || *index < 0 || *index >= static_cast<std::int64_t>(list->size())) {
      return Error{ErrorCode::kRunFailed, "list index out of range", ""};
    }
    value = Value((*list)[static_cast<std::size_t>(*index)]);
  }
  std::vector<scenario::ActorHandle> handles;
  if (const scenario::ActorHandle* handle = value.asActor()) {
    handles.push_back(*handle);
  } else if (const scenario::List* list = value.asList()) {
    for (const Value& one : *list) {
      if (one.asActor() == nullptr) return wrongType(one, "an actor");
      handles.push_back(*one.asActor());
    }
  } else if (!value.isNone()) {
    return wrongType(value, "an actor");
  }
  return handles;
}

void Frame::recordWorking(std::uint16_t step, std::uint32_t label) const {
  if (actor().step == step && actor().label == label) return;
  actor().step = step;
  actor().label = label;
  StateDetail detail;
  detail.step = step;
  detail.label = label;
  recorder().state(LaneState::kRunning, detail);
}

std::optional<Error> Frame::beginStep(const StepEntry& entry) {
  enter(entry.index);
  m_label = 0;
  if (entry.label) {
    const auto label = text(*entry.label);
    if (!label) return label.error();
    m_label = recorder().text(label.value());
  }
  if (actor().working == LaneState::kChecking && entry.nature != StepNature::kLooks &&
      entry.nature != StepNature::kNested) {
    stopChecking();
  }
  const bool isWork = entry.nature == StepNature::kWork || (entry.nature == StepNature::kInstant && m_label != 0);
  if (isWork) {
    recordWorking(m_step, m_label);
  } else if (entry.nature == StepNature::kWaits) {
    // Its wait follows at once and is recorded with what comes after it.
    actor().step = kNoStep;
    actor().label = 0;
  } else if (actor().working == LaneState::kRunning) {
    recordWorking(kNoStep, 0);
  }
  if (entry.nature == StepNature::kWork && m_run.watch.hasPending()) m_run.watch.flush();
  return std::nullopt;
}

StateDetail Frame::waitFor(TargetKind kind, std::uint32_t target, LaneId holder) const {
  // While it waits, others must be able to see what it has stored last.
  if (m_run.watch.hasPending()) m_run.watch.flush();
  StateDetail detail;
  detail.label = m_label;
  detail.targetKind = kind;
  detail.target = target;
  detail.holder = holder;
  detail.step = m_step;
  return detail;
}

void Frame::startChecking(ObjectId object) const {
  if (actor().working == LaneState::kChecking && actor().checked == object && actor().step == m_step) return;
  actor().working = LaneState::kChecking;
  actor().checked = object;
  actor().step = m_step;
  actor().label = m_label;
  recorder().state(LaneState::kChecking, waitFor(TargetKind::kObject, object.value));
}

void Frame::stopChecking() const {
  if (actor().working != LaneState::kChecking) return;
  actor().working = LaneState::kRunning;
  actor().step = kNoStep;
  actor().label = 0;
  recorder().state(LaneState::kRunning);
}

StepEnd Frame::fail(const Error& error) {
  ActorOutcome& outcome = m_run.outcome;
  outcome.how = ActorOutcome::How::kException;
  outcome.text = error.message;
  const auto& pointers = process().program->scenario.stepPointers;
  if (m_step < pointers.size()) outcome.text += " (" + pointers[m_step] + ")";
  return StepEnd::kActorEnds;
}

StepEnd Frame::exit(std::int64_t code) {
  m_run.outcome.how = ActorOutcome::How::kExit;
  m_run.outcome.code = code;
  return StepEnd::kActorEnds;
}

}  // namespace threadline::engine
