// SPDX-License-Identifier: GPL-3.0-or-later
// The verdict on whole traces and comparisons.
#include "core/report/verdict.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "core/report/ratio_interval.h"
#include "tests/core/report/compared_runs.h"

namespace threadline::report {
namespace {

using test::addRun;
using ::testing::HasSubstr;

/// Main, which joins, and threads that it starts at once. Times are given from main's start.
class Threads {
 public:
  void object(const std::string& name, scenario::ObjectKind kind) {
    m_head << "1 1000 object 0 " << name << ' ' << static_cast<int>(kind) << '\n';
  }
  void thread(const std::string& name) {
    m_slot = 2 + m_count;
    m_head << m_slot << " 1000 lane " << ++m_count << " process=0 name=" << name << " parent=0\n";
  }
  /// A line of the newest thread.
  void at(std::int64_t time, const std::string& what) { m_lines[time].push_back({m_slot, what}); }
  void line(std::int64_t time, int slot, const std::string& what) { m_lines[time].push_back({slot, what}); }

  RunRecord record(std::int64_t length, std::int64_t cpu) const {
    std::ostringstream out;
    out << "0 900 process 0 main pid=77 name=MainProcess\n1 1000 lane 0 process=0 main name=MainThread\n"
        << m_head.str();
    out << "1 1000 state joining lane=1\n";
    for (const auto& [time, lines] : m_lines) {
      for (const auto& [slot, what] : lines) out << slot << ' ' << 1000 + time << ' ' << what << '\n';
    }
    const auto at = [&](std::int64_t after) { return std::to_string(1000 + length + after); };
    out << "1 " << at(0) << " end returned\n0 " << at(0) << " cpu 0 " << cpu << "\n0 " << at(0)
        << " word 0 returned 0\n0 " << at(0) << " dead 0\n0 " << at(10) << " collected 0 exited 0\n0 " << at(20)
        << " run-end\nfinish " << at(30);
    RunRecord run = test::recordOf(out.str(), "[]");
    run.machine = "2 cores, Linux 6.1";
    return run;
  }

 private:
  struct Line {
    int slot = 0;
    std::string what;
  };
  std::ostringstream m_head;
  std::map<std::int64_t, std::vector<Line>> m_lines;
  int m_count = 0;
  int m_slot = 1;
};

std::string patternOf(const RunRecord& run) {
  std::string out;
  for (const Finding& finding : findingsOf(evidenceOf(run)))
    out += (out.empty() ? "" : " ") + std::string(nameOf(finding.pattern));
  return out;
}

TEST(Verdict, TwoThreadsThatTakeTurnsAreGilBound) {
  Threads run;
  for (int i = 0; i < 2; ++i) {
    run.thread("worker_" + std::to_string(i));
    for (int k = 0; k < 10; ++k) run.at(k * 100, (k + i) % 2 == 0 ? "state running" : "state waiting_gil");
    run.at(1000, "end returned");
  }
  const RunRecord record = run.record(1000, 1000);
  EXPECT_EQ(patternOf(record), "gil_bound");
  const Advice advice = adviceOf(record);
  EXPECT_THAT(advice.text.en, HasSubstr("50\u00A0% of the workers' time"));
  ASSERT_EQ(advice.figures.size(), 1U);
  EXPECT_EQ(advice.figures[0].name, "gil_share");
  EXPECT_FALSE(advice.figures[0].lane.isNone());
  EXPECT_EQ(advice.figures[0].range.length().ns, 100) << "the longest wait is its place";
}

TEST(Verdict, ThreadsThatWorkSideBySideSayNothing) {
  Threads run;
  for (int i = 0; i < 2; ++i) {
    run.thread("worker_" + std::to_string(i));
    run.at(0, "state running");
    run.at(1000, "end returned");
  }
  const RunRecord record = run.record(1000, 2000);
  EXPECT_EQ(patternOf(record), "");
  EXPECT_EQ(adviceOf(record).text.en, "");
  EXPECT_EQ(adviceOf(record).confidence, Confidence::kNone);
}

void addLockThreads(Threads& run, bool isOneAfterTheOther) {
  for (int i = 0; i < 3; ++i) {
    run.thread("worker_" + std::to_string(i));
    run.at(0, "state waiting_lock object=0");
    run.at(isOneAfterTheOther ? 100 + i * 300 : 400, "state running");
    run.at(isOneAfterTheOther ? 400 + i * 300 : 1000, "end returned");
  }
}

TEST(Verdict, OneLockThatLetsThemWorkOneByOneIsNamed) {
  Threads run;
  run.object("counter_lock", scenario::ObjectKind::kLock);
  addLockThreads(run, true);
  const RunRecord record = run.record(1000, 900);
  EXPECT_THAT(patternOf(record), HasSubstr("lock_bound"));
  EXPECT_THAT(adviceOf(record).text.en, HasSubstr("counter lock"));
}

TEST(Verdict, ALockAfterWhichAllWorkAtOnceIsNone) {
  Threads run;
  run.object("gate", scenario::ObjectKind::kLock);
  addLockThreads(run, false);
  EXPECT_EQ(patternOf(run.record(1000, 1800)), "");
}

TEST(Verdict, WaitingAtABarrierIsNoLock) {
  Threads run;
  run.object("barrier", scenario::ObjectKind::kBarrier);
  addLockThreads(run, true);
  EXPECT_EQ(patternOf(run.record(1000, 900)).find("lock_bound"), std::string::npos);
}

TEST(Verdict, DownloadsLeaveTheCoresIdle) {
  Threads run;
  run.thread("download");
  run.at(0, "state running");
  run.at(20, "state waiting_io");
  run.at(980, "state running");
  run.at(1000, "end returned");
  EXPECT_EQ(patternOf(run.record(1000, 40)), "idle_cores");
}

TEST(Verdict, StairStepsAreUnbalanced) {
  Threads run;
  for (int i = 0; i < 4; ++i) {
    run.thread("worker_" + std::to_string(i));
    run.at(0, "state running");
    run.at(250 * (i + 1), "end returned");
  }
  const RunRecord record = run.record(1000, 2000);
  EXPECT_THAT(patternOf(record), HasSubstr("unbalanced"));
  EXPECT_THAT(adviceOf(record).text.en, HasSubstr("worker 3"));
}

TEST(Verdict, LanesThatDoDifferentThingsAreNotCompared) {
  Threads run;
  for (const char* name : {"reader", "writer"}) {
    run.thread(name);
    run.at(0, "state running");
    run.at(name == std::string("reader") ? 300 : 1000, "end returned");
  }
  EXPECT_EQ(patternOf(run.record(1000, 1300)), "");
}

TEST(Verdict, AQueueThatIsMostlyEmptyStarvesItsTakers) {
  Threads run;
  run.object("orders", scenario::ObjectKind::kQueue);
  run.thread("consumer");
  run.at(0, "state waiting_queue object=0");
  run.line(499, 1, "flow out 5 put object=0");
  run.line(499, 1, "counter depth 0 1");
  run.at(500, "flow in 5 put object=0");
  run.at(500, "counter depth 0 0");
  run.at(500, "state running");
  run.at(520, "state waiting_queue object=0");
  run.at(1000, "end returned");
  const RunRecord record = run.record(1000, 20);
  EXPECT_EQ(patternOf(record), "starved_queue");
  EXPECT_THAT(adviceOf(record).text.ko, HasSubstr("“orders”"));
}

TEST(Verdict, WorkThatPilesUpBeforeWaitingWorkersAsksForMoreOfThem) {
  Threads run;
  run.object("orders", scenario::ObjectKind::kQueue);
  run.line(0, 1, "counter depth 0 8");
  run.thread("worker");
  run.at(1, "flow in 5 put object=0");
  run.line(0, 1, "flow out 5 put object=0");
  run.at(1, "state waiting_io");
  run.at(990, "state running");
  run.at(999, "counter depth 0 7");
  run.at(1000, "end returned");
  EXPECT_EQ(patternOf(run.record(1000, 30)), "few_workers");
}

TEST(Verdict, AThreadThatWaitsForTheGilAfterEachRestIsInAConvoy) {
  Threads run;
  run.thread("computes");
  run.at(0, "state running");
  run.at(1200, "end returned");
  run.thread("rests");
  for (int k = 0; k < 12; ++k) {
    run.at(k * 100, "state sleeping");
    run.at(k * 100 + 20, "state waiting_gil");
    run.at(k * 100 + 98, "state running");
  }
  run.at(1200, "end returned");
  const RunRecord record = run.record(1200, 1200);
  EXPECT_EQ(patternOf(record), "convoy");
  EXPECT_THAT(adviceOf(record).text.en, HasSubstr("“rests”"));
}

TEST(Verdict, StartsThatTakeMostOfTheTimeAreTold) {
  Threads run;
  for (int i = 0; i < 2; ++i) {
    run.thread("worker_" + std::to_string(i));
    run.at(0, "state starting");
    run.at(600, "state running");
    run.at(1000, "end returned");
  }
  EXPECT_EQ(patternOf(run.record(1000, 800)), "start_up");
}

TEST(Verdict, TooManyThatComputeAreTold) {
  Threads run;
  for (int i = 0; i < 8; ++i) {
    run.thread("worker_" + std::to_string(i));
    run.at(0, "state running");
    run.at(1000, "end returned");
  }
  RunRecord record = run.record(1000, 1960);
  EXPECT_EQ(patternOf(record), "oversubscribed");
  record.otherLoad = 1;
  EXPECT_EQ(patternOf(record), "") << "it may have been the others";
}

TEST(Verdict, ARunThatWasCutOffSaysNothing) {
  Threads run;
  run.thread("download");
  run.at(0, "state waiting_io");
  run.at(1000, "end returned");
  RunRecord record = run.record(1000, 1);
  record.ending = model::RunEnding::kTimeLimit;
  EXPECT_EQ(adviceOf(record).text.en, "");
}

TEST(Verdict, TheMachinesNameTellsItsCores) {
  EXPECT_EQ(coresOf("16 cores, Linux 6.1"), 16);
  EXPECT_EQ(coresOf("1 core, Linux 6.1"), 1);
  EXPECT_EQ(coresOf(""), std::nullopt);
  EXPECT_EQ(coresOf("0 cores"), std::nullopt);
  EXPECT_EQ(coresOf("many cores"), std::nullopt);
}

// ---- comparisons

Comparison compared(const std::vector<std::vector<std::int64_t>>& walls) {
  Comparison comparison;
  for (std::size_t variant = 0; variant < walls.size(); ++variant) {
    for (const std::int64_t wall : walls[variant]) addRun(comparison, variant, {.wall = wall, .cpu = wall - 50});
  }
  return comparison;
}

Advice judged(const Comparison& comparison) {
  return adviceOf(comparison, summarise(comparison));
}

TEST(ComparisonVerdict, NamesTheFastestAndHowSureThatIs) {
  const Advice advice = judged(compared({{2000, 2010, 1990}, {1000, 1010, 990}}));
  EXPECT_THAT(advice.text.en, HasSubstr("“way b” was fastest: 2.00 times as fast as “way a”"));
  EXPECT_THAT(advice.text.ko, HasSubstr("“방법 b” 쪽이 가장 빨랐습니다"));
  EXPECT_EQ(advice.confidence, Confidence::kHigh);
  ASSERT_GE(advice.figures.size(), 3U);
  EXPECT_EQ(advice.figures[0].name, "speedup");
  EXPECT_EQ(advice.figures[0].variant, 1U);
  EXPECT_DOUBLE_EQ(advice.figures[0].value, 2.0);
}

TEST(ComparisonVerdict, SeesNoDifferenceWhereTheIntervalSpansOne) {
  const Advice advice = judged(compared({{1000, 1300, 1100}, {1050, 990, 1200}}));
  EXPECT_THAT(advice.text.en, HasSubstr("No difference was seen"));
  EXPECT_NE(advice.confidence, Confidence::kHigh);
}

TEST(ComparisonVerdict, SeesNoDifferenceOfAFewPerCentInOneRunEach) {
  EXPECT_THAT(judged(compared({{1000}, {970}})).text.en, HasSubstr("No difference was seen"));
}

TEST(ComparisonVerdict, IsNotSureAfterOneRunEach) {
  EXPECT_EQ(judged(compared({{2000}, {1000}})).confidence, Confidence::kMedium);
  EXPECT_EQ(judged(compared({{1150}, {1000}})).confidence, Confidence::kLow);
}

TEST(ComparisonVerdict, IsNotSureOnABusyMachine) {
  Comparison comparison = compared({{2000, 2010, 1990}, {1000, 1010, 990}});
  report::RunRecord busy = *comparison.runs[0].record;
  busy.machine = "2 cores, Linux 6.1";
  busy.otherLoad = 1;
  comparison.runs[0].record = std::make_shared<const report::RunRecord>(busy);
  EXPECT_EQ(judged(comparison).confidence, Confidence::kLow);
}

TEST(ComparisonVerdict, SaysSoWhereNothingWasFasterThanTheFirst) {
  const Advice advice = judged(compared({{1000, 1010, 990}, {3000, 3010, 2990}, {2000, 2010, 1990}}));
  EXPECT_THAT(advice.text.en, HasSubstr("Nothing was faster than “way a”; the next, “way c”, took 2.00 times"));
}

TEST(ComparisonVerdict, SaysNothingOfOneVariantAlone) {
  EXPECT_EQ(judged(compared({{1000, 1010}})).text.en, "");
  EXPECT_EQ(judged(Comparison{}).text.en, "");
}

TEST(ComparisonVerdict, OfASweepSaysFromWhereOnMoreGainedNothing) {
  Comparison comparison = compared({{4000, 4010, 3990}, {2000, 2010, 1990}, {1010, 1020, 1000}, {1000, 1010, 990}});
  for (std::size_t i = 0; i < 4; ++i) {
    comparison.variants[i].set["workers"] = scenario::Value(std::int64_t{1} << i);
  }
  const Advice advice = judged(comparison);
  EXPECT_THAT(advice.text.en, HasSubstr("From “way c” on, more gained nothing."));
}

TEST(ComparisonVerdict, NamesBothWhereTheTwoFastestCannotBeToldApart) {
  for (const auto& [b, c] : {std::pair<std::int64_t, std::int64_t>{1000, 1060}, {1060, 1000}}) {
    const Advice advice = judged(compared({{2120}, {b}, {c}}));
    EXPECT_THAT(advice.text.en, HasSubstr("“way b” and “way c” were fastest and cannot be told apart: 2."));
    EXPECT_THAT(advice.text.ko, HasSubstr("“방법 b”, “방법 c” 두 가지가 가장 빨랐고"));
    EXPECT_EQ(advice.figures.at(0).variant, 1U);
  }
  EXPECT_THAT(judged(compared({{3000}, {1000}, {1300}})).text.en, HasSubstr("“way b” was fastest"));
}

TEST(ComparisonVerdict, CountsThemWhereMoreCannotBeToldApart) {
  const Advice advice = judged(compared({{2000}, {1020}, {1000}, {1040}}));
  EXPECT_THAT(advice.text.en, HasSubstr("3 were fastest and cannot be told apart, “way b” among them"));
}

/// Ways that served so many requests a second, each with its median and 99 % latency in ms.
struct Load {
  double rate, p50, p99;
};
Advice judgedLoads(const std::vector<Load>& loads) {
  const Comparison comparison = compared(std::vector<std::vector<std::int64_t>>(loads.size(), {1000}));
  std::vector<VariantSummary> summaries = summarise(comparison);
  for (std::size_t i = 0; i < loads.size(); ++i) {
    summaries[i].requestsPerS = loads[i].rate;
    summaries[i].latencyP50Ns = std::llround(loads[i].p50 * 1e6);
    summaries[i].latencyP99Ns = std::llround(loads[i].p99 * 1e6);
  }
  return adviceOf(comparison, summaries);
}

TEST(ComparisonVerdict, OfRequestsSaysWhatKeptUpWithTheMostAndWhatDidNot) {
  const Advice advice = judgedLoads({{100, 22, 25}, {300, 24, 31}, {364, 60, 120}, {300, 23.5, 30}});
  EXPECT_THAT(advice.text.en, HasSubstr("“way b” kept up with the most: 300 requests a second, 99 % of them within 31 "
                                        "ms. “way c” did not keep up: 99 % within 120 ms."));
  EXPECT_THAT(advice.text.ko, HasSubstr("“방법 c” 쪽은 견디지 못했습니다"));
  ASSERT_EQ(advice.figures.size(), 3U);
  EXPECT_EQ(advice.figures[0].name, "throughput");
  EXPECT_EQ(advice.figures[2].variant, 2U);
}

TEST(ComparisonVerdict, OfRequestsThatAllKeptUpSaysSo) {
  EXPECT_THAT(
      judgedLoads({{100, 22, 25}, {200, 23, 9.25}}).text.en,
      HasSubstr("Each of them kept up. The most was “way b”: 200 requests a second, 99 % of them within 9.2 ms."));
  EXPECT_THAT(
      judgedLoads({{100, 22, 25}, {101, 23, 26}}).text.en,
      HasSubstr("Each of them kept up with 100 requests a second; with “way a” 99 % of them were done within 25"));
}

TEST(RatioInterval, HoldsTheRatioAndIsTheSameEachTime) {
  const std::vector<double> slow{200, 210, 190, 205, 195};
  const std::vector<double> fast{100, 105, 95, 101, 99};
  const auto interval = ratioInterval(slow, fast);
  ASSERT_TRUE(interval.has_value());
  EXPECT_LT(interval->low, 2);
  EXPECT_GT(interval->high, 2);
  EXPECT_GT(interval->low, 1.7);
  EXPECT_FALSE(interval->spansOne());
  EXPECT_EQ(ratioInterval(slow, fast)->low, interval->low);
  EXPECT_TRUE(ratioInterval(slow, slow)->spansOne());
}

TEST(RatioInterval, NeedsThreeValuesAboveZero) {
  EXPECT_EQ(ratioInterval({1, 2}, {1, 2, 3}), std::nullopt);
  EXPECT_EQ(ratioInterval({1, 2, 3}, {1, 0, 3}), std::nullopt);
}

}  // namespace
}  // namespace threadline::report
