// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/chrome_names.h"

#include <set>
#include <unordered_set>
#include <utility>

#include "core/io/words.h"

namespace threadline::io {
namespace {

constexpr std::int64_t kMadeUp = 1'000'000'000;  // pids and tids of Linux end at 2^22
constexpr std::int64_t kNoProcess = 2'000'000'000;

}  // namespace

ChromeNames chromeNames(const model::Snapshot& snapshot) {
  ChromeNames names;
  std::unordered_set<std::int64_t> usedPids;
  for (const model::Process& process : snapshot.processes()) {
    const bool isOwn = process.pid > 0 && process.pid < kMadeUp && usedPids.insert(process.pid).second;
    names.pids.push_back(isOwn ? process.pid : kMadeUp + process.id.value);
  }
  std::set<std::pair<std::int64_t, std::int64_t>> usedTids;
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    const model::Lane& lane = snapshot.lane({i});
    const std::int64_t pid = lane.process.value < names.pids.size() ? names.pids[lane.process.value] : kNoProcess;
    const bool isOwn =
        lane.kind == LaneKind::kThread && lane.tid > 0 && lane.tid < kMadeUp && usedTids.insert({pid, lane.tid}).second;
    names.lanes.push_back({pid, isOwn ? lane.tid : kMadeUp + i});
  }
  std::unordered_set<std::string> usedTracks;
  for (const model::Counter& counter : snapshot.counters()) {
    std::string track =
        counter.name.empty() ? std::string("object ") + std::to_string(counter.object.value) : counter.name;
    if (!counter.object.isNone()) track.append(" ").append(kCounterKinds.of(counter.kind));
    if (usedTracks.count(track) != 0) track += " #" + std::to_string(names.counterTracks.size());
    usedTracks.insert(track);
    names.counterTracks.push_back(std::move(track));
  }
  return names;
}

}  // namespace threadline::io
