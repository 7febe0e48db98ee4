// SPDX-License-Identifier: GPL-3.0-or-later
// Files cut off anywhere and with bits turned over: refused or mended, and what is shown keeps a trace's promises.
#include <gtest/gtest.h>

#include <random>

#include "core/io/chrome_json_reader.h"
#include "core/io/csv_reader.h"
#include "core/model/statistics.h"
#include "tests/support/temp_dir.h"
#include "tests/support/trace_dsl.h"
#include "tests/support/trace_samples.h"

namespace threadline::io {
namespace {

void expectPromises(const Result<TraceFile>& read) {
  if (!read) {
    ASSERT_FALSE(read.error().message.empty());
    return;
  }
  const model::Snapshot& snapshot = *read.value().snapshot;
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    ASSERT_GE(snapshot.laneEnd({i}), snapshot.lane({i}).start);
    if (snapshot.spanCount({i}) == 0) continue;
    ASSERT_EQ(model::laneTotals(snapshot, {i}).sum(), snapshot.laneEnd({i}) - snapshot.lane({i}).start);
  }
  for (const model::Flow& flow : snapshot.flows()) {
    ASSERT_LT(flow.from.value, snapshot.laneCount());
    if (!flow.to.isNone()) {
      ASSERT_LT(flow.to.value, snapshot.laneCount());
    }
  }
  for (const model::Instant& instant : snapshot.instants()) ASSERT_LT(instant.lane.value, snapshot.laneCount());
  ASSERT_FALSE(test::dump(snapshot).empty());
}

std::string written(const std::string& name) {
  const test::TempDir dir;
  EXPECT_TRUE(writeTrace(*test::traceOf(test::sampleOfEverything()), {{"scenario", "{}"}}, dir.path(name)).isOk());
  return dir.read(name);
}

std::string foreign() {
  std::string json =
      R"({"displayTimeUnit":"ms","traceEvents":[{"ph":"M","name":"process_name","pid":1,"args":{"name":"p"}},)";
  for (int i = 0; i < 40; ++i) {
    const std::string n = std::to_string(i);
    json += R"({"ph":"X","cat":"c","name":"x)" + n + R"(","pid":1,"tid":)" + std::to_string(i % 3) + R"(,"ts":)" + n +
            R"(.5,"dur":2,"args":{"a":"\u00e9\n"}},)" + "\n";
    json += R"({"ph":"b","cat":"a","id":"0x)" + n + R"(","name":"y","pid":"q","ts":)" + n + "},";
    json += R"({"ph":"s","cat":"f","id":)" + n + R"(,"name":"z","pid":1,"tid":0,"ts":)" + n + "},";
    json += R"({"ph":"f","cat":"f","id":)" + n + R"(,"name":"z","pid":1,"tid":1,"ts":)" + n + ".7},";
    json += R"({"ph":"C","name":"n","pid":1,"ts":)" + n + R"(,"args":{"v":)" + n + "}},";
  }
  return json + "{}]}";
}

class DamagedFiles : public testing::TestWithParam<const char*> {
 protected:
  [[nodiscard]] static std::string sample() {
    const std::string kind = GetParam();
    return kind == "foreign" ? foreign() : written("t." + kind);
  }
  [[nodiscard]] static Result<TraceFile> read(std::string bytes) {
    return std::string(GetParam()) == "csv" ? readCsv(bytes) : readChromeJson(std::move(bytes));
  }
};

TEST_P(DamagedFiles, CutOffAnywhereAreRefusedOrMended) {
  const std::string whole = sample();
  std::mt19937 random(3);
  for (int round = 0; round < 100; ++round) {
    const std::size_t length = random() % whole.size();
    SCOPED_TRACE("cut at " + std::to_string(length));
    expectPromises(read(whole.substr(0, length)));
  }
}

TEST_P(DamagedFiles, WithBitsTurnedOverAreRefusedOrMended) {
  const std::string whole = sample();
  for (unsigned seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    std::string bytes = whole;
    for (unsigned flip = 0; flip < 1 + seed % 12; ++flip) {
      char& c = bytes[random() % bytes.size()];
      c = static_cast<char>(c ^ (1U << (random() % 8)));
    }
    expectPromises(read(std::move(bytes)));
  }
}

TEST_P(DamagedFiles, WithPiecesDoubledOrSwappedAreRefusedOrMended) {
  const std::string whole = sample();
  for (unsigned seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const std::size_t from = random() % whole.size();
    const std::string piece = whole.substr(from, random() % 400);
    std::string bytes = whole;
    bytes.insert(random() % bytes.size(), piece);
    if (seed % 2 == 0) bytes.erase(random() % bytes.size(), random() % 300);
    expectPromises(read(std::move(bytes)));
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, DamagedFiles, testing::Values("json", "csv", "foreign"),
                         [](const auto& format) { return std::string(format.param); });

TEST(DamagedOwnFile, KeepsItsLanesWhenItIsCutOffWithinTheEvents) {
  const std::string whole = written("t.json");
  const Result<TraceFile> read = readChromeJson(whole.substr(0, whole.size() * 9 / 10));
  ASSERT_TRUE(read.isOk());
  EXPECT_EQ(read.value().metadata.at("scenario"), "{}");
  EXPECT_EQ(read.value().snapshot->lane({1}).name, "MainThread");
  EXPECT_FALSE(read.value().repairs.empty());
}

}  // namespace
}  // namespace threadline::io
