// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one table of verbs: arguments of each, and the runtimes in which it exists. The reader checks steps by it and the
// engine registers its steps against it. A verb is added here, in core/engine/steps, and in the JSON Schema.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace threadline::scenario {

enum class Verb : std::uint8_t {
  kCompute,
  kSleep,
  kDownload,
  kFile,
  kPrint,
  kCrash,
  kExit,
  kCreate,
  kStart,
  kCall,
  kJoin,
  kKill,
  kAcquire,
  kRelease,
  kSet,
  kWait,
  kPut,
  kGet,
  kEmit,
  kServe,
  kAssign,
  kAdd,
  kRepeat,
  kMap,
};

enum class Runtime : std::uint8_t { kSequential, kThread, kTask, kProcess };
[[nodiscard]] std::string_view nameOf(Runtime runtime);
[[nodiscard]] std::optional<Runtime> runtimeNamed(std::string_view name);

enum class ArgumentKind : std::uint8_t {
  kInteger,  // an int or "=expression"
  kDecimal,  // a number or "=expression"
  kBool,
  kText,       // a text, with {names}
  kAny,        // any value
  kObject,     // reference to a declared object
  kActor,      // reference to a local that holds an actor or a list of actors
  kFunction,   // name of a function
  kName,       // a bare name that the step defines (an index)
  kCondition,  // an expression without "="
  kList,       // a list of values
  kSteps,      // nested steps
  kChoice,     // one of `choices`, or "=parameter"
};

struct ArgumentRule {
  std::string_view name;
  ArgumentKind kind;
  bool required = false;
  std::string_view choices = {};  // "plain|call|each_op"
};

struct VerbRule {
  Verb verb;
  std::string_view name;
  std::string_view shorthand;  // argument that a bare value sets ({"print": "text"}); empty: none
  std::span<const ArgumentRule> arguments;
  std::uint8_t runtimes;  // bit n: Runtime n has this verb
  bool available;         // false: part of the format, not in this version; reading it is an error that says so
};

[[nodiscard]] const VerbRule& ruleOf(Verb verb);
[[nodiscard]] const VerbRule* verbNamed(std::string_view name);
[[nodiscard]] std::span<const VerbRule> allVerbs();
[[nodiscard]] bool exists(Verb verb, Runtime runtime);

}  // namespace threadline::scenario
