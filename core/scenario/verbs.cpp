// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/verbs.h"

#include <algorithm>
#include <array>

#include "core/base/check.h"

namespace threadline::scenario {

namespace {

using Kind = ArgumentKind;

// Bounds that keep one wrong digit from costing a day or the machine's memory.
constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kDayUs = kDayMs * 1000;
constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kMostStarts = 100'000;           // of a run, by design
constexpr std::int64_t kMostItemBytes = 256LL << 20U;   // one queue item
constexpr std::int64_t kMostTurns = 1'000'000'000'000;  // loop turns; hours of work

constexpr std::array<std::string_view, 4> kRuntimeNames = {"sequential", "thread", "task", "process"};
constexpr std::string_view kSignals = "TERM|KILL";
constexpr std::string_view kStartMethods = "fork|spawn|forkserver";

constexpr std::uint8_t bit(Runtime runtime) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(runtime));
}
constexpr std::uint8_t kEverywhere =
    bit(Runtime::kSequential) | bit(Runtime::kThread) | bit(Runtime::kTask) | bit(Runtime::kProcess);

constexpr ArgumentRule timeout(std::int64_t max = kDayMs) {
  return {"timeout_ms", Kind::kInteger, false, {}, {}, 0, max};
}

constexpr std::array<ArgumentRule, 4> kCompute = {{
    {"sum", Kind::kPair},
    {"cpu_ms", Kind::kInteger, false, {}, {}, 0, kHourMs},
    {"items", Kind::kInteger, false, {}, {}, 0, kMostTurns},
    {"native", Kind::kBool},
}};
constexpr std::array<ArgumentRule, 4> kSleep = {{
    {"ms", Kind::kInteger, false, {}, {}, 0, kDayMs},
    {"us", Kind::kInteger, false, {}, {}, 0, kDayUs},
    {"until_us", Kind::kInteger, false, {}, {}, 0, kDayUs},
    {"blocking", Kind::kBool},
}};
constexpr std::array<ArgumentRule, 3> kDownload = {{
    {"from", Kind::kObject, true, "server"},
    {"session", Kind::kObject, false, "session"},
    {"timeout_ms", Kind::kInteger, false, {}, {}, 1, kDayMs},
}};
constexpr std::array<ArgumentRule, 3> kFile = {{
    {"write", Kind::kInteger, false, {}, {}, 0, kMostItemBytes},
    {"read", Kind::kInteger, false, {}, {}, 0, kMostItemBytes},
    {"sync", Kind::kBool},
}};
constexpr std::array<ArgumentRule, 1> kPrint = {{{"text", Kind::kText, true}}};
constexpr std::array<ArgumentRule, 2> kCrash = {{
    {"kind", Kind::kChoice, true, "segfault|abort|exception"},
    {"text", Kind::kText},
}};
constexpr std::array<ArgumentRule, 2> kExit = {{
    {"code", Kind::kInteger, false, {}, {}, 0, 255},
    {"now", Kind::kBool},
}};
constexpr std::array<ArgumentRule, 7> kCreate = {{
    {"function", Kind::kFunction, true},
    {"runtime", Kind::kChoice, true, "thread|task|process", "sequential"},
    {"method", Kind::kChoice, false, kStartMethods},
    {"name", Kind::kText},
    {"arguments", Kind::kValues},
    {"daemon", Kind::kBool},
    {"count", Kind::kInteger, false, {}, {}, 0, kMostStarts},
}};
constexpr std::array<ArgumentRule, 8> kStart = {{
    {"function", Kind::kFunction},
    {"actor", Kind::kActor},
    {"runtime", Kind::kChoice, false, "sequential|thread|task|process"},
    {"method", Kind::kChoice, false, kStartMethods},
    {"name", Kind::kText},
    {"arguments", Kind::kValues},
    {"daemon", Kind::kBool},
    {"count", Kind::kInteger, false, {}, {}, 0, kMostStarts},
}};
constexpr std::array<ArgumentRule, 2> kCall = {{
    {"function", Kind::kFunction, true},
    {"arguments", Kind::kValues},
}};
constexpr std::array<ArgumentRule, 2> kJoin = {{{"actor", Kind::kActor, true}, timeout()}};
constexpr std::array<ArgumentRule, 2> kKill = {{
    {"actor", Kind::kActor, true},
    {"signal", Kind::kChoice, false, kSignals},
}};
constexpr std::string_view kLocks = "lock|rwlock|semaphore|value|array";
constexpr std::array<ArgumentRule, 3> kAcquire = {{
    {"object", Kind::kObject, true, kLocks},
    {"mode", Kind::kChoice, false, "read|write"},
    timeout(),
}};
constexpr std::array<ArgumentRule, 1> kRelease = {{{"object", Kind::kObject, true, kLocks}}};
constexpr std::array<ArgumentRule, 2> kSet = {{{"object", Kind::kObject, true, "event"}, {"value", Kind::kBool}}};
constexpr std::array<ArgumentRule, 2> kWait = {{{"object", Kind::kObject, true, "event|barrier"}, timeout()}};
constexpr std::array<ArgumentRule, 4> kPut = {{
    {"to", Kind::kObject, true, "queue|pipe"},
    {"value", Kind::kAny},
    {"bytes", Kind::kInteger, false, {}, {}, 0, kMostItemBytes},
    timeout(),
}};
constexpr std::array<ArgumentRule, 2> kGet = {{{"from", Kind::kObject, true, "queue|pipe"}, timeout()}};
constexpr std::array<ArgumentRule, 2> kEmit = {{
    {"to", Kind::kObject, true, "mailbox"},
    {"value", Kind::kAny, true},
}};
constexpr std::array<ArgumentRule, 4> kServe = {{
    {"mailbox", Kind::kObject, true, "mailbox"},
    {"tick_ms", Kind::kInteger, false, {}, {}, 1, kDayMs},
    {"until", Kind::kCondition},
    {"steps", Kind::kSteps, true},
}};
constexpr std::array<ArgumentRule, 2> kAssign = {{{"to", Kind::kTarget, true}, {"value", Kind::kAny, true}}};
constexpr std::array<ArgumentRule, 4> kAdd = {{
    {"to", Kind::kTarget, true},
    {"value", Kind::kInteger},
    {"form", Kind::kChoice, false, "plain|call|each_op|await"},
    {"times", Kind::kInteger, false, {}, {}, 0, kMostTurns},
}};
constexpr std::array<ArgumentRule, 6> kRepeat = {{
    {"times", Kind::kInteger, false, {}, {}, 0, kMostTurns},
    {"over", Kind::kList},
    {"until", Kind::kCondition},
    {"forever", Kind::kBool},
    {"index", Kind::kName},
    {"steps", Kind::kSteps, true},
}};

constexpr std::array<ArgumentRule, 5> kMap = {{
    {"pool", Kind::kObject, true, "pool"},
    {"function", Kind::kFunction, true},
    {"over", Kind::kList},
    {"times", Kind::kInteger, false, {}, {}, 0, kMostStarts},
    {"chunk", Kind::kInteger, false, {}, {}, 1, kMostStarts},
}};

constexpr std::array<VerbRule, 24> kRules = {{
    {Verb::kCompute, "compute", "", kCompute, kEverywhere, true, "sum|cpu_ms|items"},
    {Verb::kSleep, "sleep", "ms", kSleep, kEverywhere, true, "ms|us|until_us"},
    {Verb::kDownload, "download", "from", kDownload, kEverywhere, true},
    {Verb::kFile, "file", "", kFile, kEverywhere, true, "write|read"},
    {Verb::kPrint, "print", "text", kPrint, kEverywhere, true},
    {Verb::kCrash, "crash", "kind", kCrash, kEverywhere, true},
    {Verb::kExit, "exit", "code", kExit, kEverywhere, true},
    {Verb::kCreate, "create", "", kCreate, kEverywhere, true},
    {Verb::kStart, "start", "", kStart, kEverywhere, true, "function|actor"},
    {Verb::kCall, "call", "", kCall, kEverywhere, true},
    {Verb::kJoin, "join", "actor", kJoin, kEverywhere, true},
    {Verb::kKill, "kill", "actor", kKill, kEverywhere, true},
    {Verb::kAcquire, "acquire", "object", kAcquire, kEverywhere, true},
    {Verb::kRelease, "release", "object", kRelease, kEverywhere, true},
    {Verb::kSet, "set", "object", kSet, kEverywhere, true},
    {Verb::kWait, "wait", "object", kWait, kEverywhere, true},
    {Verb::kPut, "put", "", kPut, kEverywhere, true, "value|bytes"},
    {Verb::kGet, "get", "", kGet, kEverywhere, true},
    {Verb::kEmit, "emit", "", kEmit, kEverywhere, true},
    {Verb::kServe, "serve", "", kServe, kEverywhere, true},
    {Verb::kAssign, "assign", "", kAssign, kEverywhere, true},
    {Verb::kAdd, "add", "", kAdd, kEverywhere, true},
    {Verb::kRepeat, "repeat", "", kRepeat, kEverywhere, true, "times|over|until|forever"},
    {Verb::kMap, "map", "", kMap, kEverywhere, true, "over|times"},
}};

}  // namespace

std::string_view nameOf(Runtime runtime) {
  return kRuntimeNames[static_cast<std::size_t>(runtime)];
}

std::optional<Runtime> runtimeNamed(std::string_view name) {
  const auto* it = std::find(kRuntimeNames.begin(), kRuntimeNames.end(), name);
  if (it == kRuntimeNames.end()) return {};
  return static_cast<Runtime>(it - kRuntimeNames.begin());
}

const VerbRule& ruleOf(Verb verb) {
  const VerbRule& rule = kRules[static_cast<std::size_t>(verb)];
  TL_CHECK(rule.verb == verb);
  return rule;
}

const VerbRule* verbNamed(std::string_view name) {
  const auto* it = std::find_if(kRules.begin(), kRules.end(), [&](const VerbRule& rule) { return rule.name == name; });
  return it == kRules.end() ? nullptr : it;
}

std::span<const VerbRule> allVerbs() {
  return kRules;
}

bool exists(Verb verb, Runtime runtime) {
  return (ruleOf(verb).runtimes & bit(runtime)) != 0;
}

const ArgumentRule* argumentNamed(std::span<const ArgumentRule> rules, std::string_view name) {
  const auto it = std::find_if(rules.begin(), rules.end(), [&](const ArgumentRule& rule) { return rule.name == name; });
  return it == rules.end() ? nullptr : &*it;
}

std::vector<std::string_view> alternatives(std::string_view list) {
  std::vector<std::string_view> words;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    words.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

bool isAlternative(std::string_view list, std::string_view word) {
  const std::vector<std::string_view> words = alternatives(list);
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace threadline::scenario
