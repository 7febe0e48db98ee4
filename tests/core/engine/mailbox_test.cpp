// SPDX-License-Identifier: GPL-3.0-or-later
// Mailboxes: emit and serve between threads and tasks, the timer of a service, and what is recorded of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/core/engine/engine_fixture.h"

namespace threadline::engine::testing {
namespace {

using scenario::Value;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kMailbox = R"("ui": {"kind": "mailbox"}, "n": {"kind": "variable", "of": 0})";

std::vector<std::string> prints(const Recording& recording) {
  std::vector<std::string> lines;
  for (const auto& [lane, read] : recording.inTime(EventKind::kInstant)) {
    if (read.event.sub == static_cast<std::uint8_t>(InstantKind::kPrint)) lines.push_back(read.text);
  }
  return lines;
}

std::vector<ReadEvent> emitFlows(const ReadLane& lane, EventKind kind) {
  std::vector<ReadEvent> flows;
  for (const ReadEvent& read : lane.of(kind)) {
    if (read.event.sub == static_cast<std::uint8_t>(FlowKind::kEmit)) flows.push_back(read);
  }
  return flows;
}

TEST(Mailbox, EventsOfAnotherThreadAreServedInOrderAndTheirArrowsEndWhereTheyAreServed) {
  EngineRun run(R"("window": {"steps": [{"serve": {"mailbox": "ui", "until": "event == 'quit'", "steps": [
           {"print": "{event}"}]}, "as": "event"}]},
         "main": {"steps": [
           {"start": {"function": "window", "runtime": "thread", "name": "gui"}, "as": "gui"},
           {"repeat": {"times": 3, "index": "i", "steps": [{"emit": {"to": "ui", "value": "=i"}}]}},
           {"emit": {"to": "ui", "value": "quit"}}, {"join": "gui"}]})",
                kMailbox);
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_THAT(prints(recording), ElementsAre("0", "1", "2", "quit"));
  const auto out = emitFlows(recording.lane("main"), EventKind::kFlowOut);
  const auto in = emitFlows(recording.lane("gui"), EventKind::kFlowIn);
  ASSERT_EQ(out.size(), 4U);
  ASSERT_EQ(in.size(), 4U);
  EXPECT_EQ(out[2].text, "2");
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(out[i].event.value, in[i].event.value);
}

TEST(Mailbox, AServerWaitsForEventsWithoutTheGil) {
  EngineRun run(
      R"("window": {"steps": [{"serve": {"mailbox": "ui", "until": "event == 'quit'", "steps": []}, "as": "event"}]},
         "main": {"steps": [
           {"start": {"function": "window", "runtime": "thread", "name": "gui"}, "as": "gui"}, {"sleep": 5},
           {"emit": {"to": "ui", "value": "quit"}}, {"join": "gui"}]})",
      kMailbox);
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_TRUE(recording.lane("gui").has(LaneState::kWaitingQueue));
}

TEST(Mailbox, ATimerTicksBetweenEventsAndMissedTicksAreNotMadeUpFor) {
  EngineRun run(R"("window": {"steps": [{"serve": {"mailbox": "ui", "tick_ms": 2, "until": "event == 'quit'", "steps": [
           {"add": {"to": "n"}, "when": "event == none"},
           {"sleep": 31, "when": "event == 'job'"},
           {"emit": {"to": "ui", "value": "job"}, "when": "n == 3 and event == none"},
           {"emit": {"to": "ui", "value": "quit"}, "when": "n == 5"}]}, "as": "event"}]},
         "main": {"steps": [{"start": {"function": "window", "runtime": "thread", "name": "gui"}, "as": "gui"},
                            {"join": "gui"}]})",
                kMailbox);
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  const auto ticks = recording.lane("gui").instants(InstantKind::kTick);
  // At n == 5 an event comes first, then perhaps one tick more before its end.
  ASSERT_GE(ticks.size(), 5U);
  EXPECT_GE(static_cast<std::int64_t>(ticks[3].event.value), 20'000'000);
  EXPECT_THAT(ticks[3].text, HasSubstr(" ms"));
  EXPECT_GE(ticks[3].event.timeNs - ticks[2].event.timeNs, 31'000'000);
}

TEST(Mailbox, ATaskThatServesLeavesTheLoopToTheOthers) {
  EngineRun run(R"("window": {"steps": [{"serve": {"mailbox": "ui", "tick_ms": 3, "until": "event == 'quit'", "steps": [
           {"print": "event {event}", "when": "event != none"}]}, "as": "event"}]},
         "other": {"steps": [{"print": "other"}, {"sleep": 8}, {"emit": {"to": "ui", "value": "hello"}}, {"sleep": 0},
                             {"emit": {"to": "ui", "value": "quit"}}]},
         "main": {"steps": [
           {"start": {"function": "window", "runtime": "task", "name": "gui"}, "as": "gui"},
           {"start": {"function": "other", "runtime": "task", "name": "other"}, "as": "other"},
           {"join": "gui"}, {"join": "other"}]})",
                kMailbox);
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_THAT(prints(recording), ElementsAre("other", "event hello", "event quit"));
  EXPECT_TRUE(recording.lane("gui").has(LaneState::kSuspended));
  EXPECT_FALSE(recording.lane("gui").has(LaneState::kWaitingQueue));
  EXPECT_FALSE(recording.lane("gui").instants(InstantKind::kTick).empty());
}

TEST(Mailbox, ATaskIsWokenByAThreadOnlyWhileItWaitsForEvents) {
  // Each event is followed by a sleep of the task; events that come meanwhile must not end it.
  EngineRun run(R"("window": {"steps": [{"serve": {"mailbox": "ui", "until": "event == 19", "steps": [
           {"sleep": {"us": 200}}, {"add": {"to": "n"}}]}, "as": "event"}]},
         "sender": {"steps": [{"repeat": {"times": 20, "index": "i", "steps": [{"emit": {"to": "ui", "value": "=i"}},
                                                                              {"sleep": {"us": 50}}]}}]},
         "main": {"steps": [
           {"start": {"function": "sender", "runtime": "thread", "name": "sender"}, "as": "sender"},
           {"start": {"function": "window", "runtime": "task", "name": "gui"}, "as": "gui"},
           {"join": "gui"}, {"join": "sender"}, {"assign": {"to": "seen", "value": "=n"}}]})",
                kMailbox);
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_EQ(recording.lane("main").local("seen"), Value(std::int64_t{20}));
  // From the event's arrival, because the sleep counts from before its own record.
  std::int64_t arrived = 0;
  bool sleeps = false;
  for (const ReadEvent& read : recording.lane("gui").events) {
    if (read.event.kind == EventKind::kFlowIn) arrived = read.event.timeNs;
    if (read.event.kind != EventKind::kState) continue;
    if (sleeps) {
      EXPECT_GE(read.event.timeNs - arrived, 200'000);
    }
    sleeps = read.event.sub == static_cast<std::uint8_t>(LaneState::kSuspended) &&
             read.event.value == static_cast<std::uint64_t>(TargetKind::kNone);
  }
}

TEST(Mailbox, AnOwnersTasksGoOnWhileItServes) {
  EngineRun run(R"("work": {"steps": [{"sleep": 2}, {"print": "task"}, {"emit": {"to": "ui", "value": "quit"}}]},
         "main": {"steps": [
           {"start": {"function": "work", "runtime": "task", "name": "t"}, "as": "t"},
           {"serve": {"mailbox": "ui", "until": "event == 'quit'", "steps": []}, "as": "event"}, {"join": "t"}]})",
                kMailbox);
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_THAT(prints(recording), ElementsAre("task"));
}

TEST(Mailbox, AnOwnerOfALoopIsWokenByAnotherThread) {
  EngineRun run(R"("idle": {"steps": [{"sleep": 86000000}]},
         "sender": {"steps": [{"sleep": 5}, {"emit": {"to": "ui", "value": "quit"}}]},
         "main": {"steps": [
           {"start": {"function": "idle", "runtime": "task", "name": "t"}},
           {"start": {"function": "sender", "runtime": "thread", "name": "sender"}, "as": "s"},
           {"serve": {"mailbox": "ui", "until": "event == 'quit'", "steps": []}, "as": "event"}, {"join": "s"}]})",
                kMailbox);
  EXPECT_EQ(run.run().text, "");
  EXPECT_EQ(run.read().problems(), "");
}

TEST(Mailbox, AnOwnerOfALoopWaitsForTheGilOfWhoWokeIt) {
  EngineRun run(R"("idle": {"steps": [{"sleep": 86000000}]},
         "sender": {"steps": [{"sleep": 5}, {"emit": {"to": "ui", "value": "quit"}}, {"compute": {"cpu_ms": 30}}]},
         "main": {"steps": [
           {"start": {"function": "idle", "runtime": "task", "name": "t"}},
           {"start": {"function": "sender", "runtime": "thread", "name": "sender"}, "as": "s"},
           {"serve": {"mailbox": "ui", "until": "event == 'quit'", "steps": []}, "as": "event"}, {"join": "s"}]})",
                kMailbox);
  EXPECT_EQ(run.run().text, "");
  EXPECT_EQ(run.read().problems(), "");
}

TEST(Mailbox, IsServedByOneActorAtATime) {
  EngineRun run(
      R"("window": {"steps": [{"serve": {"mailbox": "ui", "until": "true", "steps": [{"call": {"function": "again"}}]}}]},
         "again": {"steps": [{"serve": {"mailbox": "ui", "until": "true", "steps": []}}]},
         "main": {"steps": [{"emit": {"to": "ui", "value": 1}}, {"call": {"function": "window"}}]})",
      kMailbox);
  EXPECT_THAT(run.run().text, HasSubstr("served by \"main\" already"));
}

TEST(Mailbox, ATaskThatServesCanBeCancelledAndAnotherServesOn) {
  EngineRun run(
      R"("window": {"steps": [{"serve": {"mailbox": "ui", "until": "event == 'quit'", "steps": []}, "as": "event"}]},
         "main": {"steps": [
           {"start": {"function": "window", "runtime": "task", "name": "first"}, "as": "first"}, {"sleep": 1},
           {"kill": "first"}, {"join": "first"},
           {"start": {"function": "window", "runtime": "task", "name": "second"}, "as": "second"},
           {"emit": {"to": "ui", "value": "quit"}}, {"join": "second"}]})",
      kMailbox);
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_THAT(recording.lane("first").instants(InstantKind::kException).at(0).text, HasSubstr("CancelledError"));
  EXPECT_TRUE(recording.lane("second").instants(InstantKind::kException).empty());
}

}  // namespace
}  // namespace threadline::engine::testing
