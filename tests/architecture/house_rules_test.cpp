// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/architecture/house_rules.h"

namespace threadline::architecture {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string source(const std::string& body) {
  return "// SPDX-License-Identifier: GPL-3.0-or-later\n" + body;
}

TEST(HouseRules, AFileInOrderBreaksNothing) {
  EXPECT_THAT(
      violations("core/ring/ring.h", source("#pragma once\n#include <vector>\n#include \"core/event/event.h\"\n")),
      IsEmpty());
}

TEST(HouseRules, WhatARoomMayUseComesWithWhatItMayUseItself) {
  EXPECT_THAT(violations("core/relay/drain.cpp", source("#include \"core/event/event.h\"\n")), IsEmpty());
  EXPECT_THAT(violations("app/main.cpp", source("#include \"ui/widgets/window.h\"\n")), IsEmpty());
}

TEST(HouseRules, TheRelayMustNotSeeTheEngine) {
  EXPECT_THAT(violations("core/relay/drain.cpp", source("#include \"core/engine/program.h\"\n")),
              ElementsAre("core/relay/drain.cpp:2: core/relay may not use core/engine"));
}

TEST(HouseRules, NobodyIncludesTheAppOrTheTests) {
  EXPECT_THAT(violations("ui/widgets/a.cpp", source("#include \"app/settings.h\"\n")),
              ElementsAre(HasSubstr("nothing includes app")));
  EXPECT_THAT(violations("app/main.cpp", source("#include \"tests/support/golden.h\"\n")),
              ElementsAre(HasSubstr("nothing includes tests")));
}

TEST(HouseRules, CoreHasNoQtOutsideTheRelay) {
  EXPECT_THAT(violations("core/model/trace.cpp", source("#include <QString>\n")),
              ElementsAre(HasSubstr("core/model may not use QString")));
  EXPECT_THAT(violations("core/relay/consumer.cpp", source("#include <QObject>\n")), IsEmpty());
  EXPECT_THAT(violations("core/relay/consumer.cpp", source("#include <QPainter>\n")),
              ElementsAre(HasSubstr("core/relay may not use QPainter")));
}

TEST(HouseRules, IncludesAreWrittenFromTheRoot) {
  EXPECT_THAT(violations("core/base/check.cpp", source("#include \"check.h\"\n")),
              ElementsAre(HasSubstr("written from the root")));
}

TEST(HouseRules, AnUnknownRoomIsAViolation) {
  EXPECT_THAT(violations("core/misc/a.cpp", source("")), ElementsAre(HasSubstr("no room core/misc")));
}

TEST(HouseRules, FilesHaveALicenceAPragmaAndAName) {
  EXPECT_THAT(violations("core/base/a.h", "#pragma once\n"), ElementsAre(HasSubstr("SPDX")));
  EXPECT_THAT(violations("core/base/a.h", source("")), ElementsAre(HasSubstr("#pragma once")));
  EXPECT_THAT(violations("core/base/string_utils.cpp", source("")), ElementsAre(HasSubstr("says nothing")));
  EXPECT_THAT(violations("core/base/Result.cpp", source("")), ElementsAre(HasSubstr("snake_case")));
}

TEST(HouseRules, FilesAndFunctionsHaveAHardLimit) {
  std::string lines;
  for (int i = 0; i < 250; ++i) lines += "\n";
  EXPECT_THAT(violations("core/base/a.h", source("#pragma once\n" + lines)), ElementsAre(HasSubstr("longer than 250")));
  std::string body;
  for (int i = 0; i < 79; ++i) body += "  work();\n";
  EXPECT_THAT(violations("core/base/a.cpp", source("void f() {\n" + body + "}\n")),
              ElementsAre("core/base/a.cpp:2: a function of more than 80 lines"));
  EXPECT_THAT(violations("core/base/a.cpp", source("void f() {\n" + body.substr(10) + "}\n")), IsEmpty());
}

TEST(HouseRules, MacrosThatCannotFailAGoogleTestAreRefusedInTests) {
  EXPECT_THAT(violations("tests/ui/a_test.cpp", source("  QVERIFY(false);\n")), ElementsAre(HasSubstr("EXPECT_*")));
}

TEST(House, KeepsItsRules) {
  const std::filesystem::path root = THREADLINE_SOURCE_DIR;
  std::vector<std::string> broken;
  std::size_t files = 0;
  for (const char* top : {"app", "core", "ui", "tests"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / top)) {
      const std::string extension = entry.path().extension();
      if (!entry.is_regular_file() || (extension != ".h" && extension != ".cpp")) continue;
      std::ostringstream text;
      text << std::ifstream(entry.path()).rdbuf();
      for (auto& line : violations(std::filesystem::relative(entry.path(), root).generic_string(), text.str())) {
        broken.push_back(std::move(line));
      }
      ++files;
    }
  }
  EXPECT_GT(files, 20U) << "not the source folder?";
  EXPECT_THAT(broken, IsEmpty());
}

TEST(House, HasNoOtherRoomsAtTheTop) {
  const std::filesystem::path root = THREADLINE_SOURCE_DIR;
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    const std::string name = entry.path().filename();
    if (!entry.is_directory() || name[0] == '.' || name == "build") continue;
    EXPECT_TRUE(name == "app" || name == "core" || name == "ui" || name == "tests" || name == "resources") << name;
  }
}

}  // namespace
}  // namespace threadline::architecture
