// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/lane_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/object_kind.h"
#include "tests/support/golden.h"
#include "tests/ui/scene/fixed_measure.h"
#include "tests/ui/scene/sample_traces.h"
#include "ui/scene/arrow_shape.h"
#include "ui/scene/hit_test.h"
#include "ui/scene/label_layout.h"

namespace threadline::scene {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

const std::string kMinus = "\xE2\x88\x92";

struct Drawn {
  RowLayout rows;
  DrawList list;
  LaneLegend legend;
};

Drawn draw(const test::Sample& sample, const Metrics& metrics = {}) {
  const test::FixedMeasure measure;
  const Words words = test::plainWords();
  Drawn out;
  out.rows = layoutRows(*sample.snapshot, sample.view, metrics, 96);
  const TimeScale scale(sample.view.range, metrics.plotLeft, metrics.plotRight - metrics.plotLeft);
  out.legend = layoutLanes({*sample.snapshot, sample.view, out.rows, scale, measure, words}, out.list);
  return out;
}

std::vector<std::string> textsOf(const DrawList& list) {
  std::vector<std::string> out;
  for (const Primitive& primitive : list.primitives) {
    if (const auto* text = std::get_if<Text>(&primitive)) out.push_back(text->text);
  }
  return out;
}

std::vector<Rect> textPlaces(const DrawList& list) {
  const test::FixedMeasure measure;
  std::vector<Rect> out;
  for (const Primitive& primitive : list.primitives) {
    const auto* text = std::get_if<Text>(&primitive);
    if (text != nullptr) out.push_back(boundsOf(*text, measure.width(text->text, text->sizePx, text->bold)));
  }
  return out;
}

std::vector<test::Sample> allSamples() {
  return {test::forkJoinSample(), test::producerSample(), test::daemonSample(), test::sumSample(),
          test::crashSample(),    test::gilSample(),      test::raceSample()};
}

TEST(LaneLayout, LooksAsKept) {
  const std::pair<const char*, test::Sample> samples[] = {
      {"fork-join", test::forkJoinSample()}, {"gil", test::gilSample()},      {"sum", test::sumSample()},
      {"producer", test::producerSample()},  {"crash", test::crashSample()},  {"race", test::raceSample()},
      {"daemon", test::daemonSample()},      {"crowd", test::crowdSample(60)}};
  for (const auto& [name, sample] : samples) {
    test::expectGolden(THREADLINE_GOLDEN_DIR, std::string("lanes-") + name + ".txt", draw(sample).list.dump());
  }
}

TEST(LaneLayout, SaysThePidAloneWhereProcessAndPidHaveNoRoom) {
  Metrics narrow;
  narrow.plotLeft = 130;
  const auto texts = textsOf(draw(test::sumSample(), narrow).list);
  EXPECT_THAT(texts, Contains("pid 7001"));
  EXPECT_THAT(texts, Not(Contains(HasSubstr("process \xC2\xB7 pid 7001"))));
}

TEST(LaneLayout, TellsInTheWordsOfThePictureWhoWasCancelledRefusedAndStuck) {
  test::TraceSketch sketch;
  sketch.writer.editObject(ObjectId{0}).name = "%2";
  const ProcessId process = sketch.process("MainProcess", 55, 0);
  std::vector<LaneId> lanes;
  for (const char* name : {"main", "first", "second", "third"}) lanes.push_back(sketch.lane(process, name, 0));
  for (const LaneId lane : lanes) sketch.span(lane, 0, LaneState::kRunning);
  sketch.instant(lanes[0], 1, InstantKind::kCancel, "task 1");
  sketch.instant(lanes[1], 1, InstantKind::kRefused, "second");
  sketch.writer.addInstant({test::atMs(1), lanes[2], InstantKind::kDeadlock, {}, 0, lanes[3].value, {}});
  sketch.writer.addInstant({test::atMs(1), lanes[3], InstantKind::kDeadlock, {}, ObjectId::kNone, lanes[2].value, {}});
  for (const LaneId lane : lanes) sketch.end(lane, 15);
  sketch.writer.finish();
  test::Sample sample;
  sample.snapshot = sketch.writer.snapshot();
  sample.view = test::wholeView(*sample.snapshot);
  const auto texts = textsOf(draw(sample).list);
  for (const char* words : {"cancels task 1", "refused: in use by second", "deadlock: waits for %2, held by third",
                            "deadlock: waits for the end of second"}) {
    EXPECT_THAT(texts, Contains(words));
  }
}

TEST(LaneLayout, WritesWhatAFlowCarriesBesideItsArrow) {
  test::TraceSketch sketch;
  const ProcessId process = sketch.process("MainProcess", 55, 0);
  const LaneId sender = sketch.lane(process, "sender", 0);
  const LaneId receiver = sketch.lane(process, "receiver", 0);
  for (const LaneId lane : {sender, receiver}) sketch.span(lane, 0, LaneState::kRunning);
  const std::pair<double, double> times[] = {{2.0, 2.1}, {8.0, 12.0}};  // one upright, one slanted
  for (const auto& [out, in] : times) {
    model::Flow flow{FlowKind::kPut, sender, test::atMs(out), receiver, test::atMs(in), {}, {}};
    flow.text = sketch.writer.text(out < 5 ? "first" : "second");
    sketch.writer.addFlow(flow);
  }
  for (const LaneId lane : {sender, receiver}) sketch.end(lane, 15);
  sketch.writer.finish();
  test::Sample sample;
  sample.snapshot = sketch.writer.snapshot();
  sample.view = test::wholeView(*sample.snapshot);
  sample.view.arrows = {FlowKind::kPut};
  const Drawn drawn = draw(sample);
  const auto texts = textsOf(drawn.list);
  EXPECT_THAT(texts, Contains("first"));
  EXPECT_THAT(texts, Contains("second"));
  sample.view.labels = false;
  EXPECT_THAT(textsOf(draw(sample).list), Not(Contains("first")));
}

TEST(LaneLayout, PutsNoWordsOverTheMarkOfAnotherNote) {
  test::TraceSketch sketch;
  const ProcessId process = sketch.process("MainProcess", 55, 0);
  const LaneId lane = sketch.lane(process, "main", 0);
  sketch.span(lane, 0, LaneState::kRunning);
  for (const double at : {5.0, 5.4, 9.0}) sketch.instant(lane, at, InstantKind::kPrint, "a line of some length");
  sketch.end(lane, 15);
  sketch.writer.finish();
  test::Sample sample;
  sample.snapshot = sketch.writer.snapshot();
  sample.view = test::wholeView(*sample.snapshot);
  const Metrics metrics;
  const Drawn drawn = draw(sample, metrics);
  EXPECT_EQ(std::count_if(drawn.list.primitives.begin(), drawn.list.primitives.end(),
                          [](const Primitive& primitive) {
                            const auto* text = std::get_if<Text>(&primitive);
                            return text != nullptr && text->text == "a line of some length";
                          }),
            3);
  const TimeScale scale(sample.view.range, metrics.plotLeft, metrics.plotRight - metrics.plotLeft);
  const Row& row = drawn.rows.rows[*drawn.rows.rowOf(lane)];
  for (const double at : {5.0, 5.4, 9.0}) {
    const double x = scale.xOf(test::atMs(at));
    for (const Rect& place : textPlaces(drawn.list)) {
      if (place.y < row.top - row.notes || place.bottom() > row.top) continue;
      EXPECT_FALSE(place.x < x + 3 && place.right() > x - 3) << "words at " << place.x << " over the mark at " << x;
    }
  }
}

TEST(SpanText, CallsAWaitByTheKindOfWhatIsWaitedFor) {
  test::TraceSketch sketch;
  const ProcessId process = sketch.process("MainProcess", 55, 0);
  const LaneId lane = sketch.lane(process, "main", 0);
  const std::pair<ObjectKind, const char*> kinds[] = {
      {ObjectKind::kQueue, "waiting_queue"},      {ObjectKind::kPipe, "pipe wait"},
      {ObjectKind::kEvent, "event wait"},         {ObjectKind::kBarrier, "barrier wait"},
      {ObjectKind::kSemaphore, "semaphore wait"}, {ObjectKind::kLock, "waiting_lock"}};
  for (std::uint32_t i = 0; i < std::size(kinds); ++i) {
    sketch.writer.editObject(ObjectId{i}).kind = static_cast<std::uint8_t>(kinds[i].first);
    model::SpanStart span;
    span.start = test::atMs(i);
    span.state = i < 2 ? LaneState::kWaitingQueue : LaneState::kWaitingLock;
    span.targetKind = TargetKind::kObject;
    span.target = i;
    sketch.writer.beginSpan(lane, span);
  }
  sketch.end(lane, 15);
  sketch.writer.finish();
  const model::SnapshotPtr snapshot = sketch.writer.snapshot();
  const model::View view = test::wholeView(*snapshot);
  const Words words = test::plainWords();
  const SpanText texts(*snapshot, view, words);
  for (std::uint32_t i = 0; i < std::size(kinds); ++i) {
    EXPECT_THAT(texts.hint(lane, snapshot->span(lane, i)), testing::StartsWith(kinds[i].second));
  }
}

TEST(RowLayout, PutsAProcessWithOneLaneIntoOneRowAndOthersUnderAHeader) {
  const Drawn sum = draw(test::sumSample());
  EXPECT_EQ(sum.rows.rows.size(), 3U);
  EXPECT_TRUE(sum.rows.groups.empty());
  const Drawn forkJoin = draw(test::forkJoinSample());
  ASSERT_EQ(forkJoin.rows.rows.size(), 4U);
  EXPECT_EQ(forkJoin.rows.rows[0].kind, RowKind::kProcess);
  ASSERT_EQ(forkJoin.rows.groups.size(), 1U);
  EXPECT_EQ(forkJoin.rows.groups[0].last, 3U);
}

TEST(RowLayout, WidensGapsThatArrowsCross) {
  const RowLayout plain = draw(test::crashSample()).rows;
  EXPECT_DOUBLE_EQ(plain.rows[3].top - plain.rows[2].bottom(), 12);
  const RowLayout crossed = draw(test::forkJoinSample()).rows;
  EXPECT_DOUBLE_EQ(crossed.rows[2].top - crossed.rows[1].bottom(), 24);
}

TEST(RowLayout, PutsACounterBetweenTheEndsOfItsFlows) {
  const RowLayout rows = draw(test::producerSample()).rows;
  ASSERT_EQ(rows.rows.size(), 5U);
  EXPECT_EQ(rows.rows[1].kind, RowKind::kCounter);
  EXPECT_DOUBLE_EQ(rows.rows[1].height, 28);
}

TEST(RowLayout, CompactsAboveFourteenRowsAndFoldsAboveForty) {
  const RowLayout few = draw(test::crowdSample(13)).rows;
  EXPECT_DOUBLE_EQ(few.rows[1].height, 40);
  const RowLayout many = draw(test::crowdSample(14)).rows;
  EXPECT_DOUBLE_EQ(many.rows[1].height, 28);
  EXPECT_EQ(many.rows.size(), 16U);  // header, main, fourteen
  const RowLayout folded = draw(test::crowdSample(60)).rows;
  ASSERT_EQ(folded.rows.size(), 3U);
  EXPECT_EQ(folded.rows[2].kind, RowKind::kFold);
  EXPECT_EQ(folded.rows[2].foldName, std::string("worker-* \xC3\x97") + "60");
}

TEST(RowLayout, FoldsAlikeProcessesAndAtLastWhateverIsLeft) {
  test::TraceSketch sketch;
  for (int i = 0; i < 60; ++i) {
    const std::string name = i < 50 ? "Process-" + std::to_string(i) : std::string(1, static_cast<char>('a' + i - 50));
    const LaneId lane = sketch.lane(sketch.process(name, i + 1, 0), "MainThread", 0, true);
    sketch.span(lane, 0, LaneState::kRunning);
    sketch.end(lane, 10);
  }
  sketch.writer.finish();
  const auto snapshot = sketch.writer.snapshot();
  Metrics metrics;
  EXPECT_EQ(layoutRows(*snapshot, test::wholeView(*snapshot), metrics, 0).rows.size(), 11U);
  metrics.foldAbove = 5;
  const RowLayout rows = layoutRows(*snapshot, test::wholeView(*snapshot), metrics, 0);
  EXPECT_EQ(rows.rows.size(), 5U);
  std::size_t lanes = 0;
  for (const Row& row : rows.rows) lanes += row.lanes.size();
  EXPECT_EQ(lanes, 60U);
}

TEST(RowLayout, LeavesOutAKindOfArrowThatWouldBeTooMany) {
  Metrics metrics;
  metrics.foldAbove = 100;
  const RowLayout rows = draw(test::crowdSample(41), metrics).rows;
  EXPECT_TRUE(rows.flows.empty());
  EXPECT_EQ(rows.omittedFlows, 41U);
  EXPECT_EQ(draw(test::crowdSample(40), metrics).rows.flows.size(), 40U);
}

TEST(RowLayout, DrawsNoLaneThatTheViewDoesNotNameAndNoneTwice) {
  test::Sample sample = test::forkJoinSample();
  sample.view.lanes = {LaneId{1}, LaneId{1}, LaneId{99}};
  const Drawn drawn = draw(sample);
  EXPECT_EQ(drawn.rows.rows.size(), 1U);
  EXPECT_TRUE(drawn.rows.flows.empty());
}

TEST(Labels, AreAbsentWhereTheyDoNotFitAndNeverCut) {
  test::TraceSketch sketch;
  const LaneId lane = sketch.lane(sketch.process("p", 1, 0), "main", 0, true);
  sketch.span(lane, 0, LaneState::kWaitingIo, "0123456789");  // 70 px of text need 88.5
  sketch.span(lane, 88, LaneState::kRunning, "abcdefghij");
  sketch.span(lane, 177, LaneState::kWaitingIo);
  sketch.end(lane, 960);
  sketch.writer.finish();
  test::Sample sample{sketch.writer.snapshot(), {}};
  sample.view = test::wholeView(*sample.snapshot);
  const std::vector<std::string> texts = textsOf(draw(sample).list);
  EXPECT_THAT(texts, Not(Contains(HasSubstr("0123"))));
  EXPECT_THAT(texts, Contains("abcdefghij"));
}

TEST(Labels, AWaitForTheGilIsNotCalledByTheWorkThatWaits) {
  test::TraceSketch sketch;
  const LaneId lane = sketch.lane(sketch.process("p", 1, 0), "main", 0, true);
  sketch.span(lane, 0, LaneState::kWaitingGil, "sum 1");
  sketch.end(lane, 960);
  sketch.writer.finish();
  test::Sample sample{sketch.writer.snapshot(), {}};
  sample.view = test::wholeView(*sample.snapshot);
  EXPECT_THAT(textsOf(draw(sample).list), Contains("waiting_gil"));
}

TEST(Labels, StandOnAPlateInsideTheirBox) {
  const DrawList list = draw(test::producerSample()).list;
  int plates = 0;
  for (const Primitive& primitive : list.primitives) {
    const auto* plate = std::get_if<FilledRect>(&primitive);
    if (plate == nullptr || !plate->isOnState) continue;
    ++plates;
    const auto holdsPlate = [&](const Primitive& other) {
      const auto* box = std::get_if<StateBox>(&other);
      return box != nullptr && box->state == plate->onState && plate->rect.x >= box->rect.x &&
             plate->rect.right() <= box->rect.right() && plate->rect.y >= box->rect.y &&
             plate->rect.bottom() <= box->rect.bottom();
    };
    EXPECT_TRUE(std::any_of(list.primitives.begin(), list.primitives.end(), holdsPlate)) << plate->rect.x;
  }
  EXPECT_GT(plates, 5);
}

TEST(Labels, NoTextStandsOnAnotherText) {
  constexpr double kAir = 3;  // line boxes may touch where letters do not
  for (const test::Sample& sample : allSamples()) {
    const std::vector<Rect> places = textPlaces(draw(sample).list);
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        const Rect& a = places[i];
        const Rect& b = places[k];
        EXPECT_FALSE(a.x < b.right() && b.x < a.right() && a.y + kAir < b.bottom() && b.y + kAir < a.bottom())
            << a.x << " " << a.y << " and " << b.x << " " << b.y;
      }
    }
  }
}

TEST(Labels, NoArrowCrossesAText) {
  for (test::Sample sample : allSamples()) {
    const DrawList list = draw(sample).list;
    const std::vector<Rect> places = textPlaces(list);
    for (const Primitive& primitive : list.primitives) {
      const auto* arrow = std::get_if<Arrow>(&primitive);
      if (arrow == nullptr || std::abs(arrow->x1 - arrow->x2) <= 12) continue;  // those are behind boxes and plates
      for (int i = 0; i <= 40; ++i) {
        const auto [x, y] = shapeOf(*arrow).at(i / 40.0);
        for (const Rect& place : places) {
          EXPECT_FALSE(x > place.x && x < place.right() && y > place.y && y < place.bottom()) << x << " " << y;
        }
      }
    }
  }
}

TEST(Labels, AreNotWrittenWhereTheViewWantsNone) {
  test::Sample sample = test::forkJoinSample();
  EXPECT_THAT(textsOf(draw(sample).list), Contains("sleep 2 s"));
  sample.view.labels = false;
  EXPECT_THAT(textsOf(draw(sample).list), Not(Contains("sleep 2 s")));
}

TEST(Marks, TellHowEachLaneEnded) {
  const test::Sample sample = test::crashSample();
  EXPECT_EQ(draw(sample).legend.marks, (MarkKinds{MarkKind::kException, MarkKind::kCut, MarkKind::kCrash,
                                                  MarkKind::kKilled, MarkKind::kNotCollected}));
  EXPECT_EQ(endMarkOf(*sample.snapshot, LaneId{0}), MarkKind::kCut);    // main of the crashed process
  EXPECT_EQ(endMarkOf(*sample.snapshot, LaneId{3}), MarkKind::kCrash);  // who did it
  EXPECT_EQ(endMarkOf(*sample.snapshot, LaneId{4}), MarkKind::kKilled);
}

TEST(Marks, AWaitAfterTheCodesEndIsAWaitAtExit) {
  const Drawn drawn = draw(test::daemonSample());
  EXPECT_TRUE(drawn.legend.hasExitWait);
  EXPECT_FALSE(drawn.legend.hasOtherJoins);
  EXPECT_EQ(drawn.legend.marks.count(MarkKind::kCodeEnd), 1U);
  EXPECT_THAT(textsOf(drawn.list), Contains("exit wait"));
}

TEST(Marks, ExitCodesArePythonsWithTheSignalsName) {
  const std::vector<std::string> texts = textsOf(draw(test::crashSample()).list);
  EXPECT_THAT(texts, Contains("exit " + kMinus + "11 SIGSEGV"));
  EXPECT_THAT(texts, Contains(kMinus + "15 SIGTERM"));
  EXPECT_THAT(texts, Contains("1"));
}

TEST(HitTest, FindsTheSpanUnderAPoint) {
  const test::Sample sample = test::forkJoinSample();
  const Metrics metrics;
  const RowLayout rows = layoutRows(*sample.snapshot, sample.view, metrics, 96);
  const TimeScale scale(sample.view.range, metrics.plotLeft, metrics.plotRight - metrics.plotLeft);
  const double y = rows.rows[2].middle();
  const auto hit = hitTest(*sample.snapshot, rows, scale, scale.xOf(test::atMs(1000)), y);
  ASSERT_TRUE(hit && hit->span);
  EXPECT_EQ(hit->lane, LaneId{1});
  EXPECT_EQ(sample.snapshot->span(hit->lane, *hit->span).state, LaneState::kSleeping);
  EXPECT_FALSE(hitTest(*sample.snapshot, rows, scale, 10, y));
  EXPECT_FALSE(hitTest(*sample.snapshot, rows, scale, 500, 5));
  const auto before = hitTest(*sample.snapshot, rows, scale, metrics.plotLeft + 0.5, y);
  ASSERT_TRUE(before);
  EXPECT_FALSE(before->span);
}

}  // namespace
}  // namespace threadline::scene
