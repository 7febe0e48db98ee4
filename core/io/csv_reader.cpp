// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "core/io/words.h"
#include "core/model/trace_builder.h"
#include "core/model/trace_writer.h"

namespace threadline::io {
namespace {

enum Column : std::size_t { kLane, kKind, kName, kPid, kTid, kStart, kEnd, kState, kLabel, kWaitsFor, kColumnCount };
constexpr std::array<std::string_view, kColumnCount> kTitles{"lane",     "kind",   "name",  "pid",   "tid",
                                                             "start_ns", "end_ns", "state", "label", "waits_for"};
constexpr std::int64_t kMaxTimeNs = std::int64_t{1} << 61U;
constexpr std::size_t kMaxRowBytes = std::size_t{1} << 22U;

std::optional<std::int64_t> numberOf(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

class CsvImport {
 public:
  Result<TraceFile> read(std::string_view rest) {
    if (rest.substr(0, 3) == "\xEF\xBB\xBF") rest.remove_prefix(3);
    const std::size_t all = rest.size();
    if (const auto error = titles(takeCsvRow(rest))) return *error;
    for (m_row = 2; !rest.empty(); ++m_row) {
      const std::vector<std::string> cells = takeCsvRow(rest);
      if (cells.size() == 1 && cells[0].find_first_not_of(std::string_view(" \0", 2)) == std::string::npos) continue;
      if (const auto problem = row(cells); !problem.empty()) leaveOut(problem);
    }
    if (m_rows.empty() && m_leftOut != 0) {
      return Error{ErrorCode::kInvalidInput, m_firstProblem, {}};
    }
    return trace(all);
  }

 private:
  struct Row {
    std::int64_t lane;
    TimeRange range;
    LaneState state;
    TextId label;
    ObjectId object;
  };
  struct LaneFacts {
    model::Lane facts;
    std::int64_t pid = 0;
    LaneId id;
  };

  std::optional<Error> titles(const std::vector<std::string>& cells) {
    m_places.fill(SIZE_MAX);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto* known = std::find(kTitles.begin(), kTitles.end(), cells[i]);
      if (known != kTitles.end()) m_places[static_cast<std::size_t>(known - kTitles.begin())] = i;
    }
    for (const Column needed : {kLane, kStart, kEnd, kState}) {
      if (m_places[needed] != SIZE_MAX) continue;
      return Error{ErrorCode::kInvalidInput,
                   "line 1: there is no column '" + std::string(kTitles[needed]) + "'; this is no table of spans",
                   {}};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string_view cell(const std::vector<std::string>& cells, Column column) const {
    const std::size_t place = m_places[column];
    return place < cells.size() ? std::string_view(cells[place]) : std::string_view();
  }

  /// What is wrong with the row, or nothing.
  std::string row(const std::vector<std::string>& cells) {
    const auto lane = numberOf(cell(cells, kLane));
    const auto start = numberOf(cell(cells, kStart));
    const auto end = numberOf(cell(cells, kEnd));
    const auto state = laneStateNamed(cell(cells, kState));
    if (!lane) return "no number of a lane";
    if (!start || !end || *end < *start || *start < -kMaxTimeNs || *end > kMaxTimeNs) return "no range of time";
    if (!state) return "no state is called '" + std::string(cell(cells, kState)) + "'";
    const auto [known, isNew] = m_lanes.try_emplace(*lane);
    if (isNew) {
      if (m_lanes.size() > model::kMaxLanes) {
        m_lanes.erase(known);
        return "more lanes than can be shown";
      }
      describe(known->second, cells);
    }
    Row span{*lane, {{*start}, {*end}}, *state, m_writer.text(cell(cells, kLabel)), object(cell(cells, kWaitsFor))};
    m_rows.push_back(span);
    return {};
  }

  void describe(LaneFacts& lane, const std::vector<std::string>& cells) {
    lane.facts.kind = kLaneKinds.find(cell(cells, kKind)).value_or(LaneKind::kThread);
    lane.facts.name = model::validUtf8(cell(cells, kName));
    lane.facts.tid = numberOf(cell(cells, kTid)).value_or(0);
    lane.pid = numberOf(cell(cells, kPid)).value_or(0);
    lane.facts.isMain = lane.pid != 0 && lane.pid == lane.facts.tid;
  }

  ObjectId object(std::string_view name) {
    if (name.empty()) return {};
    const TextId text = m_writer.text(name);
    const auto [known, isNew] = m_objects.try_emplace(text, static_cast<std::uint32_t>(m_objects.size()));
    if (known->second >= model::kMaxObjects) return {};
    if (isNew) m_writer.editObject({known->second}).name = m_writer.textOf(text);
    return {known->second};
  }

  void leaveOut(const std::string& problem) {
    if (m_leftOut++ == 0) m_firstProblem = "line " + std::to_string(m_row) + ": " + problem;
  }

  Result<TraceFile> trace(std::size_t bytes) {
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) {
      return a.lane != b.lane ? a.lane < b.lane : a.range.start < b.range.start;
    });
    std::size_t next = 0;
    for (auto& [number, lane] : m_lanes) {
      lane.facts.start = m_rows[next].range.start;
      addLane(lane);
      for (; next < m_rows.size() && m_rows[next].lane == number; ++next) addSpan(lane, m_rows[next]);
      m_writer.endLane(lane.id, m_laneEnd);
    }
    m_writer.totals().eventsRecorded = m_rows.size();
    m_writer.finish();
    TraceFile file;
    file.snapshot = m_writer.snapshot();
    if (m_leftOut != 0) {
      file.repairs.push_back(std::to_string(m_leftOut) + " rows were left out, the first at " + m_firstProblem);
    }
    if (m_overlaps != 0)
      file.repairs.push_back(std::to_string(m_overlaps) + " rows overlap the one before and were cut");
    if (m_gaps != 0) file.repairs.push_back(std::to_string(m_gaps) + " gaps between rows are shown as unknown");
    if (bytes == 0) file.repairs.emplace_back("the table is empty");
    return file;
  }

  void addLane(LaneFacts& lane) {
    const auto [known, isNew] = m_processes.try_emplace(lane.pid);
    if (isNew) {
      known->second = m_writer.addProcess();
      m_writer.editProcess(known->second).pid = lane.pid;
      m_writer.editProcess(known->second).name = lane.facts.name;
    }
    lane.facts.process = known->second;
    lane.id = m_writer.addLane(lane.facts);
    model::Process& process = m_writer.editProcess(known->second);
    process.start = std::min(process.start.value_or(lane.facts.start), lane.facts.start);
    if (lane.facts.isMain || process.mainLane.isNone()) process.mainLane = lane.id;
    m_laneEnd = lane.facts.start;
  }

  void addSpan(const LaneFacts& lane, const Row& row) {
    if (row.range.start > m_laneEnd) {
      m_writer.beginSpan(lane.id, {m_laneEnd});
      ++m_gaps;
    }
    if (row.range.start < m_laneEnd) ++m_overlaps;
    if (row.range.end < m_laneEnd) return;
    model::SpanStart span;
    span.start = std::max(row.range.start, m_laneEnd);
    span.state = row.state;
    span.label = row.label;
    if (!row.object.isNone()) {
      span.targetKind = TargetKind::kObject;
      span.target = row.object.value;
    }
    m_writer.beginSpan(lane.id, span);
    m_laneEnd = row.range.end;
  }

  model::TraceWriter m_writer;
  std::array<std::size_t, kColumnCount> m_places{};
  std::vector<Row> m_rows;
  std::map<std::int64_t, LaneFacts> m_lanes;
  std::map<std::int64_t, ProcessId> m_processes;
  std::map<TextId, std::uint32_t> m_objects;
  TimeNs m_laneEnd;  // of the lane being written: where its last row ended
  std::size_t m_row = 0;
  std::uint64_t m_leftOut = 0;
  std::uint64_t m_overlaps = 0;
  std::uint64_t m_gaps = 0;
  std::string m_firstProblem;
};

}  // namespace

std::vector<std::string> takeCsvRow(std::string_view& rest) {
  std::vector<std::string> cells(1);
  bool isQuoted = false;
  bool isCellStart = true;
  std::size_t i = 0;
  for (; i < rest.size() && i < kMaxRowBytes; ++i) {
    const char c = rest[i];
    if (isQuoted) {
      if (c != '"') {
        cells.back() += c;
      } else if (i + 1 < rest.size() && rest[i + 1] == '"') {
        cells.back() += '"';
        ++i;
      } else {
        isQuoted = false;
      }
    } else if (c == '"' && isCellStart) {
      isQuoted = true;
    } else if (c == ',') {
      cells.emplace_back();
      isCellStart = true;
      continue;
    } else if (c == '\n') {
      ++i;
      break;
    } else if (c != '\r' || (i + 1 < rest.size() && rest[i + 1] != '\n')) {
      cells.back() += c;
    }
    isCellStart = false;
  }
  rest.remove_prefix(std::min(i, rest.size()));
  return cells;
}

Result<TraceFile> readCsv(std::string_view bytes) {
  return CsvImport().read(bytes);
}

}  // namespace threadline::io
