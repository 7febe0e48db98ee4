// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs with times made for the purpose, for tests of what is compared.

#include <memory>
#include <string>

#include "core/report/comparison.h"
#include "tests/core/report/sample_run.h"

namespace threadline::test {

struct RunTimes {
  std::int64_t wall = 1000;  // nanoseconds, as all of them; at least 100
  std::int64_t cpu = 900;
  std::int64_t memoryKb = 500;
  std::int64_t switches = 10;
  model::RunEnding ending = model::RunEnding::kReturned;
  double otherLoad = 0;
};

inline report::RunRecord recordWith(const RunTimes& times, const std::string& claims = "[]") {
  const auto at = [&](std::int64_t beforeEnd) { return std::to_string(1000 + times.wall - beforeEnd); };
  std::string events =
      "0 900 process 0 main pid=77 name=MainProcess\n1 1000 lane 0 process=0 main name=MainThread\n"
      "1 1000 state running step=STEP_START\n";
  events += "1 " + at(40) + " end returned cpu=" + std::to_string(times.cpu) +
            " voluntary=" + std::to_string(times.switches) + " involuntary=0\n";
  events += "0 " + at(30) + " cpu 0 " + std::to_string(times.cpu) + "\n";
  events += "0 " + at(30) + " memory 0 " + std::to_string(times.memoryKb) + "\n";
  events += "0 " + at(20) + " word 0 returned 0\n0 " + at(0) + " dead 0\n";
  events += "0 " + at(-10) + " collected 0 exited 0\n0 " + at(-20) + " run-end\nfinish " + at(-30);
  report::RunRecord run = recordOf(events, claims);
  run.ending = times.ending;
  run.otherLoad = times.otherLoad;
  return run;
}

/// Adds a run; variants that are not there yet come into being as "a", "b", "c".
inline void addRun(report::Comparison& comparison, std::size_t variant, const RunTimes& times,
                   const std::string& claims = "[]") {
  while (comparison.variants.size() <= variant) {
    scenario::Variant made;
    made.id = std::string(1, static_cast<char>('a' + comparison.variants.size()));
    made.label = {"way " + made.id, "방법 " + made.id};
    comparison.variants.push_back(std::move(made));
  }
  std::int64_t repeat = 0;
  for (const report::ComparedRun& run : comparison.runs) repeat += run.variant == variant ? 1 : 0;
  comparison.runs.push_back({variant, repeat, std::make_shared<const report::RunRecord>(recordWith(times, claims))});
}

}  // namespace threadline::test
