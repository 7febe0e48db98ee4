// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_session.h"

#include <QSignalSpy>
#include <QTest>

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "core/scenario/scenario_reader.h"
#include "ui/models/experiment_session.h"

namespace threadline::models {
namespace {

constexpr int kLongMs = 20'000;

std::string shipped(const std::string& id) {
  std::ostringstream text;
  text << std::ifstream(std::string(THREADLINE_SHIPPED_SCENARIOS) + "/" + id + ".json").rdbuf();
  return text.str();
}

RunOrder order(const std::string& id, const std::vector<std::pair<std::string, std::string>>& settings = {}) {
  RunOrder out;
  out.scenarioJson = shipped(id);
  auto read = scenario::readScenario(out.scenarioJson);
  EXPECT_TRUE(read.scenario.has_value());
  auto values = scenario::bindParameters(*read.scenario, "quick", settings);
  EXPECT_TRUE(values.isOk());
  out.scenario = std::make_shared<const scenario::Scenario>(std::move(*read.scenario));
  out.preset = "quick";
  out.parameters = values.take();
  return out;
}

struct Heard {
  explicit Heard(RunSession& session) {
    QObject::connect(&session, &RunSession::snapshotChanged, &session, [this] { ++snapshots; });
    QObject::connect(&session, &RunSession::finished, &session,
                     [this](const RunRecordPtr& one, const std::vector<report::ClaimResult>& judged) {
                       records.push_back(one);
                       claims = judged;
                     });
    QObject::connect(&session, &RunSession::failed, &session, [this](const Error& error) { errors.push_back(error); });
  }
  int snapshots = 0;
  std::vector<RunRecordPtr> records;
  std::vector<report::ClaimResult> claims;
  std::vector<Error> errors;
};

TEST(RunSession, GrowsWhileItRunsAndEndsWithItsClaimsJudged) {
  RunSession session(TL_HOST);
  Heard heard(session);
  session.start(order("fork-join", {{"sleep", "100"}}));
  EXPECT_EQ(session.state(), RunSession::State::kStarting);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !heard.records.empty(); }, kLongMs));
  EXPECT_GT(heard.snapshots, 1);
  EXPECT_EQ(session.state(), RunSession::State::kIdle);
  const report::RunRecord& record = *heard.records.front();
  EXPECT_EQ(record.ending, model::RunEnding::kReturned);
  EXPECT_EQ(record.preset, "quick");
  EXPECT_EQ(record.snapshot->laneCount(), 3U);
  EXPECT_FALSE(heard.claims.empty());
  EXPECT_TRUE(heard.errors.empty());
}

TEST(RunSession, StopKeepsWhatWasRecorded) {
  RunSession session(TL_HOST);
  Heard heard(session);
  session.start(order("fork-join", {{"sleep", "60000"}}));
  ASSERT_TRUE(QTest::qWaitFor([&] { return session.snapshot() && session.snapshot()->laneCount() == 3; }, kLongMs));
  session.stop();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !heard.records.empty(); }, kLongMs));
  EXPECT_EQ(heard.records.front()->ending, model::RunEnding::kStopped);
  EXPECT_EQ(heard.records.front()->snapshot->laneCount(), 3U);
}

TEST(RunSession, AMissingHostIsAnErrorAndNoRun) {
  RunSession session("/nonexistent/threadline-host");
  Heard heard(session);
  session.start(order("fork-join"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !heard.errors.empty(); }, kLongMs));
  EXPECT_EQ(heard.errors.front().code, ErrorCode::kNotFound);
  EXPECT_FALSE(session.isLive());
  EXPECT_TRUE(heard.records.empty());
}

TEST(RunSession, ARunThatIsReplacedIsNeverTold) {
  RunSession session(TL_HOST);
  Heard heard(session);
  session.start(order("fork-join", {{"sleep", "60000"}}));
  session.start(order("sum", {{"n", "1000"}}));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !heard.records.empty(); }, kLongMs));
  EXPECT_EQ(heard.records.size(), 1U);
  EXPECT_EQ(heard.records.front()->scenario.id, "sum");
}

TEST(RunSession, LightsTheStepsThatLanesAreAt) {
  RunSession session(TL_HOST);
  session.start(order("fork-join", {{"sleep", "60000"}}));
  ASSERT_TRUE(
      QTest::qWaitFor([&] { return session.snapshot() && runningSteps(*session.snapshot()).size() >= 2; }, kLongMs))
      << "main joins, its threads sleep";
}

TEST(ExperimentSession, RunsOneAfterTheOtherAndKeepsTheLatestOfEachVariant) {
  RunSession session(TL_HOST);
  ExperimentSession experiment(session);
  QSignalSpy finished(&experiment, &ExperimentSession::finished);
  experiment.start({{0, order("sum", {{"n", "1000"}, {"workers", "1"}})}, {1, order("sum", {{"n", "1000"}})}});
  ASSERT_TRUE(QTest::qWaitFor([&] { return finished.count() == 1; }, kLongMs));
  EXPECT_TRUE(finished.front().front().toBool());
  ASSERT_EQ(experiment.runs().size(), 2U);
  EXPECT_EQ(experiment.latest(0)->parameters.at("workers").toText(), "1");
  EXPECT_EQ(experiment.latest(1)->parameters.at("workers").toText(), "2");
}

TEST(ExperimentSession, StopKeepsTheRunsThatHaveFinished) {
  RunSession session(TL_HOST);
  ExperimentSession experiment(session);
  QSignalSpy finished(&experiment, &ExperimentSession::finished);
  experiment.start({{0, order("sum", {{"n", "1000"}})}, {1, order("fork-join", {{"sleep", "60000"}})}});
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return experiment.current() == 1 && session.snapshot() && session.snapshot()->laneCount() == 3; },
      kLongMs));
  experiment.stop();
  ASSERT_TRUE(QTest::qWaitFor([&] { return finished.count() == 1; }, kLongMs));
  EXPECT_FALSE(finished.front().front().toBool());
  EXPECT_EQ(experiment.runs().size(), 1U);
}

}  // namespace
}  // namespace threadline::models
