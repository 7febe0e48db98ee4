// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/exit_status.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <ctime>
#include <functional>

namespace threadline::engine {
namespace {

/// The status of a child that does this, once it has ended.
std::optional<ProcessExitStatus> statusOf(const std::function<void()>& life) {
  const pid_t pid = ::fork();
  if (pid == 0) {
    life();
    ::_exit(0);
  }
  siginfo_t info{};
  EXPECT_EQ(::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT), 0);
  std::optional<ProcessExitStatus> status = collectChild(pid);
  EXPECT_FALSE(collectChild(pid).has_value()) << "collected twice";
  return status;
}

TEST(ExitStatus, GivesPythonsNumbers) {
  const auto codeOf = [](const std::function<void()>& life) {
    const std::optional<ProcessExitStatus> status = statusOf(life);
    return status ? pythonExitCode(*status) : 9999;
  };
  EXPECT_EQ(codeOf([] {}), 0);
  EXPECT_EQ(codeOf([] { ::_exit(3); }), 3);
  EXPECT_EQ(codeOf([] { ::raise(SIGTERM); }), -15);
  EXPECT_EQ(codeOf([] { ::raise(SIGKILL); }), -9);
}

TEST(ExitStatus, AChildThatLivesIsNotCollected) {
  const pid_t pid = ::fork();
  if (pid == 0) {
    while (true) ::poll(nullptr, 0, -1);
  }
  EXPECT_FALSE(collectChild(pid).has_value());
  ::kill(pid, SIGKILL);
  ::waitpid(pid, nullptr, 0);
}

TEST(ExitStatus, TellsTheProcessorTime) {
  const std::optional<ProcessExitStatus> status = statusOf([] {
    timespec spent{};
    while (spent.tv_nsec < 20'000'000 && spent.tv_sec == 0) ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
  });
  ASSERT_TRUE(status.has_value());
  EXPECT_GT(status->cpuNs, 10'000'000);
}

}  // namespace
}  // namespace threadline::engine
