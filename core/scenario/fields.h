// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the parts of the scenario reader share: where one is in the file, the list of problems, and objects whose keys
// are known. Each read* function reports what is wrong at its place and answers nothing then; reading goes on.
// Private to core/scenario. Thread: one reading, one thread.

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/json.h"
#include "core/scenario/scenario.h"
#include "core/scenario/scenario_reader.h"

namespace threadline::scenario {

struct Place {
  const Json* json = nullptr;
  std::string pointer;

  [[nodiscard]] Place item(std::size_t i) const { return {&json->items[i], pointerTo(pointer, i)}; }
  [[nodiscard]] Place member(const JsonMember& one) const { return {&one.value, pointerTo(pointer, one.key)}; }
  [[nodiscard]] bool isText() const { return json->type == Json::Type::kText; }
  [[nodiscard]] bool isList() const { return json->type == Json::Type::kList; }
  [[nodiscard]] bool isObject() const { return json->type == Json::Type::kObject; }
};

class ProblemList {
 public:
  explicit ProblemList(const Json& root) : m_root(root) {}
  void add(std::string pointer, std::string found, std::string expected);
  /// The usual one: what stands at `place` is not what is expected.
  void add(const Place& place, std::string expected) { add(place.pointer, describe(*place.json), std::move(expected)); }
  /// A fault of the JSON itself: what else would be said of the same place follows from it and is left out.
  void addFault(const JsonFault& fault);
  /// More would be dropped: whoever could add many looks here first.
  [[nodiscard]] bool isFull() const;
  [[nodiscard]] bool isEmpty() const { return m_problems.empty(); }
  [[nodiscard]] const Json& root() const { return m_root; }
  /// In the order of the file, at most kMaxProblems.
  [[nodiscard]] std::vector<Problem> take();

 private:
  [[nodiscard]] std::uint64_t orderOf(std::string_view pointer) const;

  const Json& m_root;
  std::vector<Problem> m_problems;
  std::set<std::string, std::less<>> m_faulty;
};

/// The value that `pointer` names in `root`, or null.
[[nodiscard]] const Json* resolve(const Json& root, std::string_view pointer);

/// An object and the keys that it may have; a key beyond them is reported at once, with the known ones.
class Fields {
 public:
  Fields(ProblemList& problems, Place place, const std::vector<std::string_view>& known);

  [[nodiscard]] bool isObject() const { return m_place.isObject(); }
  [[nodiscard]] const Place& place() const { return m_place; }
  [[nodiscard]] std::optional<Place> optional(std::string_view key) const;
  /// Reports its absence as "no KEY".
  [[nodiscard]] std::optional<Place> required(std::string_view key, const std::string& expected) const;

 private:
  ProblemList& m_problems;
  Place m_place;
};

inline constexpr std::size_t kMaxTextBytes = 64U << 10U;

[[nodiscard]] std::optional<std::string> readText(ProblemList& problems, const Place& place,
                                                  const std::string& expected = "a text");
[[nodiscard]] std::optional<std::int64_t> readInteger(ProblemList& problems, const Place& place, std::int64_t min,
                                                      std::int64_t max);
[[nodiscard]] std::optional<bool> readBool(ProblemList& problems, const Place& place);
/// {"en": ..., "ko": ...}, both there and not empty.
[[nodiscard]] std::optional<LocalizedText> readLocalized(ProblemList& problems, const Place& place);
[[nodiscard]] LocalizedText requiredLocalized(ProblemList& problems, const Fields& fields, std::string_view key);
/// A list of at most `most` texts.
[[nodiscard]] std::vector<std::string> readTexts(ProblemList& problems, const Place& place, std::size_t most);
/// One of the words; the answer is its number.
[[nodiscard]] std::optional<std::size_t> readWord(ProblemList& problems, const Place& place,
                                                  const std::vector<std::string_view>& words);
/// Reports a list or object with more than `most` elements; false then.
[[nodiscard]] bool isWithin(ProblemList& problems, const Place& place, std::size_t most, std::string_view what);
/// Reports a key that cannot be a name; false then.
[[nodiscard]] bool isGoodName(ProblemList& problems, const Place& place, std::string_view name);
/// "1 argument", "3 arguments".
[[nodiscard]] std::string counted(std::size_t count, const std::string& what);

}  // namespace threadline::scenario
