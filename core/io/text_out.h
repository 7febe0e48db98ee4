// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Text on its way into a file: collected in pieces of a megabyte, numbers by std::to_chars, JSON's escapes. The first
// failure is kept and told by finish(); what comes after it is dropped.
//
// Thread: one.

#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/io/replace_file.h"

namespace threadline::io {

class TextOut {
 public:
  explicit TextOut(FileReplacement& file) : m_file(file) { m_buffer.reserve(kPieceBytes + kSlackBytes); }

  TextOut& operator<<(std::string_view text) {
    m_buffer += text;
    if (m_buffer.size() >= kPieceBytes) flush();
    return *this;
  }
  TextOut& operator<<(const char* text) { return *this << std::string_view(text); }
  TextOut& operator<<(char c) { return *this << std::string_view(&c, 1); }
  template <std::integral T>
  TextOut& operator<<(T number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof(digits), number).ptr;
    return *this << std::string_view(digits, static_cast<std::size_t>(end - digits));
  }
  /// The shortest digits that give the same number again; null when it is not finite.
  TextOut& decimal(double number);
  /// Nanoseconds as microseconds with three digits behind the point.
  TextOut& micros(std::int64_t ns);
  /// A JSON string with its quotes. The text is UTF-8.
  TextOut& quoted(std::string_view text);

  /// Writes what is left. The first error that there was, else ok.
  [[nodiscard]] Status finish();

 private:
  static constexpr std::size_t kPieceBytes = std::size_t{1} << 20U;
  static constexpr std::size_t kSlackBytes = 4096;
  void flush();

  FileReplacement& m_file;
  std::string m_buffer;
  std::optional<Error> m_error;
};

}  // namespace threadline::io
