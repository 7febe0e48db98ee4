// SPDX-License-Identifier: GPL-3.0-or-later
// One frame of the window's timeline: a finished trace of a million spans at 1600 x 900, from a key's press to the
// picture, at many zooms and places. CPU time of the GUI thread; what counts is the slowest hundredth.
#include <QImage>
#include <QPainter>

#include <random>

#include "tests/bench/ui/figures.h"
#include "tests/ui/scene/sample_traces.h"
#include "ui/widgets/timeline_canvas.h"
#include "ui/widgets/timeline_view.h"

namespace threadline::bench {
namespace {

constexpr double kGoalMs = 10;
constexpr int kSpans = 1'000'000;
constexpr int kFrames = 400;

double copyMs(const QImage& picture, QImage& target) {
  const double begin = cpuMs();
  QPainter(&target).drawImage(0, 0, picture);
  return cpuMs() - begin;
}

void measure(int lanes) {
  const test::Sample sample = test::denseSample(lanes, kSpans);
  widgets::TimelineView view;
  view.resize(1600, 900);
  view.setPanes({{sample.snapshot, sample.view, {}, {}}});
  view.show();
  auto* canvas = view.findChild<widgets::TimelineCanvas*>(QStringLiteral("timelineCanvas"));
  QImage target(view.size(), QImage::Format_RGB32);
  view.render(&target);  // what is made once
  const QImage picture = target.copy();
  const TimeRange whole = sample.snapshot->extent();
  std::mt19937_64 random(1);
  std::vector<double> layouts;
  std::vector<double> frames;
  std::vector<double> copies;
  for (int i = 0; i < kFrames; ++i) {
    const std::int64_t length = std::max<std::int64_t>(whole.length().ns >> (i % 18), 4000);
    const auto room = static_cast<std::uint64_t>(std::max<std::int64_t>(1, whole.length().ns - length));
    const auto start = whole.start.ns + static_cast<std::int64_t>(random() % room);
    const double begin = cpuMs();
    view.showRange({{start}, {start + length}}, widgets::TimelineView::Remember::kNo);
    (void)canvas->frame();
    layouts.push_back(cpuMs() - begin);
    view.render(&target);
    frames.push_back(cpuMs() - begin);
    copies.push_back(copyMs(picture, target));
  }
  std::printf(" %d lanes\n", lanes);
  tell("frame", frames);
  tell("of it the layout", layouts);
  tell("floor: copying such a picture", copies);
  judge("99 % of the frames", percentile(frames, 0.99), kGoalMs);
}

}  // namespace

void measureLargeTrace() {
  std::puts("a frame of a finished trace of 1,000,000 spans, 1600 x 900, any zoom and place (CPU of the GUI thread)");
  for (const int lanes : {24, 64}) measure(lanes);
}

}  // namespace threadline::bench
