// SPDX-License-Identifier: GPL-3.0-or-later
// Experiments and comparisons of the built program: what is written, statuses, failures among the runs, Ctrl+C.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <nlohmann/json.hpp>

#include "tests/app/program.h"

namespace threadline::test {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

// Rests, then leaves with a code.
const std::string kRest = R"({"threadline": 1, "id": "rest", "title": {"en": "Rest", "ko": "쉼"},
  "parameters": {
    "ms": {"type": "int", "unit": "ms", "default": 1, "min": 0, "max": 60000, "label": {"en": "Rest", "ko": "쉬는 시간"}},
    "code": {"type": "int", "default": 0, "min": 0, "max": 9, "label": {"en": "Code", "ko": "코드"}}},
  "functions": {"main": {"steps": [{"print": "rest {ms}"}, {"sleep": "=ms"}, {"exit": "=code", "when": "code > 0"}]}}})";

std::string experimentOf(const std::string& variants, const std::string& more = "") {
  return R"({"threadline": 1, "kind": "experiment", "id": "rests", "title": {"en": "Several rests", "ko": "여러 쉼"},
    "scenario": )" +
         kRest + ", " + more + variants + "}";
}

std::string variantOf(const std::string& id, const std::string& set, const std::string& document = "null") {
  return R"({"id": ")" + id + R"(", "label": {"en": "way )" + id + R"(", "ko": "방법 )" + id + R"("}, "set": )" + set +
         R"(, "document": )" + document + "}";
}

const std::string kTwo = R"("variants": [)" + variantOf("long", R"({"ms": 60})", "1") + ", " +
                         variantOf("short", R"({"ms": 1})", "0.5") + "]";

TEST(Experiment, GivesTheContractsJsonAFigureAndATable) {
  const Folder folder;
  const std::string claims = R"c("claims": [{"id": "c", "figure": "ratio('short','long')", "below" : 1, "text" : {
    "en" : "Short is shorter", "ko" : "짧다"
  }
}], )c";
  const std::string file = folder.file("rests.threadline", experimentOf(kTwo, claims));
  const ProgramResult result =
      runProgram({"--lang", "en", "experiment", file, "--repeat", "2", "--json", "-", "--export", folder.path("a.svg"),
                  "--export", folder.path("a.png"), "--table", folder.path("a.csv"), "--table", folder.path("a.md")});
  ASSERT_EQ(result.status, 0) << result.err;
  const Json json = Json::parse(result.out);
  ASSERT_EQ(json["runs"].size(), 4U);
  EXPECT_EQ(json["runs"][1]["variant"]["id"], "short") << "round by round";
  EXPECT_EQ(json["runs"][2]["variant"]["id"], "long");
  EXPECT_EQ(json["runs"][2]["repeat"], 1);
  EXPECT_EQ(json["runs"][2]["run"]["parameters"]["ms"], 60);
  ASSERT_EQ(json["summary"].size(), 2U);
  for (const char* key :
       {"variant", "wall_ns", "cpu_ns", "memory_kb", "switches", "cores_used", "speedup", "document"}) {
    EXPECT_TRUE(json["summary"][1].contains(key)) << key;
  }
  const Json& wall = json["summary"][0]["wall_ns"];
  EXPECT_LE(wall["min"].get<std::int64_t>(), wall["median"].get<std::int64_t>());
  EXPECT_LE(wall["median"].get<std::int64_t>(), wall["max"].get<std::int64_t>());
  EXPECT_EQ(json["summary"][0]["speedup"], 1.0);
  EXPECT_EQ(json["summary"][1]["document"], 0.5);
  EXPECT_EQ(json["claims"][0]["verdict"], "holds");
  for (const char* key : {"text", "confidence", "figures"}) EXPECT_TRUE(json["verdict"].contains(key)) << key;
  EXPECT_TRUE(folder.holds("a.svg", "way long"));
  EXPECT_TRUE(folder.holds("a.svg", "document: 0.50"));
  EXPECT_TRUE(folder.holds("a.csv", "variant,label,scenario,ms,runs,wall_ns"));
  EXPECT_TRUE(folder.holds("a.md", "| way short |"));
  EXPECT_TRUE(folder.holds("a.md", "| --- |"));
}

TEST(Experiment, DrawsTheFastestLast) {
  const Folder folder;
  const std::string variants = R"("variants": [)" + variantOf("quick", R"({"ms": 1})") + ", " +
                               variantOf("slow", R"({"ms": 150})") + ", " + variantOf("middle", R"({"ms": 60})") + "]";
  const ProgramResult result = runProgram(
      {"experiment", folder.file("rests.threadline", experimentOf(variants)), "--export", folder.path("a.svg")});
  ASSERT_EQ(result.status, 0) << result.err;
  const std::string picture = folder.content("a.svg");
  const std::size_t body = picture.find("</metadata>") == std::string::npos ? 0 : picture.find("</metadata>");
  const std::size_t slow = picture.find(">way slow", body);
  const std::size_t middle = picture.find(">way middle", body);
  const std::size_t quick = picture.find(">way quick", body);
  ASSERT_NE(slow, std::string::npos);
  EXPECT_LT(slow, middle);
  EXPECT_LT(middle, quick);
}

TEST(Experiment, AVariantThatFailsIsSaidAndTheOthersAreKept) {
  const Folder folder;
  const std::string variants = R"("variants": [)" + variantOf("good", R"({"ms": 1})") + ", " +
                               variantOf("bad", R"({"code": 3})") + ", " + variantOf("late", R"({"ms": 2})") + "]";
  const ProgramResult result =
      runProgram({"--lang", "en", "experiment", folder.file("rests.threadline", experimentOf(variants)), "--json", "-",
                  "--export", folder.path("a.svg")});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, HasSubstr("way bad, run 1 does not count: main ended abnormally"));
  const Json json = Json::parse(result.out);
  ASSERT_EQ(json["runs"].size(), 3U);
  EXPECT_EQ(json["runs"][1]["run"]["ended"], "failed");
  EXPECT_TRUE(json["summary"][1]["wall_ns"].is_null());
  EXPECT_TRUE(json["summary"][2]["speedup"].is_number());
  EXPECT_TRUE(folder.holds("a.svg", "way late"));
}

TEST(Experiment, AVariantThatHangsIsStatusThreeAndTheOthersAreKept) {
  const Folder folder;
  const std::string variants =
      R"("variants": [)" + variantOf("hung", R"({"ms": 60000})") + ", " + variantOf("good", R"({"ms": 1})") + "]";
  const ProgramResult result = runProgram(
      {"experiment", folder.file("rests.threadline", experimentOf(variants)), "--timeout", "0.4", "--json", "-"});
  EXPECT_EQ(result.status, 3) << result.err;
  const Json json = Json::parse(result.out);
  ASSERT_EQ(json["runs"].size(), 2U);
  EXPECT_EQ(json["runs"][0]["run"]["ended"], "time_limit");
  EXPECT_EQ(json["runs"][1]["run"]["ended"], "returned");
}

TEST(Experiment, AClaimThatFailsIsStatusOne) {
  const Folder folder;
  const std::string claims = R"c("claims": [{"id": "c", "figure": "ratio('short','long')", "above" : 2, "text" : {
    "en" : "Short is longer", "ko" : "길다"
  }
}], )c";
  const ProgramResult result =
      runProgram({"--lang", "en", "experiment", folder.file("rests.threadline", experimentOf(kTwo, claims))});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, HasSubstr("fails: Short is longer"));
  EXPECT_EQ(result.out, "");
}

TEST(Experiment, CtrlCKeepsWhatIsDone) {
  const Folder folder;
  const std::string variants =
      R"("variants": [)" + variantOf("done", R"({"ms": 1})") + ", " + variantOf("endless", R"({"ms": 60000})") + "]";
  Program program({"--lang", "en", "experiment", folder.file("rests.threadline", experimentOf(variants)), "--json", "-",
                   "--table", folder.path("a.csv"), "--export", folder.path("a.svg")});
  ASSERT_TRUE(program.waitForError("run 1 of 2"));
  program.signal(SIGINT);
  const ProgramResult result = program.finish();
  EXPECT_EQ(result.status, 130) << result.err;
  EXPECT_THAT(result.err, HasSubstr("stopped after 1 of 2 runs"));
  EXPECT_EQ(Json::parse(result.out)["runs"].size(), 1U);
  EXPECT_TRUE(folder.holds("a.svg", "way done"));
  EXPECT_TRUE(folder.holds("a.csv", "endless,"));
}

TEST(Experiment, VariesAScenarioByOneOrTwoParameters) {
  const Folder folder;
  const std::string file = folder.file("rest.threadline", kRest);
  const ProgramResult one = runProgram({"experiment", file, "--vary", "ms=1,2,3", "--json", "-"});
  ASSERT_EQ(one.status, 0) << one.err;
  EXPECT_EQ(Json::parse(one.out)["summary"].size(), 3U);
  const ProgramResult two =
      runProgram({"experiment", "fork-join", "--vary", "threads=1,2", "--vary", "sleep=1,2", "--json", "-"});
  ASSERT_EQ(two.status, 0) << two.err;
  const Json json = Json::parse(two.out);
  ASSERT_EQ(json["summary"].size(), 4U);
  EXPECT_EQ(json["summary"][1]["variant"]["id"], "threads=1,sleep=2");
}

TEST(Experiment, WrongArgumentsAreRefusedInOneLine) {
  const Folder folder;
  const std::string file = folder.file("rests.threadline", experimentOf(kTwo));
  const auto expectRefused = [](const std::vector<std::string>& arguments, const std::string& says) {
    const ProgramResult result = runProgram(arguments);
    EXPECT_EQ(result.status, 2) << result.err;
    EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
    EXPECT_THAT(result.err, HasSubstr(says));
    EXPECT_EQ(result.out, "");
  };
  expectRefused({"experiment"}, "missing");
  expectRefused({"experiment", "sum-compar"}, "sum-compare");
  expectRefused({"experiment", "sum"}, "--vary");
  expectRefused({"experiment", file, "--vary", "ms"}, "NAME=V1,V2");
  expectRefused({"experiment", file, "--vary", "ms=1,99999999"}, "99999999");
  expectRefused({"experiment", file, "--set", "ms=5"}, "ms");
  expectRefused({"experiment", file, "--repeat", "0"}, "repeat");
  expectRefused({"experiment", file, "--preset", "slow"}, "slow");
  expectRefused({"experiment", file, "--table", "a.txt"}, ".csv");
  expectRefused({"experiment", file, "--export", "a.gif"}, ".svg");
  expectRefused({"experiment", folder.path("missing.threadline")}, "missing.threadline");
  expectRefused({"run", "sum-compare"}, "threadline experiment");
  expectRefused({"compare", "a.json"}, "At least 2");
  expectRefused({"compare", folder.path("a.json"), folder.path("b.json")}, "a.json");
}

TEST(Experiment, IsListedAndChecked) {
  const Json list = Json::parse(runProgram({"list", "--json"}).out);
  const auto entry = std::find_if(list.begin(), list.end(), [](const Json& one) { return one["id"] == "sum-compare"; });
  ASSERT_NE(entry, list.end());
  EXPECT_EQ((*entry)["kind"], "experiment");
  EXPECT_THAT((*entry)["variants"].get<std::vector<std::string>>(), ::testing::Contains("two-processes"));
  const Folder folder;
  EXPECT_EQ(runProgram({"validate", folder.file("good.threadline", experimentOf(kTwo))}).status, 0);
  const ProgramResult bad =
      runProgram({"validate", folder.file("bad.threadline", experimentOf(R"("vary": {"msec": [1, 2]})"))});
  EXPECT_EQ(bad.status, 2);
  EXPECT_THAT(bad.err, HasSubstr("/vary/msec"));
}

TEST(Compare, PutsSavedTracesBesideOneAnother) {
  const Folder folder;
  const std::string file = folder.file("rest.threadline", kRest);
  for (const char* ms : {"40", "1"}) {
    const std::string trace = folder.path(std::string("rest") + ms + ".json");
    ASSERT_EQ(runProgram({"run", file, "--set", std::string("ms=") + ms, "--save", trace}).status, 0);
  }
  const ProgramResult result =
      runProgram({"--lang", "en", "compare", folder.path("rest40.json"), folder.path("rest1.json"), "--json", "-",
                  "--export", folder.path("both.svg"), "--table", folder.path("both.md")});
  ASSERT_EQ(result.status, 0) << result.err;
  const Json json = Json::parse(result.out);
  ASSERT_EQ(json["runs"].size(), 2U);
  EXPECT_EQ(json["summary"][1]["variant"]["id"], "rest1");
  EXPECT_GT(json["summary"][1]["speedup"].get<double>(), 1.0);
  EXPECT_TRUE(folder.holds("both.svg", "rest40"));
  EXPECT_TRUE(folder.holds("both.md", "rest1 |"));
}

TEST(Experiment, ItsHelpTeaches) {
  for (const char* command : {"experiment", "compare"}) {
    const ProgramResult help = runProgram({"--lang", "en", command, "--help"});
    EXPECT_EQ(help.status, 0);
    EXPECT_THAT(help.out, HasSubstr("Examples"));
    EXPECT_THAT(help.out, HasSubstr("--table"));
    EXPECT_THAT(help.out, Not(HasSubstr("--echo")));
  }
}

}  // namespace
}  // namespace threadline::test
