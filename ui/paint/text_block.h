// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Running text of a page: wrapped at spaces, words that are wider than the line anywhere.

#include <string>
#include <string_view>
#include <vector>

#include "ui/scene/text_measure.h"

namespace threadline::paint {

/// At most `maxLines` lines; the last one ends in "…" when there was more. Line feeds are kept. No text, no lines.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, double width, double sizePx, bool bold,
                                               const scene::TextMeasure& measure, std::size_t maxLines = 12);

}  // namespace threadline::paint
