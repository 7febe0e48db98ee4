// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/program.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "core/engine/recorder/recorder.h"
#include "core/engine/steps/code.h"
#include "core/scenario/object_rules.h"
#include "core/scenario/scenario_reader.h"

namespace threadline::engine {
namespace {

using scenario::Argument;
using scenario::ObjectDeclaration;
using scenario::ObjectKind;
using scenario::ParameterNames;
using scenario::Value;

// Objects are declared by hand; a count beyond this is a slip, and each costs memory in every process.
constexpr std::int64_t kMaxObjects = 10'000;

Error at(Error error, const std::string& pointer) {
  if (error.context.empty()) error.context = pointer;
  return error;
}

Result<std::int64_t> integerOf(const Argument& argument, const ParameterNames& names, const std::string& pointer) {
  auto value = argument.evaluate(names);
  if (!value) return at(value.error(), pointer);
  if (const std::int64_t* integer = value.value().asInteger()) return *integer;
  return Error{ErrorCode::kInvalidArgument,
               "found a value of type " + std::string(value.value().typeName()) + ", expected a whole number", pointer};
}

Result<std::string> wordOf(const Argument& argument, const ParameterNames& names, const std::string& pointer) {
  auto value = argument.evaluate(names);
  if (!value) return at(value.error(), pointer);
  if (const std::string* text = value.value().asText()) return *text;
  return Error{ErrorCode::kInvalidArgument,
               "found a value of type " + std::string(value.value().typeName()) + ", expected a word", pointer};
}

/// Fills in whether the object lies between processes. Errors: a runtime that this version does not have.
Status readBetween(const ObjectDeclaration& declaration, const ParameterNames& names, ObjectSpec& object) {
  const auto field = declaration.fields.find("between");
  if (field == declaration.fields.end()) return ok();
  const std::string pointer = declaration.pointer + "/between";
  auto word = wordOf(field->second, names, pointer);
  if (!word) return word.error();
  const auto runtime = scenario::runtimeNamed(word.value());
  if (!runtime)
    return Error{ErrorCode::kInvalidArgument, "found \"" + word.value() + "\", expected a runtime", pointer};
  if (*runtime == scenario::Runtime::kTask && object.kind != ObjectKind::kQueue) {
    const std::string kind(scenario::nameOf(object.kind));
    return Error{ErrorCode::kUnsupported, "between tasks there is no " + kind + " in this version", pointer};
  }
  object.isAwaited = *runtime == scenario::Runtime::kTask;
  object.isShared = *runtime == scenario::Runtime::kProcess;
  object.isSequential = *runtime == scenario::Runtime::kSequential;
  return ok();
}

/// Errors: a runtime that cannot have a pool, a size that none can have.
Status readPool(const ObjectDeclaration& declaration, const ParameterNames& names, ObjectSpec& object) {
  constexpr std::int64_t kMostWorkers = 128;
  auto word = wordOf(declaration.fields.at("runtime"), names, declaration.pointer + "/runtime");
  if (!word) return word.error();
  const auto runtime = scenario::runtimeNamed(word.value());
  if (!runtime || *runtime == scenario::Runtime::kTask) {
    return Error{ErrorCode::kInvalidArgument, "found \"" + word.value() + "\", expected sequential, thread or process",
                 declaration.pointer + "/runtime"};
  }
  object.isShared = *runtime == scenario::Runtime::kProcess;
  object.isSequential = *runtime == scenario::Runtime::kSequential;
  const auto field = declaration.fields.find("size");
  if (field != declaration.fields.end()) {
    auto size = integerOf(field->second, names, declaration.pointer + "/size");
    if (!size) return size.error();
    object.workers = size.value();
  }
  if (object.workers == 0) object.workers = std::clamp<std::int64_t>(::sysconf(_SC_NPROCESSORS_ONLN), 1, kMostWorkers);
  if (object.workers >= 1 && object.workers <= kMostWorkers) return ok();
  return Error{ErrorCode::kInvalidArgument,
               "found " + std::to_string(object.workers) + ", expected 0 to " + std::to_string(kMostWorkers),
               declaration.pointer + "/size"};
}

/// A number in a field within its bounds; left as it is where the field is not there.
Status readNumber(const ObjectDeclaration& declaration, const char* name, std::int64_t least,
                  const ParameterNames& names, std::int64_t& number) {
  const auto field = declaration.fields.find(name);
  if (field == declaration.fields.end()) return ok();
  const std::string pointer = declaration.pointer + "/" + name;
  auto value = integerOf(field->second, names, pointer);
  if (!value) return value.error();
  const scenario::ArgumentRule* rule = scenario::argumentNamed(scenario::ruleOf(declaration.kind).fields, name);
  const std::int64_t most = rule == nullptr ? INT32_MAX : rule->max;
  if (value.value() < least || value.value() > most) {
    return Error{ErrorCode::kInvalidArgument,
                 "found " + std::to_string(value.value()) + ", expected " + std::to_string(least) + " to " +
                     std::to_string(most),
                 pointer};
  }
  number = value.value();
  return ok();
}

Status readInitial(const ObjectDeclaration& declaration, const ParameterNames& names, ObjectSpec& object) {
  const auto field = declaration.fields.find("of");
  if (field == declaration.fields.end()) return ok();
  auto value = field->second.evaluate(names);
  if (!value) return at(value.error(), declaration.pointer + "/of");
  object.initial = value.take();
  return ok();
}

/// What a value or an array begins with: one number, or a list of them; its type is the file's for good.
Status readNumbers(const ObjectDeclaration& declaration, const ParameterNames& names, ObjectSpec& object) {
  object.elements = 1;
  const scenario::List* list = object.kind == ObjectKind::kArray ? object.initial.asList() : nullptr;
  if (auto done = readNumber(declaration, "size", 1, names, object.elements); !done) return done;
  const std::string pointer = declaration.pointer + "/of";
  if (list != nullptr) {
    const bool isSized = declaration.fields.contains("size");
    if (list->empty() || isSized) {
      return Error{ErrorCode::kInvalidArgument, isSized ? "found a list beside a size" : "found an empty list",
                   pointer};
    }
    object.elements = static_cast<std::int64_t>(list->size());
  }
  const scenario::List single{object.initial};
  for (const Value& value : list == nullptr ? single : *list) {
    if (value.asInteger() == nullptr && value.asDecimal() == nullptr) {
      return Error{ErrorCode::kInvalidArgument,
                   "found a value of type " + std::string(value.typeName()) + ", expected a number", pointer};
    }
    object.isDecimal = object.isDecimal || value.asDecimal() != nullptr;
  }
  return ok();
}

Status readBounded(const ObjectDeclaration& declaration, const ParameterNames& names, ObjectSpec& object) {
  const auto field = declaration.fields.find("bounded");
  if (field == declaration.fields.end()) return ok();
  auto value = field->second.evaluate(names);
  if (!value) return at(value.error(), declaration.pointer + "/bounded");
  if (const bool* truth = value.value().asBool()) object.isBounded = *truth;
  return ok();
}

/// Whatever a kind has beside `between`.
Status readFields(const ObjectDeclaration& declaration, const ParameterNames& names, ObjectSpec& object) {
  switch (declaration.kind) {
    case ObjectKind::kQueue: return readNumber(declaration, "capacity", 0, names, object.capacity);
    case ObjectKind::kBarrier: return readNumber(declaration, "parties", 1, names, object.capacity);
    case ObjectKind::kSemaphore:
      if (auto done = readBounded(declaration, names, object); !done) return done;
      return readNumber(declaration, "permits", 0, names, object.capacity);
    case ObjectKind::kValue:
    case ObjectKind::kArray:
      if (auto done = readInitial(declaration, names, object); !done) return done;
      return readNumbers(declaration, names, object);
    case ObjectKind::kVariable:
    case ObjectKind::kLocal: return readInitial(declaration, names, object);
    case ObjectKind::kPipe:
      object.isShared = true;  // a pair of sockets, also within one process
      return ok();
    case ObjectKind::kPool: return readPool(declaration, names, object);
    case ObjectKind::kServer: {
      const auto spec = readServerSpec(declaration, names);
      if (!spec) return spec.error();
      object.server = spec.value();
      return ok();
    }
    case ObjectKind::kSession: {
      const auto spec = readSessionSpec(declaration, names);
      if (!spec) return spec.error();
      object.session = spec.value();
      return ok();
    }
    case ObjectKind::kLock:
    case ObjectKind::kRwLock:
    case ObjectKind::kMailbox:
    case ObjectKind::kEvent: return ok();
    default: return Error{ErrorCode::kUnsupported, "this kind of object is not in this version", declaration.pointer};
  }
}

Result<ObjectSpec> makeObject(const ObjectDeclaration& declaration, const ParameterNames& names) {
  ObjectSpec object;
  object.kind = declaration.kind;
  // As multiprocessing's, unless the file says otherwise.
  object.isShared = object.kind == ObjectKind::kValue || object.kind == ObjectKind::kArray;
  if (auto done = readBetween(declaration, names, object); !done) return done.error();
  if (auto done = readFields(declaration, names, object); !done) return done.error();
  return object;
}

Status addObjects(Program& program, const ParameterNames& names) {
  for (const ObjectDeclaration& declaration : program.scenario.objects) {
    auto object = makeObject(declaration, names);
    if (!object) return object.error();
    std::int64_t count = 1;
    if (declaration.count) {
      auto value = integerOf(*declaration.count, names, declaration.pointer + "/count");
      if (!value) return value.error();
      count = value.value();
    }
    if (count < 0 || count > kMaxObjects - static_cast<std::int64_t>(program.objects.size())) {
      return Error{ErrorCode::kLimit, "a run has at most " + std::to_string(kMaxObjects) + " objects",
                   declaration.pointer + "/count"};
    }
    for (std::int64_t element = 0; element < count; ++element) {
      ObjectSpec spec = object.value();
      spec.id = {static_cast<std::uint32_t>(program.objects.size())};
      spec.name = declaration.count ? declaration.name + "[" + std::to_string(element) + "]" : declaration.name;
      program.objects.push_back(std::move(spec));
    }
  }
  return ok();
}

Status readProcess(Program& program, const ParameterNames& names) {
  const scenario::ProcessSettings& settings = program.scenario.process;
  auto gil = settings.gil.evaluate(names);
  if (!gil) return at(gil.error(), "/process/gil");
  if (const bool* hasGil = gil.value().asBool()) {
    program.hasGil = *hasGil;
  } else if (!gil.value().isNone()) {
    return Error{ErrorCode::kInvalidArgument, "expected true or false", "/process/gil"};
  }
  auto interval = settings.intervalUs.evaluate(names);
  if (!interval) return at(interval.error(), "/process/interval_us");
  if (const std::int64_t* us = interval.value().asInteger()) {
    constexpr std::int64_t kDayUs = 86'400'000'000;
    if (*us < 1 || *us > kDayUs) {
      return Error{ErrorCode::kInvalidArgument, "found " + std::to_string(*us) + ", expected 1 or more microseconds",
                   "/process/interval_us"};
    }
    program.intervalUs = *us;
  }
  auto method = settings.startMethod.evaluate(names);
  if (!method) return at(method.error(), "/process/start_method");
  if (const std::string* word = method.value().asText()) {
    auto named = startMethodNamed(*word);
    if (!named) return at(named.error(), "/process/start_method");
    program.startMethod = named.value();
  }
  return ok();
}

}  // namespace

Result<StartMethod> startMethodNamed(std::string_view word) {
  if (word == "fork") return StartMethod::kFork;
  if (word == "spawn") return StartMethod::kSpawn;
  if (word == "forkserver") return StartMethod::kForkserver;
  return Error{ErrorCode::kInvalidArgument, "found \"" + std::string(word) + "\", expected fork, spawn or forkserver",
               ""};
}

ObjectId Program::objectNamed(std::string_view name, std::int64_t element) const {
  std::string wanted(name);
  if (element >= 0) wanted += "[" + std::to_string(element) + "]";
  for (const ObjectSpec& object : objects) {
    if (object.name == wanted) return object.id;
  }
  return {};
}

void introduceObjects(const Program& program, Recorder& recorder) {
  for (const ObjectSpec& object : program.objects) {
    Event event;
    event.kind = EventKind::kObject;
    event.sub = static_cast<std::uint8_t>(object.kind);
    event.text = recorder.text(object.name);
    event.target = object.id.value;
    recorder.push(event);
  }
}

Result<Program> makeProgram(const scenario::RunPackage& package) {
  scenario::ReadResult read = scenario::readScenario(package.scenarioJson);
  if (!read.scenario) {
    const std::string what = read.problems.empty() ? "not a scenario" : read.problems.front().toText("");
    return Error{ErrorCode::kInvalidInput, what, ""};
  }
  Program program;
  program.scenario = std::move(*read.scenario);
  program.parameters = package.parameters;
  program.echo = package.echo;
  const ParameterNames names(program.parameters);
  if (const scenario::Refusal* refusal = scenario::refusalFor(program.scenario, program.parameters)) {
    return Error{ErrorCode::kInvalidArgument, refusal->text.en, "/refuse"};
  }
  if (auto done = readProcess(program, names); !done) return done.error();
  if (auto done = addObjects(program, names); !done) return done.error();
  auto code = makeCode(program);
  if (!code) return code.error();
  program.code = code.take();
  return program;
}

}  // namespace threadline::engine
