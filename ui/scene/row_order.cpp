// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/row_order.h"

#include <algorithm>
#include <map>

namespace threadline::scene {
namespace {

struct ProcessRows {
  ProcessId process;
  std::vector<Row> rows;
};
using Grouped = std::vector<ProcessRows>;

std::vector<LaneId> drawnLanes(const model::Snapshot& snapshot, const model::View& view) {
  std::vector<LaneId> out;
  std::vector<bool> seen(snapshot.laneCount(), false);
  for (const LaneId lane : view.lanes) {
    if (lane.value >= seen.size() || seen[lane.value]) continue;
    seen[lane.value] = true;
    out.push_back(lane);
  }
  return out;
}

/// In order of each process's first lane in the view.
Grouped byProcess(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes) {
  Grouped out;
  std::map<ProcessId, std::size_t> place;
  for (const LaneId lane : lanes) {
    const ProcessId process = snapshot.lane(lane).process;
    const auto [it, isNew] = place.emplace(process, out.size());
    if (isNew) out.push_back({process, {}});
    Row row;
    row.process = process;
    row.lanes = {lane};
    out[it->second].rows.push_back(std::move(row));
  }
  return out;
}

/// "worker-12" -> "worker-*"; a name without figures stays.
std::string patternOf(const std::string& name) {
  std::string out;
  bool inNumber = false;
  for (const char c : name) {
    const bool isDigit = c >= '0' && c <= '9';
    if (!isDigit) out += c;
    if (isDigit && !inNumber) out += '*';
    inNumber = isDigit;
  }
  return out;
}

std::string timesText(std::size_t count) {
  return " \xC3\x97" + std::to_string(count);
}

std::size_t rowCount(const Grouped& groups) {
  std::size_t count = 0;
  for (const ProcessRows& group : groups) count += group.rows.size();
  return count;
}

Row merged(std::vector<Row> rows, const std::string& name) {
  Row out = std::move(rows.front());
  for (std::size_t i = 1; i < rows.size(); ++i) {
    out.lanes.insert(out.lanes.end(), rows[i].lanes.begin(), rows[i].lanes.end());
  }
  if (out.lanes.size() > 1) {
    out.kind = RowKind::kFold;
    out.foldName = name + timesText(out.lanes.size());
  }
  return out;
}

void foldAlikeLanes(const model::Snapshot& snapshot, ProcessRows& group) {
  std::vector<std::vector<Row>> buckets;
  std::map<std::string, std::size_t> place;
  for (Row& row : group.rows) {
    const model::Lane& lane = snapshot.lane(row.lanes.front());
    const std::string key = lane.isMain ? std::string("\x01main") : patternOf(lane.name);
    const auto [it, isNew] = place.emplace(key, buckets.size());
    if (isNew) buckets.emplace_back();
    buckets[it->second].push_back(std::move(row));
  }
  group.rows.clear();
  for (std::vector<Row>& bucket : buckets) {
    const std::string name = patternOf(snapshot.lane(bucket.front().lanes.front()).name);
    group.rows.push_back(merged(std::move(bucket), name));
  }
}

std::string processName(const model::Snapshot& snapshot, ProcessId id) {
  const auto& processes = snapshot.processes();
  return id.value < processes.size() ? processes[id.value].name : std::string();
}

void foldAlikeProcesses(const model::Snapshot& snapshot, Grouped& groups) {
  Grouped out;
  std::map<std::string, std::size_t> place;
  std::map<std::size_t, std::size_t> counts;
  for (ProcessRows& group : groups) {
    const std::string key = patternOf(processName(snapshot, group.process));
    const auto [it, isNew] = place.emplace(key, out.size());
    if (isNew) {
      out.push_back(std::move(group));
    } else {
      std::vector<Row> both = std::move(out[it->second].rows);
      both.insert(both.end(), group.rows.begin(), group.rows.end());
      out[it->second].rows = {merged(std::move(both), key)};
      out[it->second].process = ProcessId{};
    }
  }
  groups = std::move(out);
}

void fold(const model::Snapshot& snapshot, Grouped& groups, std::size_t foldAbove) {
  if (rowCount(groups) <= foldAbove) return;
  for (ProcessRows& group : groups) foldAlikeLanes(snapshot, group);
  if (rowCount(groups) <= foldAbove) return;
  for (ProcessRows& group : groups) {
    const std::string name = processName(snapshot, group.process);
    group.rows = {merged(std::move(group.rows), name)};
  }
  if (rowCount(groups) > foldAbove) foldAlikeProcesses(snapshot, groups);
  if (rowCount(groups) <= foldAbove || foldAbove == 0) return;
  std::vector<Row> rest;
  for (std::size_t i = foldAbove - 1; i < groups.size(); ++i) {
    for (Row& row : groups[i].rows) rest.push_back(std::move(row));
  }
  groups.resize(foldAbove - 1);
  groups.push_back({ProcessId{}, {merged(std::move(rest), "\xE2\x80\xA6")}});
}

/// A counter stands between the two ends of its object's flows: below the upper one of them.
std::size_t placeForCounter(const model::Snapshot& snapshot, const model::Counter& counter,
                            const std::vector<Row>& rows) {
  std::map<LaneId, std::size_t> place;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const LaneId lane : rows[i].lanes) place.emplace(lane, i);
  }
  for (const model::Flow& flow : snapshot.flows()) {
    if (flow.object != counter.object || counter.object.isNone()) continue;
    const auto from = place.find(flow.from);
    const auto to = place.find(flow.to);
    if (from == place.end() || to == place.end() || from->second == to->second) continue;
    std::size_t upper = std::min(from->second, to->second);
    const std::size_t lower = std::max(from->second, to->second);
    // Not within another process's group: after the last row of the upper one's.
    while (rows[upper].process != rows[lower].process && upper + 1 < lower &&
           rows[upper + 1].process == rows[upper].process && rows[upper + 1].kind != RowKind::kProcess) {
      ++upper;
    }
    return upper + 1;
  }
  return 0;
}

/// A row each, out of `lanes`.
std::vector<Row> takePinned(const model::Snapshot& snapshot, std::size_t pinned, std::vector<LaneId>& lanes) {
  const auto end = lanes.begin() + static_cast<std::ptrdiff_t>(std::min(pinned, lanes.size()));
  const auto isOfProcess = [&](LaneId lane) {
    return [&snapshot, process = snapshot.lane(lane).process](LaneId other) {
      return snapshot.lane(other).process == process;
    };
  };
  std::vector<Row> out;
  for (auto lane = lanes.begin(); lane != end; ++lane) {
    Row row;
    row.process = snapshot.lane(*lane).process;
    row.lanes = {*lane};
    row.isWholeProcess = std::count_if(lanes.begin(), lanes.end(), isOfProcess(*lane)) == 1;
    out.push_back(std::move(row));
  }
  lanes.erase(lanes.begin(), end);
  return out;
}

bool hasPinnedLane(const std::vector<Row>& pinned, ProcessId process) {
  return std::any_of(pinned.begin(), pinned.end(),
                     [process](const Row& row) { return row.kind == RowKind::kLane && row.process == process; });
}

}  // namespace

std::vector<Row> orderRows(const model::Snapshot& snapshot, const model::View& view, std::size_t foldAbove,
                           const std::set<ProcessId>& folded) {
  std::vector<LaneId> lanes = drawnLanes(snapshot, view);
  std::vector<Row> rows = takePinned(snapshot, view.pinned, lanes);
  Grouped groups = byProcess(snapshot, lanes);
  for (ProcessRows& group : groups) {
    if (!folded.contains(group.process) || group.rows.size() < 2) continue;
    const std::string name = processName(snapshot, group.process);
    group.rows = {merged(std::move(group.rows), name)};
  }
  fold(snapshot, groups, foldAbove);
  for (ProcessRows& group : groups) {
    const bool hasStrip =
        std::find(view.holderStrips.begin(), view.holderStrips.end(), group.process) != view.holderStrips.end();
    const bool hasHeader = !group.process.isNone() && group.rows.size() > 1;
    if (hasHeader) {
      Row header;
      header.kind = RowKind::kProcess;
      header.process = group.process;
      rows.push_back(std::move(header));
    } else if (group.rows.front().lanes.size() == 1) {
      group.rows.front().isWholeProcess = !hasPinnedLane(rows, group.process);
    }
    if (hasStrip && !group.process.isNone()) {
      Row strip;
      strip.kind = RowKind::kHolder;
      strip.process = group.process;
      rows.push_back(std::move(strip));
    }
    for (Row& row : group.rows) rows.push_back(std::move(row));
  }
  std::size_t onTop = 0;  // those that stand above all lanes, in the view's order
  for (const std::size_t index : view.counters) {
    if (index >= snapshot.counters().size()) continue;
    Row strip;
    strip.kind = RowKind::kCounter;
    strip.counter = index;
    std::size_t at = placeForCounter(snapshot, snapshot.counters()[index], rows);
    if (at == 0) at = onTop++;
    if (at < rows.size() && at > 0 && rows[at].process == rows[at - 1].process) strip.process = rows[at].process;
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at), std::move(strip));
  }
  return rows;
}

}  // namespace threadline::scene
