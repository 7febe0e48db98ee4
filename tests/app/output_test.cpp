// SPDX-License-Identifier: GPL-3.0-or-later
// Where results go: targets that cannot be written, limits, and foreign names through every format.

#include <QFile>
#include <QXmlStreamReader>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/program.h"

namespace threadline::test {
namespace {

using Json = nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kHello = R"("main": {"steps": [{"print": "hello"}]})";

/// A saved run, made once: most of what is tested here does not need another.
const std::string& savedTrace() {
  static const Folder folder;
  static const std::string path = [] {
    const std::string trace = folder.path("hello.json");
    const ProgramResult result =
        runProgram({"run", folder.file("hello.threadline", scenarioOf(kHello)), "--save", trace});
    EXPECT_EQ(result.status, 0) << result.err;
    return trace;
  }();
  return path;
}

bool isWellFormedXml(const std::string& path) {
  QFile file(QString::fromStdString(path));
  if (!file.open(QIODevice::ReadOnly)) return false;
  QXmlStreamReader xml(&file);
  while (!xml.atEnd()) xml.readNext();
  EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
  return !xml.hasError();
}

TEST(Output, AFullDeviceIsAnErrorAndTheRestIsWritten) {
  const Folder folder;
  const ProgramResult result = runProgram(
      {"run", folder.file("a.threadline", scenarioOf(kHello)), "--json", "/dev/full", "--save", folder.path("a.json")});
  EXPECT_EQ(result.status, 2) << result.err;
  EXPECT_THAT(result.err, HasSubstr("/dev/full"));
  EXPECT_THAT(folder.names(), ElementsAre("a.json", "a.threadline"));
}

TEST(Output, AFullStandardOutputIsAnError) {
  ProgramOptions options;
  options.standardOutput = "/dev/full";
  const ProgramResult result = runProgram({"info", savedTrace(), "--json", "-"}, options);
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, HasSubstr("standard output"));
}

TEST(Output, AFileThatDoesNotFitLeavesTheOldOne) {
  const Folder folder;
  ProgramOptions options;
  options.fileSizeLimit = 64;
  for (const char* name : {"a.svg", "a.png", "a.pdf"}) {
    const std::string old = "the old picture";
    const std::string path = folder.file(name, old);
    const ProgramResult result = runProgram({"render", savedTrace(), "-o", path}, options);
    EXPECT_EQ(result.status, 2) << name << " " << result.err;
    EXPECT_THAT(result.err, HasSubstr(name));
    EXPECT_TRUE(folder.content(name) == old) << name;
  }
  const std::string path = folder.file("a.csv", "the old table");
  EXPECT_EQ(runProgram({"convert", savedTrace(), path}, options).status, 2);
  EXPECT_EQ(folder.content("a.csv"), "the old table");
  EXPECT_THAT(folder.names(), ElementsAre("a.csv", "a.pdf", "a.png", "a.svg")) << "no temporary file stays";
}

TEST(Output, EveryPageAndOptionOfAPicture) {
  const Folder folder;
  const ProgramResult readme = runProgram({"render", savedTrace(), "-o", folder.path("r.svg"), "--page", "readme"});
  EXPECT_EQ(readme.status, 0) << readme.err;
  EXPECT_THAT(folder.names(), ElementsAre("r-dark.svg", "r-light.svg"));
  const ProgramResult slide = runProgram({"render", savedTrace(), "-o", folder.path("s.svg"), "--page", "slide",
                                          "--title", "Tom & \"Jerry\" <1>", "--caption", "", "--alt", "nothing",
                                          "--legend", "off", "--lane", "*=only one", "--range", "..1s"});
  EXPECT_EQ(slide.status, 0) << slide.err;
  EXPECT_TRUE(isWellFormedXml(folder.path("s.svg")));
  EXPECT_TRUE(folder.holds("s.svg", "only one"));
}

TEST(Output, ForeignNamesGoThroughEveryFormat) {
  const Folder folder;
  const std::string name = "a\\\"b<c>&\\u0001\\t'한글'";
  const std::string file = folder.file(
      "names.threadline",
      scenarioOf(R"("work": {"steps": [{"print": ")" + name +
                 R"("}]}, "main": {"steps": [{"start": {"function": "work", "runtime": "thread", "name": ")" + name +
                 R"("}, "as": "t"}, {"join": "t"}]})"));
  const ProgramResult result = runProgram({"run", file, "--json", "-", "--save", folder.path("n.json"), "--save",
                                           folder.path("n.csv"), "--export", folder.path("n.svg"), "--export",
                                           folder.path("n.pdf"), "--export", folder.path("n.png")});
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.err.find('\x01'), std::string::npos);
  const Json run = Json::parse(result.out);
  const std::string wanted = "a\"b<c>&\x01\t'한글'";
  EXPECT_EQ(run["lanes"][1]["name"], wanted);
  EXPECT_EQ(run["output"][0]["text"], wanted);
  EXPECT_TRUE(isWellFormedXml(folder.path("n.svg")));
  EXPECT_TRUE(folder.holds("n.svg", "한글"));
  EXPECT_TRUE(folder.holds("n.csv", "\"\"b<c>"));
  const ProgramResult told = runProgram({"info", folder.path("n.json"), "--json", "-"});
  ASSERT_EQ(told.status, 0) << told.err;
  EXPECT_EQ(Json::parse(told.out)["lanes"][1]["name"], wanted);
}

TEST(Output, APrintOfAMegabyteIsWhole) {
  const Folder folder;
  constexpr std::size_t kTimes = 16;
  std::string text(1U << 16U, 'x');
  for (std::size_t i = 0; i < text.size(); i += 100) text[i] = static_cast<char>('a' + i / 100 % 26);
  std::string print;
  std::string wanted;
  for (std::size_t i = 0; i < kTimes; ++i) {
    print += "{t}";
    wanted += text;
  }
  const std::string file =
      folder.file("big.threadline", scenarioOf(R"("main": {"steps": [{"assign": {"to": "t", "value": ")" + text +
                                               R"("}}, {"print": ")" + print + "\"}]}"));
  const ProgramResult result = runProgram({"run", file, "--json", "-"});
  ASSERT_EQ(result.status, 0) << result.err;
  const Json run = Json::parse(result.out);
  ASSERT_EQ(run["output"].size(), 1U);
  EXPECT_TRUE(run["output"][0]["text"] == wanted) << "length " << run["output"][0]["text"].get<std::string>().size();
  EXPECT_EQ(run["events"]["lost"], 0);
}

}  // namespace
}  // namespace threadline::test
