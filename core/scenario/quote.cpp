// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/quote.h"

#include <array>
#include <cstdint>
#include <cstdio>

namespace threadline::scenario {

namespace {

struct Character {
  std::uint32_t code = 0;
  std::size_t length = 0;  // bytes; 0: not UTF-8 here
};

// Source: Unicode 15, table 3-7 (well-formed UTF-8): no overlong forms, no surrogates, nothing above U+10FFFF.
Character characterAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::uint32_t first = byte(at);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return {};
  std::uint32_t code = first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return {};
    code = (code << 6U) | (byte(at + i) & 0x3FU);
  }
  static constexpr std::array<std::uint32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  const bool isSurrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < kSmallest[length] || isSurrogate || code > 0x10FFFF) return {};
  return {code, length};
}

// Control characters, line and paragraph separators, and the marks that change the direction of what follows.
bool isUnsafe(std::uint32_t code) {
  return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0xAD || code == 0x61C ||
         (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || code >= 0xE0000;
}

std::string escaped(const char* format, unsigned value) {
  std::array<char, 16> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), format, value);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string shown(std::string_view text, std::size_t at, Character character) {
  if (character.length == 0) return escaped("\\x%02x", static_cast<unsigned char>(text[at]));
  switch (character.code) {
    case '\n': return "\\n";
    case '\t': return "\\t";
    case '\r': return "\\r";
    case '"': return "\\\"";
    case '\\': return "\\\\";
    default: break;
  }
  if (isUnsafe(character.code)) return escaped(character.code > 0xFFFF ? "\\U%08x" : "\\u%04x", character.code);
  return std::string(text.substr(at, character.length));
}

}  // namespace

std::string inQuotes(std::string_view text, std::size_t most) {
  std::string result = "\"";
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (count == most) return result + "...\"";
    const Character character = characterAt(text, at);
    result += shown(text, at, character);
    at += character.length == 0 ? 1 : character.length;
  }
  return result + "\"";
}

bool isUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = characterAt(text, at);
    if (character.length == 0) return false;
    at += character.length;
  }
  return true;
}

}  // namespace threadline::scenario
