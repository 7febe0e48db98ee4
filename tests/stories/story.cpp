// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stories/story.h"

#include <QJsonArray>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/support/process_probe.h"

namespace threadline::stories {
namespace {

using widgets::ActionId;

constexpr int kWidth = 1280;
constexpr int kHeight = 800;
constexpr int kMostTabs = 80;
constexpr double kLongestStallMs = 2000;
/// A comparison of six runs takes its time under a sanitizer; nobody waits so long for what works.
constexpr DurationNs kPatience = seconds(60);
/// Of what a thread waits that does nothing: who computes, waits longer for a core.
constexpr double kBusyMachine = 20;

std::string number(double value) {
  return std::to_string(static_cast<int>(value));
}

std::string storyName() {
  return testing::UnitTest::GetInstance()->current_test_info()->name();
}

}  // namespace

std::unique_ptr<Desktop> Story::s_desktop;

std::string actionName(ActionId id) {
  return "#action" + std::to_string(static_cast<int>(id));
}

void Story::SetUp() {
  if (const std::string missing = Desktop::missingProgram(); !missing.empty()) {
    GTEST_SKIP() << "a story needs a screen; " << missing << " is not installed";
  }
  std::filesystem::create_directories(THREADLINE_STORY_FOLDER);
  std::filesystem::remove(THREADLINE_STORY_FOLDER "/" + storyName() + ".stalls");
  s_desktop = std::make_unique<Desktop>(kWidth, kHeight);
  ASSERT_TRUE(s_desktop->isThere()) << "Xvfb and openbox did not start";
}

void Story::TearDown() {
  if (m_program && HasFailure()) photographs("failed");
  if (m_program) tellStalls();
  m_program.reset();
  s_desktop.reset();
}

void Story::begin() {
  ASSERT_TRUE(program().start());
  seesWindow("Threadline");
  (void)program().ask("watch");
}

void Story::opens(const std::string& locale) {
  if (!mayGoOn()) return;
  m_program = std::make_unique<Program>(desktop(), locale);
  begin();
}

void Story::opensAgain() {
  if (mayGoOn()) begin();
}

void Story::opensAt(const std::string& scenario, const std::string& locale) {
  if (!mayGoOn()) return;
  m_program = std::make_unique<Program>(desktop(), locale);
  m_program->beenHereBefore(scenario);
  begin();
}

void Story::fails(const std::string& missed) {
  std::string ending;
  if (program().hasEnded()) ending = "; the program has ended with status " + std::to_string(*program().status());
  GTEST_FAIL() << "missed: " << missed << ending;
}

void Story::waitsUntil(const std::string& what, const std::function<bool()>& condition) {
  if (!mayGoOn()) return;
  // The probe answers from the program's own event loop, so asking again is no haste.
  if (!test::becomesTrue([&] { return program().hasEnded() || condition(); }, kPatience) || !condition()) fails(what);
}

QJsonObject Story::thing(const std::string& name) {
  return program().ask("find " + name)[QLatin1String("things")].toArray().first().toObject();
}

void Story::sees(const std::string& name) {
  waitsUntil("to see " + name, [&] { return !thing(name).isEmpty(); });
}

void Story::seesNo(const std::string& name) {
  waitsUntil("that " + name + " goes", [&] { return thing(name).isEmpty(); });
}

void Story::seesWindow(const std::string& title) {
  waitsUntil("the window " + title, [&] {
    return program().ask("windows")[QLatin1String("active")].toString().contains(QString::fromStdString(title));
  });
}

std::pair<int, int> Story::middleOf(const std::string& name, double share) {
  QJsonObject last;
  waitsUntil("that " + name + " is there, stands still and can be used", [&] {
    const QJsonObject now = thing(name);
    const bool isReady = !now.isEmpty() && now == last && now[QLatin1String("enabled")].toBool();
    last = now;
    return isReady;
  });
  const double x = last[QLatin1String("x")].toDouble() + last[QLatin1String("width")].toDouble() * share;
  const double y = last[QLatin1String("y")].toDouble() + last[QLatin1String("height")].toDouble() / 2;
  return {static_cast<int>(x), static_cast<int>(y)};
}

void Story::clicks(const std::string& name) {
  const auto [x, y] = middleOf(name);
  if (mayGoOn()) desktop().doWithHands({"mousemove", number(x), number(y), "click", "1"});
}

void Story::doubleClicks(const std::string& name) {
  const auto [x, y] = middleOf(name);
  if (mayGoOn()) desktop().doWithHands({"mousemove", number(x), number(y), "click", "--repeat", "2", "1"});
}

void Story::clicksUp(const std::string& spinBox) {
  (void)middleOf(spinBox);
  if (!mayGoOn()) return;
  const QJsonObject box = thing(spinBox);
  const double x = box[QLatin1String("x")].toDouble() + box[QLatin1String("width")].toDouble() - 8;
  const double y = box[QLatin1String("y")].toDouble() + box[QLatin1String("height")].toDouble() / 4;
  desktop().doWithHands({"mousemove", number(x), number(y), "click", "1"});
}

void Story::dragsOver(const std::string& name, double fromShare, double toShare) {
  const auto [left, y] = middleOf(name, fromShare);
  const auto [right, same] = middleOf(name, toShare);
  if (!mayGoOn()) return;
  desktop().doWithHands({"mousemove", number(left), number(y), "mousedown", "1", "mousemove",
                         number((left + right) / 2.0), number(y), "mousemove", number(right), number(same), "mouseup",
                         "1"});
}

void Story::zoomsWithTheWheel(const std::string& name, int notches) {
  const auto [x, y] = middleOf(name);
  if (!mayGoOn()) return;
  desktop().doWithHands({"mousemove", number(x), number(y), "keydown", "ctrl", "click", "--repeat",
                         std::to_string(std::abs(notches)), notches > 0 ? "4" : "5", "keyup", "ctrl"});
}

void Story::presses(const std::string& keys) {
  if (mayGoOn()) desktop().doWithHands({"key", keys});
}

void Story::types(const std::string& text) {
  if (mayGoOn()) desktop().doWithHands({"type", text});
}

void Story::tabsTo(const std::string& name) {
  const auto isThere = [&] { return thing(name)[QLatin1String("focus")].toBool(); };
  const auto focused = [&] { return program().ask("focus")[QLatin1String("focus")].toString(); };
  for (int i = 0; i < kMostTabs && mayGoOn() && !isThere(); ++i) {
    const QString before = focused();
    presses("Tab");
    waitsUntil("that Tab leads on from " + before.toStdString(), [&] { return focused() != before; });
  }
  waitsUntil("that Tab leads to " + name, isThere);
}

bool Story::isLive() {
  return thing(actionName(ActionId::kStop))[QLatin1String("enabled")].toBool();
}

void Story::waitsForLanes() {
  // Without a lane the canvas only invites to run something.
  waitsUntil("that a run lives", [&] { return isLive() && !runProcesses().empty(); });
  const std::string first = digest("timelineCanvas");
  waitsUntil("that lanes appear and grow", [&] { return digest("timelineCanvas") != first; });
}

void Story::waitsForTheRunsEnd() {
  waitsUntil("that the run ends", [&] { return !isLive(); });
}

void Story::findsFile(const std::string& name, const std::string& beginning) {
  waitsUntil("the file " + name, [&] {
    std::ifstream file(program().home(name), std::ios::binary);
    std::string start(beginning.size(), '\0');
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    return start == beginning;
  });
}

void Story::findsNothingLeft() {
  if (!mayGoOn()) return;
  EXPECT_TRUE(test::becomesTrue([&] { return runProcesses().empty(); })) << "processes are left";
  EXPECT_TRUE(test::becomesTrue([&] { return program().leftovers().empty(); }))
      << "left behind: " << testing::PrintToString(program().leftovers());
}

std::vector<pid_t> Story::runProcesses() {
  std::vector<pid_t> out;
  for (const pid_t pid : program().processes()) {
    if (pid != program().pid()) out.push_back(pid);
  }
  return out;
}

std::string Story::digest(const std::string& objectName) {
  return program().ask("digest " + objectName)[QLatin1String("digest")].toString().toStdString();
}

void Story::photographs(const std::string& name) {
  tellStalls();
  const std::string file = storyName() + "-" + std::to_string(++m_photographs) + "-" + name + ".png";
  EXPECT_TRUE(desktop().photograph(THREADLINE_STORY_FOLDER "/" + file));
}

void Story::tellStalls() {
  if (program().hasEnded()) return;
  const QJsonObject stall = program().ask("stall");
  const double wall = stall[QLatin1String("wallMs")].toDouble();
  const double cpu = stall[QLatin1String("cpuMs")].toDouble();
  const double most = stall[QLatin1String("mostCpuMs")].toDouble();
  const double idle = stall[QLatin1String("idleMs")].toDouble();
  std::printf(
      "longest stall so far: %.1f ms, of which the GUI thread computed %.1f ms; most computed: %.1f ms; an idle "
      "thread: "
      "%.1f ms\n",
      wall, cpu, most, idle);
  RecordProperty("longest_stall_ms", static_cast<int>(wall));
  std::ofstream(THREADLINE_STORY_FOLDER "/" + storyName() + ".stalls", std::ios::app)
      << wall << " " << cpu << " " << most << " " << idle << "\n";
  EXPECT_LE(most, kLongestStallMs) << "the GUI thread computed too long in one go";
  EXPECT_LE(wall, kLongestStallMs + kBusyMachine * idle) << "the GUI thread was blocked";
}

}  // namespace threadline::stories
