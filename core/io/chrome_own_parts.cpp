// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>

#include <simdjson.h>

#include "core/io/chrome_own.h"
#include "core/io/words.h"
#include "core/model/trace_builder.h"

namespace threadline::io {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

// Times of a file stay so far from the ends of 64 bit that no sum or difference of a few can leave them.
constexpr std::int64_t kMaxTimeNs = std::int64_t{1} << 61U;

std::optional<std::int64_t> numberAt(element object, const char* key) {
  std::int64_t number = 0;
  if (object[key].get_int64().get(number) != simdjson::SUCCESS) return std::nullopt;
  return number;
}

std::optional<TimeNs> timeOf(std::optional<std::int64_t> ns) {
  if (!ns || *ns > kMaxTimeNs || *ns < -kMaxTimeNs) return std::nullopt;
  return TimeNs{*ns};
}
std::optional<TimeNs> timeAt(element object, const char* key) {
  return timeOf(numberAt(object, key));
}

std::string textAt(element object, const char* key) {
  std::string_view text;
  return object[key].get_string().get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

bool isTrueAt(element object, const char* key) {
  bool value = false;
  return object[key].get_bool().get(value) == simdjson::SUCCESS && value;
}

std::uint64_t countAt(element object, const char* key) {
  std::uint64_t count = 0;
  return object[key].get_uint64().get(count) == simdjson::SUCCESS ? count : 0;
}

std::vector<element> listAt(element object, const char* key) {
  array list;
  if (object[key].get_array().get(list) != simdjson::SUCCESS) return {};
  return {list.begin(), list.end()};
}

template <typename IdType>
IdType idOf(std::optional<std::int64_t> number, std::size_t count) {
  if (!number || *number < 0 || static_cast<std::uint64_t>(*number) >= count) return {};
  return {static_cast<std::uint32_t>(*number)};
}
template <typename IdType>
IdType idAt(element object, const char* key, std::size_t count) {
  return idOf<IdType>(numberAt(object, key), count);
}

/// The items of a list of exactly so many, else nothing.
bool hasItems(element item, std::size_t count, std::vector<element>& items) {
  array list;
  if (item.get_array().get(list) != simdjson::SUCCESS || list.size() != count) return false;
  items.assign(list.begin(), list.end());
  return true;
}
std::optional<std::int64_t> itemOf(const std::vector<element>& items, std::size_t i) {
  std::int64_t number = 0;
  if (items[i].get_int64().get(number) != simdjson::SUCCESS) return std::nullopt;
  return number;
}

class PartsReader {
 public:
  explicit PartsReader(element root) : m_root(root) {}

  bool read() {
    if (numberAt(m_root, "version") != 1) return false;
    m_laneCount = listAt(m_root, "lanes").size();
    m_processCount = listAt(m_root, "processes").size();
    if (m_laneCount > kMaxLanesOfFile || m_processCount > kMaxLanesOfFile) return false;
    readTotals();
    for (const element process : listAt(m_root, "processes")) readProcess(process);
    for (const element lane : listAt(m_root, "lanes")) {
      if (!readLane(lane)) return false;
    }
    readRest();
    return true;
  }
  OwnParts take() { return std::move(m_parts); }

 private:
  static constexpr std::size_t kMaxLanesOfFile = std::size_t{4} * model::kMaxLanes;

  void readTotals() {
    simdjson::dom::object pairs;
    if (m_root["metadata"].get_object().get(pairs) == simdjson::SUCCESS) {
      for (const auto pair : pairs) {
        std::string_view text;
        if (pair.value.get_string().get(text) == simdjson::SUCCESS) m_parts.metadata[std::string(pair.key)] = text;
      }
    }
    m_parts.now = timeAt(m_root, "now_ns").value_or(TimeNs{});
    m_parts.isFinished = isTrueAt(m_root, "finished");
    element totals;
    if (m_root["totals"].get(totals) != simdjson::SUCCESS) return;
    m_parts.totals = {countAt(totals, "recorded"), countAt(totals, "lost"), countAt(totals, "illegal"),
                      countAt(totals, "corrupt")};
  }

  void readProcess(element from) {
    OwnParts::OwnProcess& process = m_parts.processes.emplace_back();
    process.pid = numberAt(from, "pid").value_or(0);
    model::Process& facts = process.facts;
    facts.id = {static_cast<std::uint32_t>(m_parts.processes.size() - 1)};
    facts.pid = numberAt(from, "real_pid").value_or(0);
    facts.parent = idAt<ProcessId>(from, "parent", m_processCount);
    facts.name = textAt(from, "name");
    facts.startMethod = kStartMethods.find(textAt(from, "start_method")).value_or(StartMethod::kMain);
    facts.isDaemon = isTrueAt(from, "daemon");
    facts.mainLane = idAt<LaneId>(from, "main_lane", m_laneCount);
    facts.start = timeAt(from, "start_ns");
    facts.end = timeAt(from, "end_ns");
    facts.collected = timeAt(from, "collected_ns");
    element exit;
    if (from["exit"].get(exit) == simdjson::SUCCESS) {
      if (const auto how = kEndHows.find(textAt(exit, "how"))) {
        facts.exit = model::ProcessEnd{*how, numberAt(exit, "code").value_or(0), textAt(exit, "text")};
      }
    }
    facts.cpuNs = numberAt(from, "cpu_ns");
    facts.memoryPrivateKb = numberAt(from, "memory_private_kb");
    readGil(from, process);
  }

  void readGil(element from, OwnParts::OwnProcess& process) {
    std::vector<element> items;
    for (const element item : listAt(from, "gil_holds")) {
      if (!hasItems(item, 5, items)) continue;
      const auto start = timeOf(itemOf(items, 0));
      const auto end = timeOf(itemOf(items, 1));
      const LaneId holder = idOf<LaneId>(itemOf(items, 2), m_laneCount);
      if (!start || !end || *end < *start || holder.isNone()) continue;
      process.holds.push_back({{*start, *end}, holder, itemOf(items, 3) == 1, itemOf(items, 4).value_or(0)});
    }
    for (const element item : listAt(from, "gil_requests")) {
      if (!hasItems(item, 3, items)) continue;
      const auto time = timeOf(itemOf(items, 0));
      const LaneId by = idOf<LaneId>(itemOf(items, 1), m_laneCount);
      if (time && !by.isNone()) process.requests.push_back({*time, by, idOf<LaneId>(itemOf(items, 2), m_laneCount)});
    }
  }

  bool readLane(element from) {
    OwnParts::OwnLane& lane = m_parts.lanes.emplace_back();
    const auto pid = numberAt(from, "pid");
    const auto tid = numberAt(from, "tid");
    const auto start = timeAt(from, "start_ns");
    if (!pid || !tid || !start) return false;
    lane.pid = *pid;
    lane.tid = *tid;
    model::Lane& facts = lane.facts;
    facts.start = *start;
    facts.end = timeAt(from, "end_ns");
    facts.process = idAt<ProcessId>(from, "process", m_processCount);
    facts.parent = idAt<LaneId>(from, "parent", m_laneCount);
    facts.kind = kLaneKinds.find(textAt(from, "kind")).value_or(LaneKind::kThread);
    facts.name = textAt(from, "name");
    facts.isDaemon = isTrueAt(from, "daemon");
    facts.isMain = isTrueAt(from, "main");
    facts.tid = numberAt(from, "real_tid").value_or(0);
    const std::string ident = textAt(from, "ident");
    std::from_chars(ident.data(), ident.data() + ident.size(), facts.ident);
    facts.exit = kLaneExits.find(textAt(from, "exit"));
    facts.exitText = textAt(from, "exit_text");
    facts.cpuNs = numberAt(from, "cpu_ns");
    facts.voluntarySwitches = numberAt(from, "voluntary");
    facts.involuntarySwitches = numberAt(from, "involuntary");
    facts.lost = countAt(from, "lost");
    facts.illegalTransitions = countAt(from, "illegal");
    for (const element local : listAt(from, "locals")) facts.locals.push_back(localOf(local));
    return true;
  }

  static model::Local localOf(element from) {
    model::Local local;
    local.name = textAt(from, "name");
    local.kind = kLocalKinds.find(textAt(from, "kind")).value_or(LocalKind::kNone);
    local.integer = numberAt(from, "integer").value_or(0);
    double decimal = 0;
    if (from["decimal"].get_double().get(decimal) == simdjson::SUCCESS) local.decimal = decimal;
    local.text = textAt(from, "text");
    return local;
  }

  void readRest() {
    for (const element from : listAt(m_root, "objects")) {
      if (m_parts.objects.size() >= model::kMaxObjects) break;
      m_parts.objects.push_back({{static_cast<std::uint32_t>(m_parts.objects.size())},
                                 textAt(from, "name"),
                                 static_cast<std::uint8_t>(numberAt(from, "kind").value_or(0))});
    }
    for (const element from : listAt(m_root, "counters")) {
      const auto kind = kCounterKinds.find(textAt(from, "kind"));
      std::string track = textAt(from, "track");
      if (!kind || m_parts.counters.count(track) != 0) continue;
      const ObjectId object = idAt<ObjectId>(from, "object", m_parts.objects.size());
      m_parts.counters[track] = {object, *kind, object.isNone() ? textAt(from, "name") : std::string()};
      m_parts.tracks.push_back(std::move(track));
    }
    std::vector<element> items;
    for (const element item : listAt(m_root, "output")) {
      if (!hasItems(item, 3, items)) continue;
      const auto time = timeOf(itemOf(items, 0));
      const LaneId lane = idOf<LaneId>(itemOf(items, 1), m_laneCount);
      std::string_view text;
      if (!time || lane.isNone() || items[2].get_string().get(text) != simdjson::SUCCESS) continue;
      m_parts.output.push_back({*time, lane, std::string(text)});
    }
    for (const element from : listAt(m_root, "diagnostics")) {
      const auto kind = kDiagnosticKinds.find(textAt(from, "kind"));
      const auto time = timeAt(from, "time_ns");
      if (!kind || !time) continue;
      m_parts.diagnostics.push_back({*kind, *time, idAt<LaneId>(from, "lane", m_laneCount), textAt(from, "text")});
    }
  }

  element m_root;
  OwnParts m_parts;
  std::size_t m_laneCount = 0;
  std::size_t m_processCount = 0;
};

}  // namespace

std::optional<OwnParts> readOwnParts(std::string_view own) {
  simdjson::dom::parser parser;
  element root;
  // The bytes stand in a padded buffer; the parser need not copy them.
  if (parser.parse(own.data(), own.size(), false).get(root) != simdjson::SUCCESS || !root.is_object()) {
    return std::nullopt;
  }
  PartsReader reader(root);
  if (!reader.read()) return std::nullopt;
  return reader.take();
}

}  // namespace threadline::io
