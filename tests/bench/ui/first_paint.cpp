// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the program to its first picture on a real screen, warm; beside a bare window of the same size.
#include <memory>

#include "tests/bench/ui/figures.h"
#include "tests/stories/desktop.h"
#include "tests/stories/program.h"

namespace threadline::bench {
namespace {

constexpr double kGoalMs = 400;
constexpr int kRounds = 9;
constexpr int kWarmUps = 1;

/// 0: it did not paint.
double startOnce(const stories::Desktop& desktop, const char* path) {
  stories::Program program(desktop, "C.UTF-8", path);
  program.beenHereBefore("sum");
  if (!program.start()) return 0;
  double painted = 0;
  const double patience = wallMs() + 10'000;
  while (painted == 0 && wallMs() < patience && !program.hasEnded()) {
    const QJsonObject answer = program.ask("painted");
    if (answer.isEmpty()) return 0;
    painted = answer[QLatin1String("ns")].toDouble() / 1e6;
  }
  return painted == 0 ? 0 : painted - static_cast<double>(program.startedAt().ns) / 1e6;
}

}  // namespace

void measureFirstPaint() {
  std::puts("start to first paint, warm, on Xvfb");
  if (const std::string missing = stories::Desktop::missingProgram(); !missing.empty()) {
    std::printf("  not measured: %s is not installed\n", missing.c_str());
    return;
  }
  const stories::Desktop desktop(1280, 800);
  if (!desktop.isThere()) {
    std::puts("  not measured: Xvfb and openbox did not start");
    return;
  }
  std::vector<double> ours;
  std::vector<double> bare;
  for (int i = -kWarmUps; i < kRounds; ++i) {  // in turns: both see the same machine
    const double one = startOnce(desktop, THREADLINE_PROGRAM);
    const double other = startOnce(desktop, TL_BARE_WINDOW);
    if (i < 0) continue;
    if (one > 0) ours.push_back(one);
    if (other > 0) bare.push_back(other);
  }
  if (ours.empty()) {
    std::puts("  not measured: the window did not come up");
    return;
  }
  tell("threadline", ours);
  tell("floor: an empty window of Qt", bare);
  judge("median", percentile(ours, 0.5), kGoalMs);
}

}  // namespace threadline::bench
