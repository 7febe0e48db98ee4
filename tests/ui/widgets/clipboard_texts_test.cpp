// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clipboard_texts.h"

#include <gtest/gtest.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>

namespace threadline::widgets {
namespace {

TEST(MarkdownOfPicture, ShowsThePictureAndSaysTheCaptionBelow) {
  EXPECT_EQ(markdownOfPicture({QStringLiteral("sum.png")}, QStringLiteral("Two lanes"), QStringLiteral("They wait.")),
            QStringLiteral("![Two lanes](sum.png)\n\nThey wait.\n"));
  EXPECT_EQ(markdownOfPicture({QStringLiteral("sum.png")}, QStringLiteral("Two lanes"), {}),
            QStringLiteral("![Two lanes](sum.png)\n"));
  EXPECT_EQ(markdownOfPicture({}, QStringLiteral("Two lanes"), {}), QString());
}

TEST(MarkdownOfPicture, KeepsBracketsStarsAndLineEndsFromMeaningAnything) {
  EXPECT_EQ(markdownOfPicture({QStringLiteral("my sum (2).png")}, QStringLiteral("a ]( b\n*c*"),
                              QStringLiteral("<script> & `x`")),
            QStringLiteral("![a \\]( b \\*c\\*](my%20sum%20%282%29.png)\n\n\\<script\\> &amp; \\`x\\`\n"));
}

TEST(MarkdownOfPicture, LeavesKoreanAsItIsInTheWordsAndEncodesItInTheAddress) {
  const QString text = markdownOfPicture({QStringLiteral("합.png")}, QStringLiteral("스레드 두 개"),
                                         QStringLiteral("번갈아 실행됩니다."));
  EXPECT_EQ(text, QStringLiteral("![스레드 두 개](%ED%95%A9.png)\n\n번갈아 실행됩니다.\n"));
}

TEST(MarkdownOfPicture, OffersTheDarkOneOfAPairToThoseWhoReadInTheDark) {
  const QString text = markdownOfPicture({QStringLiteral("a-light.png"), QStringLiteral("a-dark.png")},
                                         QStringLiteral("\"two\" lanes"), {});
  EXPECT_TRUE(text.contains(QStringLiteral("(prefers-color-scheme: dark)\" srcset=\"a-dark.png\"")));
  EXPECT_TRUE(text.contains(QStringLiteral("<img alt=\"&quot;two&quot; lanes\" src=\"a-light.png\">")));
}

TEST(CopyPictureOf, PutsTheWidgetOnTheClipboard) {
  QLabel label(QStringLiteral("text"));
  label.resize(80, 30);
  EXPECT_TRUE(copyPictureOf(label));
  EXPECT_EQ(QGuiApplication::clipboard()->image().size(), QSize(80, 30));
}

}  // namespace
}  // namespace threadline::widgets
