// SPDX-License-Identifier: GPL-3.0-or-later
// Whole runs of the built program: statuses, what is written in each case, what is left behind.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <nlohmann/json.hpp>

#include "tests/app/program.h"

namespace threadline::test {
namespace {

using Json = nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Prints its number, then sleeps longer than any test is patient; so does its child process.
const std::string kSleepers = R"(
  "child": {"steps": [{"print": "child {self.pid}"}, {"sleep": 60000}]},
  "main": {"steps": [{"start": {"function": "child", "runtime": "process"}},
                     {"print": "main {self.pid}"}, {"sleep": 60000}]})";

pid_t numberAfter(const std::string& text, const std::string& word) {
  const std::size_t at = text.find(word);
  EXPECT_NE(at, std::string::npos) << text;
  return at == std::string::npos ? -1 : static_cast<pid_t>(std::atoi(text.c_str() + at + word.size()));
}

void expectLanesAddUp(const Json& run) {
  EXPECT_FALSE(run["lanes"].empty());
  for (const Json& lane : run["lanes"]) {
    std::int64_t sum = 0;
    for (const auto& [state, time] : lane["states"].items()) sum += time.get<std::int64_t>();
    EXPECT_EQ(sum, lane["end_ns"].get<std::int64_t>() - lane["start_ns"].get<std::int64_t>()) << lane["name"];
  }
}

TEST(Run, GivesFiguresPictureAndTrace) {
  const Folder folder;
  const ProgramResult result =
      runProgram({"run", "sum", "--set", "n=200000", "--json", "-", "--export", folder.path("sum.svg"), "--export",
                  folder.path("sum.png"), "--save", folder.path("sum.json"), "--save", folder.path("sum.csv")});
  const Json run = Json::parse(result.out);
  EXPECT_EQ(run["ended"], "returned") << result.err;
  EXPECT_EQ(run["parameters"]["n"], 200000);
  EXPECT_EQ(run["claims"][0]["verdict"], "holds");
  expectLanesAddUp(run);
  EXPECT_THAT(folder.names(), ElementsAre("sum.csv", "sum.json", "sum.png", "sum.svg"));
  EXPECT_TRUE(folder.holds("sum.svg", "One sum, several workers"));
  EXPECT_TRUE(folder.holds("sum.csv", "worker 1"));
}

TEST(Run, ASavedTraceIsReportedAndDrawnAsTheRunWas) {
  const Folder folder;
  const ProgramResult ran =
      runProgram({"run", "sum", "--set", "n=200000", "--json", "-", "--save", folder.path("sum.json")});
  const Json run = Json::parse(ran.out);
  const ProgramResult told = runProgram({"info", folder.path("sum.json"), "--json", "-"});
  ASSERT_EQ(told.status, 0) << told.err;
  const Json info = Json::parse(told.out);
  EXPECT_FALSE(info.contains("claims"));
  EXPECT_EQ(info["lanes"].size(), run["lanes"].size());
  expectLanesAddUp(info);
  for (std::size_t i = 0; i < std::min(info["lanes"].size(), run["lanes"].size()); ++i) {
    EXPECT_EQ(info["lanes"][i]["states"], run["lanes"][i]["states"]) << run["lanes"][i]["name"];
  }
  const ProgramResult drawn =
      runProgram({"--lang", "ko", "render", folder.path("sum.json"), "-o", folder.path("sum.svg")});
  EXPECT_EQ(drawn.status, 0) << drawn.err;
  EXPECT_TRUE(folder.holds("sum.svg", "합 하나를 여럿이 나누어 계산하기"));
  const ProgramResult text = runProgram({"info", folder.path("sum.json")});
  EXPECT_THAT(text.out, HasSubstr("worker 0"));
}

TEST(Run, AFailedMainIsStatusOneWithJson) {
  const Folder folder;
  const std::string file = folder.file(
      "fail.threadline", scenarioOf(R"("main": {"steps": [{"crash": {"kind": "exception", "text": "no good"}}]})"));
  const ProgramResult result = runProgram({"run", file, "--json", folder.path("run.json")});
  EXPECT_EQ(result.status, 1) << result.err;
  const Json run = Json::parse(folder.content("run.json"));
  EXPECT_EQ(run["ended"], "failed");
  EXPECT_EQ(run["processes"][0]["exit"]["code"], 1);
}

TEST(Run, AnAbnormalEndThatIsClaimedIsNoFailure) {
  const Folder folder;
  const std::string claims =
      R"("claims": [{"id": "c", "figure": "exit", "equals": -11, "text": {"en": "It crashes", "ko": "죽는다"}}], )";
  const std::string file =
      folder.file("crash.threadline", scenarioOf(R"("main": {"steps": [{"crash": "segfault"}]})", claims));
  const ProgramResult result = runProgram({"run", file, "--json", "-"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(Json::parse(result.out)["claims"][0]["verdict"], "holds");
}

TEST(Run, AClaimThatFailsIsStatusOneAndIsNamed) {
  const Folder folder;
  const std::string claims =
      R"("claims": [{"id": "c", "figure": "output('*').count", "equals": 2, "text": {"en": "Two lines", "ko": "두 줄"}}], )";
  const std::string file =
      folder.file("claim.threadline", scenarioOf(R"("main": {"steps": [{"print": "one"}]})", claims));
  const ProgramResult result = runProgram({"--lang", "en", "run", file});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, HasSubstr("fails: Two lines"));
  EXPECT_EQ(result.out, "") << "results go to standard output only where asked";
}

TEST(Run, CtrlCStopsItAndWritesWhatWasRecorded) {
  const Folder folder;
  Program program({"run", folder.file("a.threadline", scenarioOf(kSleepers)), "--echo", "--json", "-", "--export",
                   folder.path("a.svg"), "--save", folder.path("a.json")});
  ASSERT_TRUE(program.waitForError("main "));
  ASSERT_TRUE(program.waitForError("child "));
  program.signal(SIGINT);
  program.signal(SIGINT);  // a second one must not lose the results
  const ProgramResult result = program.finish();
  EXPECT_EQ(result.status, 130) << result.err;
  const Json run = Json::parse(result.out);
  EXPECT_EQ(run["ended"], "stopped");
  EXPECT_GE(run["lanes"].size(), 2U);
  expectLanesAddUp(run);
  EXPECT_THAT(folder.names(), ElementsAre("a.json", "a.svg", "a.threadline"));
  EXPECT_TRUE(isGone(numberAfter(result.err, "main ")));
  EXPECT_TRUE(isGone(numberAfter(result.err, "child ")));
}

TEST(Run, TheTimeLimitIsStatusThreeWithJson) {
  const Folder folder;
  const ProgramResult result = runProgram(
      {"run", folder.file("a.threadline", scenarioOf(kSleepers)), "--timeout", "0.3", "--json", "-", "--echo"});
  EXPECT_EQ(result.status, 3) << result.err;
  EXPECT_EQ(Json::parse(result.out)["ended"], "time_limit");
  EXPECT_TRUE(isGone(numberAfter(result.err, "main ")));
}

TEST(Run, KillingTheCommandLineLeavesNothingBehind) {
  const Folder folder;
  const std::string before = "what was saved before";
  static_cast<void>(folder.file("a.json", before));
  Program program(
      {"run", folder.file("a.threadline", scenarioOf(kSleepers)), "--echo", "--save", folder.path("a.json")});
  ASSERT_TRUE(program.waitForError("main "));
  ASSERT_TRUE(program.waitForError("child "));
  program.signal(SIGKILL);
  // Its standard error stays open until the last process of the run is gone.
  const ProgramResult result = program.finish();
  EXPECT_EQ(result.status, -SIGKILL);
  EXPECT_TRUE(isGone(numberAfter(result.err, "main ")));
  EXPECT_TRUE(isGone(numberAfter(result.err, "child ")));
  EXPECT_EQ(folder.content("a.json"), before);
  EXPECT_THAT(folder.names(), ElementsAre("a.json", "a.threadline"));
}

TEST(Run, ParametersAndPresetsReachTheRun) {
  const ProgramResult result =
      runProgram({"run", "fork-join", "--preset", "quick", "--set", "sleep=10", "--set", "threads=3", "--json", "-"});
  const Json run = Json::parse(result.out);
  EXPECT_EQ(run["preset"], "quick");
  EXPECT_EQ(run["parameters"]["sleep"], 10);
  EXPECT_EQ(run["lanes"].size(), 4U);
}

}  // namespace
}  // namespace threadline::test
