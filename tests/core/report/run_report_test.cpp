// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/run_report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/report/list_report.h"
#include "core/report/machine_load.h"
#include "core/report/run_metadata.h"
#include "tests/core/report/sample_run.h"

namespace threadline::report {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> keysOf(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& item : object.items()) keys.push_back(item.key());
  return keys;
}

TEST(RunReport, HasTheContractsKeysInItsOrder) {
  RunRecord run =
      test::sampleRun(R"([{"id": "c", "figure": "main.sum", "equals": 85, "text": {"en": "t", "ko": "t"}}])");
  const Json json = Json::parse(runReport(run, checkClaims(run)));
  const std::vector<std::string> expected{"threadline",   "scenario", "preset", "parameters", "ended", "wall_ns",
                                          "group_end_ns", "cpu_ns",   "kernel", "processes",  "lanes", "output",
                                          "objects",      "events",   "claims", "verdict"};
  EXPECT_EQ(keysOf(json), expected);
  EXPECT_TRUE(json["preset"].is_null());
  EXPECT_EQ(json["parameters"], (Json{{"n", 7}, {"spin", false}}));
  EXPECT_EQ(json["wall_ns"], 1020);
  EXPECT_EQ(json["group_end_ns"], 1020);
  EXPECT_EQ(json["cpu_ns"], 1100);
  EXPECT_EQ(json["claims"][0]["verdict"], "holds");
  EXPECT_EQ(json["claims"][0]["measured"], 85);
  EXPECT_EQ(json["objects"]["queue"]["puts"], 2);
  EXPECT_EQ(json["output"][0]["text"], "item 1");
}

TEST(RunReport, TheStatesOfALaneAddUpToItsLength) {
  const RunRecord run = test::sampleRun();
  const Json json = Json::parse(runReport(run, {}));
  ASSERT_EQ(json["lanes"].size(), 3U);
  for (const Json& lane : json["lanes"]) {
    std::int64_t sum = 0;
    for (const auto& state : lane["states"].items()) sum += state.value().get<std::int64_t>();
    EXPECT_EQ(sum, lane["end_ns"].get<std::int64_t>() - lane["start_ns"].get<std::int64_t>()) << lane["name"];
  }
}

TEST(RunReport, SaysWhatIsKnownOfLanesAndProcesses) {
  const RunRecord run = test::sampleRun();
  const Json json = Json::parse(runReport(run, {}));
  const Json& worker = json["lanes"][1];
  EXPECT_EQ(worker["name"], "worker 0");
  EXPECT_EQ(worker["parent"], 0);
  EXPECT_EQ(worker["tid"], 78);
  EXPECT_EQ(worker["ident"], 4096);
  EXPECT_EQ(worker["switches"], 4);
  EXPECT_EQ(worker["exit"], (Json{{"how", "returned"}, {"code", 0}}));
  EXPECT_TRUE(json["lanes"][0]["tid"].is_null()) << "main's thread was never introduced in this trace";
  const Json& child = json["processes"][1];
  EXPECT_EQ(child["parent_pid"], 77);
  EXPECT_EQ(child["start_method"], "fork");
  EXPECT_EQ(child["exit"]["code"], 3);
  EXPECT_EQ(child["memory_private_kb"], 640);
}

TEST(RunReport, KeepsTextsWholeAndReplacesBytesThatAreNoText) {
  RunRecord run = test::sampleRun();
  run.scenario.id = "a\"b<c>\\\x01\n가\xff";
  const Json json = Json::parse(runReport(run, {}));
  EXPECT_EQ(json["scenario"], "a\"b<c>\\\x01\n가\uFFFD");
}

TEST(RunReport, ATracesReportHasNeitherScenarioNorClaims) {
  const RunRecord run = test::sampleRun();
  const Json json = Json::parse(traceReport(*run.snapshot, model::RunEnding::kStopped));
  EXPECT_FALSE(json.contains("scenario"));
  EXPECT_FALSE(json.contains("claims"));
  EXPECT_EQ(json["ended"], "stopped");
}

TEST(RunMetadata, ARecordComesBackFromItsTexts) {
  RunRecord run = test::sampleRun();
  run.preset = "quick";
  run.parameters.find("n")->second = scenario::Value(std::int64_t{9});
  run.ending = model::RunEnding::kTimeLimit;
  run.message = "a \"message\"";
  run.startedAt = "2026-11-20 15:04";
  run.machine = "2 cores, Linux 6.1";
  run.otherLoad = 0.75;
  const auto back = fromMetadata(toMetadata(run), run.snapshot);
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->scenario.id, "sample");
  EXPECT_EQ(back->scenarioJson, run.scenarioJson);
  EXPECT_EQ(back->parameters, run.parameters);
  EXPECT_EQ(back->preset, "quick");
  EXPECT_EQ(back->ending, model::RunEnding::kTimeLimit);
  EXPECT_EQ(back->message, run.message);
  EXPECT_EQ(back->startedAt, run.startedAt);
  EXPECT_EQ(back->machine, run.machine);
  EXPECT_DOUBLE_EQ(back->otherLoad, 0.75);
}

TEST(RunMetadata, AForeignOrDamagedTraceHasNoRecord) {
  const RunRecord run = test::sampleRun();
  EXPECT_FALSE(fromMetadata({}, run.snapshot).has_value());
  Metadata metadata = toMetadata(run);
  metadata["package"] = "{";
  EXPECT_FALSE(fromMetadata(metadata, run.snapshot).has_value());
  EXPECT_EQ(endingOf({{"ended", "nonsense"}}), model::RunEnding::kReturned);
}

TEST(ListReport, GivesParametersWithTheirBounds) {
  const RunRecord run = test::sampleRun();
  ListEntry entry;
  entry.scenario = &run.scenario;
  entry.file = "a.json";
  const Json json = Json::parse(listReport({entry}));
  ASSERT_EQ(json.size(), 1U);
  EXPECT_EQ(json[0]["id"], "sample");
  EXPECT_EQ(json[0]["kind"], "scenario");
  EXPECT_EQ(json[0]["title"]["ko"], "견본");
  EXPECT_EQ(json[0]["parameters"]["n"]["max"], 100);
  EXPECT_TRUE(json[0]["parameters"]["spin"]["min"].is_null());
  EXPECT_EQ(json[0]["variants"], Json::array());
}

TEST(MachineLoad, BusyTimeLeavesIdleAndInputOutputOut) {
  EXPECT_EQ(busyTimeOf("cpu  1 2 3 1000 2000 4 5 6 0 0\ncpu0 ...", 100), DurationNs{21 * 10'000'000});
  EXPECT_EQ(busyTimeOf("cpu0 1 2 3 4 5 6 7 8", 100), std::nullopt);
  EXPECT_EQ(busyTimeOf("cpu  1 2 x", 100), std::nullopt);
  EXPECT_EQ(busyTimeOf("", 100), std::nullopt);
}

}  // namespace
}  // namespace threadline::report
