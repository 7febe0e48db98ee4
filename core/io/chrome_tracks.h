// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The processes and threads of a foreign Chrome trace: who is named by the events, under which name and in which order.
// Asynchronous events have no thread; they stand in a lane per process and category.
//
// Thread: one.

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "core/io/chrome_event.h"
#include "core/model/trace_writer.h"

namespace threadline::io {

class ChromeTracks {
 public:
  explicit ChromeTracks(model::TraceWriter& writer) : m_writer(writer) {}

  /// A metadata event. False: one that is not known.
  bool name(const ChromeEvent& event);
  /// The track of an event's thread; it covers the event's time from now on.
  std::size_t trackOf(const ChromeEvent& event, TimeRange range);
  std::size_t asyncTrackOf(const ChromeEvent& event, TimeRange range);
  /// The process's number among those seen, for matching ids that count within a process.
  std::size_t processOf(const ChromeEvent& event);

  /// Adds processes and lanes to the trace, in the order that the file asks for. Once, after all events.
  void addLanes();
  [[nodiscard]] std::size_t count() const { return m_tracks.size(); }
  [[nodiscard]] LaneId laneOf(std::size_t track) const { return m_tracks[track].lane; }
  [[nodiscard]] std::string_view processName(std::size_t process) const;
  [[nodiscard]] TimeNs endOf(std::size_t track) const { return m_tracks[track].range.end; }

 private:
  using Key = std::pair<std::int64_t, std::uint32_t>;
  struct Process {
    ChromeId pid;
    TextId name;
    std::int64_t sortIndex = 0;
    bool isUsed = false;
    ProcessId id;
  };
  struct Track {
    std::size_t process = 0;
    ChromeId tid;
    TextId name;
    std::int64_t sortIndex = 0;
    bool isAsync = false;
    bool isUsed = false;
    TimeRange range;
    LaneId lane;
  };
  std::size_t threadTrack(const ChromeEvent& event);
  void cover(Track& track, TimeRange range);
  void addLane(Track& track);

  model::TraceWriter& m_writer;
  std::vector<Process> m_processes;
  std::vector<Track> m_tracks;
  std::map<Key, std::size_t> m_processIndex;
  std::map<std::tuple<std::size_t, Key>, std::size_t> m_threadIndex;
  std::map<std::pair<std::size_t, std::uint32_t>, std::size_t> m_asyncIndex;
  std::size_t m_lastProcess = SIZE_MAX;  // most events are of the same thread as the one before
  std::size_t m_lastTrack = SIZE_MAX;
};

}  // namespace threadline::io
