// SPDX-License-Identifier: GPL-3.0-or-later
// What this program writes as Chrome JSON it reads again exactly.
#include <gtest/gtest.h>

#include <random>

#include "core/io/chrome_json_reader.h"
#include "core/io/trace_file.h"
#include "core/io/words.h"
#include "core/model/trace_builder.h"
#include "tests/support/temp_dir.h"
#include "tests/support/trace_dsl.h"
#include "tests/support/trace_samples.h"

namespace threadline::io {
namespace {

using test::dump;

TraceFile writtenAndRead(const model::Snapshot& snapshot, const Metadata& metadata = {}) {
  const test::TempDir dir;
  EXPECT_TRUE(writeTrace(snapshot, metadata, dir.path("trace.json")).isOk());
  Result<TraceFile> read = readTrace(dir.path("trace.json"));
  EXPECT_TRUE(read.isOk()) << read.error().message;
  return read.take();
}

TEST(ChromeRoundTrip, GivesTheSameTraceAgain) {
  const model::SnapshotPtr snapshot = test::traceOf(test::sampleOfEverything());
  const TraceFile read = writtenAndRead(*snapshot);
  EXPECT_EQ(dump(*read.snapshot), dump(*snapshot));
  EXPECT_TRUE(read.repairs.empty()) << read.repairs[0];
}

TEST(ChromeRoundTrip, GivesATraceThatWasSavedWhileItGrew) {
  std::string lines = test::sampleOfEverything();
  lines.erase(lines.find("1 1200 state sleeping"));
  const model::SnapshotPtr snapshot = test::traceOf(lines);
  EXPECT_EQ(dump(*writtenAndRead(*snapshot).snapshot), dump(*snapshot));
}

TEST(ChromeRoundTrip, HasAWordForEveryKindOfInstant) {
  for (std::size_t i = 0; i < kInstantKindCount; ++i) {
    const auto kind = static_cast<InstantKind>(i);
    EXPECT_FALSE(kInstantKinds.of(kind).empty()) << i;
    EXPECT_EQ(kInstantKinds.find(kInstantKinds.of(kind)), kind);
  }
}

TEST(ChromeRoundTrip, GivesADeadlockAgain) {
  model::TraceBuilder builder;
  test::feed(builder, test::sampleOfEverything());
  builder.addDeadlock({{{0}, {1}, {0}, {}}, {{1}, {0}, {}, {}}});
  const model::SnapshotPtr snapshot = builder.snapshot();
  EXPECT_EQ(dump(*writtenAndRead(*snapshot).snapshot), dump(*snapshot));
}

TEST(ChromeRoundTrip, GivesTheMetadataAgain) {
  const Metadata metadata{{"scenario", "{\n\"a\": \"\\\\ \x01 한글\"}"}, {"preset", ""}};
  EXPECT_EQ(writtenAndRead(*test::traceOf(""), metadata).metadata, metadata);
}

TEST(ChromeRoundTrip, KeepsLanesApartThatShareATid) {
  const model::SnapshotPtr snapshot = test::traceOf(R"(
    0 1000 process 0 main pid=5
    1 1000 lane 0 process=0 main name=a
    1 1000 identity 5 1
    1 1001 state running
    2 1010 lane 1 process=0 name=b
    2 1010 identity 9 1
    2 1011 state running
    2 1020 end returned
    3 1030 lane 2 process=0 name=b
    3 1030 identity 9 1
    3 1031 state running
    4 1040 lane 3 task process=0 name=b
    4 1040 state starting
    5 1050 process 1 fork parent=0 pid=5
    6 1050 lane 4 process=1
    finish 2000
  )");
  EXPECT_EQ(dump(*writtenAndRead(*snapshot).snapshot), dump(*snapshot));
}

TEST(ChromeRoundTrip, HoldsForRandomTraces) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    std::mt19937_64 random(seed);
    std::string lines = "0 1000 process 0 main pid=3\n";
    for (int lane = 0; lane < 6; ++lane) {
      const std::string slot = std::to_string(lane + 1) + " ";
      std::uint64_t t = 1'000 + random() % 1'000'000;
      lines += slot + std::to_string(t) + " lane " + std::to_string(lane) + (lane == 0 ? " main" : "") +
               " process=0 name=lane_" + std::to_string(random() % 3) + "\n";
      lines += slot + std::to_string(t) + " state starting\n";
      for (int i = 0; i < 100; ++i) {
        t += random() % 4 == 0 ? 0 : random() % 10'000'000'000;
        lines += slot + std::to_string(t) + " state " + std::string(nameOf(static_cast<LaneState>(2 + random() % 12))) +
                 " label=l" + std::to_string(random() % 5) + " step=" + std::to_string(random() % 9) + "\n";
      }
    }
    const model::SnapshotPtr snapshot = test::traceOf(lines + "finish 9000000000000\n");
    ASSERT_EQ(dump(*writtenAndRead(*snapshot).snapshot), dump(*snapshot)) << "seed " << seed;
  }
}

TEST(ChromeRoundTrip, IsPlainChromeJsonForOtherReaders) {
  const test::TempDir dir;
  const model::SnapshotPtr snapshot = test::traceOf(test::sampleOfEverything());
  ASSERT_TRUE(writeTrace(*snapshot, {}, dir.path("t.json")).isOk());
  std::string json = dir.read("t.json");
  const std::size_t own = json.find("\"threadline\":");
  json.replace(own, 12, "\"someoneelse\"");
  const Result<TraceFile> foreign = readChromeJson(json);
  ASSERT_TRUE(foreign.isOk());
  EXPECT_EQ(foreign.value().snapshot->laneCount(), snapshot->laneCount());
  EXPECT_EQ(foreign.value().snapshot->processes().size(), snapshot->processes().size());
  EXPECT_EQ(foreign.value().snapshot->flows().size(), 3U);  // one never arrived; the signal's has arrived
  EXPECT_EQ(foreign.value().snapshot->counters().size(), snapshot->counters().size());
}

}  // namespace
}  // namespace threadline::io
