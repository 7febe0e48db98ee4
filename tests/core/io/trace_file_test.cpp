// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/trace_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"
#include "tests/support/trace_dsl.h"
#include "tests/support/trace_samples.h"

namespace threadline::io {
namespace {

const std::string kSmall = R"([{"ph":"X","pid":1,"tid":1,"ts":0,"dur":1,"name":"a"}])";

TEST(TraceFile, IsReadByItsContentWhateverItIsCalled) {
  const test::TempDir dir;
  EXPECT_TRUE(readTrace(dir.write("a.json", kSmall)).isOk());
  EXPECT_TRUE(readTrace(dir.write("a.trace", "\xEF\xBB\xBF  " + kSmall)).isOk());
  EXPECT_TRUE(readTrace(dir.write("a.csv", kSmall)).isOk());
  EXPECT_TRUE(readTrace(dir.write("b.csv", "lane,start_ns,end_ns,state\n0,0,1,running\n")).isOk());
}

TEST(TraceFile, TellsWhyAFileCannotBeRead) {
  const test::TempDir dir;
  const Result<TraceFile> missing = readTrace(dir.path("none.json"));
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(missing.error().context, dir.path("none.json"));
  EXPECT_EQ(readTrace(dir.path()).error().code, ErrorCode::kSystem);
  EXPECT_EQ(readTrace(dir.write("a.pftrace", "\x0A\x01")).error().code, ErrorCode::kUnsupported);
  EXPECT_EQ(readTrace(dir.write("a.json", "")).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(readTrace(dir.write("a.csv", "")).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(readTrace(dir.write("a.json", "no json")).error().context, dir.path("a.json"));
}

TEST(TraceFile, IsWrittenByItsEndingOnly) {
  const test::TempDir dir;
  const model::SnapshotPtr snapshot = test::traceOf(test::sampleOfEverything());
  EXPECT_EQ(writeTrace(*snapshot, {}, dir.path("a.pftrace")).error().code, ErrorCode::kUnsupported);
  EXPECT_EQ(writeTrace(*snapshot, {}, dir.path("no/such/a.json")).error().code, ErrorCode::kSystem);
  EXPECT_EQ(dir.fileCount(), 0U);
}

TEST(TraceFile, TheOldFileStaysWhenTheNewOneCannotBeWritten) {
  const model::SnapshotPtr snapshot = test::traceOf(test::sampleOfEverything());
  const test::TempDir dir;
  ASSERT_EQ(::symlink("/dev/full", dir.path("full.json").c_str()), 0);
  EXPECT_EQ(writeTrace(*snapshot, {}, dir.path("full.json")).error().code, ErrorCode::kSystem);
  EXPECT_EQ(dir.fileCount(), 1U);
}

}  // namespace
}  // namespace threadline::io
