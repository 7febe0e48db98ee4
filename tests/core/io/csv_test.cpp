// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/io/csv_reader.h"
#include "core/io/trace_file.h"
#include "core/model/statistics.h"
#include "tests/support/temp_dir.h"
#include "tests/support/trace_dsl.h"
#include "tests/support/trace_samples.h"

namespace threadline::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string kTitles = "lane,kind,name,pid,tid,start_ns,end_ns,state,label,waits_for\r\n";

std::vector<std::vector<std::string>> rowsOf(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  while (!text.empty()) rows.push_back(takeCsvRow(text));
  return rows;
}

TEST(Csv, RowsFollowRfc4180) {
  EXPECT_THAT(rowsOf("a,b\r\n\"c,1\",\"d \"\"e\"\"\"\r\n,\"two\r\nlines\"\n\"\",x"),
              ElementsAre(ElementsAre("a", "b"), ElementsAre("c,1", "d \"e\""), ElementsAre("", "two\r\nlines"),
                          ElementsAre("", "x")));
  EXPECT_THAT(rowsOf("a\"b,c\n\"never closed"), ElementsAre(ElementsAre("a\"b", "c"), ElementsAre("never closed")));
}

TEST(Csv, HasARowForEachSpan) {
  const test::TempDir dir;
  const model::SnapshotPtr snapshot = test::traceOf(R"(
    0 1000 process 0 main pid=77
    0 1000 object 0 a,"lock" 4
    1 1000 lane 0 process=0 main name=main
    1 1000 identity 77 1
    1 1000 state running
    1 1010 state waiting_lock label=get_it object=0
    1 1030 end returned
    finish 1100
  )");
  ASSERT_TRUE(writeTrace(*snapshot, {}, dir.path("t.csv")).isOk());
  EXPECT_EQ(dir.read("t.csv"), kTitles +
                                   "0,thread,main,77,77,0,10,running,,\r\n"
                                   "0,thread,main,77,77,10,30,waiting_lock,get it,\"a,\"\"lock\"\"\"\r\n");
}

TEST(Csv, GivesTheSameSpansAgain) {
  const test::TempDir dir;
  const model::SnapshotPtr snapshot = test::traceOf(test::sampleOfEverything());
  ASSERT_TRUE(writeTrace(*snapshot, {}, dir.path("a.csv")).isOk());
  const Result<TraceFile> read = readTrace(dir.path("a.csv"));
  ASSERT_TRUE(read.isOk()) << read.error().message;
  EXPECT_TRUE(read.value().repairs.empty());
  ASSERT_TRUE(writeTrace(*read.value().snapshot, {}, dir.path("b.csv")).isOk());
  EXPECT_EQ(dir.read("b.csv"), dir.read("a.csv"));
  for (std::uint32_t i = 0; i < snapshot->laneCount(); ++i) {
    EXPECT_EQ(model::laneTotals(*read.value().snapshot, {i}).time, model::laneTotals(*snapshot, {i}).time);
  }
}

TEST(Csv, FindsColumnsByTitleAndRowsInAnyOrder) {
  const Result<TraceFile> read =
      readCsv("\xEF\xBB\xBFstate,extra,end_ns,start_ns,lane\nsleeping,?,30,20,5\nrunning,?,20,0,5\n\n");
  ASSERT_TRUE(read.isOk()) << read.error().message;
  const std::string text = test::dump(*read.value().snapshot);
  EXPECT_THAT(text, HasSubstr("start=0 end=30\n  [0..20) running\n  [20..30) sleeping\n"));
  EXPECT_TRUE(read.value().repairs.empty());
}

TEST(Csv, ShowsGapsAsUnknownAndCutsOverlaps) {
  const Result<TraceFile> read = readCsv(
      kTitles + "0,thread,a,1,1,0,10,running,,\n0,thread,a,1,1,20,40,sleeping,,\n0,thread,a,1,1,30,50,running,,\n");
  ASSERT_TRUE(read.isOk());
  EXPECT_THAT(test::dump(*read.value().snapshot),
              HasSubstr("  [0..10) running\n  [10..20) unknown\n  [20..40) sleeping\n  [40..50) running\n"));
  EXPECT_THAT(read.value().repairs,
              ElementsAre("1 rows overlap the one before and were cut", "1 gaps between rows are shown as unknown"));
}

TEST(Csv, LeavesOutRowsThatMakeNoSenseAndNamesTheFirst) {
  const Result<TraceFile> read = readCsv(
      kTitles + "0,thread,a,1,1,0,10,running,,\nx\n0,thread,a,1,1,10,5,running,,\n0,thread,a,1,1,10,20,flying,,\n");
  ASSERT_TRUE(read.isOk());
  EXPECT_THAT(read.value().repairs, ElementsAre("3 rows were left out, the first at line 3: no number of a lane"));
}

TEST(Csv, RefusesTablesThatAreNoSpans) {
  EXPECT_EQ(readCsv("").error().message, "line 1: there is no column 'lane'; this is no table of spans");
  EXPECT_EQ(readCsv("lane,start_ns,end_ns\n1,2,3\n").error().message,
            "line 1: there is no column 'state'; this is no table of spans");
  EXPECT_EQ(readCsv(kTitles + "0,thread,a,1,1,0,10,flying,,\n").error().message, "line 2: no state is called 'flying'");
  EXPECT_TRUE(readCsv(kTitles).isOk());
}

}  // namespace
}  // namespace threadline::io
