// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text_table.h"

#include <gtest/gtest.h>

namespace threadline::model {
namespace {

TEST(TextTable, KeepsEachTextOnceAndNeverMovesIt) {
  TextTable table;
  const TextId first = table.add("first");
  const std::string_view before = table[first];
  for (int i = 0; i < 5000; ++i) {
    table.add("text " + std::to_string(i));
    if (i % 100 == 0) table.share();
  }
  EXPECT_EQ(table.add("first"), first);
  EXPECT_EQ(table[first].data(), before.data());
  EXPECT_EQ(table[table.add("text 4711")], "text 4711");
  EXPECT_TRUE(table.add("").isNone());
  EXPECT_EQ(table[TextId{}], "");
  EXPECT_EQ(table[TextId{999'999}], "");
}

TEST(TextTable, ReplacesWhatIsNoUtf8) {
  EXPECT_EQ(validUtf8("abc"), "abc");
  EXPECT_EQ(validUtf8("스레드 1"), "스레드 1");
  EXPECT_EQ(validUtf8("a\xFFz"), "a\xEF\xBF\xBDz");
  EXPECT_EQ(validUtf8("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // a surrogate
  EXPECT_EQ(validUtf8("\xC0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD");                  // an overlong NUL
  EXPECT_EQ(validUtf8(std::string_view("a\0z", 3)), "a\xEF\xBF\xBDz");
  EXPECT_EQ(validUtf8("\xF0\x9F\x98"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_TRUE(isValidUtf8("\xF0\x9F\x98\x80"));
  TextTable table;
  EXPECT_EQ(table[table.add("a\xFF")], "a\xEF\xBF\xBD");
}

}  // namespace
}  // namespace threadline::model
