// SPDX-License-Identifier: GPL-3.0-or-later
// Points of the lanes: how each ended, what it printed or was answered, who asked for the GIL, and the view's own
// marks.
#include <algorithm>
#include <string_view>
#include <utility>

#include "ui/scene/lane_parts.h"
#include "ui/scene/units.h"

namespace threadline::scene {
namespace {

bool isIn(const TimeScale& scale, TimeNs time) {
  return time >= scale.range().start && time <= scale.range().end;
}

MarkPlace placeOf(const LaneParts& parts, const Row& row, TimeNs time) {
  return {parts.scene.scale.xOf(time), row.top, row.height, parts.scene.rows.metrics.unit};
}

const model::Process* processOf(const LaneParts& parts, const Row& row) {
  const auto& processes = parts.scene.snapshot.processes();
  return row.process.value < processes.size() ? &processes[row.process.value] : nullptr;
}

/// Between a process's death and its being collected.
double addZombie(LaneParts& parts, const Row& row, const model::Process& process) {
  const TimeScale& scale = parts.scene.scale;
  const Metrics& metrics = parts.scene.rows.metrics;
  if (!process.end || !isIn(scale, *process.end)) return 0;
  const double from = scale.xOf(*process.end);
  const double to = std::min(scale.xOf(process.collected.value_or(parts.scene.snapshot.now())), scale.right());
  if (to - from < 24 * metrics.unit) return 0;
  parts.list.primitives.emplace_back(
      Line{from + 18 * metrics.unit, row.middle(), to, row.middle(), 1.5 * metrics.unit, Role::kBracket, true});
  parts.legend.marks.insert(MarkKind::kNotCollected);
  return to;
}

void addExitCode(LaneParts& parts, const Row& row, const model::Process& process, double x, double zombieEnd) {
  const Metrics& metrics = parts.scene.rows.metrics;
  if (!process.exit) return;
  const std::string full = exitCodeText(*process.exit);
  const std::string code = numberText(process.exit->code);
  for (const std::string& words : {full, code}) {
    const double width = parts.scene.measure.width(words, metrics.kindText, false);
    Text text{x + 19 * metrics.unit, baselineFor(row.middle(), metrics.kindText), words, metrics.kindText};
    if (zombieEnd > 0) text.baseline = row.middle() - 4 * metrics.unit;  // above the dashed line
    const Rect bounds = boundsOf(text, width);
    if (bounds.x + width * 1.1 > metrics.pageRight || !parts.obstacles.isFree(bounds)) continue;
    parts.obstacles.add(bounds);
    parts.list.primitives.emplace_back(std::move(text));
    return;
  }
}

void addEndMark(LaneParts& parts, const Row& row) {
  const model::Snapshot& snapshot = parts.scene.snapshot;
  const model::Lane& lane = snapshot.lane(row.lanes.front());
  const auto kind = endMarkOf(snapshot, lane.id);
  if (!kind || !isIn(parts.scene.scale, *lane.end)) return;
  const model::Process* process = processOf(parts, row);
  const double zombieEnd =
      row.isWholeProcess && lane.isMain && process != nullptr ? addZombie(parts, row, *process) : 0;
  const MarkPlace place = placeOf(parts, row, *lane.end);
  appendMark(parts.list, *kind, place, oneLine(lane.exitText, 120));
  parts.obstacles.add({place.x, row.top, 16 * place.unit, row.height});
  parts.legend.marks.insert(*kind);
  if (row.isWholeProcess && lane.isMain && process != nullptr) {
    addExitCode(parts, row, *process, place.x, zombieEnd);
  }
}

/// The words with the names where %1 and %2 stand.
std::string filled(std::string words, std::string_view first, std::string_view second = {}) {
  // The second first: a name may have "%2" in it.
  for (const auto& [place, name] : {std::pair{"%2", second}, std::pair{"%1", first}}) {
    const std::size_t at = words.find(place);
    if (at != std::string::npos) words.replace(at, 2, name);
  }
  return words;
}

std::string deadlockText(const LaneParts& parts, const model::Instant& instant) {
  const model::Snapshot& snapshot = parts.scene.snapshot;
  const std::string& other = snapshot.lane({static_cast<std::uint32_t>(instant.value)}).name;
  if (ObjectId{instant.target}.isNone()) return filled(parts.scene.words.deadlockOfEnd, other);
  return filled(parts.scene.words.deadlockOfHeld, snapshot.objects()[instant.target].name, other);
}

std::string noteText(const LaneParts& parts, const model::Instant& instant) {
  const Words& words = parts.scene.words;
  std::string text = oneLine(parts.scene.snapshot.text(instant.text), 80);
  switch (instant.kind) {
    case InstantKind::kSignal: return signalName(instant.value);
    case InstantKind::kLostUpdate: return words.lost + " " + numberText(instant.value);
    case InstantKind::kCancel: return filled(words.cancels, text);
    case InstantKind::kRefused: return filled(words.refused, text);
    case InstantKind::kDeadlock: return oneLine(deadlockText(parts, instant), 120);
    default: return text;
  }
}

MarkKind noteMark(const model::Instant& instant) {
  if (instant.kind != InstantKind::kTick) return MarkKind::kPoint;
  return instant.text.isNone() ? MarkKind::kTick : MarkKind::kLateTick;
}

void addNoteMark(LaneParts& parts, const Row& row, const model::Instant& instant) {
  const Metrics& metrics = parts.scene.rows.metrics;
  const MarkKind kind = noteMark(instant);
  const MarkPlace place = placeOf(parts, row, instant.time);
  appendMark(parts.list, kind, place, metrics.tooltips ? noteText(parts, instant) : std::string());
  if (kind == MarkKind::kPoint) {
    parts.legend.hasNote = true;
  } else {
    parts.legend.marks.insert(kind);
  }
  if (row.notes <= 0) return;
  const double half = 3 * metrics.unit;
  parts.obstacles.add({place.x - half, row.top - row.notes, 2 * half, row.notes});
}

/// A note's words stand right of its mark, or left of it where there is more room; or not at all.
void addNoteWords(LaneParts& parts, const Row& row, const model::Instant& instant) {
  const Metrics& metrics = parts.scene.rows.metrics;
  const double x = parts.scene.scale.xOf(instant.time);
  const std::string words = noteText(parts, instant);
  if (row.notes <= 0 || words.empty()) return;
  const double width = 1.05 * parts.scene.measure.width(words, metrics.noteText, false);
  Text text{x + 7 * metrics.unit, row.top - 5 * metrics.unit, words, metrics.noteText};
  text.role = Role::kText;
  const auto fits = [&] {
    Rect bounds = boundsOf(text, width);
    bounds.x -= 3 * metrics.unit;
    bounds.width += 6 * metrics.unit;
    return bounds.x >= metrics.plotLeft && bounds.right() <= metrics.pageRight && parts.obstacles.isFree(bounds);
  };
  if (!fits()) {
    text.x = x - 7 * metrics.unit;
    text.align = Align::kRight;
    if (!fits()) return;
  }
  parts.obstacles.add(boundsOf(text, width));
  parts.list.primitives.emplace_back(std::move(text));
}

void addBrace(LaneParts& parts, double x1, double x2, double y) {
  const double unit = parts.scene.rows.metrics.unit;
  const double tooth = 6 * unit;
  for (const Line& line :
       {Line{x1, y, x2, y, 1.5 * unit, Role::kMark}, Line{x1, y, x1, y + tooth, 1.5 * unit, Role::kMark},
        Line{x2, y, x2, y + tooth, 1.5 * unit, Role::kMark}}) {
    parts.list.primitives.emplace_back(line);
  }
}

}  // namespace

void addEndMarks(LaneParts& parts) {
  for (const Row& row : parts.scene.rows.rows) {
    if (row.kind == RowKind::kLane) addEndMark(parts, row);
  }
}

void addNotes(LaneParts& parts) {
  const auto& rows = parts.scene.rows.rows;
  std::vector<const Row*> rowOf(parts.scene.snapshot.laneCount(), nullptr);
  for (const Row& row : rows) {
    if (row.kind == RowKind::kLane) rowOf[row.lanes.front().value] = &row;
  }
  std::vector<double> lastX(rowOf.size(), -1e9);
  std::vector<std::pair<const Row*, const model::Instant*>> notes;  // all marks before any words: these keep clear
  for (const model::Instant& instant : parts.scene.snapshot.instants()) {
    if (instant.lane.value >= rowOf.size() || rowOf[instant.lane.value] == nullptr) continue;
    if (!isIn(parts.scene.scale, instant.time)) continue;
    const Row& row = *rowOf[instant.lane.value];
    if (instant.kind == InstantKind::kCodeEnd) {
      appendMark(parts.list, MarkKind::kCodeEnd, placeOf(parts, row, instant.time));
      parts.legend.marks.insert(MarkKind::kCodeEnd);
    }
    if (!isNote(instant.kind) || !parts.scene.view.labels) continue;
    // Points of one pixel are one point: the work stays bounded by the columns.
    const double x = parts.scene.scale.xOf(instant.time);
    if (x - lastX[instant.lane.value] < parts.scene.rows.metrics.column && row.notes <= 0) continue;
    lastX[instant.lane.value] = x;
    addNoteMark(parts, row, instant);
    if (row.notes > 0) notes.emplace_back(&row, &instant);
  }
  for (const auto& [row, instant] : notes) addNoteWords(parts, *row, *instant);
}

void addRequests(LaneParts& parts) {
  for (const ProcessId id : parts.scene.view.holderStrips) {
    if (id.value >= parts.scene.snapshot.processes().size()) continue;
    const auto& requests = parts.scene.snapshot.processes()[id.value].gilRequests;
    const auto seen = [&](const model::GilRequest& request) {
      return isIn(parts.scene.scale, request.time) && parts.scene.rows.rowOf(request.by).has_value();
    };
    // As with arrows: all of them or none.
    if (static_cast<std::size_t>(std::count_if(requests.begin(), requests.end(), seen)) >
        parts.scene.rows.metrics.maxArrows) {
      continue;
    }
    for (const model::GilRequest& request : requests) {
      if (!seen(request)) continue;
      const Row& row = parts.scene.rows.rows[*parts.scene.rows.rowOf(request.by)];
      const MarkPlace place = placeOf(parts, row, request.time);
      appendMark(parts.list, MarkKind::kRequest, place);
      parts.obstacles.add(
          {place.x - 4 * place.unit, place.top + place.height + place.unit, 8 * place.unit, 6 * place.unit});
      parts.legend.marks.insert(MarkKind::kRequest);
    }
  }
}

double viewMarksHeight(const model::View& view, const Metrics& metrics) {
  return view.marks.empty() ? 0 : metrics.noteText * 1.4 + 12 * metrics.unit;
}

void addViewMarks(LaneParts& parts) {
  const Metrics& metrics = parts.scene.rows.metrics;
  const TimeScale& scale = parts.scene.scale;
  const double y = parts.scene.rows.top - 10 * metrics.unit;
  for (const model::ViewMark& mark : parts.scene.view.marks) {
    if (mark.range.end < scale.range().start || mark.range.start > scale.range().end) continue;
    const double x1 = std::max(scale.xOf(mark.range.start), scale.left());
    const double x2 = std::min(scale.xOf(mark.range.end), scale.right());
    const bool isBrace = x2 - x1 >= 4 * metrics.unit;
    if (isBrace) {
      addBrace(parts, x1, x2, y);
    } else {
      appendMark(parts.list, MarkKind::kPoint, {x1, y + 7 * metrics.unit, 0, metrics.unit});
      parts.list.primitives.emplace_back(
          Line{x1, y + 7 * metrics.unit, x1, parts.scene.rows.bottom, metrics.unit, Role::kMark, true});
    }
    const std::string words = oneLine(mark.text, 120);
    const double width = parts.scene.measure.width(words, metrics.noteText, false);
    // In the middle of its range, moved in where that would leave the page.
    double x = (x1 + x2) / 2;
    x = std::min(x, metrics.pageRight - width / 2);
    x = std::max(x, metrics.labelLeft + width / 2);
    Text text{x, y - 5 * metrics.unit, words, metrics.noteText};
    text.align = Align::kCentre;
    if (!parts.obstacles.isFree(boundsOf(text, width))) continue;
    parts.obstacles.add(boundsOf(text, width));
    parts.list.primitives.emplace_back(std::move(text));
  }
}

}  // namespace threadline::scene
