// SPDX-License-Identifier: GPL-3.0-or-later
// Stories about ends: a run stopped, a host killed, a window killed or closed while something runs. And what can be
// switched meanwhile.
#include <csignal>
#include <sys/wait.h>

#include "tests/stories/story.h"

namespace threadline::stories {
namespace {

using widgets::ActionId;

/// Long enough for any story: fork-join with the document's values, or longer by one key.
constexpr const char* kLongSleep = "60000";

class RunStory : public Story {
 protected:
  void startsALongRun() {
    opensAt("fork-join");
    doubleClicks("#parameter.sleep");
    presses("ctrl+a");
    types(kLongSleep);
    presses("F5");
    waitsForLanes();
  }
};

TEST_F(RunStory, StopInMidRunKeepsThePictureAndLeavesNothing) {
  startsALongRun();
  clicks(actionName(ActionId::kStop));
  waitsForTheRunsEnd();
  sees("The run was stopped");
  photographs("stopped");
  findsNothingLeft();
  presses("F5");
  waitsForLanes();
  presses("shift+F5");
  waitsForTheRunsEnd();
  findsNothingLeft();
}

TEST_F(RunStory, AKilledGuardIsSaidAndTheNextRunWorks) {
  startsALongRun();
  const std::vector<pid_t> run = runProcesses();
  ASSERT_GE(run.size(), 2U);
  ASSERT_EQ(::kill(run.front(), SIGKILL), 0);
  waitsForTheRunsEnd();
  sees("cut off from outside");
  photographs("guard-killed");
  findsNothingLeft();
  presses("F5");
  waitsForLanes();
}

TEST_F(RunStory, AKilledMainProcessIsShownAsItsEnd) {
  startsALongRun();
  const std::vector<pid_t> run = runProcesses();
  ASSERT_GE(run.size(), 2U);
  ASSERT_EQ(::kill(run[1], SIGKILL), 0);
  waitsForTheRunsEnd();
  sees("#noticeText");
  photographs("main-killed");
  findsNothingLeft();
}

TEST_F(RunStory, AKilledWindowLeavesNothingAtAll) {
  startsALongRun();
  photographs("before");
  program().kill();
  waitsUntil("that the window is gone", [&] { return program().hasEnded(); });
  findsNothingLeft();
}

TEST_F(RunStory, ClosingTheWindowEndsTheRunAndLeavesNothing) {
  startsALongRun();
  photographs("before");
  presses("alt+F4");
  waitsUntil("that the window closes", [&] { return program().hasEnded(); });
  ASSERT_TRUE(program().status().has_value());
  EXPECT_TRUE(WIFEXITED(*program().status()) && WEXITSTATUS(*program().status()) == 0);
  findsNothingLeft();
}

TEST_F(RunStory, LanguageAndThemeChangeWhileARunGoesOn) {
  startsALongRun();
  photographs("light-english");
  presses("ctrl+comma");
  seesWindow("Settings");
  clicks("#settingsLanguage");
  clicks("한국어");
  seesWindow("설정");
  clicks("#settingsTheme");
  const std::string light = digest("outputPanel");
  presses("End");
  presses("Return");
  clicks("#settingsClose");
  seesWindow("Threadline");
  waitsUntil("another theme", [&] { return digest("outputPanel") != light; });
  EXPECT_TRUE(isLive());
  sees("중지");
  photographs("dark-korean");
  clicks(actionName(ActionId::kStop));
  waitsForTheRunsEnd();
  sees("실행을 중지했습니다");
  findsNothingLeft();
}

}  // namespace
}  // namespace threadline::stories
