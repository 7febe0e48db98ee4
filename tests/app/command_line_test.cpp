// SPDX-License-Identifier: GPL-3.0-or-later
// The built program from outside: help, lists, wrong arguments, broken files. No run is started here.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/program.h"

namespace threadline::test {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::size_t linesIn(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// The contract for wrong arguments and bad files.
void expectRefused(const std::vector<std::string>& arguments, const std::string& says) {
  const ProgramResult result = runProgram(arguments);
  EXPECT_EQ(result.status, 2) << result.err;
  EXPECT_EQ(linesIn(result.err), 1U) << result.err;
  EXPECT_THAT(result.err, HasSubstr(says));
  EXPECT_EQ(result.out, "");
}

TEST(CommandLine, HelpTeachesInBothLanguages) {
  for (const char* command : {"", "run", "list", "validate", "info", "render", "convert"}) {
    std::vector<std::string> arguments{"--lang", "en"};
    if (*command != 0) arguments.emplace_back(command);
    arguments.emplace_back("--help");
    const ProgramResult english = runProgram(arguments);
    EXPECT_EQ(english.status, 0) << command;
    EXPECT_THAT(english.out, HasSubstr("Example")) << command;
    EXPECT_EQ(english.err, "") << command;
    arguments[1] = "ko";
    const ProgramResult korean = runProgram(arguments);
    EXPECT_EQ(korean.status, 0) << command;
    EXPECT_THAT(korean.out, HasSubstr("예:\n")) << command;
    EXPECT_THAT(korean.out, ::testing::Not(HasSubstr("Example"))) << command;
  }
}

TEST(CommandLine, TheLanguageComesFromTheLocaleToo) {
  ProgramOptions options;
  options.environment = {{"LC_ALL", "ko_KR.UTF-8"}};
  EXPECT_THAT(runProgram({"--help"}, options).out, HasSubstr("사용법"));
}

TEST(CommandLine, SaysItsVersion) {
  const ProgramResult result = runProgram({"--version"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, "threadline " THREADLINE_VERSION "\n");
}

TEST(CommandLine, ListsScenariosAsJsonWithBoundsAndBothLanguages) {
  const ProgramResult result = runProgram({"list", "--json"});
  ASSERT_EQ(result.status, 0);
  const Json list = Json::parse(result.out);
  bool hasSum = false;
  for (const Json& entry : list) {
    for (const char* key : {"id", "kind", "topic", "file", "title", "documents", "parameters", "presets", "variants"}) {
      EXPECT_TRUE(entry.contains(key)) << entry["id"] << " " << key;
    }
    EXPECT_FALSE(entry["title"]["ko"].get<std::string>().empty()) << entry["id"];
    for (const auto& [name, parameter] : entry["parameters"].items()) {
      for (const char* key : {"type", "unit", "default", "min", "max", "choices", "label"}) {
        EXPECT_TRUE(parameter.contains(key)) << entry["id"] << " " << name << " " << key;
      }
    }
    if (entry["id"] == "sum") {
      hasSum = true;
      EXPECT_EQ(entry["parameters"]["workers"]["max"], 64);
    }
  }
  EXPECT_TRUE(hasSum);
}

TEST(CommandLine, OwnScenariosAreListedAndBrokenOnesAreNamed) {
  const Folder folder;
  const std::string scenarios = folder.path("threadline/scenarios");
  std::filesystem::create_directories(scenarios);
  static_cast<void>(
      folder.file("threadline/scenarios/mine.threadline", scenarioOf(R"("main": {"steps": [{"print": "x"}]})")));
  static_cast<void>(folder.file("threadline/scenarios/broken.json", "{"));
  ProgramOptions options;
  options.environment = {{"XDG_DATA_HOME", folder.path("")}};
  const ProgramResult result = runProgram({"list", "--json"}, options);
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.err, HasSubstr("broken.json"));
  EXPECT_THAT(result.out, HasSubstr("mine.threadline"));
}

TEST(CommandLine, WrongArgumentsAreRefusedInOneLine) {
  expectRefused({"run"}, "missing");
  expectRefused({"run", "sum", "--frob"}, "--frob");
  expectRefused({"run", "sum", "--set", "n"}, "NAME=VALUE");
  expectRefused({"run", "sum", "--set", "nn=3"}, "nn");
  expectRefused({"run", "sum", "--set", "n=0"}, "n");
  expectRefused({"run", "sum", "--set", "n=many"}, "many");
  expectRefused({"run", "sum", "--preset", "slow"}, "slow");
  expectRefused({"run", "sum", "--timeout", "0"}, "timeout");
  expectRefused({"run", "summ"}, "sum");
  expectRefused({"run", "sum", "--export", "a.gif"}, ".svg");
  expectRefused({"run", "sum", "--save", "a.txt"}, ".csv");
  expectRefused({"run", "sum", "--export", "/nowhere/at/all.svg"}, "/nowhere/at");
  expectRefused({"run", "sum", "--export", "a.svg", "--range", "5ms"}, "12ms..80ms");
  expectRefused({"run", "sum", "--export", "a.svg", "--range", "80ms..12ms"}, "80ms..12ms");
  expectRefused({"run", "sum", "--export", "a.svg", "--page", "poster"}, "poster");
  expectRefused({"run", "sum", "--export", "a.svg", "--like", "/nowhere/b.svg"}, "/nowhere/b.svg");
  expectRefused({"frob", "x"}, "frob");
  expectRefused({"frob"}, "frob");
  expectRefused({"--lang", "fr", "list"}, "fr");
}

TEST(CommandLine, WhatComesLaterSaysSo) {
  expectRefused({"record", "--", "ls", "-l"}, "record");
}

TEST(CommandLine, WithoutADisplayAndACommandItNamesARun) {
  expectRefused({}, "threadline run");
}

TEST(CommandLine, BrokenFilesAreRefusedInOneLineThatSaysWhere) {
  const Folder folder;
  expectRefused({"run", folder.path("missing.threadline")}, "missing.threadline");
  expectRefused({"run", folder.file("empty.json", "")}, "empty.json");
  expectRefused({"run", folder.file("a.json", scenarioOf(R"("main": {"steps": [{"frob": 1}, {"blub": 2}]})"))},
                "/functions/main/steps/0");
  expectRefused({"info", folder.path("missing.json")}, "missing.json");
  expectRefused({"info", folder.file("bad.json", "{\"traceEvents\": [")}, "bad.json");
  expectRefused({"info", folder.file("trace.txt", "x")}, "trace.txt");
  expectRefused({"render", folder.file("bad.csv", "a,b\n1,2\n"), "-o", folder.path("a.svg")}, "bad.csv");
  expectRefused({"convert", folder.path("missing.json"), folder.path("a.csv")}, "missing.json");
  expectRefused({"validate", folder.path("")}, "not a regular file");
  EXPECT_THAT(folder.names(), ::testing::Not(::testing::Contains("a.svg")));
}

TEST(CommandLine, ValidateShowsEveryErrorWithItsPlace) {
  const Folder folder;
  const ProgramResult good =
      runProgram({"validate", folder.file("good.threadline", scenarioOf(R"("main": {"steps": [{"print": "x"}]})"))});
  EXPECT_EQ(good.status, 0) << good.err;
  const std::string claims =
      R"("claims": [{"id": "c", "figure": "lanes('*').speed", "equals": 1, "text": {"en": "c", "ko": "c"}}], )";
  const ProgramResult figure = runProgram(
      {"validate", folder.file("figure.json", scenarioOf(R"("main": {"steps": [{"print": "x"}]})", claims))});
  EXPECT_EQ(figure.status, 2);
  EXPECT_THAT(figure.err, HasSubstr("/claims/0/figure"));
  const ProgramResult two =
      runProgram({"validate", folder.file("two.json", scenarioOf(R"("main": {"steps": [{"frob": 1}, {"blub": 2}]})"))});
  EXPECT_EQ(two.status, 2);
  EXPECT_THAT(two.err, HasSubstr("/functions/main/steps/0"));
  EXPECT_THAT(two.err, HasSubstr("/functions/main/steps/1"));
}

TEST(CommandLine, AForeignTextCannotWriteToTheTerminal) {
  const ProgramResult result = runProgram({"run", "a\x1b[31mred"});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err.find('\x1b'), std::string::npos);
}

TEST(CommandLine, AClosedStandardOutputIsAnErrorAndNoSignal) {
  ProgramOptions options;
  options.standardOutput = "/dev/full";
  const ProgramResult result = runProgram({"list"}, options);
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, HasSubstr("No space"));
}

}  // namespace
}  // namespace threadline::test
