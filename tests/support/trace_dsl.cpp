// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/trace_dsl.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <sstream>
#include <vector>

#include "core/event/timed_wait.h"
#include "tests/support/trace_words.h"

namespace threadline::test {
namespace {

/// One line in pieces: words in order, and what was given by key.
class Line {
 public:
  explicit Line(const std::string& text) {
    std::istringstream in(text);
    for (std::string word; in >> word;) {
      const std::size_t equals = word.find('=');
      if (equals == std::string::npos) {
        m_words.push_back(word);
      } else {
        m_keys[word.substr(0, equals)] = word.substr(equals + 1);
      }
    }
  }
  [[nodiscard]] bool empty() const { return m_words.empty(); }
  [[nodiscard]] std::string word(std::size_t i) const { return i < m_words.size() ? m_words[i] : std::string(); }
  [[nodiscard]] std::int64_t number(std::size_t i) const { return toNumber(word(i)); }
  [[nodiscard]] bool has(const std::string& what) const {
    return m_keys.count(what) != 0 || std::find(m_words.begin(), m_words.end(), what) != m_words.end();
  }
  [[nodiscard]] std::string text(const std::string& key) const {
    const auto found = m_keys.find(key);
    return found == m_keys.end() ? std::string() : found->second;
  }
  [[nodiscard]] std::int64_t number(const std::string& key, std::int64_t otherwise) const {
    return m_keys.count(key) != 0 ? toNumber(text(key)) : otherwise;
  }

 private:
  static std::int64_t toNumber(const std::string& text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    EXPECT_TRUE(error == std::errc() && end == text.data() + text.size()) << "no number: '" << text << "'";
    return number;
  }
  std::vector<std::string> m_words;
  std::map<std::string, std::string> m_keys;
};

class Feeder {
 public:
  explicit Feeder(model::TraceBuilder& builder) : m_builder(builder) {}

  void line(const Line& line) {
    if (line.empty() || directive(line)) return;
    m_slot = static_cast<std::uint32_t>(line.number(0));
    Event event;
    event.timeNs = line.number(1);
    const bool isKnown = laneEvent(line, event) || pointEvent(line, event) || processEvent(line, event);
    EXPECT_TRUE(isKnown) << "no such event: " << line.word(2);
    m_builder.event(key(), event);
  }

 private:
  bool directive(const Line& line) {
    const std::string what = line.word(0);
    if (what == "pass") {
      m_builder.endPass({line.number(1)});
    } else if (what == "finish") {
      m_builder.finish({line.number(1)});
    } else if (what == "ended" || what == "damage" || what == "generation") {
      m_slot = static_cast<std::uint32_t>(line.number(1));
      if (what == "ended") m_builder.ringEnded(key(), static_cast<std::uint64_t>(line.number(2)));
      if (what == "damage") m_builder.corrupt(key(), "damage");
      if (what == "generation") m_generations[m_slot] = static_cast<std::uint64_t>(line.number(2));
    } else {
      return false;
    }
    return true;
  }

  bool laneEvent(const Line& line, Event& event) {
    const std::string kind = line.word(2);
    event.step = static_cast<std::uint16_t>(line.number("step", kNoStep));
    if (kind == "lane") {
      event.kind = EventKind::kLane;
      event.sub = numberOf(kLaneKindWords, line.has("task") ? "task" : line.has("service") ? "service" : "thread");
      event.step =
          static_cast<std::uint16_t>((line.has("daemon") ? kLaneDaemon : 0) + (line.has("main") ? kLaneMain : 0));
      event.target = static_cast<std::uint32_t>(line.number(3));
      event.other = static_cast<std::uint32_t>(line.number("process", 0));
      event.value = static_cast<std::uint64_t>(line.number("parent", LaneId::kNone));
      event.text = text(line.text("name"));
    } else if (kind == "state") {
      event.kind = EventKind::kState;
      event.sub = static_cast<std::uint8_t>(laneStateNamed(line.word(3)).value_or(static_cast<LaneState>(99)));
      event.text = text(line.text("label"));
      event.other = static_cast<std::uint32_t>(line.number("holder", LaneId::kNone));
      target(line, event);
      if (line.has("timed")) event.value |= kTimedWait;
    } else if (kind == "end") {
      event.kind = EventKind::kLaneEnd;
      event.sub = numberOf(kLaneExitWords, line.word(3));
      event.text = text(line.text("text"));
      event.value = static_cast<std::uint64_t>(line.number("cpu", 0));
      event.target = static_cast<std::uint32_t>(line.number("voluntary", kUnknownCount));
      event.other = static_cast<std::uint32_t>(line.number("involuntary", kUnknownCount));
    } else if (kind == "identity") {
      event.kind = EventKind::kLaneIdentity;
      event.target = static_cast<std::uint32_t>(line.number(3));
      event.value = static_cast<std::uint64_t>(line.number(4));
    } else {
      return false;
    }
    return true;
  }

  static void target(const Line& line, Event& event) {
    static constexpr std::array<const char*, 4> kKeys{"", "object", "lane", "process"};
    for (std::size_t i = 1; i < kKeys.size(); ++i) {
      if (!line.has(kKeys[i])) continue;
      event.value = i;
      event.target = static_cast<std::uint32_t>(line.number(kKeys[i], 0));
    }
  }

  bool pointEvent(const Line& line, Event& event) {
    const std::string kind = line.word(2);
    if (kind == "slice") {
      event.kind = EventKind::kSliceBegin;
      event.text = text(line.word(3));
    } else if (kind == "slice-end") {
      event.kind = EventKind::kSliceEnd;
    } else if (kind == "instant") {
      event.kind = EventKind::kInstant;
      event.sub = numberOf(kInstantWords, line.word(3));
      event.text = text(line.text("text"));
      event.target = static_cast<std::uint32_t>(line.number("target", LaneId::kNone));
      event.value = static_cast<std::uint64_t>(line.number("value", 0));
    } else if (kind == "flow") {
      event.kind = line.word(3) == "out" ? EventKind::kFlowOut : EventKind::kFlowIn;
      event.value = static_cast<std::uint64_t>(line.number(4));
      event.sub = numberOf(kFlowWords, line.word(5));
      event.target = static_cast<std::uint32_t>(line.number("object", ObjectId::kNone));
      event.text = text(line.text("text"));
    } else if (kind == "counter") {
      event.kind = EventKind::kCounter;
      event.sub = numberOf(kCounterWords, line.word(3));
      event.target = static_cast<std::uint32_t>(line.number(4));
      event.value = static_cast<std::uint64_t>(line.number(5));
    } else if (kind == "gil") {
      event.kind = EventKind::kGil;
      event.sub = numberOf(kGilWords, line.word(3));
      event.target = static_cast<std::uint32_t>(line.number("target", LaneId::kNone));
      event.value = static_cast<std::uint64_t>(line.number("value", 0));
    } else if (kind == "lost") {
      event.kind = EventKind::kLost;
      event.value = static_cast<std::uint64_t>(line.number(3));
    } else if (kind == "local") {
      event.kind = EventKind::kLocal;
      event.text = text(line.word(3));
      event.sub = numberOf(kLocalWords, line.word(4));
      event.value = line.word(4) == "text" ? text(line.word(5)) : static_cast<std::uint64_t>(line.number(5));
    } else {
      return false;
    }
    return true;
  }

  bool processEvent(const Line& line, Event& event) {
    const std::string kind = line.word(2);
    static const std::map<std::string, EventKind> kKinds{{"process", EventKind::kProcess},
                                                         {"dead", EventKind::kProcessDead},
                                                         {"collected", EventKind::kProcessCollected},
                                                         {"word", EventKind::kProcessLastWord},
                                                         {"cpu", EventKind::kProcessCpu},
                                                         {"memory", EventKind::kProcessMemory},
                                                         {"run-end", EventKind::kRunEnd},
                                                         {"object", EventKind::kObject}};
    const auto known = kKinds.find(kind);
    if (known == kKinds.end()) return false;
    event.kind = known->second;
    if (event.kind == EventKind::kRunEnd) return true;
    event.target = static_cast<std::uint32_t>(line.number(3));
    event.text = text(line.text(kind == "process" ? "name" : "text"));
    if (kind == "process") {
      event.sub = numberOf(kStartMethodWords, line.word(4));
      event.step = line.has("daemon") ? std::uint16_t{kProcessDaemon} : std::uint16_t{0};
      event.other = static_cast<std::uint32_t>(line.number("parent", ProcessId::kNone));
      event.value = static_cast<std::uint64_t>(line.number("pid", 0));
    } else if (kind == "object") {
      event.text = text(line.word(4));
      event.sub = static_cast<std::uint8_t>(line.number(5));
    } else if (kind == "collected" || kind == "word") {
      event.sub = numberOf(kEndHowWords, line.word(4));
      event.value = static_cast<std::uint64_t>(line.number(5));
    } else if (kind == "cpu" || kind == "memory") {
      event.value = static_cast<std::uint64_t>(line.number(4));
    }
    return true;
  }

  model::RingKey key() { return {m_slot, m_generations.try_emplace(m_slot, 1).first->second}; }

  std::uint32_t text(std::string bytes) {
    if (bytes.empty()) return 0;
    std::replace(bytes.begin(), bytes.end(), '_', ' ');
    m_builder.text(key(), ++m_texts, bytes);
    return m_texts;
  }

  model::TraceBuilder& m_builder;
  std::uint32_t m_slot = 0;
  std::uint32_t m_texts = 0;
  std::map<std::uint32_t, std::uint64_t> m_generations;
};

}  // namespace

void feed(model::TraceBuilder& builder, std::string_view lines) {
  Feeder feeder(builder);
  std::istringstream in{std::string(lines)};
  for (std::string line; std::getline(in, line);) feeder.line(Line(line.substr(0, line.find('#'))));
}

model::SnapshotPtr traceOf(std::string_view lines) {
  model::TraceBuilder builder;
  feed(builder, lines);
  return builder.snapshot();
}

}  // namespace threadline::test
