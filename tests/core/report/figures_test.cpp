// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/report/lane_figures.h"
#include "tests/core/report/sample_run.h"

namespace threadline::report {
namespace {

using scenario::List;
using scenario::Value;
using ::testing::HasSubstr;

Result<Value> measured(std::string_view text, const RunRecord& run) {
  const auto figure = parseFigure(text);
  if (!figure) return figure.error();
  return measure(figure.value(), run);
}

Value valueIn(std::string_view text, const RunRecord& run) {
  const auto value = measured(text, run);
  EXPECT_TRUE(value.isOk()) << text << ": " << (value ? "" : value.error().message);
  return value ? value.value() : Value();
}

std::int64_t integerIn(std::string_view text, const RunRecord& run) {
  const Value value = valueIn(text, run);
  EXPECT_NE(value.asInteger(), nullptr) << text << " is " << value.toText();
  return value.asInteger() ? *value.asInteger() : -1;
}

double decimalIn(std::string_view text, const RunRecord& run) {
  const Value value = valueIn(text, run);
  EXPECT_NE(value.asDecimal(), nullptr) << text << " is " << value.toText();
  return value.asDecimal() ? *value.asDecimal() : -1;
}

TEST(FigureParser, SaysWhatWasFoundAndWhatCouldStandThere) {
  for (const char* text : {"",
                           "sum",
                           "lanes('*'",
                           "lanes('*').speed",
                           "lanes().count",
                           "spans('*').p50",
                           "spans('*', 'jogging').p50",
                           "spans('*', 'running').p51",
                           "gil.hold_p51",
                           "gil.speed",
                           "process('*').name",
                           "output('*').text",
                           "first('nothing')",
                           "first('print').x",
                           "wall.x.",
                           "frobs('*').count",
                           "gaps('*').max",
                           "gaps('*', 'noon').max",
                           "gaps('*', 'tick').sum",
                           "'open.sum",
                           "starts('*').count",
                           "lanes('*')count"}) {
    const auto figure = parseFigure(text);
    ASSERT_FALSE(figure.isOk()) << text;
    EXPECT_THAT(figure.error().message, HasSubstr("expected")) << text;
    EXPECT_EQ(figure.error().code, ErrorCode::kInvalidInput);
  }
}

TEST(FigureParser, TakesQuotesCommasAndParenthesesWithinAPattern) {
  const auto figure = parseFigure("spans('a,b)(*', \"running\", 'sum (*)').p50");
  ASSERT_TRUE(figure.isOk()) << figure.error().message;
  EXPECT_EQ(figure.value().subject, "a,b)(*");
  EXPECT_EQ(figure.value().label, "sum (*)");
  EXPECT_EQ(figure.value().part, "p50");
}

TEST(FigureParser, FindsFiguresOfObjectsAndFunctionsThatDoNotExist) {
  const RunRecord run = test::sampleRun(R"([
    {"id": "a", "figure": "quue.puts", "equals": 1, "text": {"en": "a", "ko": "a"}},
    {"id": "b", "figure": "mian.sum", "equals": 1, "text": {"en": "b", "ko": "b"}},
    {"id": "c", "figure": "lanes('*').speed", "equals": 1, "text": {"en": "c", "ko": "c"}},
    {"id": "d", "figure": "queue.puts", "equals": 1, "text": {"en": "d", "ko": "d"}}])");
  const auto problems = checkFigures(run.scenario);
  ASSERT_EQ(problems.size(), 3U);
  EXPECT_EQ(problems[0].pointer, "/claims/0/figure");
  EXPECT_THAT(problems[1].expected, HasSubstr("function"));
  EXPECT_THAT(problems[2].found, HasSubstr("speed"));
}

TEST(Figures, AnObjectsTrafficIsCountedFromItsFlows) {
  const RunRecord run = test::sampleRun();
  EXPECT_EQ(integerIn("queue.puts", run), 2);
  EXPECT_EQ(integerIn("queue.gets", run), 1);
  EXPECT_EQ(integerIn("queue.left", run), 1);
  EXPECT_EQ(integerIn("queue.max_depth", run), 2);
  EXPECT_FALSE(measured("other.puts", run).isOk());
}

TEST(Figures, ALocalIsFoundByFunctionOrByLane) {
  const RunRecord run = test::sampleRun();
  EXPECT_EQ(integerIn("main.sum", run), 85);
  EXPECT_EQ(integerIn("'worker*'.total", run), 42);
  EXPECT_EQ(integerIn("'child'.total", run), 43);
  EXPECT_EQ(valueIn("work.total", run), Value(List{std::int64_t{42}, std::int64_t{43}}));
  const auto missing = measured("main.nothing", run);
  ASSERT_FALSE(missing.isOk());
  EXPECT_THAT(missing.error().message, HasSubstr("nothing"));
}

TEST(Figures, SharesOfLanesAreOfTheirWholeTime) {
  const RunRecord run = test::sampleRun();
  EXPECT_EQ(integerIn("lanes('*').count", run), 3);
  EXPECT_EQ(integerIn("lanes('MainThread').count", run), 2);
  EXPECT_EQ(integerIn("lanes('nobody').count", run), 0);
  EXPECT_DOUBLE_EQ(decimalIn("lanes('worker*').running_share", run), 500.0 / 600.0);
  EXPECT_DOUBLE_EQ(decimalIn("lanes('worker*').waiting_gil_share", run), 50.0 / 600.0);
  EXPECT_DOUBLE_EQ(decimalIn("lanes('worker*').cpu_share", run), 450.0 / 600.0);
  EXPECT_FALSE(measured("lanes('nobody').cpu_share", run).isOk());
}

TEST(Figures, OverlapIsTheShareInWhichSeveralWork) {
  const RunRecord run = test::sampleRun();
  // worker works 200..700, child 300..500 of the run.
  const std::vector<LaneId> lanes{LaneId{1}, LaneId{2}};
  EXPECT_DOUBLE_EQ(workOverlap(*run.snapshot, lanes).value_or(-1), 200.0 / 500.0);
  EXPECT_DOUBLE_EQ(decimalIn("lanes('worker*').overlap", run), 0.0);
}

TEST(Figures, SpansAreMeasuredByStateAndLabel) {
  const RunRecord run = test::sampleRun();
  EXPECT_EQ(integerIn("spans('*', 'running').count", run), 4);
  EXPECT_EQ(integerIn("spans('*', 'running', 's?m').count", run), 1);
  EXPECT_EQ(integerIn("spans('worker*', 'running').sum", run), 500);
  EXPECT_EQ(integerIn("spans('*', 'running').max", run), 500);
  EXPECT_EQ(integerIn("spans('*', 'running').p10", run), 200);
  EXPECT_FALSE(measured("spans('*', 'sleeping').p50", run).isOk());
  EXPECT_EQ(integerIn("spans('*', 'sleeping').sum", run), 0);
}

TEST(Figures, APercentileIsTheNearestRank) {
  std::vector<std::int64_t> samples{50, 10, 40, 30, 20};
  EXPECT_EQ(percentile(samples, 10), 10);
  EXPECT_EQ(percentile(samples, 50), 30);
  EXPECT_EQ(percentile(samples, 90), 50);
  EXPECT_EQ(percentile(samples, 100), 50);
  std::vector<std::int64_t> none;
  EXPECT_EQ(percentile(none, 50), std::nullopt);
}

TEST(Figures, TheGilIsMeasuredByHoldsGivenUpOnRequest) {
  const RunRecord run = test::sampleRun();
  EXPECT_EQ(integerIn("gil.hold_p50", run), 500);
  EXPECT_EQ(integerIn("gil.requests", run), 1);
  EXPECT_GT(decimalIn("gil.switches_per_s", run), 0);
}

TEST(Figures, StartsProcessesOutputAndInstants) {
  const RunRecord run = test::sampleRun();
  EXPECT_EQ(integerIn("starts('worker*').p50", run), 50);
  EXPECT_EQ(integerIn("process('child').exit", run), 3);
  EXPECT_EQ(integerIn("process('child').memory_kb", run), 640);
  EXPECT_EQ(valueIn("process('*').exit", run), Value(List{std::int64_t{0}, std::int64_t{3}}));
  EXPECT_EQ(integerIn("output('*').count", run), 2);
  EXPECT_EQ(valueIn("output('*').order", run), Value(List{"item 1", "done"}));
  EXPECT_EQ(integerIn("first('code_end')", run), 900);
  EXPECT_EQ(integerIn("first('print')", run), 400);
  EXPECT_FALSE(measured("first('crash')", run).isOk());
}

TEST(Figures, WallCpuAndExitAreTheMainProcesss) {
  const RunRecord run = test::sampleRun();
  EXPECT_EQ(integerIn("wall", run), 1020);
  // The child was collected while main lived: its 300 ns are within main's 1100.
  EXPECT_EQ(integerIn("cpu", run), 1100);
  EXPECT_EQ(integerIn("exit", run), 0);
}

TEST(Figures, WhatWasLostIsNotMeasured) {
  const RunRecord run = test::recordOf(R"(
    0 900 process 0 main pid=77 name=MainProcess
    1 1000 lane 0 process=0 main name=MainThread
    1 1000 state running
    2 1100 lane 1 process=0 name=worker
    2 1100 state running
    2 1200 lost 5
    2 1200 state running
    2 1300 end returned
    1 1400 end returned
    0 1500 dead 0
    finish 1600
  )");
  const auto lost = measured("lanes('worker').running_share", run);
  ASSERT_FALSE(lost.isOk());
  EXPECT_THAT(lost.error().message, HasSubstr("5 events"));
  EXPECT_FALSE(measured("output('*').count", run).isOk());
  EXPECT_TRUE(measured("lanes('MainThread').running_share", run).isOk()) << "nothing of main was lost";
  EXPECT_TRUE(measured("wall", run).isOk());
}

TEST(Figures, BoundsMayNameParametersAndFigures) {
  const RunRecord run = test::sampleRun();
  const FigureNames names(run);
  EXPECT_EQ(names.name("n").value(), Value(std::int64_t{7}));
  EXPECT_EQ(names.name("wall").value(), Value(std::int64_t{1020}));
  EXPECT_EQ(names.attribute("queue", -1, "gets").value(), Value(std::int64_t{1}));
  EXPECT_EQ(names.attribute("main", -1, "sum").value(), Value(std::int64_t{85}));
  EXPECT_FALSE(names.attribute("main", 0, "sum").isOk());
}

TEST(Figures, GapsLieBetweenOneInstantAndTheNextOfTheSameLane) {
  const RunRecord run = test::recordOf(R"(
    0 900 process 0 main pid=77 name=MainProcess
    1 1000 lane 0 process=0 main name=MainThread
    1 1000 state running
    2 1000 lane 1 process=0 name=other parent=0
    2 1000 state running
    1 1100 instant tick
    2 1150 instant tick
    1 1200 instant print text=no
    1 1300 instant tick
    1 1350 instant tick
    2 1800 instant tick
    1 1900 end returned
    2 1900 end returned
  )");
  EXPECT_EQ(integerIn("gaps('MainThread', 'tick').count", run), 2);
  EXPECT_EQ(integerIn("gaps('MainThread', 'tick').max", run), 200);
  EXPECT_EQ(integerIn("gaps('*', 'tick').max", run), 650);
  EXPECT_FALSE(measured("gaps('MainThread', 'print').max", run).isOk());
  EXPECT_FALSE(measured("gaps('nobody', 'tick').count", run).isOk());
}

}  // namespace
}  // namespace threadline::report
