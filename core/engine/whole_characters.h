// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Cutting texts of UTF-8 where a fixed number of bytes is all there is.
//
// Thread: any.

#include <cstddef>
#include <string_view>

namespace threadline::engine {

/// The longest beginning of at most `most` bytes that does not cut a character in two. Bytes that are no UTF-8 are cut
/// anywhere: the result is never empty while the text is not and `most` is at least 4.
inline std::string_view wholeCharacters(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  constexpr std::size_t kMostFollowing = 3;  // bytes of a character after its first
  std::size_t size = most;
  std::size_t back = 0;
  while (size > 0 && back <= kMostFollowing && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
    --size;
    ++back;
  }
  return text.substr(0, back > kMostFollowing ? most : size);
}

}  // namespace threadline::engine
