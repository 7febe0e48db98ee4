// SPDX-License-Identifier: GPL-3.0-or-later
// The consumer on its thread, with real runs of threadline-host.
#include "core/relay/consumer_thread.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <vector>

#include "core/scenario/run_package.h"
#include "core/scenario/scenario_reader.h"
#include "tests/support/process_probe.h"

namespace threadline::relay {
namespace {

std::string textOf(const std::string& name) {
  std::ifstream file(std::string(TL_SCENARIO_DIR) + "/" + name + ".json");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

RunRequest requestFor(const std::string& name, const std::vector<std::pair<std::string, std::string>>& settings = {}) {
  const std::string json = textOf(name);
  const scenario::ReadResult read = scenario::readScenario(json);
  EXPECT_TRUE(read.scenario.has_value()) << name;
  auto values = scenario::bindParameters(*read.scenario, "quick", settings);
  EXPECT_TRUE(values.isOk());
  return {scenario::writeRunPackage({json, values.take(), false}), TL_HOST, std::nullopt};
}

/// Hears every signal on this thread, in order.
class Listener : public QObject {
 public:
  explicit Listener(ConsumerThread& thread) : m_thread(thread) {
    TraceConsumer& from = thread.consumer();
    connect(
        &from, &TraceConsumer::runStarted, this,
        [this](quint64 run) {
          started.push_back(run);
          lanes = lines = 0;
        },
        kQueued);
    connect(
        &from, &TraceConsumer::lanesAdded, this,
        [this](quint64 first, quint64 count) {
          EXPECT_EQ(first, lanes);
          lanes += count;
        },
        kQueued);
    connect(
        &from, &TraceConsumer::outputAdded, this,
        [this](quint64 first, quint64 count) {
          EXPECT_EQ(first, lines);
          lines += count;
        },
        kQueued);
    connect(
        &from, &TraceConsumer::snapshotReady, this, [this](quint64 seq) { ring(seq); }, kQueued);
    connect(
        &from, &TraceConsumer::runEnded, this,
        [this](const RunResult& result) {
          ended.push_back(result);
          lanesOfLastRun = lanes;
          linesOfLastRun = lines;
        },
        kQueued);
  }

  /// Lets signals come until the condition holds.
  bool until(const std::function<bool()>& condition) {
    QElapsedTimer elapsed;
    elapsed.start();
    while (!condition() && elapsed.elapsed() < 30'000) {
      QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
    }
    return condition();
  }
  bool untilEnded(std::size_t runs = 1) {
    return until([&] { return ended.size() >= runs; });
  }

  std::vector<quint64> started;
  std::vector<RunResult> ended;
  quint64 lanes = 0;
  quint64 lines = 0;
  quint64 lanesOfLastRun = 0;
  quint64 linesOfLastRun = 0;
  quint64 lastSeq = 0;
  std::size_t taken = 0;
  model::SnapshotPtr latest;

 private:
  static constexpr Qt::ConnectionType kQueued = Qt::QueuedConnection;
  void ring(quint64 seq) {
    EXPECT_GT(seq, lastSeq);
    lastSeq = seq;
    if (auto snapshot = m_thread.consumer().mailbox().take()) {
      ++taken;
      latest = *snapshot;
    }
  }
  ConsumerThread& m_thread;
};

TEST(TraceConsumer, ShowsARunWhileItLivesAndTellsItsEnd) {
  ConsumerThread thread;
  Listener heard(thread);
  const quint64 run = thread.startRun(requestFor("fork-join"));
  ASSERT_TRUE(heard.untilEnded());
  EXPECT_EQ(heard.started, std::vector<quint64>{run});
  const RunResult& result = heard.ended.front();
  EXPECT_EQ(result.run, run);
  EXPECT_FALSE(result.error.has_value());
  EXPECT_EQ(result.ending, model::RunEnding::kReturned) << result.hostMessage;
  ASSERT_TRUE(result.snapshot);
  EXPECT_TRUE(result.snapshot->isFinished());
  EXPECT_GT(heard.taken, 1U) << "the run was not seen alive";
  EXPECT_EQ(heard.lanesOfLastRun, result.snapshot->laneCount());
  EXPECT_EQ(heard.linesOfLastRun, result.snapshot->output().size());
  EXPECT_EQ(heard.latest, result.snapshot) << "the last snapshot rung for is the finished one";
}

TEST(TraceConsumer, StopEndsTheRunAndSaysSo) {
  ConsumerThread thread;
  Listener heard(thread);
  thread.startRun(requestFor("producer-consumer", {{"produce", "60000"}}));
  ASSERT_TRUE(heard.until([&] { return heard.latest && heard.latest->laneCount() >= 3; }));
  thread.stopRun();
  ASSERT_TRUE(heard.untilEnded());
  EXPECT_EQ(heard.ended.front().ending, model::RunEnding::kStopped);
  EXPECT_GE(heard.ended.front().snapshot->laneCount(), 3U) << "what was recorded stays";
}

TEST(TraceConsumer, TheTimeLimitEndsARun) {
  ConsumerThread thread;
  Listener heard(thread);
  RunRequest request = requestFor("producer-consumer", {{"produce", "60000"}});
  request.timeLimit = milliseconds(200);
  thread.startRun(request);
  ASSERT_TRUE(heard.untilEnded());
  EXPECT_EQ(heard.ended.front().ending, model::RunEnding::kTimeLimit);
}

TEST(TraceConsumer, AHostThatIsMissingIsToldAndAnotherRunCanFollow) {
  ConsumerThread thread;
  Listener heard(thread);
  RunRequest request = requestFor("fork-join");
  request.hostPath = "/nowhere/threadline-host";
  thread.startRun(request);
  ASSERT_TRUE(heard.untilEnded());
  ASSERT_TRUE(heard.ended.front().error.has_value());
  EXPECT_EQ(heard.ended.front().error->code, ErrorCode::kNotFound);
  EXPECT_TRUE(heard.started.empty());
  thread.startRun(requestFor("fork-join"));
  ASSERT_TRUE(heard.untilEnded(2));
  EXPECT_EQ(heard.ended.back().ending, model::RunEnding::kReturned);
}

TEST(TraceConsumer, ANewRunReplacesALivingOneAndOnlyItsEndIsTold) {
  ConsumerThread thread;
  Listener heard(thread);
  thread.startRun(requestFor("producer-consumer", {{"produce", "60000"}}));
  ASSERT_TRUE(heard.until([&] { return heard.latest != nullptr; }));
  const quint64 second = thread.startRun(requestFor("fork-join"));
  ASSERT_TRUE(heard.untilEnded());
  EXPECT_EQ(heard.ended.front().run, second);
}

TEST(TraceConsumer, GoesCleanlyInEveryState) {
  const std::size_t mappings = test::mappingsNamed("threadline");
  { const ConsumerThread idle; }
  {
    ConsumerThread justAsked;
    justAsked.startRun(requestFor("fork-join"));
  }
  {
    ConsumerThread living;
    Listener heard(living);
    living.startRun(requestFor("producer-consumer", {{"produce", "60000"}}));
    ASSERT_TRUE(heard.until([&] { return heard.latest && heard.latest->laneCount() >= 3; }));
    heard.latest.reset();
  }
  {
    ConsumerThread stopping;
    stopping.startRun(requestFor("producer-consumer", {{"produce", "60000"}}));
    stopping.stopRun();
    stopping.stopRun();
  }
  EXPECT_EQ(test::mappingsNamed("threadline"), mappings);
}

TEST(TraceConsumer, WithoutARunItHasNoTimer) {
  ConsumerThread thread;
  Listener heard(thread);
  const auto isTicking = [&] { return thread.consumer().findChild<QTimer*>()->isActive(); };
  EXPECT_FALSE(isTicking());
  thread.startRun(requestFor("fork-join"));
  ASSERT_TRUE(heard.untilEnded());
  EXPECT_FALSE(isTicking());
  EXPECT_FALSE(thread.consumer().mailbox().take().has_value());
}

}  // namespace
}  // namespace threadline::relay

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  const QCoreApplication application(argc, argv);
  return RUN_ALL_TESTS();
}
