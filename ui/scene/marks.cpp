// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/marks.h"

#include <algorithm>
#include <cmath>

#include "ui/scene/units.h"

namespace threadline::scene {
namespace {

constexpr double kSquare = 8;
constexpr double kCross = 11;
constexpr double kBeside = 4;  // from a lane's end to its mark

void appendPolygon(DrawList& list, std::vector<std::pair<double, double>> points, Role role, const std::string& hint) {
  list.primitives.emplace_back(Polygon{std::move(points), role, true, hint});
}

/// A cross of two thick strokes as one outline, so that it needs no line caps.
void appendCross(DrawList& list, double x, double y, double size, Role role, const std::string& hint) {
  const double reach = size / 2;
  const double thick = size * 0.17;
  std::vector<std::pair<double, double>> points;
  const auto add = [&](double dx, double dy) { points.emplace_back(x + dx, y + dy); };
  add(-reach, -reach + thick);
  add(-reach + thick, -reach);
  add(0, -thick);
  add(reach - thick, -reach);
  add(reach, -reach + thick);
  add(thick, 0);
  add(reach, reach - thick);
  add(reach - thick, reach);
  add(0, thick);
  add(-reach + thick, reach);
  add(-reach, reach - thick);
  add(-thick, 0);
  appendPolygon(list, std::move(points), role, hint);
}

/// A torn edge over the whole height.
void appendTornEdge(DrawList& list, const MarkPlace& place, const std::string& hint) {
  const double step = 4 * place.unit;
  const double wide = 3.5 * place.unit;
  const double pen = 1.6 * place.unit;
  std::vector<std::pair<double, double>> left;
  std::vector<std::pair<double, double>> right;
  const int teeth = std::max(2, static_cast<int>(place.height / step));
  for (int i = 0; i <= teeth; ++i) {
    const double y = place.top + place.height * i / teeth;
    const double x = place.x + place.unit + (i % 2 == 0 ? 0 : wide);
    left.emplace_back(x, y);
    right.emplace_back(x + pen, y);
  }
  left.insert(left.end(), right.rbegin(), right.rend());
  appendPolygon(list, std::move(left), Role::kMark, hint);
}

}  // namespace

void appendMark(DrawList& list, MarkKind kind, const MarkPlace& place, const std::string& hint) {
  const double unit = place.unit;
  const double middle = place.top + place.height / 2;
  const double beside = place.x + kBeside * unit;
  switch (kind) {
    case MarkKind::kCodeEnd:
      list.primitives.emplace_back(
          FilledRect{{place.x - 2 * unit, place.top, 4 * unit, place.height}, Role::kMark, 0, {}, false, 0, hint});
      break;
    case MarkKind::kReturned:
      list.primitives.emplace_back(FilledRect{
          {beside, middle - kSquare / 2 * unit, kSquare * unit, kSquare * unit}, Role::kMark, 0, {}, false, 0, hint});
      break;
    case MarkKind::kException: {
      const double reach = 6 * unit;
      const double x = beside + reach;
      appendPolygon(list, {{x, middle - reach}, {x + reach, middle}, {x, middle + reach}, {x - reach, middle}},
                    Role::kCrash, hint);
      break;
    }
    case MarkKind::kCut: appendTornEdge(list, place, hint); break;
    case MarkKind::kCrash:
      appendCross(list, beside + kCross / 2 * unit, middle, kCross * unit, Role::kCrash, hint);
      break;
    case MarkKind::kKilled:
      appendCross(list, beside + kCross / 2 * unit, middle, kCross * unit, Role::kMark, hint);
      break;
    case MarkKind::kNotCollected: {
      Line line{place.x, middle, place.x + 26 * unit, middle, 1.5 * unit, Role::kBracket, true};
      list.primitives.emplace_back(line);
      break;
    }
    case MarkKind::kPoint: {
      // A dot, so that it is not taken for the head of an arrow.
      constexpr int kCorners = 16;
      const double reach = 2.8 * unit;
      std::vector<std::pair<double, double>> circle;
      for (int i = 0; i < kCorners; ++i) {
        const double angle = 2 * 3.14159265358979 * i / kCorners;
        circle.emplace_back(place.x + reach * std::cos(angle), place.top - 4.5 * unit + reach * std::sin(angle));
      }
      appendPolygon(list, std::move(circle), Role::kMark, hint);
      break;
    }
    case MarkKind::kTick:
      list.primitives.emplace_back(FilledRect{
          {place.x - 0.75 * unit, place.top - 6 * unit, 1.5 * unit, 6 * unit}, Role::kMark, 0, {}, false, 0, hint});
      break;
    case MarkKind::kLateTick:
      list.primitives.emplace_back(
          FilledRect{{place.x - 1.25 * unit, place.top - 9 * unit, 2.5 * unit, place.height + 9 * unit},
                     Role::kCrash,
                     0,
                     {},
                     false,
                     0,
                     hint});
      break;
    case MarkKind::kRequest: {
      const double y = place.top + place.height + unit;
      const double reach = 3.5 * unit;
      appendPolygon(list, {{place.x, y}, {place.x - reach, y + 6 * unit}, {place.x + reach, y + 6 * unit}}, Role::kMark,
                    hint);
      break;
    }
  }
}

std::optional<MarkKind> endMarkOf(const model::Snapshot& snapshot, LaneId id) {
  const model::Lane& lane = snapshot.lane(id);
  if (!lane.end || !lane.exit) return std::nullopt;
  if (*lane.exit == LaneExit::kReturned) return MarkKind::kReturned;
  if (*lane.exit == LaneExit::kException) return MarkKind::kException;
  bool crashedHere = false;
  bool crashedElsewhere = false;
  for (const model::Instant& instant : snapshot.instants()) {
    if (instant.kind != InstantKind::kCrash || instant.lane.value >= snapshot.laneCount()) continue;
    if (instant.lane == id)
      crashedHere = true;
    else if (snapshot.lane(instant.lane).process == lane.process)
      crashedElsewhere = true;
  }
  if (crashedHere) return MarkKind::kCrash;
  const auto& processes = snapshot.processes();
  const bool known = lane.process.value < processes.size();
  const auto exit = known ? processes[lane.process.value].exit : std::nullopt;
  const bool bySignal = exit && exit->how == ProcessEndHow::kSignalled;
  return lane.isMain && bySignal && !crashedElsewhere ? MarkKind::kKilled : MarkKind::kCut;
}

std::string signalName(std::int64_t number) {
  switch (number) {
    case 1: return "SIGHUP";
    case 2: return "SIGINT";
    case 3: return "SIGQUIT";
    case 4: return "SIGILL";
    case 6: return "SIGABRT";
    case 7: return "SIGBUS";
    case 8: return "SIGFPE";
    case 9: return "SIGKILL";
    case 11: return "SIGSEGV";
    case 13: return "SIGPIPE";
    case 15: return "SIGTERM";
    default: return "signal " + std::to_string(number);
  }
}

std::string exitCodeText(const model::ProcessEnd& exit) {
  std::string out = numberText(exit.code);
  if (exit.how == ProcessEndHow::kSignalled) out += " " + signalName(exit.code < 0 ? -exit.code : exit.code);
  return out;
}

}  // namespace threadline::scene
