// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/object_rules.h"

#include <algorithm>
#include <array>

#include "core/base/check.h"

namespace threadline::scenario {

namespace {

constexpr std::int64_t kMostItems = 1'000'000;  // capacity of a queue, permits of a semaphore
constexpr std::int64_t kMostElements = 100'000;
constexpr std::int64_t kMostParties = 10'000;

constexpr std::array<ArgumentRule, 2> kQueueFields = {{
    {"between", ArgumentKind::kChoice, true, "sequential|thread|task|process"},
    {"capacity", ArgumentKind::kInteger, false, {}, {}, 0, kMostItems},
}};
constexpr std::array<ArgumentRule, 1> kVariableFields = {{{"of", ArgumentKind::kAny, true}}};
constexpr ArgumentRule kBetween{"between", ArgumentKind::kChoice, false, "thread|process", "sequential|task"};
constexpr std::array<ArgumentRule, 1> kLockFields = {{kBetween}};
constexpr std::array<ArgumentRule, 2> kValueFields = {{{"of", ArgumentKind::kAny, true}, kBetween}};
constexpr std::array<ArgumentRule, 3> kArrayFields = {{
    {"of", ArgumentKind::kAny, true},
    {"size", ArgumentKind::kInteger, false, {}, {}, 1, kMostElements},
    kBetween,
}};
constexpr std::array<ArgumentRule, 3> kSemaphoreFields = {{
    {"permits", ArgumentKind::kInteger, true, {}, {}, 0, kMostItems},
    {"bounded", ArgumentKind::kBool},
    kBetween,
}};
constexpr std::array<ArgumentRule, 2> kBarrierFields = {{
    {"parties", ArgumentKind::kInteger, true, {}, {}, 1, kMostParties},
    kBetween,
}};
constexpr std::array<ArgumentRule, 1> kLocalFields = {{{"of", ArgumentKind::kAny}}};

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
    {ObjectKind::kPipe, "pipe", kLockFields, true, "", "puts|gets|left|max_depth"},
    {ObjectKind::kValue, "value", kValueFields, true},
    {ObjectKind::kArray, "array", kArrayFields, true},
    {ObjectKind::kVariable, "variable", kVariableFields, true},
    {ObjectKind::kLock, "lock", kLockFields, true},
    {ObjectKind::kRwLock, "rwlock", kLockFields, true, "", "max_depth"},
    {ObjectKind::kSemaphore, "semaphore", kSemaphoreFields, true, "", "max_depth"},
    {ObjectKind::kEvent, "event", kLockFields, true},
    {ObjectKind::kBarrier, "barrier", kBarrierFields, true, "", "max_depth"},
    {ObjectKind::kPool, "pool", kPoolFields, true, {}, "puts|gets|left|max_depth"},
    {ObjectKind::kServer, "server", kServerFields, true, "connections|requests"},
    {ObjectKind::kSession, "session", kSessionFields, true},
    {ObjectKind::kLocal, "local", kLocalFields, true},
    {ObjectKind::kMailbox, "mailbox", {}, true, "depth", "puts|gets|left|max_depth"},
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
