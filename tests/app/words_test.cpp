// SPDX-License-Identifier: GPL-3.0-or-later
// The Korean words: every one is there, and takes the same values as the English one.

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

namespace threadline::test {
namespace {

QSet<QString> placesIn(const QString& text) {
  static const QRegularExpression kPlace(QStringLiteral("%[0-9]|%n"));
  QSet<QString> places;
  for (auto it = kPlace.globalMatch(text); it.hasNext();) places += it.next().captured();
  return places;
}

TEST(Words, EveryKoreanWordIsThereAndTakesTheSameValues) {
  QFile file(QStringLiteral(THREADLINE_KOREAN_WORDS));
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  QXmlStreamReader xml(&file);
  QString source;
  int count = 0;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == QLatin1String("source")) source = xml.readElementText();
    if (xml.name() != QLatin1String("translation")) continue;
    EXPECT_NE(xml.attributes().value(QLatin1String("type")), QLatin1String("unfinished")) << source.toStdString();
    const QString translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
    EXPECT_FALSE(translation.isEmpty()) << source.toStdString();
    EXPECT_EQ(placesIn(translation), placesIn(source)) << source.toStdString();
    ++count;
  }
  EXPECT_FALSE(xml.hasError());
  EXPECT_GT(count, 100);
}

}  // namespace
}  // namespace threadline::test
