// SPDX-License-Identifier: GPL-3.0-or-later
// Whole pages as draw lists, kept in tests/golden: whatever moves in a figure is seen as a difference of text.
#include <gtest/gtest.h>

#include "tests/support/golden.h"
#include "tests/ui/scene/fixed_measure.h"
#include "tests/ui/scene/sample_traces.h"
#include "ui/paint/figure_page.h"

namespace threadline::paint {
namespace {

FigureSubject subjectOf(const test::Sample& sample, const std::string& title) {
  FigureSubject subject;
  subject.snapshot = sample.snapshot;
  subject.view = sample.view;
  subject.title = title;
  subject.subtitle = "threads 2";
  subject.caption = "A caption of some length, so that a narrow page has to break it into several lines of text.";
  subject.footer = "A machine, a day";
  return subject;
}

std::string pageOf(const FigureSubject& subject, const FigureOptions& options) {
  return composePage(subject, options, pageMetricsFor(options), test::FixedMeasure()).list.dump();
}

TEST(FigurePage, OfABlogLooksAsKept) {
  FigureOptions options;
  options.page = Page::kBlog;
  test::expectGolden(THREADLINE_GOLDEN_DIR, "page-blog-fork-join.txt",
                     pageOf(subjectOf(test::forkJoinSample(), "Fork and join"), options));
}

TEST(FigurePage, OfASlideInTheScreenStyleLooksAsKept) {
  FigureOptions options;
  options.page = Page::kSlide;
  options.style = Style::kScreen;
  test::expectGolden(THREADLINE_GOLDEN_DIR, "page-slide-producer.txt",
                     pageOf(subjectOf(test::producerSample(), "Producer and consumer"), options));
}

TEST(FigurePage, OfTwoRunsLooksAsKept) {
  FigureOptions options;
  options.page = Page::kA4;
  const test::Sample first = test::gilSample();
  const test::Sample second = test::sumSample();
  FigureSubject subject = subjectOf(first, "Two ways");
  subject.panes = {{first.snapshot, first.view, "threads", "1.00x"}, {second.snapshot, second.view, "processes", {}}};
  test::expectGolden(THREADLINE_GOLDEN_DIR, "page-a4-two-runs.txt", pageOf(subject, options));
}

}  // namespace
}  // namespace threadline::paint
