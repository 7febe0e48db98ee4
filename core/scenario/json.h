// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A JSON document as a small tree that keeps what checking a file needs: the order of keys, and where each value stands
// in the file's order. The library that parses it is seen by json.cpp alone. Private to core/scenario.
//
// Thread: any; a document is not changed once parsed. Nothing here throws.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace threadline::scenario {

struct JsonMember;

struct Json {
  enum class Type : std::uint8_t { kNull, kBool, kInteger, kDecimal, kText, kList, kObject };
  Type type = Type::kNull;
  bool truth = false;
  std::uint32_t order = 0;  // how many values began before this one
  std::int64_t integer = 0;
  double decimal = 0;
  std::string text;  // of kText
  std::vector<Json> items;
  std::vector<JsonMember> members;  // in the file's order

  /// The member with this key, or null.
  [[nodiscard]] const Json* member(std::string_view key) const;
};

struct JsonMember {
  std::string key;
  Json value;
};

struct JsonFault {
  std::string pointer;
  std::uint32_t order = 0;
  std::string found;
  std::string expected;
};

struct JsonDocument {
  Json root;
  bool isComplete = false;        // false: the text is no JSON or too large, and `root` is not to be used
  std::vector<JsonFault> faults;  // keys given twice and numbers too large do not stop the reading
};

struct JsonLimits {
  std::size_t bytes;
  std::size_t values = 200'000;  // about 30 MB of tree
  std::size_t depth = 64;        // of lists and objects in each other
};

[[nodiscard]] JsonDocument parseJson(std::string_view text, const JsonLimits& limits);

/// `pointer` one level deeper, escaped as RFC 6901 says.
[[nodiscard]] std::string pointerTo(const std::string& pointer, std::string_view key);
[[nodiscard]] std::string pointerTo(const std::string& pointer, std::size_t index);

/// A value in words, bounded and on one line: `"text"`, `3`, `a list of 2`, `an object`, `null`.
[[nodiscard]] std::string describe(const Json& json);

/// `text` as a JSON string with its quotes; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string jsonText(std::string_view text);

/// The value as JSON again, on one line: what parseJson reads back as the same tree.
[[nodiscard]] std::string writeJson(const Json& json);

}  // namespace threadline::scenario
