// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <thread>

#include "core/base/clock.h"
#include "core/scenario/parameters.h"
#include "core/scenario/run_package.h"
#include "core/scenario/scenario_reader.h"
#include "tests/support/process_probe.h"

namespace threadline::test {

std::string scenarioOf(std::string_view functions, std::string_view rest) {
  return R"({"threadline": 1, "id": "test", "topic": "own", "order": 1, "documents": [],
    "title": {"en": "A test", "ko": "시험"}, "lesson": {"en": "None.", "ko": "없음."},)" +
         std::string(rest) + R"("functions": {)" + std::string(functions) + "}}";
}

std::string packageOf(const std::string& scenario, const Settings& settings, const std::string& preset) {
  const scenario::ReadResult read = scenario::readScenario(scenario);
  for (const scenario::Problem& problem : read.problems) ADD_FAILURE() << problem.toText("");
  if (!read.scenario) return {};
  const Result<scenario::ParameterValues> values = scenario::bindParameters(*read.scenario, preset, settings);
  if (!values) {
    ADD_FAILURE() << values.error().message;
    return {};
  }
  return scenario::writeRunPackage({scenario, values.value(), false});
}

ScenarioRun::ScenarioRun(std::unique_ptr<relay::RunController> controller)
    : m_controller(std::move(controller)),
      m_drain(m_controller->rings(), m_builder),
      m_group(pidOf(m_controller->pidfd())) {}

std::unique_ptr<ScenarioRun> ScenarioRun::start(const std::string& scenario, const Settings& settings,
                                                std::optional<DurationNs> timeLimit) {
  return startPackage(packageOf(scenario, settings), timeLimit);
}

std::unique_ptr<ScenarioRun> ScenarioRun::startPackage(const std::string& package,
                                                       std::optional<DurationNs> timeLimit) {
  if (package.empty()) return nullptr;
  Result<std::unique_ptr<relay::RunController>> run = relay::RunController::start({package, TL_HOST, timeLimit});
  if (!run) {
    ADD_FAILURE() << run.error().message;
    return nullptr;
  }
  return std::unique_ptr<ScenarioRun>(new ScenarioRun(run.take()));
}

void ScenarioRun::nap() {
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

bool ScenarioRun::tick() {
  const bool isOver = m_controller->poll();
  m_drain.pass();
  if (isOver) {
    m_drain.finish();
  } else {
    m_controller->endWhenStuck(m_builder);
  }
  return isOver;
}

bool ScenarioRun::waitForEnd(DurationNs limit) {
  const TimeNs deadline = monotonicNow() + limit;
  while (!tick()) {
    if (monotonicNow() > deadline) {
      ADD_FAILURE() << "the run does not end";
      return false;
    }
    nap();
  }
  return true;
}

std::unique_ptr<ScenarioRun> runToTheEnd(const std::string& scenario, const Settings& settings,
                                         std::optional<DurationNs> timeLimit) {
  std::unique_ptr<ScenarioRun> run = ScenarioRun::start(scenario, settings, timeLimit);
  if (!run || !run->waitForEnd()) return nullptr;
  EXPECT_EQ(run->controller().hostMessage(), "");
  return run;
}

model::Process processNamed(const model::Snapshot& snapshot, std::string_view name) {
  for (const model::Process& process : snapshot.processes()) {
    if (process.name == name) return process;
  }
  ADD_FAILURE() << "no process " << name;
  return {};
}

model::Lane laneNamed(const model::Snapshot& snapshot, std::string_view name) {
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    if (snapshot.lane(LaneId{i}).name == name) return snapshot.lane(LaneId{i});
  }
  ADD_FAILURE() << "no lane " << name;
  return {};
}

std::vector<std::string> outputOf(const model::Snapshot& snapshot) {
  std::multimap<std::int64_t, std::string> lines;
  for (const model::OutputLine& line : snapshot.output()) lines.emplace(line.time.ns, line.text);
  std::vector<std::string> texts;
  for (const auto& [time, text] : lines) texts.push_back(text);
  return texts;
}

std::vector<TimeRange> spansOf(const model::Snapshot& snapshot, LaneId lane, LaneState state) {
  std::vector<TimeRange> ranges;
  for (std::size_t i = 0; i < snapshot.spanCount(lane); ++i) {
    const model::Span span = snapshot.span(lane, i);
    if (span.state == state) ranges.push_back({span.start, span.end});
  }
  return ranges;
}

void expectLanesAddUp(const model::Snapshot& snapshot) {
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    const model::Lane& lane = snapshot.lane(LaneId{i});
    TimeNs at = lane.start;
    for (std::size_t k = 0; k < snapshot.spanCount(LaneId{i}); ++k) {
      const model::Span span = snapshot.span(LaneId{i}, k);
      EXPECT_EQ(span.start.ns, at.ns) << lane.name << " has a gap before span " << k;
      EXPECT_LE(span.start.ns, span.end.ns) << lane.name;
      at = span.end;
    }
    EXPECT_EQ(at.ns, snapshot.laneEnd(LaneId{i}).ns) << lane.name;
  }
}

}  // namespace threadline::test
