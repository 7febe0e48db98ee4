// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to record an event: clock read, 32 bytes into the ring, published. Measured in a thread and in a child
// process, while another process (or thread) reads, in rounds that take each variant in turn, so that a disturbance of
// the machine meets all of them; the figures are medians of the rounds. The floor is the clock read alone.
#include <benchmark/benchmark.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#if defined(__x86_64__)
#include <x86intrin.h>
#endif

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <ctime>
#include <new>
#include <string>
#include <thread>

#include "core/base/clock.h"
#include "core/ring/ring_reader.h"

namespace threadline::ring {
namespace {

constexpr std::size_t kRounds = 201;
constexpr int kOperations = 5000;
constexpr double kGoalSpanNs = 75;
// Measured beside each other on one machine, see the project's notes: not run here.
constexpr const char* kPeers = "peers measured before: Tracy 60, LTTng 245 ns a span";

enum Variant : std::size_t { kClock, kEvent, kSpan, kTsc, kTscEvent, kTscSpan, kVariants };
enum class Where { kThread, kChild };

/// Between the one who records and the one who reads; in memory that both processes see.
struct Board {
  std::atomic<std::uint32_t> written;
  std::atomic<std::uint32_t> drained;
  double firstTouchNs;
  std::array<std::array<double, kRounds>, kVariants> ns;
};

class NoSink : public RingSink {
 public:
  void events(SlotClaim, std::span<const Event> events) override { benchmark::DoNotOptimize(events.data()); }
  void text(SlotClaim, std::uint32_t, std::string_view) override {}
  void corrupt(SlotClaim, std::string_view) override { std::abort(); }
  void ended(SlotClaim, std::uint64_t dropped) override {
    if (dropped != 0) std::abort();
  }
  bool isWriterDead(SlotClaim) const override { return false; }
};

/// A clock of the processor's counter: what a recorder that trusts it would pay.
class TscClock {
 public:
  TscClock() {
    const std::int64_t startNs = monotonicNow().ns;
    m_base = ticks();
    while (monotonicNow().ns - startNs < 20'000'000) {
    }
    const auto passed = static_cast<std::uint64_t>(monotonicNow().ns - startNs);
    m_scale = (passed << 24U) / std::max<std::uint64_t>(ticks() - m_base, 1);
  }
  [[nodiscard]] std::int64_t now() const { return static_cast<std::int64_t>((ticks() - m_base) * m_scale >> 24U); }

 private:
  static std::uint64_t ticks() {
#if defined(__x86_64__)
    return __rdtsc();
#else
    return static_cast<std::uint64_t>(monotonicNow().ns);
#endif
  }
  std::uint64_t m_base = 0;
  std::uint64_t m_scale = 0;
};

void record(RingWriter& writer, std::int64_t timeNs, std::uint8_t state) {
  Event event;
  event.timeNs = timeNs;
  event.kind = EventKind::kState;
  event.sub = state;
  writer.push(event);
}

void operate(Variant variant, RingWriter& writer, const TscClock& tsc) {
  switch (variant) {
    case kClock: benchmark::DoNotOptimize(monotonicNow().ns); break;
    case kEvent: record(writer, monotonicNow().ns, 2); break;
    case kSpan:
      record(writer, monotonicNow().ns, 2);
      record(writer, monotonicNow().ns, 10);
      break;
    case kTsc: benchmark::DoNotOptimize(tsc.now()); break;
    case kTscEvent: record(writer, tsc.now(), 2); break;
    case kTscSpan:
      record(writer, tsc.now(), 2);
      record(writer, tsc.now(), 10);
      break;
    case kVariants: break;
  }
}

double nsPerOperation(Variant variant, RingWriter& writer, const TscClock& tsc, int operations) {
  const TimeNs start = monotonicNow();
  for (int i = 0; i < operations; ++i) operate(variant, writer, tsc);
  return static_cast<double>((monotonicNow() - start).ns) / operations;
}

void nap() {
  const timespec shortly{0, 20'000};
  ::nanosleep(&shortly, nullptr);
}

/// The one who records.
void work(SharedRings& rings, Board& board) {
  const TscClock tsc;
  RingWriter writer(rings, rings.claim().value());
  const auto waitForReader = [&board] {
    const std::uint32_t mine = board.written.fetch_add(1) + 1;
    while (board.drained.load() != mine) nap();
  };
  board.firstTouchNs = nsPerOperation(kEvent, writer, tsc, static_cast<int>(kEventsPerSlot));
  for (std::size_t round = 0; round < kRounds; ++round) {
    waitForReader();
    for (std::size_t i = 0; i < kVariants; ++i) {
      const auto variant = static_cast<Variant>((round + i) % kVariants);
      nsPerOperation(variant, writer, tsc, kOperations / 10);  // warm
      board.ns[variant][round] = nsPerOperation(variant, writer, tsc, kOperations);
    }
  }
  writer.end();
  waitForReader();
}

/// The one who reads, until all rounds are over.
void readAll(SharedRings& rings, Board& board) {
  NoSink sink;
  RingReader reader(rings, sink);
  while (board.drained.load() != kRounds + 1) {
    const std::uint32_t written = board.written.load();
    if (written == board.drained.load()) {
      nap();
      continue;
    }
    reader.pass();
    board.drained.store(written);
  }
}

Board* makeBoard() {
  void* memory = ::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) std::abort();
  return new (memory) Board{};
}

const Board& measured(Where where) {
  static std::array<Board*, 2> boards{};
  Board*& board = boards[static_cast<std::size_t>(where)];
  if (board != nullptr) return *board;
  board = makeBoard();
  SharedRings rings = SharedRings::create().take();
  if (where == Where::kThread) {
    std::thread worker([&] { work(rings, *board); });
    readAll(rings, *board);
    worker.join();
    return *board;
  }
  const pid_t pid = ::fork();
  if (pid < 0) std::abort();
  if (pid == 0) {
    work(rings, *board);
    ::_exit(0);
  }
  readAll(rings, *board);
  ::waitpid(pid, nullptr, 0);
  return *board;
}

double median(std::array<double, kRounds> values) {
  std::nth_element(values.begin(), values.begin() + kRounds / 2, values.end());
  return values[kRounds / 2];
}

std::string goalLabel(double goalNs, double reachedNs, const std::string& how) {
  std::array<char, 160> text{};
  std::snprintf(text.data(), text.size(), "goal <= %.1f ns%s: %s", goalNs, how.c_str(),
                reachedNs <= goalNs ? "reached" : "MISSED");
  return text.data();
}

void recording(benchmark::State& state, Where where, Variant variant) {
  const Board& board = measured(where);
  const double ns = median(board.ns[variant]);
  const double floorNs = median(board.ns[variant < kTsc ? kClock : kTsc]);
  for (auto _ : state) state.SetIterationTime(ns * 1e-9);
  state.counters["clock_ns"] = floorNs;
  state.counters["times_clock"] = ns / floorNs;
  state.counters["best_ns"] = *std::min_element(board.ns[variant].begin(), board.ns[variant].end());
  if (variant == kEvent) state.SetLabel(goalLabel(1.2 * floorNs + 12, ns, " (1.2 x clock + 12)"));
  if (variant == kSpan) state.SetLabel(goalLabel(kGoalSpanNs, ns, std::string("; ") + kPeers));
  if (variant >= kTsc) state.SetLabel("not used: what the processor's counter would give");
}

void firstTouch(benchmark::State& state, Where where) {
  const Board& board = measured(where);
  for (auto _ : state) state.SetIterationTime(board.firstTouchNs * 1e-9);
  state.SetLabel("first lap of a ring: each page is given by the kernel");
}

#define THREADLINE_RECORDING(name, variant)                                                                \
  BENCHMARK_CAPTURE(recording, name##_in_thread, Where::kThread, variant)->UseManualTime()->Iterations(1); \
  BENCHMARK_CAPTURE(recording, name##_in_child, Where::kChild, variant)->UseManualTime()->Iterations(1)

THREADLINE_RECORDING(clock, kClock);
THREADLINE_RECORDING(event, kEvent);
THREADLINE_RECORDING(span, kSpan);
THREADLINE_RECORDING(tsc_clock, kTsc);
THREADLINE_RECORDING(tsc_event, kTscEvent);
THREADLINE_RECORDING(tsc_span, kTscSpan);
BENCHMARK_CAPTURE(firstTouch, in_thread, Where::kThread)->UseManualTime()->Iterations(1);
BENCHMARK_CAPTURE(firstTouch, in_child, Where::kChild)->UseManualTime()->Iterations(1);

}  // namespace
}  // namespace threadline::ring

BENCHMARK_MAIN();
