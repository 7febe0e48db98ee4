// SPDX-License-Identifier: GPL-3.0-or-later
// The longest stall of the GUI thread in all stories: the program as people use it, on a real screen, watched from
// within while hands click, type, stop and kill.
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/bench/ui/figures.h"
#include "tests/stories/desktop.h"

namespace threadline::bench {
namespace {

constexpr double kGoalMs = 50;

struct Stalls {
  std::vector<double> wall;
  std::vector<double> computed;
  std::vector<double> idle;  // of a thread beside it that does nothing: the machine's doing
};

/// Each story has written its longest stalls so far; the last line counts.
Stalls readStalls() {
  Stalls out;
  std::error_code problem;
  for (const auto& entry : std::filesystem::directory_iterator(TL_STORY_FOLDER, problem)) {
    if (entry.path().extension() != ".stalls") continue;
    std::ifstream file(entry.path());
    double wall = 0;
    double cpu = 0;
    double most = 0;
    double idle = 0;
    bool isRead = false;
    while (file >> wall >> cpu >> most >> idle) isRead = true;
    if (!isRead) continue;
    out.wall.push_back(wall);
    out.computed.push_back(most);
    out.idle.push_back(idle);
  }
  return out;
}

}  // namespace

void measureStories() {
  std::puts("the GUI thread's longest stall in each story, on Xvfb");
  std::vector<std::string> environment{"GTEST_BRIEF=1"};
  for (char** entry = environ; *entry != nullptr; ++entry) environment.emplace_back(*entry);
  std::fflush(stdout);
  const pid_t pid = stories::startProgram({TL_STORIES_TEST}, environment, ".");
  if (pid <= 0) {
    std::puts("  not measured: the stories did not start");
    return;
  }
  const int status = stories::waitForEnd(pid);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) std::puts("  a story failed; see above");
  const Stalls stalls = readStalls();
  if (stalls.wall.empty()) {
    std::puts("  not measured: no story has told its stalls");
    return;
  }
  tell("longest stall of a story, wall", stalls.wall);
  tell("the most that the GUI thread computed in one go", stalls.computed);
  tell("floor: an idle thread's longest wait", stalls.idle);
  judge("longest stall of all", percentile(stalls.wall, 1), kGoalMs);
}

}  // namespace threadline::bench
