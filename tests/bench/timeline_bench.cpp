// SPDX-License-Identifier: GPL-3.0-or-later
// One frame of the window's timeline: 64 lanes with a million spans at 1600 x 900, from a key's press to the picture,
// at many zooms and places. CPU time of the GUI thread; what counts is the slowest hundredth.
#include <QApplication>
#include <QImage>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>
#include <vector>

#include "tests/ui/scene/sample_traces.h"
#include "ui/widgets/timeline_canvas.h"
#include "ui/widgets/timeline_view.h"

namespace threadline {
namespace {

constexpr double kGoalMs = 10;

double cpuMs() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void run(int lanes, int spans) {
  const test::Sample sample = test::denseSample(lanes, spans);
  widgets::TimelineView view;
  view.resize(1600, 900);
  view.setPanes({{sample.snapshot, sample.view, {}, {}}});
  view.show();
  auto* canvas = view.findChild<widgets::TimelineCanvas*>(QStringLiteral("timelineCanvas"));
  QImage target(view.size(), QImage::Format_RGB32);
  view.render(&target);  // what is made once
  const TimeRange whole = sample.snapshot->extent();
  std::mt19937_64 random(1);
  std::vector<double> layouts;
  std::vector<double> frames;
  for (int i = 0; i < 400; ++i) {
    const std::int64_t length = std::max<std::int64_t>(whole.length().ns >> (i % 18), 4000);
    const auto room = static_cast<std::uint64_t>(std::max<std::int64_t>(1, whole.length().ns - length));
    const auto start = whole.start.ns + static_cast<std::int64_t>(random() % room);
    const double begin = cpuMs();
    view.showRange({{start}, {start + length}}, widgets::TimelineView::Remember::kNo);
    (void)canvas->frame();
    layouts.push_back(cpuMs() - begin);
    view.render(&target);
    frames.push_back(cpuMs() - begin);
  }
  const double p99 = percentile(frames, 0.99);
  std::printf("%d lanes, %d spans: layout median %.2f, p99 %.2f ms; frame median %.2f, p99 %.2f ms; goal <= %.0f: %s\n",
              lanes, spans, percentile(layouts, 0.5), percentile(layouts, 0.99), percentile(frames, 0.5), p99, kGoalMs,
              p99 <= kGoalMs ? "met" : "MISSED");
}

}  // namespace
}  // namespace threadline

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication application(argc, argv);
  for (const int lanes : {24, 64}) threadline::run(lanes, 1'000'000);
  return 0;
}
