// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine itself costs: a turn of the interpreter's loop beside a plain loop, a step of a scenario, a hand-over
// of the GIL, and how much slower a sum gets by being recorded (goal: < 1 % of its CPU time).
//
// The sum with and without recording is measured in turns (with, without, with, ...), so that a change of the
// processor's speed meets both alike; the figure is the median of the pairs' ratios.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "core/engine/gil/gil.h"
#include "core/engine/interpreter/routines.h"
#include "core/engine/objects/variable.h"
#include "tests/core/engine/engine_fixture.h"

namespace {

using namespace threadline;
using namespace threadline::engine;

/// A host without a process: no GIL, nothing recorded.
class SilentHost final : public InterpreterHost {
 public:
  void breakerSet() override {}
  void stored(std::int64_t /*value*/, std::uint64_t /*lost*/) override {}
};

const std::atomic<std::uint32_t> kNeverSet{0};

std::int64_t sumOnce(std::int64_t count) {
  SilentHost host;
  Machine machine;
  machine.end = count;
  if (interpret(sumRoutine(), machine, kNeverSet, host) != RunEnd::kDone) std::abort();
  return machine.locals[kTotalLocal];
}

void turnOfTheInterpreter(benchmark::State& state) {
  constexpr std::int64_t kTurns = 1'000'000;
  for (auto _ : state) benchmark::DoNotOptimize(sumOnce(kTurns));
  state.SetItemsProcessed(state.iterations() * kTurns);
}
BENCHMARK(turnOfTheInterpreter)->Unit(benchmark::kMillisecond);

void floorATurnOfAPlainLoop(benchmark::State& state) {
  constexpr std::int64_t kTurns = 1'000'000;
  for (auto _ : state) {
    std::int64_t total = 0;
    for (std::int64_t i = 0; i < kTurns; ++i) {
      total += i;
      benchmark::DoNotOptimize(total);
    }
  }
  state.SetItemsProcessed(state.iterations() * kTurns);
}
BENCHMARK(floorATurnOfAPlainLoop)->Unit(benchmark::kMillisecond);

/// CPU time of main's lane in a run of `functions`.
double cpuOf(const std::string& functions, const std::string& objects) {
  engine::testing::EngineRun run(functions, objects);
  const std::int64_t before = threadCpuNs();
  if (!run.run().text.empty()) std::abort();
  return static_cast<double>(threadCpuNs() - before);
}

/// Nanoseconds a step in a repeat of `steps` (`count` of them), the loop included.
void stepInARepeat(benchmark::State& state, const std::string& steps, int count) {
  constexpr int kPasses = 100'000;
  const std::string functions = R"("main": {"steps": [{"assign": {"to": "n", "value": 0}}, {"repeat": {"times": )" +
                                std::to_string(kPasses) + R"(, "steps": [)" + steps + "]}}]}";
  double ns = 0;
  for (auto _ : state) {
    ns += cpuOf(functions, R"("l": {"kind": "lock"}, "x": {"kind": "variable", "of": 0})");
  }
  state.counters["ns_per_step"] = ns / static_cast<double>(state.iterations()) / kPasses / count;
}
BENCHMARK_CAPTURE(stepInARepeat, acquire_add_release, R"({"acquire": "l"}, {"add": {"to": "x"}}, {"release": "l"})", 3)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(stepInARepeat, assign_of_an_expression, R"({"assign": {"to": "n", "value": "=n+1"}})", 1)
    ->Unit(benchmark::kMillisecond);

/// A sum in ten labelled pieces: recorded as a scenario is, against the bare interpreter.
void sumSlowedByBeingRecorded(benchmark::State& state) {
  constexpr std::int64_t kTurns = 2'000'000;
  const std::string functions = R"("main": {"steps": [{"repeat": {"times": 10, "index": "k", "steps": [
      {"compute": {"sum": [0, 2000000]}, "as": "part", "label": "sum {k}"}]}}]})";
  std::vector<double> ratios;
  for (auto _ : state) {
    engine::testing::EngineRun run(functions);
    const std::int64_t begin = threadCpuNs();
    if (!run.run().text.empty()) std::abort();
    const std::int64_t middle = threadCpuNs();
    for (int i = 0; i < 10; ++i) benchmark::DoNotOptimize(sumOnce(kTurns));
    const std::int64_t end = threadCpuNs();
    ratios.push_back(static_cast<double>(middle - begin) / static_cast<double>(end - middle));
  }
  std::sort(ratios.begin(), ratios.end());
  state.counters["with_over_without"] = ratios[ratios.size() / 2];
}
BENCHMARK(sumSlowedByBeingRecorded)->Unit(benchmark::kMillisecond)->Iterations(15);

/// Two threads pass the GIL to and fro: holds in units of the interval, hand-overs in microseconds.
void gilHandOver(benchmark::State& state) {
  const DurationNs interval = microseconds(state.range(0));
  std::vector<double> holds;
  std::vector<double> handOvers;
  for (auto _ : state) {
    const auto rings = engine::testing::makeRings();
    Gil gil({interval, true});
    const auto fight = [&](const RecorderSeed& seed) {
      Recorder recorder(*rings, seed);
      gil.take(recorder);
      const std::int64_t enough = threadCpuNs() + 40 * interval.ns;
      while (threadCpuNs() < enough) {
        for (int turn = 0; turn < 1000; ++turn) {
          if (gil.isBreakerSet()) gil.yieldOnRequest(recorder);
        }
      }
      recorder.laneEnds(LaneExit::kReturned, "", true, gil.drop(recorder));
    };
    const RecorderSeed first = engine::testing::makeTestLane(*rings, "first");
    const RecorderSeed second = engine::testing::makeTestLane(*rings, "second");
    std::thread other([&] { fight(second); });
    fight(first);
    other.join();
    std::int64_t takenNs = 0;
    std::int64_t droppedNs = 0;
    for (const auto& [lane, read] : engine::testing::readRings(*rings).inTime(EventKind::kGil)) {
      const auto what = static_cast<GilEvent>(read.event.sub);
      if (what == GilEvent::kTaken) {
        if (droppedNs != 0) handOvers.push_back(static_cast<double>(read.event.timeNs - droppedNs) / 1e3);
        takenNs = read.event.timeNs;
      } else if (what == GilEvent::kDroppedOnRequest) {
        droppedNs = read.event.timeNs;
        holds.push_back(static_cast<double>(droppedNs - takenNs) / static_cast<double>(interval.ns));
      }
    }
  }
  const auto median = [](std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
  };
  state.counters["hold_p50_intervals"] = median(holds);
  state.counters["hold_p10_intervals"] = holds.empty() ? 0 : holds[holds.size() / 10];
  state.counters["hand_over_p50_us"] = median(handOvers);
}
BENCHMARK(gilHandOver)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond)->Iterations(3)->UseRealTime();

/// Taking and dropping a free GIL, both recorded: what a short blocking call costs beside the call.
void gilTakenAndDroppedFree(benchmark::State& state) {
  const auto rings = engine::testing::makeRings();
  Gil gil({});
  Recorder recorder(*rings, engine::testing::makeTestLane(*rings, "alone"));
  for (auto _ : state) {
    gil.take(recorder);
    gil.drop(recorder);
  }
}
BENCHMARK(gilTakenAndDroppedFree)->Iterations(25'000);

}  // namespace

BENCHMARK_MAIN();
