// SPDX-License-Identifier: GPL-3.0-or-later
// What threadline-host does with what it is given: packages that it cannot run, and where prints go.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <string>

#include "core/ring/run_descriptors.h"
#include "core/scenario/run_package.h"
#include "tests/support/process_probe.h"
#include "tests/support/scenario_run.h"

namespace threadline::test {
namespace {

const char* const kPrinting = R"("main": {"steps": [{"print": "to whom it may concern"}]})";

TEST(Host, SaysWhyItCannotRunAPackage) {
  const std::string broken = scenario::writeRunPackage({R"({"threadline": 1})", {}, false});
  for (const std::string& package : {std::string("no package"), std::string("{}"), broken}) {
    const auto run = ScenarioRun::startPackage(package);
    ASSERT_NE(run, nullptr);
    ASSERT_TRUE(run->waitForEnd());
    EXPECT_EQ(run->ending(), model::RunEnding::kFailed);
    EXPECT_FALSE(run->controller().hostMessage().empty());
    EXPECT_LE(run->controller().hostMessage().size(), ring::kMaxHostMessageBytes);
  }
}

/// What a run writes to the standard error of its owner.
std::string errorOutputOf(const std::string& package) {
  const UniqueFd file(::memfd_create("stderr", MFD_CLOEXEC));
  const UniqueFd own(::dup(STDERR_FILENO));
  ::dup2(file.get(), STDERR_FILENO);
  const auto run = ScenarioRun::startPackage(package);
  ::dup2(own.get(), STDERR_FILENO);
  EXPECT_TRUE(run && run->waitForEnd());
  std::string text(4096, '\0');
  const ssize_t bytes = ::pread(file.get(), text.data(), text.size(), 0);
  return text.substr(0, bytes < 0 ? 0 : static_cast<std::size_t>(bytes));
}

TEST(Host, PrintsGoToStandardErrorOnlyWithEcho) {
  EXPECT_EQ(errorOutputOf(scenario::writeRunPackage({scenarioOf(kPrinting), {}, false})), "");
  EXPECT_EQ(errorOutputOf(scenario::writeRunPackage({scenarioOf(kPrinting), {}, true})), "to whom it may concern\n");
}

/// The exit code of threadline-host when it is started by hand.
int exitCodeOf(const char* mode) {
  std::string program = TL_HOST;
  std::string argument = mode;
  const std::array<char*, 3> arguments{program.data(), argument.data(), nullptr};
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  pid_t pid = 0;
  const int problem = ::posix_spawn(&pid, TL_HOST, &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  if (problem != 0 || ::waitpid(pid, &status, 0) != pid || !WIFEXITED(status)) return -1;
  return WEXITSTATUS(status);
}

TEST(Host, StartedByHandItEndsWithADocumentedCode) {
  EXPECT_EQ(exitCodeOf("nonsense"), ring::kHostUsage);
  EXPECT_EQ(exitCodeOf(ring::kGuardMode), ring::kHostSystem);
  EXPECT_EQ(exitCodeOf(ring::kChildMode), ring::kHostSystem);
}

}  // namespace
}  // namespace threadline::test
