// SPDX-License-Identifier: GPL-3.0-or-later
// How long a run takes to begin: from RunController::start to the first step of main, and beside it the floor, a
// posix_spawn of /bin/true until it has ended. Goal: below 10 ms.
#include <benchmark/benchmark.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>

#include "core/base/clock.h"
#include "core/relay/host_path.h"
#include "core/relay/run_controller.h"
#include "core/ring/ring_reader.h"
#include "core/scenario/run_package.h"

namespace threadline {
namespace {

constexpr const char* kScenario = R"({"threadline": 1, "id": "bench", "topic": "own", "order": 1, "documents": [],
  "title": {"en": "A bench", "ko": "측정"}, "lesson": {"en": "None.", "ko": "없음."},
  "functions": {"main": {"steps": [{"print": "first step"}]}}})";

/// The time of the first print of the run.
class FirstStep final : public ring::RingSink {
 public:
  void events(ring::SlotClaim, std::span<const Event> events) override {
    for (const Event& event : events) {
      const bool isStep =
          event.kind == EventKind::kInstant && event.sub == static_cast<std::uint8_t>(InstantKind::kPrint);
      if (isStep && timeNs == 0) timeNs = event.timeNs;
    }
  }
  void text(ring::SlotClaim, std::uint32_t, std::string_view) override {}
  void corrupt(ring::SlotClaim, std::string_view) override {}
  void ended(ring::SlotClaim, std::uint64_t) override {}
  [[nodiscard]] bool isWriterDead(ring::SlotClaim) const override { return false; }

  std::int64_t timeNs = 0;
};

void hostToFirstStep(benchmark::State& state) {
  const std::string package = scenario::writeRunPackage({kScenario, {}, false});
  for (auto _ : state) {
    const TimeNs start = monotonicNow();
    Result<std::unique_ptr<relay::RunController>> run =
        relay::RunController::start({package, relay::findHost(), std::nullopt});
    if (!run) {
      state.SkipWithError(run.error().message.c_str());
      return;
    }
    while (!run.value()->poll()) std::this_thread::sleep_for(std::chrono::microseconds(200));
    FirstStep first;
    ring::RingReader(run.value()->rings(), first).finish();
    if (first.timeNs == 0) {
      state.SkipWithError("main took no step");
      return;
    }
    state.SetIterationTime(static_cast<double>(first.timeNs - start.ns) * 1e-9);
  }
}
BENCHMARK(hostToFirstStep)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(50)->Repetitions(5);

void spawnOfTrueFloor(benchmark::State& state) {
  for (auto _ : state) {
    std::string path = "/bin/true";
    char* arguments[] = {path.data(), nullptr};
    pid_t pid = 0;
    if (::posix_spawn(&pid, path.c_str(), nullptr, nullptr, arguments, environ) != 0) std::abort();
    ::waitpid(pid, nullptr, 0);
  }
}
BENCHMARK(spawnOfTrueFloor)->UseRealTime()->Unit(benchmark::kMillisecond)->Iterations(50)->Repetitions(5);

}  // namespace
}  // namespace threadline

BENCHMARK_MAIN();
