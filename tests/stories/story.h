// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A story: a person at a real window. The verbs wait for what they need and fail with what they missed and a
// photograph of the screen; a story that has failed does nothing more. Photographs and the longest stalls are kept
// in stories/ of the build folder. A story whose window stalls for seconds fails; the goal for it is in ./dev bench ui,
// because a busy machine stalls what it likes.
//
// Things are named by what is written on them, or as "#name" by their object's name; see probe/things.h.

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>

#include "tests/stories/program.h"
#include "ui/widgets/window_actions.h"

namespace threadline::stories {

/// A tool button or menu item, in whatever language.
[[nodiscard]] std::string actionName(widgets::ActionId id);

class Story : public testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  /// Starts the program and waits for its window; from then on stalls count.
  void opens(const std::string& locale = "C.UTF-8");
  void opensAgain();
  /// As somebody who has been at this example before.
  void opensAt(const std::string& scenario, const std::string& locale = "C.UTF-8");

  void clicks(const std::string& thing);
  void doubleClicks(const std::string& thing);
  /// The upper arrow of a spin box.
  void clicksUp(const std::string& spinBox);
  void dragsOver(const std::string& thing, double fromShare, double toShare);
  /// Ctrl and the wheel, away from the person.
  void zoomsWithTheWheel(const std::string& thing, int notches);
  /// Keys as xdotool names them; a number is a key of the keyboard, whatever is printed on it.
  void presses(const std::string& keys);
  void types(const std::string& text);
  /// Tab until it is there.
  void tabsTo(const std::string& thing);

  void sees(const std::string& thing);
  void seesNo(const std::string& thing);
  void seesWindow(const std::string& title);
  void waitsUntil(const std::string& what, const std::function<bool()>& condition);
  void waitsForLanes();
  void waitsForTheRunsEnd();
  /// A file that is there and begins so.
  void findsFile(const std::string& name, const std::string& beginning);
  /// Of a run, and of the window when that has gone: no process, socket, shared memory or temporary file.
  void findsNothingLeft();
  void photographs(const std::string& name);

  [[nodiscard]] QJsonObject thing(const std::string& name);
  [[nodiscard]] bool isLive();
  [[nodiscard]] std::string digest(const std::string& objectName);
  /// What the ruler shows: changes with the visible range and nothing else.
  [[nodiscard]] std::string visibleRange() { return digest("timelineRuler"); }
  [[nodiscard]] Program& program() { return *m_program; }
  [[nodiscard]] Desktop& desktop() { return *s_desktop; }
  /// The guard of the living run and what it started, the guard first.
  [[nodiscard]] std::vector<pid_t> runProcesses();

 private:
  void begin();
  [[nodiscard]] bool mayGoOn() const { return !HasFatalFailure(); }
  [[nodiscard]] std::pair<int, int> middleOf(const std::string& name, double share = 0.5);
  void tellStalls();
  void fails(const std::string& missed);

  static std::unique_ptr<Desktop> s_desktop;
  std::unique_ptr<Program> m_program;
  int m_photographs = 0;
};

}  // namespace threadline::stories
