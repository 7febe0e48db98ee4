// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How wide a text will be, asked by the layout of whoever knows the fonts. So the layout needs no fonts itself, and a
// test can give it round numbers.

#include <string>
#include <string_view>

namespace threadline::scene {

class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  /// Width in layout pixels of one line of UTF-8.
  [[nodiscard]] virtual double width(std::string_view text, double sizePx, bool bold) const = 0;
};

/// The text, or as much of its beginning and its end as fits with "…" between them.
[[nodiscard]] std::string elideMiddle(std::string_view text, double maxWidth, double sizePx, bool bold,
                                      const TextMeasure& measure);

/// The first line, control characters as spaces, at most `maxCodePoints` long; invalid UTF-8 becomes U+FFFD.
[[nodiscard]] std::string oneLine(std::string_view text, std::size_t maxCodePoints = 200);

}  // namespace threadline::scene
