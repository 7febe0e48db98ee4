// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The fonts of pictures: one list of families for every writer, and a measure with their true, unhinted widths, so that
// a PNG, an SVG and a PDF of one drawing have the same places.
//
// Thread: any one with a QGuiApplication in the process.

#include <QFont>
#include <QStringList>

#include <string>
#include <unordered_map>

#include "ui/scene/text_measure.h"

namespace threadline::paint {

/// Noto Sans CJK KR first, then what Windows and macOS have, then any.
[[nodiscard]] QStringList fontFamilies();

/// Fonts have whole pixel sizes in Qt; ours are drawn kFontScale times as large through a painter scaled down by it.
inline constexpr int kFontScale = 8;
[[nodiscard]] QFont scaledFont(double sizePx, bool bold);

class FontMeasure final : public scene::TextMeasure {
 public:
  [[nodiscard]] double width(std::string_view text, double sizePx, bool bold) const override;

 private:
  mutable std::unordered_map<std::string, double> m_known;  // per text and font; layouts ask the same again and again
};

}  // namespace threadline::paint
