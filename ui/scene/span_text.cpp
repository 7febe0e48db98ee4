// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/span_text.h"

#include <limits>

#include "core/base/object_kind.h"
#include "ui/scene/text_measure.h"
#include "ui/scene/units.h"

namespace threadline::scene {
namespace {

constexpr TimeNs kNever{std::numeric_limits<std::int64_t>::max()};
constexpr const char* kDot = " \xC2\xB7 ";
constexpr std::size_t kLongestName = 60;

void add(std::string& fields, const std::string& field) {
  if (field.empty()) return;
  if (!fields.empty()) fields += kDot;
  fields += field;
}

}  // namespace

SpanText::SpanText(const model::Snapshot& snapshot, const model::View& view, const Words& words)
    : m_snapshot(snapshot), m_view(view), m_words(words), m_codeEnds(snapshot.laneCount(), kNever) {
  for (const model::Instant& instant : snapshot.instants()) {
    if (instant.kind != InstantKind::kCodeEnd || instant.lane.value >= m_codeEnds.size()) continue;
    m_codeEnds[instant.lane.value] = instant.time;
  }
}

std::string SpanText::nameOf(LaneId lane) const {
  const auto other = m_view.names.find(lane);
  if (other != m_view.names.end()) return oneLine(other->second, kLongestName);
  return lane.value < m_snapshot.laneCount() ? oneLine(m_snapshot.lane(lane).name, kLongestName) : std::string();
}

bool SpanText::isExitWait(LaneId lane, const model::Span& span) const {
  return span.state == LaneState::kJoining && lane.value < m_codeEnds.size() && span.start >= m_codeEnds[lane.value];
}

std::string SpanText::targetOf(const model::Span& span) const {
  switch (span.targetKind) {
    case TargetKind::kLane: return nameOf(LaneId{span.target});
    case TargetKind::kObject:
      if (span.target < m_snapshot.objects().size())
        return oneLine(m_snapshot.objects()[span.target].name, kLongestName);
      break;
    case TargetKind::kProcess:
      if (span.target < m_snapshot.processes().size()) {
        return oneLine(m_snapshot.processes()[span.target].name, kLongestName);
      }
      break;
    case TargetKind::kNone: break;
  }
  return {};
}

/// The state says the family; what is waited for may have a word of its own.
const std::string* SpanText::wordOfObject(const model::Span& span) const {
  const bool isWait = span.state == LaneState::kWaitingQueue || span.state == LaneState::kWaitingLock;
  if (!isWait || span.targetKind != TargetKind::kObject || span.target >= m_snapshot.objects().size()) return nullptr;
  switch (static_cast<ObjectKind>(m_snapshot.objects()[span.target].kind)) {
    case ObjectKind::kPipe: return &m_words.waitingForPipe;
    case ObjectKind::kEvent: return &m_words.waitingForEvent;
    case ObjectKind::kBarrier: return &m_words.waitingForBarrier;
    case ObjectKind::kSemaphore: return &m_words.waitingForSemaphore;
    default: return nullptr;
  }
}

const std::string& SpanText::wordFor(LaneId lane, const model::Span& span) const {
  if (isExitWait(lane, span)) return m_words.waitingAtExit;
  if (const std::string* word = wordOfObject(span)) return *word;
  return m_words.states[static_cast<std::size_t>(span.state)];
}

std::vector<std::string> SpanText::labels(LaneId lane, const model::Span& span) const {
  // A step's label goes on while it waits for the GIL, but what it names does not.
  if (span.state == LaneState::kWaitingGil) return {wordFor(lane, span)};
  const std::string own = oneLine(m_snapshot.text(span.label), kLongestName);
  if (!own.empty()) return {own};
  const std::string& word = wordFor(lane, span);
  switch (span.state) {
    case LaneState::kRunning:
    case LaneState::kChecking:
      // How long a turn was is what a picture of the GIL is about; elsewhere the box's width says it.
      if (m_view.holderStrips.empty()) return {};
      return {durationText(span.end - span.start)};
    case LaneState::kSleeping: {
      const std::string length = durationText(span.end - span.start);
      return {word + " " + length, length};
    }
    case LaneState::kUnknown: return {word, "?"};
    default: break;
  }
  const std::string target = targetOf(span);
  if (target.empty()) return {word};
  return {word + kDot + target, word};
}

std::string SpanText::hint(LaneId lane, const model::Span& span) const {
  std::string out = wordFor(lane, span);
  add(out, oneLine(m_snapshot.text(span.label), kLongestName));
  add(out, targetOf(span));
  add(out, durationText(span.end - span.start));
  const std::string holder = span.holder.isNone() ? std::string() : nameOf(span.holder);
  if (!holder.empty()) add(out, m_words.held + " " + holder);
  return out;
}

}  // namespace threadline::scene
