// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one table of object kinds: the fields of each, and whether this version has it. The reader checks declarations by
// it. A kind is added here, in core/engine/objects, and in the JSON Schema.

#include <span>
#include <string_view>

#include "core/scenario/scenario.h"
#include "core/scenario/verbs.h"

namespace threadline::scenario {

/// What is no verb's: the process settings and the count of an object.
inline constexpr ArgumentRule kGilRule{"gil", ArgumentKind::kBool};
inline constexpr ArgumentRule kIntervalRule{"interval_us", ArgumentKind::kInteger, false, {}, {}, 1, 10'000'000};
inline constexpr ArgumentRule kMethodRule{"start_method", ArgumentKind::kChoice, false, "fork|spawn|forkserver"};
inline constexpr ArgumentRule kObjectCountRule{"count", ArgumentKind::kInteger, false, {}, {}, 1, 10'000};

struct ObjectRule {
  ObjectKind kind;
  std::string_view name;
  std::span<const ArgumentRule> fields;
  bool available;                    // false: part of the format, not in this version
  std::string_view attributes = {};  // "depth": what expressions may ask of it
  std::string_view figures = {};     // "puts|gets": what claims may ask of it
};

[[nodiscard]] const ObjectRule& ruleOf(ObjectKind kind);
/// Its name stands for a value in expressions and may be assigned to; of an array, each of its elements.
[[nodiscard]] constexpr bool holdsValue(ObjectKind kind) {
  return kind == ObjectKind::kVariable || kind == ObjectKind::kValue || kind == ObjectKind::kArray ||
         kind == ObjectKind::kLocal;
}
[[nodiscard]] const ObjectRule* objectKindNamed(std::string_view name);
[[nodiscard]] std::span<const ObjectRule> allObjectKinds();

}  // namespace threadline::scenario
