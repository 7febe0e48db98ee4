// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The args of one event, and other small JSON objects within a file: read once, asked by key.
//
// Thread: one. Lifetime: the text stands in the file's bytes, with room for the parser behind it; what is given out
// lives as long as the object.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace threadline::io {

class ChromeArgs {
 public:
  struct Field {
    std::string key;
    std::string text;      // of a string
    std::string_view raw;  // the token or the nested value as it stands in the file
    bool isText = false;
  };
  explicit ChromeArgs(std::string_view object);

  [[nodiscard]] const std::vector<Field>& fields() const { return m_fields; }
  [[nodiscard]] std::string_view text(std::string_view key) const;
  /// A whole number, in quotes or not.
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view key) const;
  /// Any finite number.
  [[nodiscard]] static std::optional<double> decimal(const Field& field);

 private:
  [[nodiscard]] const Field* find(std::string_view key) const;
  std::vector<Field> m_fields;
};

}  // namespace threadline::io
