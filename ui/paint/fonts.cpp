// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/fonts.h"

#include <QFontMetricsF>
#include <QString>

#include <cmath>

namespace threadline::paint {

QStringList fontFamilies() {
  return {QStringLiteral("Noto Sans CJK KR"), QStringLiteral("Noto Sans KR"), QStringLiteral("Malgun Gothic"),
          QStringLiteral("Apple SD Gothic Neo"), QStringLiteral("sans-serif")};
}

QFont scaledFont(double sizePx, bool bold) {
  QFont font;
  font.setFamilies(fontFamilies());
  font.setPixelSize(static_cast<int>(std::lround(sizePx * kFontScale)));
  font.setWeight(bold ? QFont::Bold : QFont::Normal);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

double FontMeasure::width(std::string_view text, double sizePx, bool bold) const {
  constexpr std::size_t kMostKnown = 20'000;
  std::string key = std::to_string(std::lround(sizePx * kFontScale)) + (bold ? 'b' : 'n');
  key += text;
  const auto known = m_known.find(key);
  if (known != m_known.end()) return known->second;
  const QString words = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
  const double width = QFontMetricsF(scaledFont(sizePx, bold)).horizontalAdvance(words) / kFontScale;
  if (m_known.size() > kMostKnown) m_known.clear();
  m_known.emplace(std::move(key), width);
  return width;
}

}  // namespace threadline::paint
