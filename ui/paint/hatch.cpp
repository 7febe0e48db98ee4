// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/hatch.h"

namespace threadline::paint {
namespace {

/// 45 degree lines through a square tile and its neighbours' corners.
void addDiagonals(std::vector<QLineF>& lines, double period, bool rising) {
  for (const double shift : {-period, 0.0, period}) {
    const double left = shift - 1;
    const double right = shift + period + 1;
    if (rising) {
      lines.emplace_back(left, period + 1, right, -1);
    } else {
      lines.emplace_back(left, -1, right, period + 1);
    }
  }
}

}  // namespace

Hatch hatchOf(Pattern pattern) {
  Hatch out;
  out.period = kHatchEvery;
  const double middle = kHatchEvery / 2;
  switch (pattern) {
    case Pattern::kNone: out.period = 0; break;
    case Pattern::kDiagonal: addDiagonals(out.lines, out.period, true); break;
    case Pattern::kSparseDiagonal:
      out.period = 2 * kHatchEvery;
      addDiagonals(out.lines, out.period, true);
      break;
    case Pattern::kBackDiagonal: addDiagonals(out.lines, out.period, false); break;
    case Pattern::kCrossed:
      addDiagonals(out.lines, out.period, true);
      addDiagonals(out.lines, out.period, false);
      break;
    case Pattern::kUpright: out.lines.emplace_back(middle, -1, middle, out.period + 1); break;
    case Pattern::kLevel: out.lines.emplace_back(-1, middle, out.period + 1, middle); break;
  }
  return out;
}

}  // namespace threadline::paint
