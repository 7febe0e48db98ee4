// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/pane_stack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ui/scene/fixed_measure.h"
#include "tests/ui/scene/sample_traces.h"
#include "ui/paint/figure_page.h"

namespace threadline::paint {
namespace {

using testing::Contains;
using testing::Not;

scene::Pane paneOf(const test::Sample& sample, const std::string& title, const std::string& note = {}) {
  return {sample.snapshot, sample.view, title, note};
}

FigureSubject stackOf(std::vector<scene::Pane> panes) {
  FigureSubject subject;
  subject.panes = std::move(panes);
  subject.title = "Ways";
  subject.caption = "A caption.";
  return subject;
}

ComposedPage compose(const FigureSubject& subject, const FigureOptions& options = {}) {
  return composePage(subject, options, pageMetricsFor(options), test::FixedMeasure());
}

std::vector<scene::Text> textsOf(const scene::DrawList& list) {
  std::vector<scene::Text> out;
  for (const scene::Primitive& primitive : list.primitives) {
    if (const auto* text = std::get_if<scene::Text>(&primitive)) out.push_back(*text);
  }
  return out;
}

std::vector<std::string> wordsIn(const scene::DrawList& list) {
  std::vector<std::string> out;
  for (const scene::Text& text : textsOf(list)) out.push_back(text.text);
  return out;
}

double leftOf(const scene::Text& text) {
  const double width = test::FixedMeasure().width(text.text, text.sizePx, text.bold);
  if (text.align == scene::Align::kRight) return text.x - width;
  return text.align == scene::Align::kCentre ? text.x - width / 2 : text.x;
}

/// One lane that works from `startMs` for `lengthMs`.
test::Sample workFrom(double startMs, double lengthMs) {
  test::TraceSketch sketch;
  const LaneId lane = sketch.lane(sketch.process("p", 1, startMs), "worker", startMs, true);
  sketch.span(lane, startMs, LaneState::kRunning);
  sketch.end(lane, startMs + lengthMs);
  sketch.writer.finish();
  auto snapshot = sketch.writer.snapshot();
  model::View view = test::wholeView(*snapshot);
  view.range = {test::atMs(startMs), test::atMs(startMs + lengthMs)};
  return {snapshot, view};
}

TEST(PaneStack, ASinglePaneWithoutATitleIsTheSamePictureAsASingleRun) {
  for (const test::Sample& sample : {test::forkJoinSample(), test::gilSample(), test::raceSample()}) {
    for (const Page page : {Page::kFree, Page::kBlog, Page::kSlide, Page::kA4}) {
      FigureOptions options;
      options.page = page;
      FigureSubject single = stackOf({});
      single.snapshot = sample.snapshot;
      single.view = sample.view;
      EXPECT_EQ(compose(single, options).list.dump(), compose(stackOf({paneOf(sample, "")}), options).list.dump());
    }
  }
}

TEST(PaneStack, EachRunHasItsTitleAndItsNoteAboveItsLanes) {
  const auto list = compose(stackOf({paneOf(test::gilSample(), "with GIL", "1.00\u00D7"),
                                     paneOf(test::sumSample(), "without", "0.52\u00D7")}))
                        .list;
  double last = 0;
  for (const char* word : {"with GIL", "th2", "without"}) {
    const auto texts = textsOf(list);
    const auto text = std::find_if(texts.begin(), texts.end(), [&](const auto& one) { return one.text == word; });
    ASSERT_NE(text, texts.end()) << word;
    EXPECT_GT(text->baseline, last) << word;
    last = text->baseline;
  }
  EXPECT_THAT(wordsIn(list), Contains("0.52\u00D7"));
}

TEST(PaneStack, AllRunsShareOneAxisAsLongAsTheLongest) {
  const FigureSubject subject = stackOf({paneOf(workFrom(0, 50), "a"), paneOf(workFrom(0, 200), "b")});
  const PaneStack stack(subject);
  EXPECT_EQ(stack.axis(), (TimeRange{TimeNs{0}, test::atMs(200)}));
  std::vector<scene::Rect> boxes;
  const auto list = compose(subject).list;
  for (const scene::Primitive& primitive : list.primitives) {
    const auto* box = std::get_if<scene::StateBox>(&primitive);
    if (box != nullptr && box->rect.width > 30) boxes.push_back(box->rect);
  }
  ASSERT_EQ(boxes.size(), 2U);
  EXPECT_NEAR(boxes[0].x, boxes[1].x, 1) << "their zeros stand under one another";
  EXPECT_NEAR(boxes[0].width * 4, boxes[1].width, 8);
}

TEST(PaneStack, RangesThatBeginAtDifferentTimesAreCountedFromTheirStarts) {
  const FigureSubject subject = stackOf({paneOf(workFrom(30, 60), "a"), paneOf(workFrom(70, 20), "b")});
  const PaneStack stack(subject);
  EXPECT_EQ(stack.axis(), (TimeRange{TimeNs{0}, test::atMs(60)}));
  EXPECT_EQ(stack.panes()[1].view.range, (TimeRange{test::atMs(70), test::atMs(130)}));
  const FigureSubject together = stackOf({paneOf(workFrom(30, 60), "a"), paneOf(workFrom(30, 20), "b")});
  EXPECT_EQ(PaneStack(together).axis(), (TimeRange{test::atMs(30), test::atMs(90)}));
}

TEST(PaneStack, ALongTitleIsElidedBeforeItsNote) {
  FigureOptions options;
  options.page = Page::kA4;
  const std::string note = "0.57\u00D7 the time (documents 0.57\u00D7)";
  const auto texts = textsOf(compose(stackOf({paneOf(workFrom(0, 50), std::string(200, 'w'), note)}), options).list);
  const auto isNote = [&](const scene::Text& text) { return text.text == note; };
  const auto right = std::find_if(texts.begin(), texts.end(), isNote);
  ASSERT_NE(right, texts.end());
  for (const scene::Text& text : texts) {
    if (isNote(text) || text.baseline != right->baseline) continue;
    const double width = test::FixedMeasure().width(text.text, text.sizePx, text.bold);
    EXPECT_LE(leftOf(text) + width, leftOf(*right)) << text.text;
  }
}

TEST(PaneStack, ASlideHoldsManyRunsAndAllTheirTextIsLargeEnough) {
  std::vector<scene::Pane> panes;
  for (int i = 0; i < 5; ++i) panes.push_back(paneOf(test::gilSample(), "way " + std::to_string(i), "1.00\u00D7"));
  FigureOptions options;
  options.page = Page::kSlide;
  const auto list = compose(stackOf(panes), options).list;
  EXPECT_EQ(list.height, 1080);
  for (const scene::Text& text : textsOf(list)) {
    EXPECT_GE(text.sizePx, 22.0) << text.text;
    EXPECT_LE(text.baseline, 1080.0) << text.text;
  }
}

TEST(PaneStack, TheBoundsOfAPictureAreThoseOfAllItsRunsTogether) {
  std::vector<scene::Pane> panes;
  for (int i = 0; i < 20; ++i) panes.push_back(paneOf(test::crowdSample(12), "way " + std::to_string(i)));
  const FigureSubject subject = stackOf(panes);
  PaneStack stack(subject);
  stack.layOut(pageMetricsFor({}).lanes, 0);
  std::size_t rows = 0;
  for (const PlacedPane& pane : stack.panes()) rows += pane.rows.rows.size();
  EXPECT_LE(rows, 60U) << "a picture folds above forty rows; each run keeps two";
  const scene::Metrics& first = stack.panes().front().rows.metrics;
  for (const PlacedPane& pane : stack.panes()) EXPECT_EQ(pane.rows.metrics.rowHeight, first.rowHeight);
  EXPECT_TRUE(first.oneLineLabels);
}

TEST(PaneStack, ThePanesOfAPageDoNotOverlap) {
  for (const Page page : {Page::kFree, Page::kBlog, Page::kA4}) {
    FigureOptions options;
    options.page = page;
    const FigureSubject subject =
        stackOf({paneOf(test::gilSample(), "a"), paneOf(test::producerSample(), "b"), paneOf(test::raceSample(), "c")});
    PaneStack stack(subject);
    stack.layOut(pageMetricsFor(options).lanes, 100);
    double last = 100;
    for (const PlacedPane& pane : stack.panes()) {
      EXPECT_GE(pane.top, last);
      EXPECT_GT(pane.rows.top, pane.top);
      last = pane.rows.bottom;
    }
  }
}

TEST(PaneStack, TheLegendExplainsWhatAnyOfTheRunsShows) {
  const auto words =
      wordsIn(compose(stackOf({paneOf(test::gilSample(), "a"), paneOf(test::forkJoinSample(), "b")})).list);
  EXPECT_THAT(words, Contains("waiting for the GIL"));
  EXPECT_THAT(words, Contains("sleep"));
  EXPECT_THAT(wordsIn(compose(stackOf({paneOf(test::gilSample(), "a")})).list), Not(Contains("sleep")));
}

TEST(PaneStack, APaneWithoutATraceIsNoPicture) {
  FigureSubject subject = stackOf({paneOf(test::gilSample(), "a"), scene::Pane{}});
  EXPECT_FALSE(hasTrace(subject));
  EXPECT_FALSE(writeFigure(subject, {}, "/nowhere/one.svg").isOk());
  EXPECT_TRUE(renderFigure(subject, {}).isNull());
  EXPECT_FALSE(hasTrace(FigureSubject{}));
}

}  // namespace
}  // namespace threadline::paint
