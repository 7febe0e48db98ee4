// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/chrome_event.h"

#include <gtest/gtest.h>

#include "core/io/chrome_file.h"

namespace threadline::io {
namespace {

TEST(Micros, AreReadExactlyToTheNanosecond) {
  EXPECT_EQ(microsToNs("0"), 0);
  EXPECT_EQ(microsToNs("12.345"), 12'345);
  EXPECT_EQ(microsToNs("-12.345"), -12'345);
  EXPECT_EQ(microsToNs("-0.001"), -1);
  EXPECT_EQ(microsToNs("7.5 \r\n"), 7'500);
  EXPECT_EQ(microsToNs("\"1795184679060516.0000\""), 1'795'184'679'060'516'000);
  EXPECT_EQ(microsToNs("1795184679060516.789"), 1'795'184'679'060'516'789);
  EXPECT_EQ(microsToNs("3.1415926"), 3'142);
  EXPECT_EQ(microsToNs("0.00049"), 0);
  EXPECT_EQ(microsToNs("1e3"), 1'000'000);
  EXPECT_EQ(microsToNs("1.5E-3"), 2);
}

TEST(Micros, ThatAreNoNumberOrTooLargeAreNone) {
  for (const char* token : {"", "\"\"", "-", "abc", "1x", "12..5", "1e300", "99999999999999999999", "-2305843009213694",
                            "9223372036854775807", "null", "true", "{}", "NaN"}) {
    EXPECT_EQ(microsToNs(token), std::nullopt) << token;
  }
}

ChromeEvent eventOf(std::string json, model::TextTable& texts) {
  json = "[" + json + "]";
  Result<ChromeFile> file = readChromeFile(json, texts);
  EXPECT_TRUE(file.isOk());
  EXPECT_EQ(file.value().events.size(), 1U);
  return file.value().events.at(0);
}

TEST(ChromeEvent, ReadsNumbersAndTextsForPidAndTid) {
  model::TextTable texts;
  const ChromeEvent numbers = eventOf(R"({"ph":"X","pid":7,"tid":"12884901888","ts":1})", texts);
  EXPECT_EQ(numbers.pid, (ChromeId{7, {}}));
  EXPECT_EQ(numbers.tid, (ChromeId{12'884'901'888, {}}));
  const ChromeEvent words = eventOf(R"({"ph":"X","pid":"Spans","ts":1})", texts);
  EXPECT_EQ(texts[words.pid.text], "Spans");
  EXPECT_FALSE(words.hasTid);
}

TEST(ChromeEvent, ReadsIdsInEveryForm) {
  model::TextTable texts;
  EXPECT_EQ(eventOf(R"({"ph":"s","id":18446744073709551615})", texts).id, UINT64_MAX);
  EXPECT_EQ(eventOf(R"({"ph":"s","id":"0x1F"})", texts).id, 31U);
  EXPECT_EQ(eventOf(R"({"ph":"s","id":"17"})", texts).id, 17U);
  const std::uint64_t word = eventOf(R"({"ph":"s","id":"job-7"})", texts).id;
  EXPECT_EQ(eventOf(R"({"ph":"f","id":"job-7"})", texts).id, word);
  EXPECT_EQ(eventOf(R"({"ph":"b","id2":{"local":"0x2"}})", texts).idScope, IdScope::kLocal);
  EXPECT_EQ(eventOf(R"({"ph":"b","id2":{"global":2}})", texts).idScope, IdScope::kGlobal);
}

TEST(ChromeEvent, FieldsOfTheWrongKindCountAsNotGiven) {
  model::TextTable texts;
  const ChromeEvent event =
      eventOf(R"({"ph":"long","name":null,"cat":[1],"ts":{},"dur":"x","pid":null,"id2":5,"args":[1,2]})", texts);
  EXPECT_EQ(event.phase, 0);
  EXPECT_TRUE(event.name.isNone());
  EXPECT_FALSE(event.hasTime);
  EXPECT_TRUE(event.args.empty());
}

TEST(ChromeEvent, ArgsMayComeBeforeThePhase) {
  model::TextTable texts;
  std::string json = R"([{"args":{"a":{"b":[1,"}"]}},"name":"n","ph":"C","ts":5}])";
  const Result<ChromeFile> file = readChromeFile(json, texts);
  ASSERT_EQ(file.value().events.size(), 1U);
  EXPECT_EQ(file.value().events[0].args, R"({"a":{"b":[1,"}"]}})");
  EXPECT_EQ(file.value().events[0].timeNs, 5000);
}

}  // namespace
}  // namespace threadline::io
