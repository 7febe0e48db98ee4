// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/theme.h"

namespace threadline::paint {
namespace {

constexpr QRgb colour(unsigned rgb) {
  return 0xFF000000U | rgb;
}

struct StyleRow {
  LaneState state;
  unsigned fill, edge, text;
  Pattern pattern = Pattern::kNone;
  EdgeKind edgeKind = EdgeKind::kSolid;
  int hatchPercent = 45;
};

// Contrast of text to fill at least 7 (running 6.6), of edge to the page at least 4.2.
constexpr StyleRow kLight[] = {
    {LaneState::kCreated, 0xFFFFFF, 0x767C86, 0x3C4043, Pattern::kNone, EdgeKind::kDotted},
    {LaneState::kStarting, 0xFFFFFF, 0x0B5FA5, 0x083B66, Pattern::kSparseDiagonal},
    {LaneState::kRunning, 0x0B5FA5, 0x084A82, 0xFFFFFF},
    {LaneState::kChecking, 0x86B6E0, 0x084A82, 0x04233F, Pattern::kBackDiagonal, EdgeKind::kSolid, 55},
    {LaneState::kReady, 0xA9D0F5, 0x0B5FA5, 0x083B66},
    {LaneState::kWaitingIo, 0xF8B9AE, 0xB3261E, 0x6E140C, Pattern::kDiagonal},
    {LaneState::kWaitingLock, 0xCFA3E0, 0x6F2384, 0x3D0F4A, Pattern::kCrossed},
    {LaneState::kWaitingGil, 0xFFD27A, 0x8A5A00, 0x5A3A00, Pattern::kUpright},
    {LaneState::kWaitingQueue, 0x86D1C3, 0x00564B, 0x00332C, Pattern::kLevel},
    {LaneState::kJoining, 0xFFFFFF, 0x5F6368, 0x3C4043, Pattern::kNone, EdgeKind::kDashed},
    {LaneState::kSleeping, 0xF1F3F4, 0x767C86, 0x3C4043},
    {LaneState::kSuspended, 0xF4F4F6, 0x5F6368, 0x3C4043, Pattern::kNone, EdgeKind::kDotted},
    {LaneState::kIdle, 0xD3E0D6, 0x5E6E63, 0x26332B},
    {LaneState::kBlocked, 0xE6D6C6, 0x6D4C33, 0x3B2817, Pattern::kBackDiagonal},
    {LaneState::kUnknown, 0xFFFFFF, 0x767C86, 0x3C4043, Pattern::kCrossed, EdgeKind::kSolid, 35},
};

constexpr StyleRow kDark[] = {
    {LaneState::kCreated, 0x0D1117, 0x8D949D, 0xC9CED4, Pattern::kNone, EdgeKind::kDotted},
    {LaneState::kStarting, 0x0D1117, 0x64AEF2, 0xCFE6FB, Pattern::kSparseDiagonal},
    {LaneState::kRunning, 0x64AEF2, 0x9CCDF8, 0x04203A},
    {LaneState::kChecking, 0x29547C, 0x9CCDF8, 0xF0F7FE, Pattern::kBackDiagonal, EdgeKind::kSolid, 55},
    {LaneState::kReady, 0x1F3A55, 0x8CC4F7, 0xD6EAFC},
    {LaneState::kWaitingIo, 0x4A221D, 0xF29C92, 0xFFDCD6, Pattern::kDiagonal},
    {LaneState::kWaitingLock, 0x3B2147, 0xD7A6E8, 0xF3DDFB, Pattern::kCrossed},
    {LaneState::kWaitingGil, 0x463510, 0xF5C869, 0xFFEBC2, Pattern::kUpright},
    {LaneState::kWaitingQueue, 0x123F39, 0x6FD0BF, 0xCDF5ED, Pattern::kLevel},
    {LaneState::kJoining, 0x0D1117, 0x9AA0A6, 0xC9CED4, Pattern::kNone, EdgeKind::kDashed},
    {LaneState::kSleeping, 0x20252C, 0x8D949D, 0xC9CED4},
    {LaneState::kSuspended, 0x1B2027, 0x9AA0A6, 0xC9CED4, Pattern::kNone, EdgeKind::kDotted},
    {LaneState::kIdle, 0x2A4432, 0x86A08F, 0xCFE3D6},
    {LaneState::kBlocked, 0x3A2B1E, 0xD0A888, 0xF4E3D3, Pattern::kBackDiagonal},
    {LaneState::kUnknown, 0x0D1117, 0x8D949D, 0xC9CED4, Pattern::kCrossed, EdgeKind::kSolid, 35},
};

template <std::size_t N>
void setStates(Theme& theme, const StyleRow (&rows)[N]) {
  static_assert(N == kLaneStateCount);
  for (const StyleRow& row : rows) {
    theme.states[static_cast<std::size_t>(row.state)] = {
        QColor(colour(row.fill)), QColor(colour(row.edge)), QColor(colour(row.text)), row.pattern, row.edgeKind,
        row.hatchPercent};
  }
}

void setShades(Theme& theme, const std::array<unsigned, kShadeCount>& shades) {
  for (std::size_t i = 0; i < shades.size(); ++i) theme.shades[i] = QColor(colour(shades[i]));
}

Theme lightTheme() {
  Theme theme;
  setStates(theme, kLight);
  setShades(theme, {0x9CCBEE, 0xF6C88F, 0xA7DAB5, 0xE2B4D6, 0xF3E79B, 0xC9C5F0, 0xBFD3D6, 0xF0B5AE});
  theme.background = QColor(colour(0xFFFFFF));
  theme.grid = QColor(colour(0xDADCE0));
  theme.axis = QColor(colour(0x202124));
  theme.text = QColor(colour(0x202124));
  theme.faintText = QColor(colour(0x5F6368));
  theme.arrow = QColor(colour(0x3C4043));
  theme.bracket = QColor(colour(0x5F6368));
  theme.mark = QColor(colour(0x202124));
  theme.crash = QColor(colour(0xB3261E));
  theme.counterFill = QColor(colour(0xD3DDE7));
  theme.counterEdge = QColor(colour(0x3C4043));
  theme.plainStrip = QColor(colour(0xE8EAED));
  return theme;
}

Theme darkTheme() {
  Theme theme;
  setStates(theme, kDark);
  setShades(theme, {0x2C5B80, 0x7A5320, 0x2C6340, 0x6B3F60, 0x665B1E, 0x474480, 0x3F5559, 0x713B35});
  theme.background = QColor(colour(0x0D1117));
  theme.grid = QColor(colour(0x2F353D));
  theme.axis = QColor(colour(0xE8EAED));
  theme.text = QColor(colour(0xE8EAED));
  theme.faintText = QColor(colour(0xA9AFB7));
  theme.arrow = QColor(colour(0xC4C9D0));
  theme.bracket = QColor(colour(0x9AA0A6));
  theme.mark = QColor(colour(0xE8EAED));
  theme.crash = QColor(colour(0xFF8A80));
  theme.counterFill = QColor(colour(0x2A3644));
  theme.counterEdge = QColor(colour(0xC4C9D0));
  theme.plainStrip = QColor(colour(0x2A3038));
  return theme;
}

}  // namespace

QColor StateStyle::hatch() const {
  QColor out = edge;
  out.setAlphaF(static_cast<float>(hatchPercent) / 100.0F);
  return out;
}

QColor Theme::of(scene::Role role) const {
  switch (role) {
    case scene::Role::kBackground:
    case scene::Role::kPlate: return background;
    case scene::Role::kGrid: return grid;
    case scene::Role::kAxis: return axis;
    case scene::Role::kText: return text;
    case scene::Role::kFaintText: return faintText;
    case scene::Role::kArrow: return arrow;
    case scene::Role::kBracket: return bracket;
    case scene::Role::kMark: return mark;
    case scene::Role::kCrash: return crash;
    case scene::Role::kCounter: return counterFill;
    case scene::Role::kStrip: return plainStrip;
  }
  return text;
}

QColor Theme::lineOf(scene::Role role) const {
  return role == scene::Role::kCounter ? counterEdge : of(role);
}

QColor Theme::fillOf(const scene::FilledRect& rect) const {
  if (rect.isOnState) return of(rect.onState).fill;
  if (rect.role == scene::Role::kStrip && rect.shade >= 0)
    return shades[static_cast<std::size_t>(rect.shade % kShadeCount)];
  return of(rect.role);
}

QColor Theme::colourOf(const scene::Text& words) const {
  return words.isOnState ? of(words.onState).text : of(words.role);
}

const Theme& themeFor(ThemeKind kind) {
  static const Theme light = lightTheme();
  static const Theme dark = darkTheme();
  return kind == ThemeKind::kDark ? dark : light;
}

}  // namespace threadline::paint
