// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engine/engine_fixture.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "core/engine/actor/lane_factory.h"
#include "core/engine/actor/thread_actor.h"
#include "core/engine/objects/object_table.h"
#include "core/scenario/run_package.h"

namespace threadline::engine::testing {
namespace {

class Collector final : public ring::RingSink {
 public:
  void events(ring::SlotClaim ring, std::span<const Event> events) override {
    Ring& read = m_rings[{ring.slot, ring.generation}];
    for (const Event& event : events) {
      if (event.kind == EventKind::kLost) m_recording.lost += event.value;
      read.lane.events.push_back({event, event.text == 0 ? std::string() : read.texts[event.text]});
    }
  }
  void text(ring::SlotClaim ring, std::uint32_t number, std::string_view bytes) override {
    m_rings[{ring.slot, ring.generation}].texts[number] = bytes;
  }
  void corrupt(ring::SlotClaim /*ring*/, std::string_view /*what*/) override { m_recording.isDamaged = true; }
  void ended(ring::SlotClaim /*ring*/, std::uint64_t dropped) override { m_recording.lost += dropped; }
  bool isWriterDead(ring::SlotClaim /*ring*/) const override { return false; }

  Recording take() {
    for (auto& [claim, read] : m_rings) {
      for (ReadEvent& event : read.lane.events) {
        // A text local's value is a text's number.
        if (event.event.kind == EventKind::kLocal && event.event.sub == static_cast<std::uint8_t>(LocalKind::kText)) {
          m_localTexts[&event] = read.texts[static_cast<std::uint32_t>(event.event.value)];
        }
        if (event.event.kind != EventKind::kLane) continue;
        read.lane.id = {event.event.target};
        read.lane.name = event.text;
        read.lane.kind = static_cast<LaneKind>(event.event.sub);
        read.lane.isDaemon = (event.event.step & kLaneDaemon) != 0;
      }
      for (const auto& [event, text] : m_localTexts) const_cast<ReadEvent*>(event)->text += "\n" + text;
      m_localTexts.clear();
      m_recording.lanes.push_back(std::move(read.lane));
    }
    return std::move(m_recording);
  }

 private:
  struct Ring {
    ReadLane lane;
    std::map<std::uint32_t, std::string> texts;
  };
  std::map<std::pair<std::uint32_t, std::uint64_t>, Ring> m_rings;
  std::map<const ReadEvent*, std::string> m_localTexts;
  Recording m_recording;
};

std::string scenarioText(std::string_view functions, std::string_view objects, std::string_view process) {
  std::ostringstream json;
  json << R"({"threadline": 1, "id": "test", "title": {"en": "T", "ko": "T"}, "lesson": {"en": "L", "ko": "L"},)"
       << R"("process": {)" << process << R"(}, "objects": {)" << objects << R"(}, "functions": {)" << functions
       << "}}";
  return json.str();
}

/// Busy and idle ticks of all cores, in seconds.
double busySeconds() {
  std::ifstream stat("/proc/stat");
  std::string word;
  stat >> word;
  double busy = 0;
  for (int field = 0; field < 8; ++field) {
    double ticks = 0;
    stat >> ticks;
    if (field != 3 && field != 4) busy += ticks;  // idle and waiting for a disk
  }
  return busy / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double ownSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

std::vector<LaneState> ReadLane::states() const {
  std::vector<LaneState> states;
  for (const ReadEvent& read : of(EventKind::kState)) states.push_back(static_cast<LaneState>(read.event.sub));
  return states;
}

std::vector<ReadEvent> ReadLane::of(EventKind wanted) const {
  std::vector<ReadEvent> found;
  std::copy_if(events.begin(), events.end(), std::back_inserter(found),
               [wanted](const ReadEvent& read) { return read.event.kind == wanted; });
  return found;
}

std::vector<ReadEvent> ReadLane::instants(InstantKind wanted) const {
  std::vector<ReadEvent> found = of(EventKind::kInstant);
  std::erase_if(found, [wanted](const ReadEvent& read) { return read.event.sub != static_cast<std::uint8_t>(wanted); });
  return found;
}

bool ReadLane::has(LaneState state) const {
  const std::vector<LaneState> all = states();
  return std::find(all.begin(), all.end(), state) != all.end();
}

scenario::Value ReadLane::local(std::string_view wanted) const {
  for (const ReadEvent& read : of(EventKind::kLocal)) {
    const std::string localName = read.text.substr(0, read.text.find('\n'));
    if (localName != wanted) continue;
    switch (static_cast<LocalKind>(read.event.sub)) {
      case LocalKind::kInteger: return static_cast<std::int64_t>(read.event.value);
      case LocalKind::kBool: return read.event.value != 0;
      case LocalKind::kText: return read.text.substr(read.text.find('\n') + 1);
      case LocalKind::kDecimal: {
        double decimal = 0;
        std::memcpy(&decimal, &read.event.value, sizeof decimal);
        return decimal;
      }
      case LocalKind::kNone: return {};
    }
  }
  ADD_FAILURE() << "no local " << wanted << " in lane " << name;
  return {};
}

const ReadLane& Recording::lane(std::string_view name) const {
  for (const ReadLane& lane : lanes) {
    if (lane.name == name) return lane;
  }
  ADD_FAILURE() << "no lane " << name;
  static const ReadLane none;
  return none;
}

bool Recording::hasLane(std::string_view name) const {
  return std::any_of(lanes.begin(), lanes.end(), [name](const ReadLane& lane) { return lane.name == name; });
}

std::vector<std::pair<LaneId, ReadEvent>> Recording::inTime(EventKind kind) const {
  std::vector<std::pair<LaneId, ReadEvent>> all;
  for (const ReadLane& lane : lanes) {
    for (const ReadEvent& read : lane.of(kind)) all.emplace_back(lane.id, read);
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.second.event.timeNs < b.second.event.timeNs; });
  return all;
}

std::string Recording::problems() const {
  std::ostringstream found;
  if (lost != 0) found << lost << " events lost; ";
  if (isDamaged) found << "damaged; ";
  std::set<std::uint64_t> left;
  for (const auto& [lane, read] : inTime(EventKind::kFlowOut)) {
    if (!left.insert(read.event.value).second) found << "flow " << read.event.value << " leaves twice; ";
  }
  for (const auto& [lane, read] : inTime(EventKind::kFlowIn)) {
    if (left.count(read.event.value) == 0) found << "flow " << read.event.value << " arrives from nowhere; ";
  }
  for (const ReadLane& lane : lanes) {
    const std::vector<LaneState> states = lane.states();
    std::int64_t last = 0;
    for (const ReadEvent& read : lane.events) {
      if (read.event.timeNs < last) found << lane.name << " goes back in time; ";
      last = read.event.timeNs;
    }
    if (!states.empty() && !isLegalFirstState(states.front())) found << lane.name << " begins wrongly; ";
    for (std::size_t i = 1; i < states.size(); ++i) {
      if (isLegalTransition(states[i - 1], states[i])) continue;
      found << lane.name << ": " << nameOf(states[i - 1]) << " -> " << nameOf(states[i]) << "; ";
    }
  }
  return found.str();
}

std::unique_ptr<ring::SharedRings> makeRings() {
  auto rings = ring::SharedRings::create();
  TL_CHECK(rings.isOk());
  return std::make_unique<ring::SharedRings>(rings.take());
}

RecorderSeed makeTestLane(ring::SharedRings& rings, std::string_view name) {
  LaneRequest request;
  request.process = {0};
  request.name = name;
  auto seed = makeLane(rings, request);
  TL_CHECK(seed.isOk());
  return seed.value();
}

Recording readRings(ring::SharedRings& rings) {
  Collector collector;
  ring::RingReader reader(rings, collector);
  reader.finish();
  return collector.take();
}

EngineRun::EngineRun(std::string_view functions, std::string_view objects, std::string_view process)
    : m_rings(makeRings()) {
  scenario::RunPackage package;
  package.scenarioJson = scenarioText(functions, objects, process);
  auto program = makeProgram(package);
  if (!program) ADD_FAILURE() << program.error().message << " at " << program.error().context;
  TL_CHECK(program.isOk());
  m_program = std::make_unique<Program>(program.take());
  auto shared = SharedBlock::create(*m_program);
  TL_CHECK(shared.isOk());
  m_shared = shared.take();
  m_process.program = m_program.get();
  m_process.rings = m_rings.get();
  m_process.shared = m_shared.get();
  m_process.identity.id = {m_rings->header().nextProcess++};
  m_process.identity.pid = getpid();
  m_process.identity.parentPid = getppid();
  m_process.identity.name = "main";
  equipProcess(m_process, nullptr);
}

ActorOutcome EngineRun::run() {
  LaneRequest request;
  request.process = m_process.identity.id;
  request.name = "main";
  request.isMain = true;
  auto seed = makeLane(*m_rings, request);
  TL_CHECK(seed.isOk());
  Recorder recorder(*m_rings, seed.value());
  Actor actor{m_process, recorder, "main"};
  actor.keepsGil = true;
  ActorStart start;
  start.function = "main";
  start.recorder = seed.value();
  ActorOutcome outcome = runFunction(actor, start);
  for (const std::uint32_t thread : m_process.threads->unfinishedNonDaemons()) {
    const BlockingCall wait(actor, LaneState::kJoining, {});
    m_process.threads->join(thread, std::nullopt);
  }
  m_process.objects->finishFeeders(actor);
  actor.pause();
  recorder.laneEnds(LaneExit::kReturned, outcome.text, true);
  return outcome;
}

Recording EngineRun::read() {
  return readRings(*m_rings);
}

double coresUsedByOthers() {
  constexpr timespec kWhile{0, 150'000'000};
  timespec begin{};
  timespec end{};
  clock_gettime(CLOCK_MONOTONIC, &begin);
  const double busyBefore = busySeconds() - ownSeconds();
  nanosleep(&kWhile, nullptr);
  const double busy = busySeconds() - ownSeconds() - busyBefore;
  clock_gettime(CLOCK_MONOTONIC, &end);
  const double length =
      static_cast<double>(end.tv_sec - begin.tv_sec) + 1e-9 * static_cast<double>(end.tv_nsec - begin.tv_nsec);
  return std::max(0.0, busy / length);
}

}  // namespace threadline::engine::testing
