// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/scene/sample_traces.h"

#include <cmath>
#include <random>

namespace threadline::test {
namespace {

using S = LaneState;

ObjectId addObject(TraceSketch& sketch, std::uint32_t id, std::string_view name) {
  sketch.writer.editObject(ObjectId{id}).name = std::string(name);
  return ObjectId{id};
}

Sample sampleOf(TraceSketch& sketch, std::initializer_list<FlowKind> arrows) {
  sketch.writer.finish();
  Sample out;
  out.snapshot = sketch.writer.snapshot();
  out.view = wholeView(*out.snapshot);
  out.view.arrows.assign(arrows);
  return out;
}

}  // namespace

TimeNs atMs(double ms) {
  return {std::llround(ms * 1e6)};
}

ProcessId TraceSketch::process(std::string_view name, std::int64_t pid, double startMs, ProcessId parent) {
  const ProcessId id = writer.addProcess();
  model::Process& facts = writer.editProcess(id);
  facts.name = std::string(name);
  facts.pid = pid;
  facts.parent = parent;
  facts.startMethod = parent.isNone() ? StartMethod::kMain : StartMethod::kFork;
  facts.start = atMs(startMs);
  return id;
}

LaneId TraceSketch::lane(ProcessId process, std::string_view name, double startMs, bool isMain) {
  model::Lane facts;
  facts.process = process;
  facts.name = std::string(name);
  facts.isMain = isMain;
  facts.start = atMs(startMs);
  const LaneId id = writer.addLane(facts);
  if (isMain) writer.editProcess(process).mainLane = id;
  return id;
}

void TraceSketch::span(LaneId lane, double startMs, LaneState state, const std::string& label) {
  model::SpanStart start;
  start.start = atMs(startMs);
  start.state = state;
  start.label = label.empty() ? TextId{} : writer.text(label);
  writer.beginSpan(lane, start);
}

void TraceSketch::end(LaneId lane, double ms, LaneExit exit) {
  writer.editLane(lane).exit = exit;
  writer.endLane(lane, atMs(ms));
  writer.advance(atMs(ms));
}

void TraceSketch::endProcess(ProcessId process, double ms, ProcessEndHow how, std::int64_t code, double collectedMs) {
  model::Process& facts = writer.editProcess(process);
  facts.end = atMs(ms);
  facts.collected = atMs(collectedMs > ms ? collectedMs : ms);
  facts.exit = model::ProcessEnd{how, code, {}};
}

void TraceSketch::flow(FlowKind kind, LaneId from, double outMs, LaneId to, double inMs, ObjectId object) {
  model::Flow facts;
  facts.kind = kind;
  facts.from = from;
  facts.out = atMs(outMs);
  facts.to = to;
  facts.in = atMs(inMs);
  facts.object = object;
  writer.addFlow(facts);
}

void TraceSketch::instant(LaneId lane, double ms, InstantKind kind, std::string_view text, std::int64_t value) {
  model::Instant facts;
  facts.time = atMs(ms);
  facts.lane = lane;
  facts.kind = kind;
  facts.text = text.empty() ? TextId{} : writer.text(text);
  facts.value = value;
  writer.addInstant(facts);
}

model::View wholeView(const model::Snapshot& snapshot) {
  model::View view;
  view.range = snapshot.extent();
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) view.lanes.push_back(LaneId{i});
  return view;
}

Sample forkJoinSample() {
  TraceSketch sketch;
  const ProcessId process = sketch.process("MainProcess", 4242, 0);
  const LaneId main = sketch.lane(process, "MainThread", 0, true);
  sketch.span(main, 0, S::kRunning);
  sketch.span(main, 40, S::kJoining);
  sketch.span(main, 2062, S::kRunning, "post job");
  sketch.instant(main, 2190, InstantKind::kPrint, "all done");
  for (int i = 1; i <= 2; ++i) {
    const double start = 12.0 * i;
    const LaneId worker = sketch.lane(process, std::to_string(i), start);
    sketch.span(worker, start, S::kStarting);
    sketch.span(worker, start + 0.2, S::kRunning);
    sketch.span(worker, start + 6, S::kSleeping, "sleep 2 s");
    sketch.span(worker, start + 2006, S::kRunning);
    sketch.instant(worker, start + 2012, InstantKind::kPrint, "Sub Thread end");
    sketch.end(worker, start + 2030);
    sketch.flow(FlowKind::kStart, main, start, worker, start + 0.2);
    sketch.flow(FlowKind::kJoin, worker, start + 2030, main, i == 1 ? 2050 : 2062);
  }
  sketch.end(main, 2380);
  sketch.endProcess(process, 2380);
  return sampleOf(sketch, {FlowKind::kStart, FlowKind::kJoin});
}

Sample gilSample() {
  TraceSketch sketch;
  const ProcessId process = sketch.process("MainProcess", 900, 0);
  const LaneId first = sketch.lane(process, "th1", 0);
  const LaneId second = sketch.lane(process, "th2", 0);
  double t = 0;
  for (int turn = 0; turn < 13; ++turn) {
    const double length = 5.05 + 0.04 * (turn % 3);
    const LaneId holder = turn % 2 == 0 ? first : second;
    const LaneId waiter = turn % 2 == 0 ? second : first;
    sketch.span(holder, t, S::kRunning);
    sketch.span(waiter, t, S::kWaitingGil);
    sketch.writer.addGilHold(process, {{atMs(t), atMs(t + length)}, holder, true, turn});
    sketch.writer.addGilRequest(process, {atMs(t + 5), waiter, holder});
    t += length;
  }
  sketch.end(first, t);
  sketch.end(second, t);
  Sample out = sampleOf(sketch, {});
  out.view.holderStrips = {process};
  out.view.range = {atMs(2), atMs(62)};
  return out;
}

Sample sumSample() {
  TraceSketch sketch;
  const ProcessId host = sketch.process("MainProcess", 7000, 0);
  const LaneId main = sketch.lane(host, "MainThread", 0, true);
  sketch.span(main, 0, S::kRunning);
  sketch.span(main, 6, S::kWaitingQueue, "STOP");
  for (int i = 1; i <= 2; ++i) {
    const ProcessId child = sketch.process("th" + std::to_string(i), 7000 + i, 3.0 * i, host);
    const LaneId lane = sketch.lane(child, "MainThread", 3.0 * i, true);
    sketch.span(lane, 3.0 * i, S::kStarting);
    sketch.span(lane, 3.0 * i + 4, S::kRunning, "sum");
    sketch.instant(lane, 470 + 10 * i, InstantKind::kPrint, "total 1249999975000000");
    sketch.end(lane, 480 + 10 * i);
    sketch.endProcess(child, 480 + 10 * i, ProcessEndHow::kReturned, 0, 620);
    sketch.flow(FlowKind::kStart, main, 3.0 * i, lane, 3.0 * i + 4);
    sketch.flow(FlowKind::kPut, lane, 474 + 10 * i, main, 478 + 10 * i);
  }
  sketch.span(main, 498, S::kRunning);
  sketch.span(main, 510, S::kJoining);
  sketch.span(main, 620, S::kRunning);
  sketch.end(main, 640);
  sketch.endProcess(host, 640);
  return sampleOf(sketch, {FlowKind::kStart, FlowKind::kPut});
}

Sample producerSample() {
  TraceSketch sketch;
  const ObjectId queue = addObject(sketch, 0, "queue");
  const ProcessId producer = sketch.process("producer", 8101, 0);
  const LaneId put = sketch.lane(producer, "MainThread", 0, true);
  const ProcessId host = sketch.process("MainProcess", 8100, 0);
  const LaneId main = sketch.lane(host, "MainThread", 0, true);
  const LaneId get = sketch.lane(host, "Consumer", 4);
  sketch.writer.editLane(get).isDaemon = true;
  const std::size_t depth = sketch.writer.counter({queue, CounterKind::kDepth, "queue depth"});
  sketch.writer.addSample(depth, {atMs(0), 0});
  sketch.span(put, 0, S::kRunning);
  sketch.span(main, 0, S::kRunning);
  sketch.span(main, 12, S::kJoining);
  sketch.span(get, 4, S::kRunning);
  sketch.span(get, 6, S::kWaitingQueue);
  for (int i = 1; i <= 5; ++i) {
    const double t = 100.0 * i;
    sketch.span(put, t - 90, S::kSleeping);
    sketch.span(put, t, S::kRunning, "put #" + std::to_string(i));
    sketch.writer.addSample(depth, {atMs(t + 4), 1});
    sketch.writer.addSample(depth, {atMs(t + 7), 0});
    sketch.span(get, t + 7, S::kRunning, "#" + std::to_string(i));
    sketch.instant(get, t + 9, InstantKind::kPrint, "received " + std::to_string(i));
    sketch.span(get, t + 30, S::kWaitingQueue);
    sketch.flow(FlowKind::kPut, put, t + 4, get, t + 7, queue);
  }
  sketch.end(put, 512);
  sketch.endProcess(producer, 512);
  sketch.span(main, 560, S::kRunning);
  sketch.end(get, 580, LaneExit::kEndedWithProcess);
  sketch.end(main, 580);
  sketch.endProcess(host, 580);
  Sample out = sampleOf(sketch, {FlowKind::kPut});
  out.view.counters = {depth};
  return out;
}

Sample crashSample() {
  TraceSketch sketch;
  const ProcessId browser = sketch.process("browser", 301, 0);
  const LaneId main = sketch.lane(browser, "MainThread", 0, true);
  sketch.span(main, 0, S::kRunning);
  sketch.span(main, 4, S::kJoining);
  for (int i = 1; i <= 3; ++i) {
    const LaneId tab = sketch.lane(browser, "tab " + std::to_string(i), i);
    sketch.span(tab, i, S::kRunning, "page");
    if (i == 3) sketch.instant(tab, 60, InstantKind::kCrash, "segfault");
    sketch.end(tab, 60, LaneExit::kEndedWithProcess);
  }
  sketch.end(main, 60, LaneExit::kEndedWithProcess);
  sketch.endProcess(browser, 60, ProcessEndHow::kSignalled, -11, 64);
  const ProcessId killed = sketch.process("child", 302, 2);
  const LaneId child = sketch.lane(killed, "MainThread", 2, true);
  sketch.span(child, 2, S::kWaitingLock, "lock");
  sketch.end(child, 50, LaneExit::kEndedWithProcess);
  sketch.endProcess(killed, 50, ProcessEndHow::kSignalled, -15, 88);
  const ProcessId failed = sketch.process("failing", 303, 2);
  const LaneId failing = sketch.lane(failed, "MainThread", 2, true);
  sketch.span(failing, 2, S::kWaitingIo, "read");
  sketch.span(failing, 40, S::kRunning);
  sketch.end(failing, 95, LaneExit::kException);
  sketch.endProcess(failed, 95, ProcessEndHow::kException, 1);
  return sampleOf(sketch, {});
}

Sample raceSample() {
  TraceSketch sketch;
  const ObjectId x = addObject(sketch, 0, "x");
  const ProcessId process = sketch.process("MainProcess", 77, 0);
  const LaneId first = sketch.lane(process, "th1", 0);
  const LaneId second = sketch.lane(process, "th2", 0);
  const std::size_t value = sketch.writer.counter({x, CounterKind::kValue, "x"});
  sketch.span(first, 0, S::kRunning);
  sketch.span(second, 0, S::kWaitingGil);
  for (int i = 0; i <= 50; ++i) sketch.writer.addSample(value, {atMs(i * 0.1), i * 20});
  sketch.span(first, 5, S::kWaitingGil);
  sketch.span(second, 5, S::kRunning, "60,000 × (+1)");
  for (int i = 0; i <= 500; ++i) sketch.writer.addSample(value, {atMs(5 + i * 0.01), 1000 + i * 120});
  sketch.span(second, 10, S::kWaitingGil);
  sketch.span(first, 10, S::kRunning);
  sketch.writer.addSample(value, {atMs(10.01), 1001});
  sketch.instant(first, 10.01, InstantKind::kLostUpdate, {}, 60'000);
  for (int i = 1; i <= 50; ++i) sketch.writer.addSample(value, {atMs(10.01 + i * 0.1), 1001 + i * 20});
  sketch.end(first, 15);
  sketch.end(second, 15);
  Sample out = sampleOf(sketch, {});
  out.view.counters = {value};
  out.view.marks.push_back({{atMs(5), atMs(10)}, "th1 was switched out between read and write"});
  return out;
}

Sample daemonSample() {
  TraceSketch sketch;
  const ProcessId process = sketch.process("MainProcess", 55, 0);
  const LaneId main = sketch.lane(process, "MainThread", 0, true);
  sketch.span(main, 0, S::kRunning);
  sketch.instant(main, 1, InstantKind::kPrint, "Main Thread start");
  sketch.instant(main, 9, InstantKind::kCodeEnd);
  sketch.span(main, 9, S::kJoining);
  for (int i = 1; i <= 3; ++i) {
    const LaneId worker = sketch.lane(process, "worker-with-a-very-long-name-" + std::to_string(i), i);
    if (i == 3) sketch.writer.editLane(worker).isDaemon = true;
    sketch.span(worker, i, S::kStarting);
    sketch.span(worker, i + 0.1, S::kRunning);
    sketch.instant(worker, i + 0.5, InstantKind::kPrint, "start");
    sketch.span(worker, i + 1.5, S::kSleeping);
    if (i < 3) {
      sketch.span(worker, 100.0 + i, S::kRunning);
      sketch.instant(worker, 101.0 + i, InstantKind::kPrint, "end");
      sketch.end(worker, 103.0 + i);
    } else {
      sketch.end(worker, 108, LaneExit::kEndedWithProcess);
    }
    sketch.flow(FlowKind::kStart, main, i, worker, i + 0.1);
  }
  sketch.span(main, 105.5, S::kRunning);
  sketch.end(main, 108);
  sketch.endProcess(process, 108);
  return sampleOf(sketch, {FlowKind::kStart});
}

Sample crowdSample(int threads) {
  TraceSketch sketch;
  const ProcessId process = sketch.process("MainProcess", 55, 0);
  const LaneId main = sketch.lane(process, "MainThread", 0, true);
  sketch.span(main, 0, S::kRunning);
  sketch.span(main, 20, S::kJoining);
  for (int i = 0; i < threads; ++i) {
    const LaneId worker = sketch.lane(process, "worker-" + std::to_string(i), 0.2 * i);
    sketch.span(worker, 0.2 * i, S::kRunning);
    sketch.span(worker, 0.2 * i + 4, S::kWaitingIo, "GET #" + std::to_string(i));
    sketch.span(worker, 60.0 + i, S::kRunning);
    sketch.end(worker, 66.0 + i);
    sketch.flow(FlowKind::kStart, main, 0.2 * i, worker, 0.2 * i);
  }
  sketch.span(main, 70.0 + threads, S::kRunning);
  sketch.end(main, 72.0 + threads);
  sketch.endProcess(process, 72.0 + threads);
  return sampleOf(sketch, {FlowKind::kStart});
}

Sample denseSample(int lanes, int spans) {
  TraceSketch sketch;
  std::mt19937 random(20261120);
  const ProcessId process = sketch.process("dense", 1, 0);
  const int each = spans / lanes;
  constexpr double kLengthMs = 10'000;
  for (int i = 0; i < lanes; ++i) {
    const LaneId lane = sketch.lane(process, "lane " + std::to_string(i), 0, i == 0);
    std::exponential_distribution<double> length(each / kLengthMs);
    double t = 0;
    for (int n = 0; n < each; ++n) {
      constexpr std::array kStates{S::kRunning, S::kWaitingGil, S::kWaitingIo,
                                   S::kRunning, S::kSleeping,   S::kWaitingLock};
      sketch.span(lane, t, kStates.at(random() % kStates.size()));
      t += length(random);
    }
    sketch.end(lane, t);
  }
  return sampleOf(sketch, {});
}

}  // namespace threadline::test
