// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/view_resolver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/report/sample_run.h"

namespace threadline::report {
namespace {

using ::testing::ElementsAre;

model::View resolved(const std::string& view, const ViewWishes& wishes = {}, bool korean = false) {
  const RunRecord run = test::sampleRun("[]", view);
  return resolveView(*run.snapshot, &run.scenario.view, run.parameters, wishes, korean);
}

std::vector<std::uint32_t> numbers(const model::View& view) {
  std::vector<std::uint32_t> ids;
  for (const LaneId lane : view.lanes) ids.push_back(lane.value);
  return ids;
}

TEST(Glob, MatchesWholeNamesWithStarsAndQuestionMarks) {
  EXPECT_TRUE(matchesGlob("worker *", "worker 12"));
  EXPECT_TRUE(matchesGlob("*", ""));
  EXPECT_TRUE(matchesGlob("a*b*c", "a--b--b--c"));
  EXPECT_TRUE(matchesGlob("워커 ?", "워커 셋"));
  EXPECT_FALSE(matchesGlob("worker", "worker 1"));
  EXPECT_FALSE(matchesGlob("Worker*", "worker 1"));
  EXPECT_FALSE(matchesGlob("?", ""));
  EXPECT_FALSE(matchesGlob("", "a"));
}

TEST(ViewResolver, WithoutWishesEverythingIsShownByProcess) {
  const RunRecord run = test::sampleRun();
  const model::View view = resolveView(*run.snapshot, nullptr, run.parameters, {}, false);
  EXPECT_EQ(view.range, run.snapshot->extent());
  EXPECT_THAT(numbers(view), ElementsAre(0U, 1U, 2U));
  EXPECT_FALSE(view.arrows.empty());
}

TEST(ViewResolver, GlobsGiveLanesTheirPlaceAndFoldTakesThemAway) {
  EXPECT_THAT(numbers(resolved(R"({"lanes": ["child", "worker*"]})")), ElementsAre(2U, 0U, 1U));
  EXPECT_THAT(numbers(resolved(R"({"lanes": ["worker*", "MainThread"]})")), ElementsAre(1U, 0U, 2U));
  EXPECT_THAT(numbers(resolved(R"({"fold": ["worker*"]})")), ElementsAre(0U, 2U));
  EXPECT_THAT(numbers(resolved(R"({"lanes": ["!MainThread"]})")), ElementsAre(1U));
}

TEST(ViewResolver, TheCommandLinesLanesAreTheOnlyOnesUnderTheirNames) {
  ViewWishes wishes;
  wishes.lanes = {{"child", "the child"}, {"worker*", ""}};
  const model::View view = resolved(R"({"fold": ["worker*"]})", wishes);
  EXPECT_THAT(numbers(view), ElementsAre(2U, 1U));
  ASSERT_EQ(view.names.size(), 1U);
  EXPECT_EQ(view.names.at(LaneId{2}), "the child");
}

TEST(ViewResolver, AnchorsBecomeTimes) {
  const RunRecord run = test::sampleRun();
  const model::Snapshot& snapshot = *run.snapshot;
  EXPECT_EQ(anchorTime(snapshot, "start"), TimeNs{0});
  EXPECT_EQ(anchorTime(snapshot, "end"), snapshot.extent().end);
  EXPECT_EQ(anchorTime(snapshot, "after start(worker*)"), TimeNs{150});
  EXPECT_EQ(anchorTime(snapshot, "first code end"), TimeNs{900});
  EXPECT_EQ(anchorTime(snapshot, "first crash"), std::nullopt);
  EXPECT_EQ(anchorTime(snapshot, "after start(nobody)"), std::nullopt);
  EXPECT_EQ(anchorTime(snapshot, "noon"), std::nullopt);
}

TEST(ViewResolver, ARangeThatDoesNotOccurFallsBackToAllOfIt) {
  const RunRecord run = test::sampleRun();
  const TimeRange all = run.snapshot->extent();
  EXPECT_EQ(resolved(R"({"range": {"from": "first crash"}})").range, all);
  EXPECT_EQ(resolved(R"({"range": {"from": "start", "offset_ms": 1000, "length_ms": 5}})").range, all);
  ViewWishes wishes;
  wishes.range = TimeRange{TimeNs{100}, TimeNs{400}};
  EXPECT_EQ(resolved(R"({"range": {"from": "first print"}})", wishes).range, *wishes.range);
  EXPECT_EQ(resolved(R"({"range": {"from": "first print"}})").range, (TimeRange{TimeNs{400}, all.end}));
}

TEST(ViewResolver, CountersStripsArrowsAndMarksAreFoundByName) {
  const model::View view = resolved(R"({"arrows": ["put", "join"], "counters": ["queue"], "strips": ["holder"],
    "labels": false, "marks": [{"at": "first print", "text": {"en": "here", "ko": "여기"}},
                               {"at": "first crash", "text": {"en": "never", "ko": "아님"}}]})",
                                    {}, true);
  EXPECT_THAT(view.arrows, ElementsAre(FlowKind::kPut, FlowKind::kJoin));
  EXPECT_EQ(view.counters.size(), 1U);
  EXPECT_THAT(view.holderStrips, ElementsAre(ProcessId{0}));
  EXPECT_FALSE(view.labels);
  ASSERT_EQ(view.marks.size(), 1U);
  EXPECT_EQ(view.marks[0].text, "여기");
  EXPECT_EQ(view.marks[0].range.start, TimeNs{400});
}

TEST(ViewResolver, ABraceStandsOverTheLongestGapAndSaysItsLength) {
  constexpr const char* kTicks = R"(
    0 900 process 0 main pid=77 name=MainProcess
    1 1000 lane 0 process=0 main name=MainThread
    1 1000 state running
    1 3000000 instant tick
    1 8000000 instant tick
    1 29600000 instant tick text=+15_ms
    1 31000000 instant tick
    1 40000000 end returned
  )";
  const RunRecord run = test::recordOf(kTicks, "[]", R"x({"marks": [
    {"at": "longest gap(Main*, tick)", "brace": {"en": "{ms} ms", "ko": "{ms}"}},
    {"at": "longest gap(nobody, tick)", "brace": {"en": "never", "ko": "아님"}}]})x");
  const model::View view = resolveView(*run.snapshot, &run.scenario.view, run.parameters, {}, false);
  ASSERT_EQ(view.marks.size(), 1U);
  EXPECT_EQ(view.marks[0].text, "22 ms");
  EXPECT_EQ(view.marks[0].range, (TimeRange{TimeNs{7'999'000}, TimeNs{29'599'000}}));
}

}  // namespace
}  // namespace threadline::report
