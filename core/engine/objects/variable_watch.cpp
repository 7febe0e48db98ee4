// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/variable_watch.h"

#include <algorithm>
#include <string>

namespace threadline::engine {
namespace {
constexpr std::int64_t kSampleEveryNs = 1'000'000;
}

VariableWatch::Entry& VariableWatch::entryOf(ObjectId variable) {
  const auto known = std::find_if(m_entries.begin(), m_entries.end(),
                                  [variable](const Entry& entry) { return entry.variable == variable; });
  if (known != m_entries.end()) return *known;
  m_entries.push_back({variable});
  return m_entries.back();
}

void VariableWatch::stored(ObjectId variable, const scenario::Value& value, std::uint64_t lost) {
  const std::int64_t* integer = value.asInteger();
  Entry& entry = entryOf(variable);
  const bool tellLoss = lost != 0 && entry.lossesRecorded < kLostUpdatesInFull;
  if (tellLoss) {
    ++entry.lossesRecorded;
    m_recorder.instant(InstantKind::kLostUpdate, 0, variable.value, static_cast<std::int64_t>(lost));
  } else if (lost != 0) {
    ++entry.lossesMore;
  }
  if (integer == nullptr) return;
  entry.value = *integer;
  const std::int64_t now = monotonicNow().ns;
  if (!tellLoss && now - entry.sampledNs < kSampleEveryNs) {
    entry.isPending = true;
    m_hasPending = true;
    return;
  }
  entry.sampledNs = now;
  entry.isPending = false;
  m_recorder.counter(CounterKind::kValue, variable, *integer);
}

void VariableWatch::flush() {
  for (Entry& entry : m_entries) {
    if (!entry.isPending) continue;
    entry.isPending = false;
    entry.sampledNs = monotonicNow().ns;
    m_recorder.counter(CounterKind::kValue, entry.variable, entry.value);
  }
  m_hasPending = false;
}

void VariableWatch::finish() {
  flush();
  for (const Entry& entry : m_entries) {
    if (entry.lossesMore == 0) continue;
    const std::string text = std::to_string(entry.lossesMore) + " more stores wiped out updates of others";
    m_recorder.instant(InstantKind::kMark, m_recorder.text(text), entry.variable.value,
                       static_cast<std::int64_t>(entry.lossesMore));
  }
}

}  // namespace threadline::engine
