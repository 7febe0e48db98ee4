// SPDX-License-Identifier: GPL-3.0-or-later
// From rings to published snapshots: two child processes record at a steady rate, this process drains every 12 ms,
// builds the trace and publishes a snapshot. Told per run: events a second, how many were lost, what the consumer's
// thread used of a core, and how old events were when a snapshot that shows them was published.
#include <benchmark/benchmark.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "core/base/clock.h"
#include "core/relay/drain.h"
#include "core/relay/mailbox.h"
#include "tests/core/relay/lane_writer.h"

namespace threadline::relay {
namespace {

constexpr std::uint32_t kProducers = 2;
constexpr std::int64_t kTickNs = 12'000'000;
constexpr std::int64_t kBurstNs = 1'000'000;  // producers sleep in between: the consumer gets a core
constexpr double kGoalLatencyMs = 20;
constexpr std::size_t kSampleEvery = 64;

/// What lanes tell: only their states, or what a queue's user tells, with flows and counters in between.
enum class Mix { kStates, kQueue };

struct Load {
  Mix mix = Mix::kStates;
  std::int64_t perSecond = 0;  // of each producer
  std::int64_t seconds = 0;
  [[nodiscard]] std::int64_t eventsEach() const { return perSecond * seconds; }
};

void sleepUntil(std::int64_t timeNs) {
  const timespec time{timeNs / 1'000'000'000, timeNs % 1'000'000'000};
  ::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nullptr);
}

Event waitingState(std::uint32_t object, std::int64_t timeNs) {
  Event event = testing::stateEvent(LaneState::kWaitingQueue, timeNs, 2);
  event.target = object;
  event.value = static_cast<std::uint64_t>(TargetKind::kObject);
  return event;
}

Event eventOf(Mix mix, std::uint32_t lane, std::int64_t number, std::int64_t timeNs) {
  if (mix == Mix::kStates || number % 6 > 3) {
    return number % 2 == 0 ? testing::stateEvent(LaneState::kRunning, timeNs, 2) : waitingState(0, timeNs);
  }
  if (number % 6 == 0) {
    Event counter = testing::makeEvent(EventKind::kCounter, timeNs);
    counter.target = 0;
    counter.value = static_cast<std::uint64_t>(number % 10);
    return counter;
  }
  if (number % 6 == 1) {
    // One lane puts what the other gets: the same ids on both sides.
    Event flow = testing::makeEvent(lane == 0 ? EventKind::kFlowOut : EventKind::kFlowIn, timeNs);
    flow.sub = static_cast<std::uint8_t>(FlowKind::kPut);
    flow.target = 0;
    flow.value = static_cast<std::uint64_t>(number);
    return flow;
  }
  return number % 2 == 0 ? testing::stateEvent(LaneState::kRunning, timeNs, 2) : waitingState(0, timeNs);
}

/// A producer's life, in a child process.
void produce(ring::SharedRings& rings, ring::SlotClaim claim, std::uint32_t lane, const Load& load) {
  ring::RingWriter writer(rings, claim);
  static_cast<void>(writer.pushText(monotonicNow().ns, 2, "work"));
  writer.push(testing::stateEvent(LaneState::kStarting, monotonicNow().ns));
  const std::int64_t start = monotonicNow().ns;
  std::int64_t number = 0;
  for (std::int64_t burst = 1; number < load.eventsEach(); ++burst) {
    sleepUntil(start + burst * kBurstNs);
    const std::int64_t due = std::min(load.eventsEach(), (burst * kBurstNs / 1000) * load.perSecond / 1'000'000);
    for (; number < due; ++number) writer.push(eventOf(load.mix, lane, number, monotonicNow().ns));
  }
  testing::endLane(writer, monotonicNow().ns);
}

class Consumer {
 public:
  Consumer(ring::SharedRings& rings) : m_drain(rings, m_builder) {}

  void tick() {
    m_drain.pass();
    publish();
  }
  void finish() {
    m_drain.finish();
    publish();
  }
  [[nodiscard]] const model::Snapshot& latest() const { return *m_latest; }
  [[nodiscard]] double latencyMs(double share) {
    if (m_latencies.empty()) return 0;
    const auto place = static_cast<std::size_t>(share * static_cast<double>(m_latencies.size() - 1));
    std::nth_element(m_latencies.begin(), m_latencies.begin() + static_cast<std::ptrdiff_t>(place), m_latencies.end());
    return m_latencies[place];
  }

 private:
  void publish() {
    m_latest = m_builder.snapshot();
    m_mailbox.put(m_latest);
    const TimeNs now = monotonicNow();
    for (std::uint32_t lane = 0; lane < std::min<std::size_t>(kProducers, m_latest->laneCount()); ++lane) {
      std::size_t& seen = m_seen[lane];
      for (; seen < m_latest->spanCount(LaneId{lane}); seen += kSampleEvery) {
        const std::int64_t written = m_builder.zero().ns + m_latest->span(LaneId{lane}, seen).start.ns;
        m_latencies.push_back(static_cast<double>(now.ns - written) / 1e6);
      }
    }
  }

  model::TraceBuilder m_builder;
  Drain m_drain;
  Mailbox<model::SnapshotPtr> m_mailbox;
  model::SnapshotPtr m_latest;
  std::array<std::size_t, kProducers> m_seen{};
  std::vector<double> m_latencies;
};

std::vector<pid_t> startProducers(ring::SharedRings& rings, const Load& load) {
  const std::int64_t start = monotonicNow().ns;
  ring::RingWriter guard(rings, rings.claimGuardSlot());
  guard.push(testing::processEvent(0, StartMethod::kMain, start));
  Event object = testing::makeEvent(EventKind::kObject, start);
  object.target = 0;
  guard.push(object);
  std::vector<pid_t> pids;
  for (std::uint32_t lane = 0; lane < kProducers; ++lane) {
    const ring::RingWriter begun = testing::beginLane(rings, lane, 0, start, "producer", lane == 0);
    const pid_t pid = ::fork();
    if (pid < 0) std::abort();
    if (pid == 0) {
      produce(rings, begun.claim(), lane, load);
      ::_exit(0);
    }
    pids.push_back(pid);
  }
  return pids;
}

std::int64_t cpuNs() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1'000'000'000 + time.tv_nsec;
}

/// Ticks until all producers have ended; they are collected here.
void consume(Consumer& consumer, std::vector<pid_t> pids) {
  std::int64_t next = monotonicNow().ns;
  while (!pids.empty()) {
    next = std::max(next + kTickNs, monotonicNow().ns);
    sleepUntil(next);
    consumer.tick();
    pids.erase(
        std::remove_if(pids.begin(), pids.end(), [](pid_t pid) { return ::waitpid(pid, nullptr, WNOHANG) != 0; }),
        pids.end());
  }
  consumer.finish();
}

void ringsToSnapshot(benchmark::State& state, const Load& load) {
  for (auto _ : state) {
    ring::SharedRings rings = ring::SharedRings::create().take();
    Consumer consumer(rings);
    const std::int64_t start = monotonicNow().ns;
    const std::int64_t cpuStart = cpuNs();
    consume(consumer, startProducers(rings, load));
    const double seconds = static_cast<double>(monotonicNow().ns - start) / 1e9;
    const model::TraceTotals& totals = consumer.latest().totals();
    state.SetIterationTime(seconds);
    state.counters["events_per_s"] = static_cast<double>(totals.eventsRecorded) / seconds;
    state.counters["lost"] = static_cast<double>(totals.eventsLost);
    state.counters["corrupt"] = static_cast<double>(totals.corrupt + totals.illegalTransitions);
    state.counters["consumer_core_%"] = static_cast<double>(cpuNs() - cpuStart) / 1e7 / seconds;
    state.counters["p50_ms"] = consumer.latencyMs(0.5);
    state.counters["p99_ms"] = consumer.latencyMs(0.99);
    // Two facts of the guard; each lane's beginning and end, its first state, and what it produced.
    const std::int64_t expected = 2 + kProducers * (3 + load.eventsEach());
    const bool isReached = totals.eventsLost == 0 && static_cast<std::int64_t>(totals.eventsRecorded) == expected &&
                           consumer.latencyMs(0.99) <= kGoalLatencyMs;
    std::array<char, 120> label{};
    std::snprintf(label.data(), label.size(), "goal %.1f M/s for %d s, none lost, 99 %% within %.0f ms: %s",
                  static_cast<double>(kProducers * load.perSecond) / 1e6, static_cast<int>(load.seconds),
                  kGoalLatencyMs, isReached ? "reached" : "MISSED");
    state.SetLabel(label.data());
  }
}

BENCHMARK_CAPTURE(ringsToSnapshot, states_2M, Load{Mix::kStates, 1'000'000, 10})
    ->UseManualTime()
    ->Iterations(1)
    ->Repetitions(5)
    ->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(ringsToSnapshot, queue_2M, Load{Mix::kQueue, 1'000'000, 10})
    ->UseManualTime()
    ->Iterations(1)
    ->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(ringsToSnapshot, states_20k, Load{Mix::kStates, 10'000, 3})
    ->UseManualTime()
    ->Iterations(1)
    ->Unit(benchmark::kSecond);

}  // namespace
}  // namespace threadline::relay

BENCHMARK_MAIN();
