// SPDX-License-Identifier: GPL-3.0-or-later
// Stories from the beginning to a picture: by mouse, by keyboard, with a Korean keyboard, as a newcomer, with an
// experiment.
#include "tests/stories/story.h"

namespace threadline::stories {
namespace {

using widgets::ActionId;

const std::string kPng = "\x89PNG";

class WholeStory : public Story {
 protected:
  /// However short it is, the run leaves another picture.
  template <typename Act>
  void runsBy(const std::string& what, const Act& act) {
    const std::string before = digest("timelineCanvas");
    act();
    waitsUntil("that the run " + what + " ends with a picture",
               [&] { return !isLive() && digest("timelineCanvas") != before; });
  }
  /// The range that is seen becomes another one.
  template <typename Act>
  void rangeChangesBy(const std::string& what, const Act& act) {
    const std::string before = visibleRange();
    act();
    waitsUntil("another visible range after " + what, [&] { return visibleRange() != before; });
  }
};

TEST_F(WholeStory, ByMouseFromTheFirstClickToThePicture) {
  opensAt("fork-join");
  clicksUp("#parameter.threads");
  waitsUntil("three threads", [&] { return thing("#parameter.threads")[QLatin1String("text")] == QLatin1String("3"); });
  runsBy("of a click", [&] { clicks(actionName(ActionId::kRun)); });
  rangeChangesBy("the wheel", [&] { zoomsWithTheWheel("#timelineCanvas", 4); });
  dragsOver("#timelineCanvas", 0.5, 0.7);
  rangeChangesBy("the menu", [&] {
    clicks("View");
    clicks("Zoom to the selection");
  });
  photographs("zoomed");
  clicks(actionName(ActionId::kExport));
  seesWindow("Export");
  sees("#exportPreview");
  photographs("export");
  clicks("#exportSave");
  seesWindow("Save the picture");
  clicks("Save");
  sees("Saved:");
  findsFile("documents/fork-join.png", kPng);
  clicks("#exportClose");
  seesWindow("Threadline");
  photographs("end");
  findsNothingLeft();
}

TEST_F(WholeStory, ByKeyboardAlone) {
  opensAt("fork-join");
  presses("ctrl+g");
  waitsUntil("the search", [&] { return thing("#gallerySearch")[QLatin1String("focus")].toBool(); });
  types("daemon threads");
  presses("Return");
  sees("#parameter.sleep");
  seesWindow("aemon");
  tabsTo("#parameter.sleep");
  presses("ctrl+a");
  types("900");
  runsBy("of F5", [&] { presses("F5"); });
  tabsTo("#timelineView");
  rangeChangesBy("W", [&] { presses("w"); });
  rangeChangesBy("D", [&] { presses("d"); });
  photographs("zoomed");
  presses("ctrl+e");
  seesWindow("Export");
  presses("Return");
  seesWindow("Save the picture");
  presses("Return");
  sees("Saved:");
  findsFile("documents/daemon-threads.png", kPng);
  presses("Escape");
  seesWindow("Threadline");
  photographs("end");
}

/// The two-set layout on its own group, with the Latin one beside it, as Korean desktops have it.
const char* const kKoreanKeyboard = R"xkb(xkb_keymap {
  xkb_keycodes { include "evdev+aliases(qwerty)" };
  xkb_types { include "complete" };
  xkb_compat { include "complete" };
  xkb_symbols {
    include "pc+us+inet(evdev)"
    replace key <AD02> { symbols[Group1] = [ Hangul_Jieuj, Hangul_SsangJieuj ], symbols[Group2] = [ w, W ] };
    replace key <AD03> { symbols[Group1] = [ Hangul_Dikeud, Hangul_SsangDikeud ], symbols[Group2] = [ e, E ] };
    replace key <AC01> { symbols[Group1] = [ Hangul_Mieum, Hangul_Mieum ], symbols[Group2] = [ a, A ] };
    replace key <AC02> { symbols[Group1] = [ Hangul_Nieun, Hangul_Nieun ], symbols[Group2] = [ s, S ] };
    replace key <AC03> { symbols[Group1] = [ Hangul_Ieung, Hangul_Ieung ], symbols[Group2] = [ d, D ] };
    replace key <AB07> { symbols[Group1] = [ Hangul_EU, Hangul_EU ], symbols[Group2] = [ m, M ] };
  };
};
)xkb";

TEST_F(WholeStory, KeysWorkWhereTheKeyboardWritesHangul) {
  if (IsSkipped()) return;
  desktop().plugInKeyboard(kKoreanKeyboard);
  opensAt("fork-join", "ko_KR.UTF-8");
  runsBy("of F5", [&] { presses("F5"); });
  clicks("#timelineRuler");
  tabsTo("#timelineView");
  const std::string whole = visibleRange();
  constexpr const char* kPhysicalW = "25";
  constexpr const char* kPhysicalE = "26";
  constexpr const char* kPhysicalS = "39";
  constexpr const char* kPhysicalD = "40";
  constexpr const char* kPhysicalM = "58";
  rangeChangesBy("the key of W", [&] { presses(kPhysicalW); });
  rangeChangesBy("the key of D", [&] { presses(kPhysicalD); });
  rangeChangesBy("the key of S", [&] { presses(kPhysicalS); });
  photographs("zoomed");
  presses(kPhysicalM);
  waitsUntil("the note's dialog", [&] { return !thing("#markDialog").isEmpty(); });
  presses("Escape");
  seesWindow("Threadline");
  presses(std::string("ctrl+") + kPhysicalE);
  waitsUntil("the export dialog", [&] { return !thing("#exportDialog").isEmpty(); });
}

TEST_F(WholeStory, ANewcomerFindsTheAnswerInKoreanAndIsNotAskedAgain) {
  opens("ko_KR.UTF-8");
  sees("스레드 두 개면 두 배 빨라질까요?");
  photographs("question");
  clicks("두 배 빨라집니다");
  clicks("실행해 보기");
  waitsForLanes();
  photographs("live");
  waitsForTheRunsEnd();
  sees("#predictAnswer");
  photographs("answer");
  rangeChangesBy("the closer look", [&] { clicks("#noticeAction"); });
  photographs("closer");
  presses("ctrl+q");
  const auto isAsked = [&] { return !thing("#closeQuestion").isEmpty(); };
  waitsUntil("that the window closes or asks", [&] { return program().hasEnded() || isAsked(); });
  if (!program().hasEnded()) clicks("#loseThem");  // the runs are not saved
  waitsUntil("that the window closes", [&] { return program().hasEnded(); });
  opensAgain();
  sees("#timelineCanvas");
  seesNo("#firstRunPage");
  photographs("later");
}

TEST_F(WholeStory, AnExperimentIsComparedAndExported) {
  opensAt("sum-compare");
  runsBy("of F5", [&] { presses("F5"); });
  sees("#predictAnswer");
  photographs("compared");
  presses("ctrl+e");
  seesWindow("Export");
  presses("Return");
  seesWindow("Save the picture");
  presses("Return");
  sees("Saved:");
  photographs("exported");
  findsNothingLeft();
}

}  // namespace
}  // namespace threadline::stories
