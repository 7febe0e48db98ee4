// SPDX-License-Identifier: GPL-3.0-or-later
// What recording a task's switch costs: tasks of the engine that yield to each other, against the same coroutines on
// the same Asio context that record nothing (goal: less than 200 ns more a switch).
//
// Both are measured in turns, so that a change of the processor's speed meets both alike; the figure is the median of
// the pairs' differences. The rings hold all events of a turn: dropping them would be cheaper than recording. Their
// pages are touched before, as those of a run are after its first lap.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "core/engine/interpreter/interpreter.h"
#include "core/engine/loop/event_loop.h"
#include "core/engine/loop/task.h"
#include "core/ring/ring_reader.h"
#include "tests/core/engine/engine_fixture.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>

namespace {

using namespace threadline;
using namespace threadline::engine;

constexpr int kTasks = 2;
constexpr int kRingSlots = 65'536;
constexpr int kYields = 5'000;  // of a task: less than a lap of any ring

Awaitable<void> yieldRecorded(Task& task) {
  for (int i = 0; i < kYields; ++i) co_await task.yield({});
}

// As Task::yield: a coroutine of its own.
Awaitable<void> postOnce(boost::asio::io_context& context) {
  co_await boost::asio::post(context.get_executor(), boost::asio::use_awaitable);
}

Awaitable<void> yieldSilently(boost::asio::io_context& context) {
  for (int i = 0; i < kYields; ++i) co_await postOnce(context);
}

/// Writes nearly a lap: the kernel has given most of the ring's pages before anything is measured, and nothing is lost.
void touch(Recorder& recorder) {
  for (int i = 0; i < kRingSlots - 1'000; ++i) recorder.state(LaneState::kRunning);
}

/// What is read, in numbers.
class Counter final : public ring::RingSink {
 public:
  std::size_t states = 0;
  std::uint64_t lost = 0;

  void events(ring::SlotClaim /*ring*/, std::span<const Event> events) override {
    for (const Event& event : events) {
      if (event.kind == EventKind::kState) ++states;
      if (event.kind == EventKind::kLost) lost += event.value;
    }
  }
  void text(ring::SlotClaim /*ring*/, std::uint32_t /*number*/, std::string_view /*bytes*/) override {}
  void corrupt(ring::SlotClaim /*ring*/, std::string_view /*what*/) override { std::abort(); }
  void ended(ring::SlotClaim /*ring*/, std::uint64_t dropped) override { lost += dropped; }
  [[nodiscard]] bool isWriterDead(ring::SlotClaim /*ring*/) const override { return false; }
};

/// CPU nanoseconds of the context's run to its end.
double runToTheEnd(boost::asio::io_context& context) {
  const std::int64_t begin = threadCpuNs();
  while (context.poll_one() != 0) {
  }
  return static_cast<double>(threadCpuNs() - begin);
}

double recordedSwitches() {
  engine::testing::EngineRun run(R"("main": {"steps": []})");
  Recorder recorder(run.rings(), engine::testing::makeTestLane(run.rings(), "owner"));
  Actor owner{run.process(), recorder, "owner", false};
  EventLoop loop(owner, engine::testing::makeTestLane(run.rings(), "event loop"));
  loop.recorder().state(LaneState::kRunning);
  std::vector<std::unique_ptr<Task>> tasks;
  for (int i = 0; i < kTasks; ++i) {
    ActorStart start;
    start.name = "task " + std::to_string(i);
    start.recorder = engine::testing::makeTestLane(run.rings(), start.name);
    tasks.push_back(std::make_unique<Task>(loop, i, start));
    boost::asio::co_spawn(loop.context(), yieldRecorded(*tasks.back()), boost::asio::detached);
  }
  touch(loop.recorder());
  for (const auto& task : tasks) touch(task->recorder());
  Counter counter;
  ring::RingReader reader(run.rings(), counter);
  while (reader.pass() > 0) {
  }
  const std::size_t touched = counter.states;
  const double ns = runToTheEnd(loop.context());
  reader.finish();
  const std::size_t states = counter.states - touched;
  // Each switch is a state of the task before it, and one of the task and one of the loop after it.
  if (counter.lost != 0 || states < std::size_t{3} * kTasks * kYields) std::abort();
  return ns;
}

double silentSwitches() {
  boost::asio::io_context context(1);
  const auto work = boost::asio::make_work_guard(context);
  for (int i = 0; i < kTasks; ++i) {
    boost::asio::co_spawn(context, yieldSilently(context), boost::asio::detached);
  }
  return runToTheEnd(context);
}

void switchOfATask(benchmark::State& state) {
  std::vector<double> recorded;
  std::vector<double> silent;
  std::vector<double> more;
  for (auto _ : state) {
    recorded.push_back(recordedSwitches() / kTasks / kYields);
    silent.push_back(silentSwitches() / kTasks / kYields);
    more.push_back(recorded.back() - silent.back());
  }
  const auto median = [](std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
  };
  state.counters["ns_recorded"] = median(recorded);
  state.counters["ns_silent"] = median(silent);
  state.counters["ns_for_recording"] = median(more);
}
BENCHMARK(switchOfATask)->Unit(benchmark::kMillisecond)->Iterations(51);

}  // namespace

BENCHMARK_MAIN();
