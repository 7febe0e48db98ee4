// SPDX-License-Identifier: GPL-3.0-or-later
// Building a trace, taking snapshots of it, asking it for columns, and importing files beside the parser's own floor.
#include <benchmark/benchmark.h>
#include <simdjson.h>

#include <random>
#include <string>
#include <vector>

#include "core/io/chrome_json_reader.h"
#include "core/model/trace_builder.h"
#include "core/model/trace_writer.h"

namespace threadline {
namespace {

/// Two producers' state events as the drain gives them, 4096 of a ring at a time, with a snapshot every 12 ms of them.
void buildStateEvents(benchmark::State& state) {
  constexpr std::int64_t kEvents = 2'000'000;
  constexpr std::int64_t kPerSnapshot = 24'000;
  for (auto _ : state) {
    model::TraceBuilder builder;
    Event event;
    event.kind = EventKind::kProcess;
    event.target = 0;
    event.timeNs = 1000;
    builder.event({0, 1}, event);
    for (std::uint32_t ring = 1; ring <= 2; ++ring) {
      builder.text({ring, 1}, 1, "work");
      event = {};
      event.kind = EventKind::kLane;
      event.timeNs = 1000;
      event.target = ring - 1;
      event.other = 0;
      event.step = ring == 1 ? std::uint16_t{kLaneMain} : std::uint16_t{0};
      event.value = LaneId::kNone;
      builder.event({ring, 1}, event);
    }
    std::int64_t sinceSnapshot = 0;
    model::SnapshotPtr snapshot;
    for (std::int64_t i = 0; i < kEvents;) {
      for (std::uint32_t ring = 1; ring <= 2; ++ring) {
        for (std::int64_t k = 0; k < 4096; ++k) {
          event = {};
          event.kind = EventKind::kState;
          event.timeNs = 2000 + (i / 2 + k) * 1000;
          event.sub = static_cast<std::uint8_t>(k % 2 == 0 ? LaneState::kRunning : LaneState::kWaitingLock);
          event.text = 1;
          if (k % 2 != 0) {
            event.value = static_cast<std::uint64_t>(TargetKind::kObject);
            event.target = 3;
          }
          builder.event({ring, 1}, event);
        }
      }
      i += 8192;
      sinceSnapshot += 8192;
      if (sinceSnapshot < kPerSnapshot) continue;
      builder.endPass({2000 + i * 500});
      snapshot = builder.snapshot();
      sinceSnapshot = 0;
    }
    benchmark::DoNotOptimize(snapshot);
  }
  state.SetItemsProcessed(state.iterations() * kEvents);
}
BENCHMARK(buildStateEvents)->Unit(benchmark::kMillisecond);

/// 64 lanes, 1600 columns, so many spans in all; the view is the whole trace or 1/zoom of it in its middle.
class Columns {
 public:
  explicit Columns(std::int64_t spans) {
    std::mt19937_64 random(1);
    m_writer.addProcess();
    for (std::uint32_t lane = 0; lane < 64; ++lane) {
      model::Lane facts;
      facts.process = {0};
      m_writer.addLane(facts);
      std::int64_t t = 0;
      for (std::int64_t i = 0; i < spans / 64; ++i) {
        model::SpanStart span;
        span.start = {t};
        span.state = static_cast<LaneState>(2 + random() % 12);
        m_writer.beginSpan({lane}, span);
        t += 1 + static_cast<std::int64_t>(random() % 2000);
      }
      m_writer.endLane({lane}, {t});
    }
    m_snapshot = m_writer.snapshot();
  }
  [[nodiscard]] std::vector<TimeNs> edges(std::int64_t zoom) const {
    const std::int64_t length = m_snapshot->extent().end.ns;
    std::vector<TimeNs> edges;
    for (std::int64_t i = 0; i <= 1600; ++i) {
      edges.push_back({length / 2 - length / zoom / 2 + length / zoom * i / 1600});
    }
    return edges;
  }
  [[nodiscard]] const model::Snapshot& snapshot() const { return *m_snapshot; }

 private:
  model::TraceWriter m_writer;
  model::SnapshotPtr m_snapshot;
};

void columnsOneByOne(benchmark::State& state) {
  const Columns columns(state.range(0));
  const std::vector<TimeNs> edges = columns.edges(state.range(1));
  for (auto _ : state) {
    for (std::uint32_t lane = 0; lane < 64; ++lane) {
      for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        PerState<DurationNs> times{};
        columns.snapshot().addStateTimes({lane}, {edges[i], edges[i + 1]}, times);
        benchmark::DoNotOptimize(times);
      }
    }
  }
}
BENCHMARK(columnsOneByOne)
    ->Args({1'000'000, 1})
    ->Args({1'000'000, 20})
    ->Args({10'000'000, 1})
    ->Unit(benchmark::kMillisecond);

void columnsTogether(benchmark::State& state) {
  const Columns columns(state.range(0));
  const std::vector<TimeNs> edges = columns.edges(state.range(1));
  std::vector<PerState<DurationNs>> times(1600);
  for (auto _ : state) {
    for (std::uint32_t lane = 0; lane < 64; ++lane) {
      std::fill(times.begin(), times.end(), PerState<DurationNs>{});
      columns.snapshot().addStateTimes({lane}, edges, times.data());
      benchmark::DoNotOptimize(times.data());
    }
  }
}
BENCHMARK(columnsTogether)
    ->Args({1'000'000, 1})
    ->Args({1'000'000, 20})
    ->Args({10'000'000, 1})
    ->Unit(benchmark::kMillisecond);

/// X events of 64 threads in 8 processes, nested, every fourth with an argument.
std::string chromeTrace(int events) {
  std::string json = "{\"traceEvents\":[\n";
  for (int i = 0; i < events; ++i) {
    json += R"({"ph":"X","name":"function_)" + std::to_string(i % 97) + R"(","cat":"bench","pid":)" +
            std::to_string(i % 8) + ",\"tid\":" + std::to_string(i % 64) + ",\"ts\":" + std::to_string(i / 64 * 10) +
            ".125,\"dur\":" + std::to_string(i % 3 == 0 ? 25 : 5) + ".500" +
            (i % 4 == 0 ? R"(,"args":{"size":4096})" : "") + "},\n";
  }
  return json + "{}]}\n";
}

void importChrome(benchmark::State& state) {
  const std::string json = chromeTrace(static_cast<int>(state.range(0)));
  for (auto _ : state) {
    std::string bytes = json;
    benchmark::DoNotOptimize(io::readChromeJson(std::move(bytes)));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(json.size()));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(importChrome)->Arg(200'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

/// What the parser alone needs for the same fields, without a trace.
void parseChromeFieldsOnly(benchmark::State& state) {
  const simdjson::padded_string json(chromeTrace(static_cast<int>(state.range(0))));
  for (auto _ : state) {
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    std::size_t sum = 0;
    if (parser.iterate(json).get(document) != simdjson::SUCCESS) state.SkipWithError("parser");
    for (auto element : document["traceEvents"].get_array()) {
      for (auto field : element.get_object()) {
        const auto key = field.key();
        std::string_view text;
        double number = 0;
        if (key.error() != simdjson::SUCCESS) continue;
        if (key.value_unsafe() == "name" || key.value_unsafe() == "cat" || key.value_unsafe() == "ph") {
          if (field.value().get_string().get(text) == simdjson::SUCCESS) sum += text.size();
        } else if (!(key.value_unsafe() == "args")) {
          if (field.value().get_double().get(number) == simdjson::SUCCESS) sum += static_cast<std::size_t>(number);
        }
      }
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(json.size()));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(parseChromeFieldsOnly)->Arg(200'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace threadline

BENCHMARK_MAIN();
