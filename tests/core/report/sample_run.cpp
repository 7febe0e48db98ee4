// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/sample_run.h"

#include <gtest/gtest.h>

#include "core/scenario/scenario_reader.h"
#include "tests/support/trace_dsl.h"

namespace threadline::test {
namespace {

// Steps in the order of the file: 0 start, 1 join, 2 print, 3 compute of work.
constexpr const char* kScenarioHead = R"({"threadline": 1, "id": "sample", "title": {"en": "A sample", "ko": "견본"},
  "parameters": {"n": {"type": "int", "default": 7, "min": 1, "max": 100, "label": {"en": "Numbers", "ko": "수"}},
                 "spin": {"type": "bool", "default": false, "label": {"en": "Spin", "ko": "반복"}}},
  "objects": {"queue": {"kind": "queue", "between": "thread"}},
  "functions": {
    "work": {"steps": [{"compute": {"sum": [0, "=n"]}, "as": "total"}]},
    "main": {"steps": [{"start": {"function": "work", "runtime": "thread", "name": "worker 0"}, "as": "crew"},
                       {"join": "crew"}, {"print": "done"}]}},
)";

/// The step's number in the reader's own order.
std::string stepAt(const scenario::Scenario& scenario, std::string_view pointer) {
  for (std::size_t i = 0; i < scenario.stepPointers.size(); ++i) {
    if (scenario.stepPointers[i] == pointer) return std::to_string(i);
  }
  ADD_FAILURE() << "no step " << pointer;
  return "0";
}

void replaceAll(std::string& text, std::string_view what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

}  // namespace

std::string sampleEvents() {
  return R"(
    0 900 process 0 main pid=77 name=MainProcess
    1 1000 lane 0 process=0 main name=MainThread
    1 1000 object 0 queue 0
    1 1000 state running step=STEP_START
    1 1000 gil taken
    2 1100 lane 1 process=0 name=worker_0 parent=0
    2 1100 state starting
    1 1100 flow out 5 start
    1 1200 gil dropped
    1 1200 state joining lane=1 step=STEP_JOIN
    2 1150 flow in 5 start
    2 1150 identity 78 4096
    2 1150 state waiting_gil
    2 1200 gil taken
    2 1200 state running label=sum step=STEP_SUM
    2 1400 flow out 9 put object=0
    2 1400 counter depth 0 1
    2 1400 instant print text=item_1
    2 1700 gil dropped_on_request
    1 1600 gil requested target=1
    2 1700 local total integer 42
    2 1700 end returned cpu=450 voluntary=3 involuntary=1
    0 1250 process 1 fork pid=80 parent=0 name=child
    3 1260 lane 2 process=1 main name=MainThread parent=0
    3 1260 state starting
    3 1300 state running step=STEP_SUM
    3 1450 flow out 10 put object=0
    3 1450 counter depth 0 2
    3 1450 local total integer 43
    3 1500 end returned cpu=200 voluntary=1 involuntary=0
    0 1510 cpu 1 300
    0 1510 memory 1 640
    0 1520 word 1 exited 3
    0 1530 dead 1
    1 1700 gil taken
    1 1700 state running step=STEP_PRINT
    1 1750 flow in 9 put object=0
    1 1750 counter depth 0 1
    0 1760 collected 1 exited 3
    1 1800 instant print text=done
    1 1900 local sum integer 85
    1 1900 instant code_end
    1 2000 end returned cpu=300 voluntary=4 involuntary=2
    0 2000 cpu 0 1100
    0 2010 word 0 returned 0
    0 2020 dead 0
    0 2030 collected 0 exited 0
    0 2040 run-end
    finish 2050
  )";
}

report::RunRecord recordOf(std::string_view events, const std::string& claims, const std::string& view) {
  report::RunRecord run;
  run.scenarioJson = kScenarioHead + ("\"view\": " + view) + ", \"claims\": " + claims + "}";
  auto read = scenario::readScenario(run.scenarioJson);
  for (const scenario::Problem& problem : read.problems) ADD_FAILURE() << problem.toText("sample");
  if (read.scenario) run.scenario = std::move(*read.scenario);
  auto parameters = scenario::bindParameters(run.scenario, "", {});
  EXPECT_TRUE(parameters.isOk());
  if (parameters) run.parameters = parameters.take();
  std::string text(events);
  replaceAll(text, "STEP_START", stepAt(run.scenario, "/functions/main/steps/0"));
  replaceAll(text, "STEP_JOIN", stepAt(run.scenario, "/functions/main/steps/1"));
  replaceAll(text, "STEP_PRINT", stepAt(run.scenario, "/functions/main/steps/2"));
  replaceAll(text, "STEP_SUM", stepAt(run.scenario, "/functions/work/steps/0"));
  run.snapshot = traceOf(text);
  return run;
}

report::RunRecord sampleRun(const std::string& claims, const std::string& view) {
  return recordOf(sampleEvents(), claims, view);
}

LaneId laneNamed(const model::Snapshot& snapshot, std::string_view name) {
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    if (snapshot.lane(LaneId{i}).name == name) return LaneId{i};
  }
  ADD_FAILURE() << "no lane " << name;
  return LaneId{0};
}

}  // namespace threadline::test
