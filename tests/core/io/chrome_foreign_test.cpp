// SPDX-License-Identifier: GPL-3.0-or-later
// Chrome traces of other programs: each test has the few lines of one dialect.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/io/chrome_json_reader.h"
#include "tests/support/trace_dsl.h"

namespace threadline::io {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TraceFile readText(const std::string& json) {
  Result<TraceFile> read = readChromeJson(json);
  EXPECT_TRUE(read.isOk()) << read.error().message;
  return read.take();
}
std::string dumpOf(const std::string& json) {
  return test::dump(*readText(json).snapshot);
}

TEST(ChromeForeign, ShowsIntervalsAsSlicesOfALaneWhoseStateIsUnknown) {
  EXPECT_EQ(dumpOf(R"({"traceEvents":[
    {"ph":"M","name":"process_name","pid":7,"args":{"name":"prog"}},
    {"ph":"M","name":"thread_name","pid":7,"tid":8,"args":{"name":"worker"}},
    {"ph":"X","name":"outer","pid":7,"tid":8,"ts":100,"dur":10},
    {"ph":"X","name":"inner","pid":7,"tid":8,"ts":101.5,"dur":2.25}],"displayTimeUnit":"ms"})"),
            R"(now=10000 extent=[0..10000) finished
process 0 main pid=7 name="prog" start=0 end=10000
lane 0 thread name="worker" process=0 tid=8 start=0 end=10000
  [0..10000) unknown
  slice [0..10000) depth=0 label="outer"
  slice [1500..3750) depth=1 label="inner"
totals recorded=2 lost=0 illegal=0 corrupt=0
)");
}

TEST(ChromeForeign, PairsBeginsAndEndsInTimeOrder) {
  const std::string text = dumpOf(R"([
    {"ph":"E","pid":1,"tid":1,"ts":9},
    {"ph":"B","pid":1,"tid":1,"ts":0,"name":"a"},
    {"ph":"E","pid":1,"tid":1,"ts":4,"name":"b"},
    {"ph":"B","pid":1,"tid":1,"ts":2,"name":"b"}])");
  EXPECT_THAT(text, HasSubstr("  slice [0..9000) depth=0 label=\"a\"\n  slice [2000..4000) depth=1 label=\"b\"\n"));
}

TEST(ChromeForeign, ListsEndsAndBeginsThatHaveNoPartner) {
  const TraceFile read = readText(R"([
    {"ph":"E","pid":1,"tid":1,"ts":1},
    {"ph":"B","pid":1,"tid":1,"ts":2,"name":"open"},
    {"ph":"E","pid":1,"tid":1,"ts":3,"name":"another"},
    {"ph":"i","pid":1,"tid":1,"ts":10,"name":"last"}])");
  EXPECT_THAT(test::dump(*read.snapshot), HasSubstr("slice [1000..9000) depth=0 label=\"open\""));
  EXPECT_THAT(read.repairs, ElementsAre("1 intervals never ended; they are drawn to the end of the trace",
                                        "2 ends without a beginning were left out"));
}

TEST(ChromeForeign, OverlapsThatDoNotNestGetRowsOfTheirOwn) {
  const std::string text = dumpOf(R"([
    {"ph":"X","pid":1,"tid":1,"ts":0,"dur":10,"name":"a"},
    {"ph":"X","pid":1,"tid":1,"ts":5,"dur":10,"name":"b"},
    {"ph":"X","pid":1,"tid":1,"ts":12,"dur":5,"name":"c"}])");
  EXPECT_THAT(text, HasSubstr("[0..10000) depth=0 label=\"a\"\n  slice [5000..15000) depth=1 label=\"b\"\n"
                              "  slice [12000..17000) depth=0 label=\"c\""));
}

TEST(ChromeForeign, AsynchronousIntervalsStandInALanePerCategory) {
  const std::string text = dumpOf(R"([
    {"ph":"b","cat":"net","id":"0x1","name":"get","pid":1,"tid":1,"ts":0},
    {"ph":"b","cat":"net","id":"0x2","name":"get","pid":1,"tid":2,"ts":1},
    {"ph":"e","cat":"net","id":"0x1","name":"get","pid":1,"tid":3,"ts":5},
    {"ph":"n","cat":"net","id":"0x2","name":"half","pid":1,"tid":2,"ts":3},
    {"ph":"e","cat":"net","id":"0x2","name":"get","pid":1,"tid":1,"ts":4}])");
  EXPECT_THAT(text, HasSubstr("lane 0 task name=\"net\""));
  EXPECT_THAT(text, HasSubstr("  slice [0..5000) depth=0 label=\"get\"\n  slice [1000..4000) depth=1 label=\"get\"\n"));
  EXPECT_THAT(text, HasSubstr("instant 3000 lane=0 mark text=\"half\""));
}

TEST(ChromeForeign, ConnectsFlowsByCategoryNameAndId) {
  const TraceFile read = readText(R"([
    {"ph":"s","cat":"c","name":"n","id":1,"pid":1,"tid":1,"ts":0},
    {"ph":"t","cat":"c","name":"n","id":1,"pid":1,"tid":2,"ts":5},
    {"ph":"f","cat":"c","name":"n","id":1,"pid":1,"tid":3,"ts":9,"bp":"e"},
    {"ph":"f","cat":"c","name":"other","id":1,"pid":1,"tid":3,"ts":9},
    {"ph":"X","name":"x","pid":1,"tid":1,"ts":1,"dur":1,"bind_id":"0x9","flow_out":true},
    {"ph":"X","name":"y","pid":1,"tid":2,"ts":7,"dur":1,"bind_id":"0x9","flow_in":true}])");
  const std::string text = test::dump(*read.snapshot);
  EXPECT_THAT(text, HasSubstr("flow emit 0@0 -> 1@5000 text=\"n\"\nflow emit 1@5000 -> 2@9000 text=\"n\"\n"));
  EXPECT_THAT(text, HasSubstr("flow emit 0@1000 -> 1@7000\n"));
  EXPECT_THAT(read.repairs, ElementsAre("1 flows with one end only were left out"));
}

TEST(ChromeForeign, CountersHaveATrackForEachKeyAndProcess) {
  const std::string text = dumpOf(R"([
    {"ph":"C","name":"mem","pid":1,"ts":2,"args":{"used":5,"free":"7"}},
    {"ph":"C","name":"mem","pid":1,"ts":1,"args":{"used":4,"free":8}},
    {"ph":"C","name":"depth","pid":1,"ts":1,"args":{"v":1}},
    {"ph":"C","name":"depth","pid":2,"ts":2,"args":{"v":2.5}}])");
  EXPECT_THAT(text, HasSubstr("counter value name=\"mem used\" 0:4 1000:5\n"));
  EXPECT_THAT(text, HasSubstr("counter value name=\"mem free\" 0:8 1000:7\n"));
  EXPECT_THAT(text, HasSubstr("counter value name=\"depth\" 0:1\n"));
  EXPECT_THAT(text, HasSubstr("counter value name=\"depth (1)\" 1000:3\n"));
}

TEST(ChromeForeign, ThreadStatesBecomeStatesAndGapsAreUnknown) {
  const std::string text = dumpOf(R"([
    {"ph":"T","cat":"thread_state","name":"Running","pid":1,"tid":1,"ts":0,"dur":2},
    {"ph":"T","cat":"thread_state","name":"R+","pid":1,"tid":1,"ts":2,"dur":1},
    {"ph":"T","cat":"thread_state","name":"S","pid":1,"tid":1,"ts":5,"dur":5}])");
  EXPECT_THAT(
      text, HasSubstr("  [0..2000) running\n  [2000..3000) ready\n  [3000..5000) unknown\n  [5000..10000) blocked\n"));
}

TEST(ChromeForeign, OrdersLanesAsTheFileAsksAndGroupsThemByProcess) {
  const std::string text = dumpOf(R"([
    {"ph":"X","pid":1,"tid":1,"ts":0,"dur":1,"name":"a"},
    {"ph":"X","pid":"Traces","tid":"t","ts":0,"dur":1,"name":"b"},
    {"ph":"X","pid":1,"ts":0,"dur":1,"name":"c"},
    {"ph":"X","pid":1,"tid":2,"ts":0,"dur":1,"name":"d"},
    {"ph":"M","name":"thread_sort_index","pid":1,"tid":1,"args":{"sort_index":"5"}},
    {"ph":"M","name":"process_sort_index","pid":"Traces","args":{"sort_index":-1}},
    {"ph":"M","name":"thread_name","pid":1,"tid":77,"args":{"name":"without events"}}])");
  EXPECT_THAT(text, HasSubstr("lane 0 thread name=\"t\" process=0"));
  EXPECT_THAT(text, HasSubstr("lane 1 thread name=\"2\" process=1"));
  EXPECT_THAT(text, HasSubstr("lane 2 thread main name=\"1\" process=1"));
  EXPECT_THAT(text, Not(HasSubstr("without events")));
}

TEST(ChromeForeign, CountsTimesFromTheEarliestEventEvenWhenItIsNegative) {
  const std::string text = dumpOf(R"([
    {"ph":"X","pid":1,"tid":1,"ts":-33,"dur":40,"name":"launch"},
    {"ph":"X","pid":1,"tid":1,"ts":2,"dur":-4,"name":"odd"}])");
  EXPECT_THAT(text, HasSubstr("[0..40000) depth=0 label=\"launch\"\n  slice [35000..35000) depth=1 label=\"odd\""));
}

TEST(ChromeForeign, LeavesOutWhatItDoesNotKnowAndSaysSo) {
  const TraceFile read = readText(R"([{}, 5, null,
    {"ph":"X","pid":1,"tid":1,"ts":0,"dur":1,"name":"a"},
    {"ph":"X","pid":1,"tid":1,"name":"no time"},
    {"ph":"O","pid":1,"ts":0},{"ph":"O","pid":1,"ts":1}])");
  EXPECT_EQ(read.snapshot->slices({0}).size(), 1U);
  EXPECT_THAT(read.repairs, ElementsAre("2 elements could not be read", "1 events without a time were left out",
                                        "2 events of phase 'O' were left out"));
}

TEST(ChromeForeign, RefusesJsonThatIsNoTrace) {
  for (const char* json : {"", "   ", "5", "\"x\"", "{}", "{\"traceEvents\":5}", "{\"a\":[1,2]}", "[1,2,3]",
                           "[{\"id\":1},{\"id\":2}]", "{\"threadline\":{}}", "{", "[{\"ph\":", "<html>"}) {
    const Result<TraceFile> read = readChromeJson(json);
    EXPECT_FALSE(read.isOk()) << json;
  }
  EXPECT_TRUE(readChromeJson("[]").isOk());
  EXPECT_TRUE(readChromeJson("{\"traceEvents\":[]}").isOk());
}

class ChromeDamaged : public testing::TestWithParam<std::pair<const char*, std::string>> {};

TEST_P(ChromeDamaged, StillShowsBothIntervals) {
  const TraceFile read = readText(GetParam().second);
  ASSERT_EQ(read.snapshot->laneCount(), 1U);
  EXPECT_EQ(read.snapshot->slices({0}).size(), 2U);
}

const std::string kA = R"({"ph":"X","pid":1,"tid":1,"ts":0,"dur":1,"name":"a"})";
const std::string kB = R"({"ph":"X","pid":1,"tid":1,"ts":5,"dur":1,"name":"b"})";
INSTANTIATE_TEST_SUITE_P(
    Forms, ChromeDamaged,
    testing::Values(std::pair{"Whole", "[" + kA + "," + kB + "]"}, std::pair{"NoClosingBracket", "[" + kA + ",\n" + kB},
                    std::pair{"TrailingComma", "[" + kA + ",\n" + kB + ",\n"},
                    std::pair{"CommaBeforeBracket", "[" + kA + "," + kB + ",]"},
                    std::pair{"NoComma", "[" + kA + "\n" + kB + "]"},
                    std::pair{"CutWithinAnEvent", "[" + kA + "," + kB + "," + kA.substr(0, 30)},
                    std::pair{"CutWithinAName",
                              "{\"traceEvents\":[" + kA + "," + kB + ",{\"ph\":\"X\",\"name\":\"half of"},
                    std::pair{"NulPadding", "[" + kA + "," + kB + "]" + std::string(300, '\0')},
                    std::pair{"NulPaddingAfterCut", "[" + kA + "," + kB + "," + std::string(300, '\0')},
                    std::pair{"ByteOrderMarkAndCrLf", "\xEF\xBB\xBF[\r\n" + kA + ",\r\n" + kB + "\r\n]\r\n"},
                    std::pair{"GarbageBetween", "[" + kA + ", garbage } , " + kB + "]"},
                    std::pair{"AnEventWithoutEnd", "[" + kA + ",\n{\"ph\":\"X\",\"name\":\"\n" + kB + "]"},
                    std::pair{"TrailingText", "[" + kA + "," + kB + "] and more"},
                    std::pair{"EmptyElementAtTheEnd", "[" + kA + ",\n" + kB + ",\n{}]"},
                    std::pair{"BadUtf8", "[" + kA + "," + kB + ",{\"ph\":\"M\",\"name\":\"\xFF\xC3\"}]"},
                    std::pair{"LineFeedInAText", "[" + kA + "," + kB + ",{\"ph\":\"M\",\"name\":\"a\nb\"}]"},
                    std::pair{"BareNaN", "[" + kA + "," + kB + ",{\"ph\":\"C\",\"ts\":NaN,\"args\":{\"v\":NaN}}]"},
                    std::pair{"OtherKeysAround", "{\"a\":{\"b\":[]},\"traceEvents\":[" + kA + "," + kB + "],\"z\":1}"}),
    [](const auto& form) { return std::string(form.param.first); });

}  // namespace
}  // namespace threadline::io
