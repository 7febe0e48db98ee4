// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/chrome_tracks.h"

#include <algorithm>
#include <numeric>

#include "core/io/chrome_args.h"

namespace threadline::io {
namespace {

std::string wordOf(const model::TraceWriter& writer, const ChromeId& id) {
  return id.text.isNone() ? std::to_string(id.number) : std::string(writer.textOf(id.text));
}

}  // namespace

std::size_t ChromeTracks::processOf(const ChromeEvent& event) {
  if (m_lastProcess != SIZE_MAX && m_processes[m_lastProcess].pid == event.pid) return m_lastProcess;
  const auto [known, isNew] = m_processIndex.try_emplace({event.pid.number, event.pid.text.value}, m_processes.size());
  if (isNew) m_processes.push_back({event.pid, {}, 0, false, {}});
  m_lastProcess = known->second;
  return known->second;
}

std::size_t ChromeTracks::threadTrack(const ChromeEvent& event) {
  const std::size_t process = processOf(event);
  const ChromeId& tid = event.hasTid ? event.tid : event.pid;
  if (m_lastTrack != SIZE_MAX && m_tracks[m_lastTrack].process == process && m_tracks[m_lastTrack].tid == tid) {
    return m_lastTrack;
  }
  const auto [known, isNew] = m_threadIndex.try_emplace({process, {tid.number, tid.text.value}}, m_tracks.size());
  if (isNew) {
    Track track;
    track.process = process;
    track.tid = tid;
    m_tracks.push_back(track);
  }
  m_lastTrack = known->second;
  return known->second;
}

bool ChromeTracks::name(const ChromeEvent& event) {
  const std::string_view what = m_writer.textOf(event.name);
  const ChromeArgs args(event.args);
  if (what == "process_name") {
    m_processes[processOf(event)].name = m_writer.text(args.text("name"));
  } else if (what == "thread_name") {
    m_tracks[threadTrack(event)].name = m_writer.text(args.text("name"));
  } else if (what == "process_sort_index") {
    m_processes[processOf(event)].sortIndex = args.number("sort_index").value_or(0);
  } else if (what == "thread_sort_index") {
    m_tracks[threadTrack(event)].sortIndex = args.number("sort_index").value_or(0);
  } else {
    return false;
  }
  return true;
}

void ChromeTracks::cover(Track& track, TimeRange range) {
  if (track.isUsed) {
    track.range = {std::min(track.range.start, range.start), std::max(track.range.end, range.end)};
  } else {
    track.range = range;
  }
  track.isUsed = true;
  m_processes[track.process].isUsed = true;
}

std::size_t ChromeTracks::trackOf(const ChromeEvent& event, TimeRange range) {
  const std::size_t track = threadTrack(event);
  cover(m_tracks[track], range);
  return track;
}

std::size_t ChromeTracks::asyncTrackOf(const ChromeEvent& event, TimeRange range) {
  const std::size_t process = processOf(event);
  const auto [known, isNew] = m_asyncIndex.try_emplace({process, event.category.value}, m_tracks.size());
  if (isNew) {
    Track track;
    track.process = process;
    track.name = event.category.isNone() ? m_writer.text("async") : event.category;
    track.isAsync = true;
    m_tracks.push_back(track);
  }
  cover(m_tracks[known->second], range);
  return known->second;
}

std::string_view ChromeTracks::processName(std::size_t process) const {
  return m_writer.textOf(m_processes[process].name);
}

void ChromeTracks::addLanes() {
  std::vector<std::size_t> order(m_tracks.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto rank = [this](std::size_t i) {
    const Track& track = m_tracks[i];
    return std::tuple(m_processes[track.process].sortIndex, track.process, track.isAsync, track.sortIndex);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  for (const std::size_t i : order) {
    if (m_tracks[i].isUsed) addLane(m_tracks[i]);
  }
}

void ChromeTracks::addLane(Track& track) {
  Process& process = m_processes[track.process];
  if (process.id.isNone()) {
    process.id = m_writer.addProcess();
    model::Process& facts = m_writer.editProcess(process.id);
    facts.pid = process.pid.text.isNone() ? process.pid.number : 0;
    facts.name = process.name.isNone() ? wordOf(m_writer, process.pid) : std::string(m_writer.textOf(process.name));
    facts.start = track.range.start;
  }
  model::Lane facts;
  facts.process = process.id;
  facts.kind = track.isAsync ? LaneKind::kTask : LaneKind::kThread;
  facts.name = track.name.isNone() ? wordOf(m_writer, track.tid) : std::string(m_writer.textOf(track.name));
  facts.tid = track.isAsync || !track.tid.text.isNone() ? 0 : track.tid.number;
  facts.isMain = !track.isAsync && track.tid == process.pid;
  facts.start = track.range.start;
  const bool isMain = facts.isMain;
  track.lane = m_writer.addLane(std::move(facts));
  model::Process& known = m_writer.editProcess(process.id);
  known.start = std::min(*known.start, track.range.start);
  known.end = std::max(known.end.value_or(track.range.end), track.range.end);
  if (isMain) known.mainLane = track.lane;
}

}  // namespace threadline::io
