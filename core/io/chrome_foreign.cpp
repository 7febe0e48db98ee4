// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/chrome_foreign.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "core/io/chrome_args.h"
#include "core/io/chrome_slices.h"
#include "core/io/chrome_tracks.h"

namespace threadline::io {
namespace {

constexpr std::size_t kWholeFile = SIZE_MAX;

/// Linux's letters of a thread's state, as some writers give them.
LaneState stateOfLetter(std::string_view letter) {
  if (letter == "Running") return LaneState::kRunning;
  if (letter == "R" || letter == "R+" || letter == "Runnable" || letter == "Ready") return LaneState::kReady;
  if (letter == "Created") return LaneState::kCreated;
  if (letter == "D") return LaneState::kWaitingIo;
  if (letter == "S" || letter == "I" || letter == "Sleeping" || letter == "Waiting") return LaneState::kBlocked;
  return LaneState::kUnknown;
}

class ForeignImport {
 public:
  ForeignImport(const ChromeFile& file, model::TraceWriter& writer)
      : m_file(file), m_writer(writer), m_tracks(writer) {}

  std::vector<std::string> run() {
    findRange();
    for (const ChromeEvent& event : m_file.events) take(event);
    m_slices.match(m_end);
    m_tracks.addLanes();
    writeStates();
    m_slices.write(m_writer, [this](std::size_t track) { return m_tracks.laneOf(track); });
    writeInstants();
    writeFlows();
    for (std::size_t track = 0; track < m_tracks.count(); ++track) {
      const LaneId lane = m_tracks.laneOf(track);
      // What never ended reaches to the end of the trace, and its lane with it.
      if (!lane.isNone()) m_writer.endLane(lane, std::max(m_tracks.endOf(track), m_writer.lastSliceEnd(lane)));
    }
    m_writer.finish();
    return repairs();
  }

 private:
  struct Point {
    std::size_t track;
    TimeNs time;
    TextId name;
  };
  struct FlowKey {
    TextId category;
    TextId name;
    std::size_t process;
    std::uint64_t id;
    friend auto operator<=>(const FlowKey&, const FlowKey&) = default;
  };
  struct FlowPoint {
    FlowKey key;
    TimeNs time;
    bool mayArrive;
    bool mayLeave;
    std::size_t track;
  };
  struct StateSpan {
    std::size_t track;
    TimeRange range;
    LaneState state;
  };

  void findRange() {
    bool isFirst = true;
    std::int64_t first = 0;
    std::int64_t last = 0;
    for (const ChromeEvent& event : m_file.events) {
      if (!event.hasTime || event.phase == 'M') continue;
      const std::int64_t end = event.timeNs + std::max<std::int64_t>(0, event.durationNs);
      first = isFirst ? event.timeNs : std::min(first, event.timeNs);
      last = isFirst ? end : std::max(last, end);
      isFirst = false;
    }
    m_zero = first;
    m_end = {last - first};
  }

  void take(const ChromeEvent& event) {
    if (event.phase == 'M') {
      if (!m_tracks.name(event)) ++m_otherNames;
      return;
    }
    if (event.phase == 0 && !event.hasTime) {
      ++m_empty;
      return;
    }
    if (!event.hasTime) {
      ++m_withoutTime;
      return;
    }
    ++m_writer.totals().eventsRecorded;
    const TimeNs time{event.timeNs - m_zero};
    TimeRange range{time, time};
    if (event.hasDuration) range.end.ns += std::max<std::int64_t>(0, event.durationNs);
    if (event.durationNs < 0) ++m_negative;
    if (!interval(event, range) && !point(event, time)) ++m_left[static_cast<unsigned char>(event.phase)];
  }

  bool interval(const ChromeEvent& event, TimeRange range) {
    switch (event.phase) {
      case 'X': {
        const std::size_t track = m_tracks.trackOf(event, range);
        m_slices.whole(track, range, event.name);
        if (event.isFlowIn || event.isFlowOut) flow(event, range.start, track, event.isFlowIn, event.isFlowOut, true);
        return true;
      }
      case 'B':
        m_slices.begin(m_tracks.trackOf(event, {range.start, range.start}), range.start, event.name);
        return true;
      case 'E': m_slices.end(m_tracks.trackOf(event, {range.start, range.start}), range.start, event.name); return true;
      case 'b':
      case 'S': m_slices.beginAsync(asyncKey(event, range), range.start, event.name); return true;
      case 'e':
      case 'F': m_slices.endAsync(asyncKey(event, range), range.start, event.name); return true;
      case 'T':
        if (!event.hasDuration) return false;
        m_states.push_back({m_tracks.trackOf(event, range), range, stateOfLetter(m_writer.textOf(event.name))});
        return true;
      default: return false;
    }
  }

  ChromeSlices::AsyncKey asyncKey(const ChromeEvent& event, TimeRange range) {
    const std::size_t track = m_tracks.asyncTrackOf(event, {range.start, range.start});
    const std::size_t process = event.idScope == IdScope::kGlobal ? kWholeFile : m_tracks.processOf(event);
    return {track, process, event.id};
  }

  bool point(const ChromeEvent& event, TimeNs time) {
    switch (event.phase) {
      case 'i':
      case 'I':
      case 'R': m_points.push_back({m_tracks.trackOf(event, {time, time}), time, event.name}); return true;
      case 'n': m_points.push_back({m_tracks.asyncTrackOf(event, {time, time}), time, event.name}); return true;
      case 's':
      case 't':
      case 'f': {
        const std::size_t track = m_tracks.trackOf(event, {time, time});
        flow(event, time, track, event.phase != 's', event.phase != 'f', false);
        return true;
      }
      case 'C': counter(event, time); return true;
      default: return false;
    }
  }

  void flow(const ChromeEvent& event, TimeNs time, std::size_t track, bool mayArrive, bool mayLeave, bool isBound) {
    if (event.idScope == IdScope::kNone) {
      ++m_left[static_cast<unsigned char>(event.phase)];
      return;
    }
    const std::size_t process = event.idScope == IdScope::kLocal ? m_tracks.processOf(event) : kWholeFile;
    const FlowKey key =
        isBound ? FlowKey{{}, {}, kWholeFile, event.id} : FlowKey{event.category, event.name, process, event.id};
    m_flows.push_back({key, time, mayArrive, mayLeave, track});
  }

  void counter(const ChromeEvent& event, TimeNs time) {
    const ChromeArgs args(event.args);
    const std::size_t process = m_tracks.processOf(event);
    for (const ChromeArgs::Field& field : args.fields()) {
      const auto value = ChromeArgs::decimal(field);
      if (!value || std::fabs(*value) > 9e18) {
        ++m_noNumbers;
        continue;
      }
      if (*value != std::trunc(*value)) ++m_rounded;
      const bool isPlain = args.fields().size() == 1;
      std::string name(m_writer.textOf(event.name));
      if (!isPlain || name.empty()) name += (name.empty() ? "" : " ") + field.key;
      m_writer.addSample(counterNamed(process, name), {time, static_cast<std::int64_t>(std::llround(*value))});
    }
  }

  std::size_t counterNamed(std::size_t process, const std::string& name) {
    const auto [known, isNew] = m_counters.try_emplace({process, name}, 0);
    if (isNew) {
      // The first process has the plain name; the same counter of another one says whose it is.
      const bool isTaken = !m_counterNames.emplace(name).second;
      std::string shown = name;
      if (isTaken) shown += " (" + std::to_string(process) + ")";
      known->second = m_writer.counter({{}, CounterKind::kValue, std::move(shown)});
    }
    return known->second;
  }

  void writeStates() {
    std::stable_sort(m_states.begin(), m_states.end(), [](const StateSpan& a, const StateSpan& b) {
      return std::tie(a.track, a.range.start) < std::tie(b.track, b.range.start);
    });
    for (std::size_t i = 0; i < m_states.size(); ++i) {
      const StateSpan& span = m_states[i];
      const LaneId lane = m_tracks.laneOf(span.track);
      if (m_writer.spanCount(lane) == 0 && span.range.start > m_writer.lane(lane).start) {
        m_writer.beginSpan(lane, {m_writer.lane(lane).start});
      }
      model::SpanStart start;
      start.start = span.range.start;
      start.state = span.state;
      m_writer.beginSpan(lane, start);
      const bool isLast = i + 1 == m_states.size() || m_states[i + 1].track != span.track;
      if (isLast || m_states[i + 1].range.start > span.range.end) m_writer.beginSpan(lane, {span.range.end});
    }
  }

  void writeInstants() {
    std::stable_sort(m_points.begin(), m_points.end(), [](const Point& a, const Point& b) { return a.time < b.time; });
    for (const Point& point : m_points) {
      model::Instant instant;
      instant.time = point.time;
      instant.lane = m_tracks.laneOf(point.track);
      instant.kind = InstantKind::kMark;
      instant.text = point.name;
      m_writer.addInstant(instant);
    }
  }

  void writeFlows() {
    std::stable_sort(m_flows.begin(), m_flows.end(), [](const FlowPoint& a, const FlowPoint& b) {
      return std::tie(a.key, a.time) < std::tie(b.key, b.time);
    });
    const FlowPoint* from = nullptr;
    bool isConnected = true;
    for (const FlowPoint& point : m_flows) {
      if (from != nullptr && from->key != point.key) {
        if (!isConnected) ++m_openFlows;
        from = nullptr;
      }
      if (point.mayArrive && from != nullptr) {
        m_writer.addFlow({FlowKind::kEmit,
                          m_tracks.laneOf(from->track),
                          from->time,
                          m_tracks.laneOf(point.track),
                          point.time,
                          {},
                          point.key.name});
        isConnected = true;
      } else if (point.mayArrive && !point.mayLeave) {
        ++m_openFlows;
      }
      if (!point.mayLeave) continue;
      from = &point;
      isConnected = point.mayArrive;
    }
    if (from != nullptr && !isConnected) ++m_openFlows;
  }

  [[nodiscard]] std::vector<std::string> repairs() const {
    std::vector<std::string> list;
    const auto say = [&](std::uint64_t count, const std::string& what) {
      if (count != 0) list.push_back(std::to_string(count) + ' ' + what);
    };
    say(m_slices.withoutEnd(), "intervals never ended; they are drawn to the end of the trace");
    say(m_slices.withoutBegin(), "ends without a beginning were left out");
    say(m_withoutTime, "events without a time were left out");
    say(m_negative, "negative durations were taken as 0");
    say(m_openFlows, "flows with one end only were left out");
    say(m_rounded, "values of counters were rounded to whole numbers");
    say(m_noNumbers, "values of counters are no numbers and were left out");
    for (std::size_t phase = 0; phase < m_left.size(); ++phase) {
      const bool isShown = phase > ' ' && phase < 127;
      say(m_left[phase], isShown ? std::string("events of phase '") + static_cast<char>(phase) + "' were left out"
                                 : std::string("events without a known phase were left out"));
    }
    return list;
  }

  const ChromeFile& m_file;
  model::TraceWriter& m_writer;
  ChromeTracks m_tracks;
  ChromeSlices m_slices;
  std::vector<Point> m_points;
  std::vector<FlowPoint> m_flows;
  std::vector<StateSpan> m_states;
  std::map<std::pair<std::size_t, std::string>, std::size_t> m_counters;
  std::set<std::string> m_counterNames;
  std::int64_t m_zero = 0;
  TimeNs m_end;
  std::array<std::uint64_t, 256> m_left{};
  std::uint64_t m_otherNames = 0;
  std::uint64_t m_empty = 0;
  std::uint64_t m_withoutTime = 0;
  std::uint64_t m_negative = 0;
  std::uint64_t m_openFlows = 0;
  std::uint64_t m_rounded = 0;
  std::uint64_t m_noNumbers = 0;
};

}  // namespace

std::vector<std::string> importForeignChrome(const ChromeFile& file, model::TraceWriter& writer) {
  return ForeignImport(file, writer).run();
}

}  // namespace threadline::io
