// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/object_rules.h"

#include <algorithm>
#include <array>

#include "core/base/check.h"

namespace threadline::scenario {

namespace {

constexpr std::int64_t kMostItems = 1'000'000;  // capacity of a queue

constexpr std::array<ArgumentRule, 2> kQueueFields = {{
    {"between", ArgumentKind::kChoice, true, "sequential|thread|task|process"},
    {"capacity", ArgumentKind::kInteger, false, {}, {}, 0, kMostItems},
}};
constexpr std::array<ArgumentRule, 1> kVariableFields = {{{"of", ArgumentKind::kAny, true}}};
constexpr std::array<ArgumentRule, 1> kLockFields = {{
    {"between", ArgumentKind::kChoice, false, "thread|process", "sequential|task"},
}};

constexpr std::int64_t kMostServerMs = 600'000;
constexpr std::int64_t kMostResponseBytes = 16LL << 20U;
constexpr std::array<ArgumentRule, 4> kServerFields = {{
    {"delay_ms", ArgumentKind::kInteger, false, {}, {}, 0, kMostServerMs},
    {"bytes", ArgumentKind::kInteger, false, {}, {}, 0, kMostResponseBytes},
    {"limit", ArgumentKind::kInteger, false, {}, {}, 0, kMostItems},
    {"connect_ms", ArgumentKind::kInteger, false, {}, {}, 0, kMostServerMs},
}};
constexpr std::array<ArgumentRule, 2> kSessionFields = {{
    {"share", ArgumentKind::kChoice, true, "own|shared|new"},
    {"lock", ArgumentKind::kBool},
}};

constexpr std::int64_t kMostWorkers = 128;
constexpr std::array<ArgumentRule, 2> kPoolFields = {{
    {"runtime", ArgumentKind::kChoice, true, "sequential|thread|process", "task"},
    {"size", ArgumentKind::kInteger, false, {}, {}, 0, kMostWorkers},
}};

constexpr std::array<ObjectRule, 15> kRules = {{
    {ObjectKind::kQueue, "queue", kQueueFields, true, "depth", "puts|gets|left|max_depth"},
    {ObjectKind::kPipe, "pipe", {}, false},
    {ObjectKind::kValue, "value", {}, false},
    {ObjectKind::kArray, "array", {}, false},
    {ObjectKind::kVariable, "variable", kVariableFields, true},
    {ObjectKind::kLock, "lock", kLockFields, true},
    {ObjectKind::kRwLock, "rwlock", {}, false},
    {ObjectKind::kSemaphore, "semaphore", {}, false},
    {ObjectKind::kEvent, "event", {}, false},
    {ObjectKind::kBarrier, "barrier", {}, false},
    {ObjectKind::kPool, "pool", kPoolFields, true, {}, "puts|gets|left|max_depth"},
    {ObjectKind::kServer, "server", kServerFields, true, "connections|requests"},
    {ObjectKind::kSession, "session", kSessionFields, true},
    {ObjectKind::kLocal, "local", {}, false},
    {ObjectKind::kMailbox, "mailbox", {}, false},
}};

}  // namespace

const ObjectRule& ruleOf(ObjectKind kind) {
  const ObjectRule& rule = kRules[static_cast<std::size_t>(kind)];
  TL_CHECK(rule.kind == kind);
  return rule;
}

const ObjectRule* objectKindNamed(std::string_view name) {
  const auto* it =
      std::find_if(kRules.begin(), kRules.end(), [&](const ObjectRule& rule) { return rule.name == name; });
  return it == kRules.end() ? nullptr : it;
}

std::span<const ObjectRule> allObjectKinds() {
  return kRules;
}

}  // namespace threadline::scenario
