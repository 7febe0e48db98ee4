// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/evidence.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <set>

#include "core/model/statistics.h"
#include "core/report/lane_figures.h"
#include "core/report/queue_evidence.h"
#include "core/report/run_facts.h"

namespace threadline::report {
namespace {

using model::Snapshot;
using Lanes = std::vector<LaneId>;

double timeIn(const model::StateTotals& totals, std::initializer_list<LaneState> states) {
  double sum = 0;
  for (const LaneState state : states) sum += static_cast<double>(totals.time[static_cast<std::size_t>(state)].ns);
  return sum;
}

double workOf(const model::StateTotals& totals) {
  return timeIn(totals, {LaneState::kRunning, LaneState::kChecking});
}

struct CrewLane {
  LaneId id;
  double life = 0;
  model::StateTotals totals;
};

/// Main takes part where it works for a tenth of its time, or is alone.
std::vector<CrewLane> crewOf(const Snapshot& snapshot) {
  constexpr double kTakesPart = 0.1;
  std::vector<CrewLane> crew;
  std::vector<CrewLane> all;
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    const model::Lane& lane = snapshot.lane(LaneId{i});
    if (lane.kind == LaneKind::kService || snapshot.spanCount(lane.id) == 0) continue;
    CrewLane one{lane.id, 0, model::laneTotals(snapshot, lane.id)};
    one.life = static_cast<double>(one.totals.sum().ns);
    if (one.life <= 0) continue;
    all.push_back(one);
    const bool isWatcher = lane.isMain && lane.parent.isNone() && workOf(one.totals) < kTakesPart * one.life;
    if (!isWatcher) crew.push_back(one);
  }
  return crew.empty() ? all : crew;
}

/// The longest span in the state of the lane that spends most of its life in it.
Measured placeOf(const Snapshot& snapshot, const std::vector<CrewLane>& crew, LaneState state, double value) {
  const auto share = [&](const CrewLane& lane) { return timeIn(lane.totals, {state}) / lane.life; };
  const auto most = std::max_element(crew.begin(), crew.end(),
                                     [&](const CrewLane& a, const CrewLane& b) { return share(a) < share(b); });
  Measured out{value, most->id, {}, snapshot.lane(most->id).name};
  for (std::size_t i = 0; i < snapshot.spanCount(most->id); ++i) {
    const model::Span span = snapshot.span(most->id, i);
    if (span.state == state && (span.end - span.start).ns > out.range.length().ns) out.range = {span.start, span.end};
  }
  return out;
}

class Collector {
 public:
  explicit Collector(const RunRecord& run) : m_run(run), m_snapshot(*run.snapshot), m_crew(crewOf(m_snapshot)) {}

  Evidence collect() {
    m_wall = static_cast<double>(wallTime(m_snapshot).ns);
    for (const CrewLane& lane : m_crew) m_life += lane.life;
    if (m_crew.empty() || m_life <= 0 || m_wall <= 0) return {};
    say(Measure::kLanes, static_cast<double>(m_crew.size()));
    addMachine();
    addShares();
    addLocks();
    addRunning();
    addBalance();
    addConvoy();
    addQueues(m_snapshot, m_out);
    return std::move(m_out);
  }

 private:
  void say(Measure measure, double value) { m_out[measure] = {value, {}, {}, {}}; }

  void addMachine() {
    const auto cpu = cpuTime(m_snapshot);
    if (cpu) say(Measure::kCoresUsed, static_cast<double>(cpu->ns) / m_wall);
    const auto cores = coresOf(m_run.machine);
    if (!cores) return;
    say(Measure::kCores, *cores);
    say(Measure::kForeign, m_run.otherLoad / *cores);
    if (cpu) say(Measure::kCoresBusy, static_cast<double>(cpu->ns) / m_wall / *cores);
  }

  void addShares() {
    struct Share {
      Measure measure;
      LaneState state;
    };
    constexpr std::array<Share, 3> kShares{{{Measure::kGilShare, LaneState::kWaitingGil},
                                            {Measure::kIoShare, LaneState::kWaitingIo},
                                            {Measure::kReadyShare, LaneState::kReady}}};
    for (const Share& share : kShares) {
      double time = 0;
      for (const CrewLane& lane : m_crew) time += timeIn(lane.totals, {share.state});
      m_out[share.measure] = placeOf(m_snapshot, m_crew, share.state, time / m_life);
    }
    double starting = 0;
    for (const CrewLane& lane : m_crew) starting += timeIn(lane.totals, {LaneState::kCreated, LaneState::kStarting});
    m_out[Measure::kStartingShare] = placeOf(m_snapshot, m_crew, LaneState::kStarting, starting / m_life);
  }

  [[nodiscard]] bool isLock(std::uint32_t object) const {
    for (const model::Object& known : m_snapshot.objects()) {
      if (known.id.value != object) continue;
      const auto kind = static_cast<scenario::ObjectKind>(known.kind);
      return kind == scenario::ObjectKind::kLock || kind == scenario::ObjectKind::kRwLock ||
             kind == scenario::ObjectKind::kSemaphore;
    }
    return false;
  }

  void addLocks() {
    std::map<std::uint32_t, std::pair<double, Measured>> ofLock;
    double sum = 0;
    for (const CrewLane& lane : m_crew) {
      for (std::size_t i = 0; i < m_snapshot.spanCount(lane.id); ++i) {
        const model::Span span = m_snapshot.span(lane.id, i);
        if (span.state != LaneState::kWaitingLock || span.targetKind != TargetKind::kObject || !isLock(span.target)) {
          continue;
        }
        auto& [time, place] = ofLock[span.target];
        time += static_cast<double>((span.end - span.start).ns);
        sum += static_cast<double>((span.end - span.start).ns);
        if ((span.end - span.start).ns <= place.range.length().ns) continue;
        place.lane = lane.id;
        place.range = {span.start, span.end};
      }
    }
    say(Measure::kLockShare, sum / m_life);
    for (const auto& [object, found] : ofLock) {
      Measured place = found.second;
      place.value = found.first / sum;
      for (const model::Object& known : m_snapshot.objects()) {
        if (known.id.value == object) place.name = known.name;
      }
      const auto best = m_out.find(Measure::kOneLock);
      if (best == m_out.end() || best->second.value < place.value) m_out[Measure::kOneLock] = place;
    }
  }

  void addRunning() {
    double running = 0;
    Lanes lanes;
    for (const CrewLane& lane : m_crew) {
      running += timeIn(lane.totals, {LaneState::kRunning, LaneState::kChecking, LaneState::kReady});
      lanes.push_back(lane.id);
    }
    if (const auto overlap = workOverlap(m_snapshot, lanes)) say(Measure::kOverlap, *overlap);
    say(Measure::kWantRun, running / m_wall);
    const auto cores = m_out.find(Measure::kCores);
    if (cores != m_out.end()) say(Measure::kWantRunPerCore, running / m_wall / cores->second.value);
    const auto used = m_out.find(Measure::kCoresUsed);
    if (used != m_out.end() && used->second.value > 0) say(Measure::kRunPerCpu, running / m_wall / used->second.value);
  }

  /// Lanes that do the same: the largest group whose names differ in digits only.
  [[nodiscard]] std::vector<CrewLane> alikeLanes() const {
    std::map<std::string, std::vector<CrewLane>> groups;
    for (const CrewLane& lane : m_crew) {
      std::string stem;
      for (const char c : m_snapshot.lane(lane.id).name) {
        if (c < '0' || c > '9') stem += c;
      }
      groups[stem].push_back(lane);
    }
    std::vector<CrewLane> largest;
    for (auto& [stem, lanes] : groups) {
      if (lanes.size() > largest.size()) largest = std::move(lanes);
    }
    return largest;
  }

  void addBalance() {
    const std::vector<CrewLane> alike = alikeLanes();
    if (alike.size() < 2) return;
    const auto busyOf = [](const CrewLane& lane) {
      return timeIn(lane.totals,
                    {LaneState::kRunning, LaneState::kChecking, LaneState::kWaitingIo, LaneState::kSleeping});
    };
    double sum = 0;
    const CrewLane* busiest = &alike.front();
    for (const CrewLane& lane : alike) {
      sum += busyOf(lane);
      if (busyOf(lane) > busyOf(*busiest)) busiest = &lane;
    }
    std::vector<std::int64_t> ends;
    for (const CrewLane& lane : alike) ends.push_back(m_snapshot.laneEnd(lane.id).ns);
    std::sort(ends.begin(), ends.end());
    if (sum <= 0) return;
    const TimeRange alone{TimeNs{ends[ends.size() - 2]}, TimeNs{ends.back()}};
    const std::string& name = m_snapshot.lane(busiest->id).name;
    m_out[Measure::kBusiest] = {busyOf(*busiest) * static_cast<double>(alike.size()) / sum, busiest->id, {}, name};
    m_out[Measure::kAlone] = {static_cast<double>(alone.length().ns) / m_wall, busiest->id, alone, name};
  }

  /// The lane that mostly waits and for which the GIL is the greatest part of it.
  void addConvoy() {
    constexpr double kWorksLittle = 0.2;
    for (const CrewLane& lane : m_crew) {
      const double share = timeIn(lane.totals, {LaneState::kWaitingGil}) / lane.life;
      const auto best = m_out.find(Measure::kConvoyShare);
      if (workOf(lane.totals) > kWorksLittle * lane.life || share <= 0) continue;
      if (best != m_out.end() && best->second.value >= share) continue;
      std::vector<std::int64_t> waits = spanLengths(m_snapshot, {lane.id}, LaneState::kWaitingGil, {});
      std::vector<std::int64_t> pieces = spanLengths(m_snapshot, {lane.id}, LaneState::kRunning, {});
      const auto wait = percentile(waits, 50);
      const auto piece = percentile(pieces, 50);
      if (!wait || !piece) continue;
      const double times = static_cast<double>(*wait) / static_cast<double>(std::max<std::int64_t>(1, *piece));
      const std::string& name = m_snapshot.lane(lane.id).name;
      m_out[Measure::kConvoyShare] = {share, lane.id, {}, name};
      m_out[Measure::kConvoyTimes] = {times, lane.id, {}, name};
      m_out[Measure::kConvoyWaits] = {static_cast<double>(waits.size()), lane.id, {}, name};
    }
  }

  const RunRecord& m_run;
  const Snapshot& m_snapshot;
  std::vector<CrewLane> m_crew;
  double m_wall = 0;
  double m_life = 0;
  Evidence m_out;
};

constexpr std::array<const char*, 24> kNames{
    "lanes",       "cores",          "cores_used",     "cores_busy",        "foreign_share",
    "gil_share",   "lock_share",     "one_lock_share", "overlap",           "io_share",
    "ready_share", "starting_share", "want_run",       "want_run_per_core", "run_per_cpu",
    "busiest",     "alone_share",    "starved_share",  "starved_depth",     "backlog",
    "takers_wait", "convoy_share",   "convoy_times",   "convoy_waits"};

}  // namespace

const char* nameOf(Measure measure) {
  return kNames.at(static_cast<std::size_t>(measure));
}

std::optional<int> coresOf(const std::string& machine) {
  int cores = 0;
  const auto [end, problem] = std::from_chars(machine.data(), machine.data() + machine.size(), cores);
  const std::string_view rest = std::string_view(machine).substr(static_cast<std::size_t>(end - machine.data()));
  if (problem != std::errc() || cores < 1 || rest.substr(0, 5) != " core") return std::nullopt;
  return cores;
}

Evidence evidenceOf(const RunRecord& run) {
  const bool isWhole = run.ending == model::RunEnding::kReturned || run.ending == model::RunEnding::kFailed;
  if (!run.snapshot || !isWhole) return {};
  return Collector(run).collect();
}

}  // namespace threadline::report
