// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one table of verbs: arguments of each, and the runtimes in which it exists. The reader checks steps by it and the
// engine registers its steps against it. A verb is added here, in core/engine/steps, and in the JSON Schema.

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

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

/// What an argument takes in the file, and what Argument::content then holds (an Expression wherever "=..." is
/// allowed).
enum class ArgumentKind : std::uint8_t {
  kInteger,    // an int or "=expression"                       Value, Expression
  kDecimal,    // a number or "=expression"                     Value, Expression
  kBool,       // true, false or "=expression"                  Value, Expression
  kText,       // a text, with {names}, or "=expression"        Value where nothing is in braces, Template, Expression
  kAny,        // any value                                     Value, Template, Expression, list of these
  kObject,     // a declared object: "q", "fork[i]", "p.a"      Reference; `choices`: the kinds of object
  kActor,      // a local with an actor or a list of actors     Reference
  kTarget,     // a local or a variable object, to be changed   Reference
  kFunction,   // name of a function                            Reference
  kName,       // a bare name that the step defines (an index)  Reference
  kCondition,  // an expression without "="                     Expression
  kValues,     // a list of values                              list
  kList,       // a list of values, "=expression" or a name     list, Expression
  kPair,       // a list of two ints                            list of two
  kSteps,      // nested steps                                  Step::body, not among the arguments
  kChoice,     // one of `choices`, or "=expression"            Value, Expression
};

struct ArgumentRule {
  std::string_view name;
  ArgumentKind kind;
  bool required = false;
  std::string_view choices = {};  // "plain|call|each_op"
  std::string_view later = {};    // choices of the format that this version does not have yet
  std::int64_t min = std::numeric_limits<std::int64_t>::min();
  std::int64_t max = std::numeric_limits<std::int64_t>::max();
};

struct VerbRule {
  Verb verb;
  std::string_view name;
  std::string_view shorthand;  // argument that a bare value sets ({"print": "text"}); empty: none
  std::span<const ArgumentRule> arguments;
  std::uint8_t runtimes;        // bit n: Runtime n has this verb
  bool available;               // false: part of the format, not in this version; reading it is an error that says so
  std::string_view oneOf = {};  // "sum|cpu_ms|items": exactly one of these arguments must be there
};

[[nodiscard]] const VerbRule& ruleOf(Verb verb);
[[nodiscard]] const VerbRule* verbNamed(std::string_view name);
[[nodiscard]] std::span<const VerbRule> allVerbs();
[[nodiscard]] bool exists(Verb verb, Runtime runtime);
/// The rule for one argument, or null.
[[nodiscard]] const ArgumentRule* argumentNamed(std::span<const ArgumentRule> rules, std::string_view name);

/// The parts of "a|b|c"; none of "".
[[nodiscard]] std::vector<std::string_view> alternatives(std::string_view list);
[[nodiscard]] bool isAlternative(std::string_view list, std::string_view word);

}  // namespace threadline::scenario
