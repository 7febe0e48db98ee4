// SPDX-License-Identifier: GPL-3.0-or-later
// What stands left of the lanes and tells whose they are; a process's bracket and its life line.
#include <algorithm>

#include "ui/scene/lane_parts.h"
#include "ui/scene/units.h"

namespace threadline::scene {
namespace {

constexpr const char* kDot = " \xC2\xB7 ";

const model::Process* processOf(const model::Snapshot& snapshot, ProcessId id) {
  return id.value < snapshot.processes().size() ? &snapshot.processes()[id.value] : nullptr;
}

struct RowLabel {
  std::string name;
  std::string kind;
  std::string shortKind;  // where the whole does not fit; empty: it is elided
  bool isPlain = false;   // nothing special: on one line the kind is left out
};

std::string processKind(const model::Process& process, const Words& words) {
  std::string kind = process.isDaemon ? words.daemon + " " + words.process : words.process;
  if (process.pid != 0) kind += kDot + words.pid + " " + std::to_string(process.pid);
  return kind;
}

RowLabel labelOfLane(const LaneParts& parts, const Row& row) {
  const LaneScene& scene = parts.scene;
  const model::Lane& lane = scene.snapshot.lane(row.lanes.front());
  const model::Process* process = processOf(scene.snapshot, lane.process);
  RowLabel out;
  out.name = parts.texts.nameOf(lane.id);
  const bool standsForProcess = row.isWholeProcess && lane.isMain && process != nullptr;
  if (standsForProcess) {
    if (!scene.view.names.contains(lane.id) && !process->name.empty()) out.name = oneLine(process->name, 60);
    out.kind = processKind(*process, scene.words);
    if (process->pid != 0) {
      out.shortKind = process->isDaemon ? scene.words.daemon + kDot : "";
      out.shortKind += scene.words.pid + " " + std::to_string(process->pid);
    }
    out.isPlain = !process->isDaemon;
    return out;
  }
  switch (lane.kind) {
    case LaneKind::kTask: out.kind = scene.words.task; break;
    case LaneKind::kService: out.kind = scene.words.service; break;
    case LaneKind::kThread:
      out.isPlain = !lane.isDaemon;
      out.kind = lane.isMain ? scene.words.mainThread : scene.words.thread;
      if (lane.isDaemon) out.kind = scene.words.daemonThread;
      break;
  }
  return out;
}

RowLabel labelOf(const LaneParts& parts, const Row& row) {
  switch (row.kind) {
    case RowKind::kFold: return {oneLine(row.foldName, 60), {}, {}, true};
    case RowKind::kHolder: return {parts.scene.words.gilHolder, {}, {}, true};
    case RowKind::kCounter: {
      const model::Counter& counter = parts.scene.snapshot.counters()[row.counter];
      std::int64_t largest = 0;
      for (const model::CounterSample& sample : counter.samples) largest = std::max(largest, sample.value);
      return {oneLine(counter.name, 60), parts.scene.words.largest + " " + numberText(largest), {}, false};
    }
    case RowKind::kLane:
    case RowKind::kProcess: break;
  }
  return labelOfLane(parts, row);
}

void addText(LaneParts& parts, const std::string& text, double baseline, double size, bool bold, Role role) {
  const Metrics& metrics = parts.scene.rows.metrics;
  Text out{metrics.plotLeft - metrics.labelGap, baseline, text, size, bold, Align::kRight, role};
  parts.list.primitives.emplace_back(std::move(out));
}

void addRowLabel(LaneParts& parts, const Row& row) {
  const Metrics& metrics = parts.scene.rows.metrics;
  const double room = metrics.plotLeft - metrics.labelGap - metrics.labelLeft - 8 * metrics.unit;
  const RowLabel label = labelOf(parts, row);
  const bool isStrip = row.kind == RowKind::kHolder || row.kind == RowKind::kCounter;
  const double nameSize = isStrip ? metrics.kindText : metrics.nameText;
  const bool oneLineOnly = metrics.oneLineLabels || label.kind.empty();
  std::string name = label.name;
  if (metrics.oneLineLabels && !label.isPlain && !isStrip) name += kDot + label.kind;
  name = elideMiddle(name, room, nameSize, !isStrip, parts.scene.measure);
  const double middle = row.middle();
  if (oneLineOnly) {
    addText(parts, name, baselineFor(middle, nameSize), nameSize, !isStrip, Role::kText);
    return;
  }
  const bool isTooLong =
      !label.shortKind.empty() && parts.scene.measure.width(label.kind, metrics.kindText, false) > room;
  const std::string& facts = isTooLong ? label.shortKind : label.kind;
  const std::string kind = elideMiddle(facts, room, metrics.kindText, false, parts.scene.measure);
  const double between = metrics.kindText * 1.2;
  addText(parts, name, middle - 0.08 * nameSize, nameSize, !isStrip, Role::kText);
  addText(parts, kind, middle - 0.08 * nameSize + between + metrics.unit, metrics.kindText, false, Role::kFaintText);
}

void addHeaderLabel(LaneParts& parts, const Row& row) {
  const Metrics& metrics = parts.scene.rows.metrics;
  const model::Process* process = processOf(parts.scene.snapshot, row.process);
  if (process == nullptr) return;
  const double left = metrics.labelLeft + 10 * metrics.unit;
  const double room = metrics.plotLeft - metrics.labelGap - left;
  const double size = (metrics.nameText + metrics.kindText) / 2;
  Text text{left, baselineFor(row.middle(), size),
            elideMiddle(oneLine(process->name, 60), room, size, true, parts.scene.measure), size, true};
  parts.list.primitives.emplace_back(std::move(text));
}

/// A text in the header's row, on a plate over the life line; nothing where there is no room.
bool addOnLine(LaneParts& parts, const Row& row, std::string words, Align align, double x, double from, double to) {
  const Metrics& metrics = parts.scene.rows.metrics;
  const double width = parts.scene.measure.width(words, metrics.kindText, false);
  Text text{x, baselineFor(row.middle(), metrics.kindText), std::move(words), metrics.kindText};
  text.align = align;
  text.role = Role::kFaintText;
  const Rect bounds = boundsOf(text, width);
  if (bounds.x < from || bounds.x + 1.15 * width > to || !parts.obstacles.isFreeOnPlate(bounds)) return false;
  const double pad = 4 * metrics.unit;
  FilledRect plate{{bounds.x - pad, bounds.y, bounds.width + 2 * pad, bounds.height}, Role::kPlate};
  parts.obstacles.add(bounds);
  parts.list.primitives.emplace_back(std::move(plate));
  parts.list.primitives.emplace_back(std::move(text));
  return true;
}

void addBracket(LaneParts& parts, const Group& group) {
  const Metrics& metrics = parts.scene.rows.metrics;
  const double x = metrics.labelLeft + metrics.unit;
  const double top = parts.scene.rows.rows[group.first].top;
  const Row& last = parts.scene.rows.rows[group.last];
  const double bottom = last.bottom() + last.slices;
  const double pen = 2 * metrics.unit;
  const double tooth = 6 * metrics.unit;
  for (const Line& line :
       {Line{x, top, x, bottom, pen, Role::kBracket}, Line{x, top, x + tooth, top, pen, Role::kBracket},
        Line{x, bottom, x + tooth, bottom, pen, Role::kBracket}}) {
    parts.list.primitives.emplace_back(line);
  }
}

void addLifeLine(LaneParts& parts, const Row& row) {
  const LaneScene& scene = parts.scene;
  const Metrics& metrics = scene.rows.metrics;
  const model::Process* process = processOf(scene.snapshot, row.process);
  if (process == nullptr || !process->start) return;
  const TimeRange range = scene.scale.range();
  const TimeNs end = process->end.value_or(scene.snapshot.now());
  if (end < range.start || *process->start > range.end) return;
  const double x1 = std::max(scene.scale.xOf(*process->start), scene.scale.left());
  const double x2 = std::min(scene.scale.xOf(end), scene.scale.right());
  const double y = row.middle();
  parts.list.primitives.emplace_back(Line{x1, y, x2, y, 1.5 * metrics.unit, Role::kBracket});
  const bool endIsSeen = process->end && *process->end <= range.end;
  if (endIsSeen) {
    const double reach = 5 * metrics.unit;
    parts.list.primitives.emplace_back(Line{x2, y - reach, x2, y + reach, 1.5 * metrics.unit, Role::kBracket});
  }
  double to = x2 - 6 * metrics.unit;
  if (endIsSeen && process->exit) {
    const std::string exit = scene.words.exitCode + " " + exitCodeText(*process->exit);
    const double width = scene.measure.width(exit, metrics.kindText, false);
    const bool fitsBeside = x2 + 8 * metrics.unit + 1.15 * width < metrics.pageRight;
    if (fitsBeside) {
      addOnLine(parts, row, exit, Align::kLeft, x2 + 8 * metrics.unit, x2, metrics.pageRight);
    } else if (addOnLine(parts, row, exit, Align::kRight, x2 - 14 * metrics.unit, x1, x2)) {
      to = x2 - 24 * metrics.unit - width;
    }
  }
  addOnLine(parts, row, processKind(*process, scene.words), Align::kLeft, x1 + 14 * metrics.unit, x1, to);
}

}  // namespace

double widestLabel(const LaneScene& scene) {
  const SpanText texts(scene.snapshot, scene.view, scene.words);
  DrawList list;
  Obstacles obstacles;
  LaneLegend legend;
  const LaneParts parts{scene, texts, list, obstacles, legend};
  const Metrics& metrics = scene.rows.metrics;
  double widest = 0;
  for (const Row& row : scene.rows.rows) {
    if (row.kind == RowKind::kProcess) {
      const model::Process* process = processOf(scene.snapshot, row.process);
      if (process == nullptr) continue;
      const double size = (metrics.nameText + metrics.kindText) / 2;
      widest = std::max(widest, scene.measure.width(oneLine(process->name, 60), size, true));
      continue;
    }
    const bool isStrip = row.kind == RowKind::kHolder || row.kind == RowKind::kCounter;
    const RowLabel label = labelOf(parts, row);
    widest = std::max(widest, scene.measure.width(label.name, isStrip ? metrics.kindText : metrics.nameText, !isStrip));
    widest = std::max(widest, scene.measure.width(label.kind, metrics.kindText, false));
  }
  return widest;
}

void addLabels(LaneParts& parts) {
  for (const Row& row : parts.scene.rows.rows) {
    if (row.kind == RowKind::kProcess) {
      addHeaderLabel(parts, row);
    } else {
      addRowLabel(parts, row);
    }
  }
}

void addProcessLines(LaneParts& parts) {
  for (const Group& group : parts.scene.rows.groups) {
    addBracket(parts, group);
    addLifeLine(parts, parts.scene.rows.rows[group.first]);
  }
}

}  // namespace threadline::scene
