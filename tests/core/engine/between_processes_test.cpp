// SPDX-License-Identifier: GPL-3.0-or-later
// Objects between processes, with a real second process at the other end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

#include "core/engine/objects/lock.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/queue.h"
#include "core/engine/whole_characters.h"
#include "tests/core/engine/engine_fixture.h"

namespace threadline::engine::testing {
namespace {

using ::testing::HasSubstr;

/// A child process that does one thing and then waits for its end, or ends.
class Child {
 public:
  explicit Child(const std::function<void()>& work) {
    int ready[2];
    TL_CHECK(pipe(ready) == 0);
    m_pid = fork();
    TL_CHECK(m_pid >= 0);
    if (m_pid == 0) {
      work();
      TL_CHECK(write(ready[1], "r", 1) == 1);
      while (true) pause();
    }
    char byte = 0;
    TL_CHECK(read(ready[0], &byte, 1) == 1);
    close(ready[0]);
    close(ready[1]);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    kill(m_pid, SIGKILL);
    waitpid(m_pid, nullptr, 0);
  }
  void killIt() const { kill(m_pid, SIGKILL); }
  [[nodiscard]] pid_t pid() const { return m_pid; }

 private:
  pid_t m_pid = 0;
};

constexpr const char* kNothing = R"("main": {"steps": []})";

TEST(BetweenProcesses, TheLockOfADeadHolderStaysLockedAndTheLaneSaysSo) {
  EngineRun run(kNothing, R"("l": {"kind": "lock", "between": "process"})");
  Lock& lock = *run.process().objects->lock({0});
  const RecorderSeed childSeed = makeTestLane(run.rings(), "worker 7");
  const RecorderSeed ownSeed = makeTestLane(run.rings(), "waiter");
  const Child child([&] {
    Recorder recorder(run.rings(), childSeed);
    TL_CHECK(lock.tryAcquire({recorder, "worker 7", getpid()}));
  });
  Recorder recorder(run.rings(), ownSeed);
  const LockUser user{recorder, "waiter", getpid()};
  EXPECT_FALSE(lock.tryAcquire(user));
  EXPECT_EQ(lock.holder(), childSeed.lane);
  child.killIt();
  StateDetail waiting;
  waiting.targetKind = TargetKind::kObject;
  waiting.target = 0;
  recorder.state(LaneState::kRunning);
  recorder.state(LaneState::kWaitingLock, waiting);
  EXPECT_FALSE(lock.acquire(user, monotonicNow() + milliseconds(350), waiting));
  const Recording recording = run.read();
  const std::vector<ReadEvent> states = recording.lane("waiter").of(EventKind::kState);
  EXPECT_EQ(states.back().text, "held by worker 7, which was killed");
  EXPECT_EQ(states.back().event.other, childSeed.lane.value);
  EXPECT_EQ(recording.problems(), "");
}

TEST(BetweenProcesses, ThePermitOfADeadHolderStaysTakenAndTheLaneSaysSo) {
  EngineRun run(kNothing, R"("s": {"kind": "semaphore", "permits": 1, "between": "process"})");
  Lock& semaphore = *run.process().objects->lock({0});
  const RecorderSeed childSeed = makeTestLane(run.rings(), "worker 7");
  const RecorderSeed ownSeed = makeTestLane(run.rings(), "waiter");
  const Child child([&] {
    Recorder recorder(run.rings(), childSeed);
    TL_CHECK(semaphore.tryAcquire({recorder, "worker 7", getpid()}));
  });
  Recorder recorder(run.rings(), ownSeed);
  const LockUser user{recorder, "waiter", getpid()};
  EXPECT_EQ(semaphore.holder(), childSeed.lane);
  child.killIt();
  StateDetail waiting;
  waiting.targetKind = TargetKind::kObject;
  waiting.target = 0;
  recorder.state(LaneState::kRunning);
  recorder.state(LaneState::kWaitingLock, waiting);
  EXPECT_FALSE(semaphore.acquire(user, monotonicNow() + milliseconds(350), waiting));
  const Recording recording = run.read();
  const std::vector<ReadEvent> states = recording.lane("waiter").of(EventKind::kState);
  EXPECT_EQ(states.back().text, "held by worker 7, which was killed");
  EXPECT_EQ(recording.problems(), "");
}

TEST(BetweenProcesses, AWriterThatIsKilledWhileItWaitsDoesNotKeepReadersOut) {
  EngineRun run(kNothing, R"("rw": {"kind": "rwlock", "between": "process"})");
  Lock& lock = *run.process().objects->lock({0});
  const RecorderSeed childSeed = makeTestLane(run.rings(), "writer");
  Recorder recorder(run.rings(), makeTestLane(run.rings(), "reader"));
  const LockUser user{recorder, "reader", getpid(), true};
  ASSERT_TRUE(lock.tryAcquire(user));
  const pid_t writer = fork();
  TL_CHECK(writer >= 0);
  if (writer == 0) {
    Recorder own(run.rings(), childSeed);
    (void)lock.acquire({own, "writer", getpid()}, std::nullopt, {});
    _exit(0);
  }
  while (run.process().shared->cell({0}).sync.extra == 0) usleep(500);
  kill(writer, SIGKILL);
  waitpid(writer, nullptr, 0);
  recorder.state(LaneState::kRunning);
  recorder.state(LaneState::kWaitingLock);
  EXPECT_TRUE(lock.acquire(user, monotonicNow() + seconds(20), {}));
}

TEST(BetweenProcesses, AReleaseInAnotherProcessIsHandedOver) {
  EngineRun run(kNothing, R"("l": {"kind": "lock", "between": "process"})");
  ObjectTable& objects = *run.process().objects;
  const RecorderSeed childSeed = makeTestLane(run.rings(), "child");
  const RecorderSeed ownSeed = makeTestLane(run.rings(), "parent");
  Recorder recorder(run.rings(), ownSeed);
  const LockUser user{recorder, "parent", getpid()};
  // The child has the lock and gives it back when somebody waits for it.
  const Child child([&] {
    Recorder own(run.rings(), childSeed);
    TL_CHECK(objects.lock({0})->tryAcquire({own, "child", getpid()}));
    if (fork() != 0) return;  // its own child does the releasing, while this one is reported ready
    while (run.process().shared->cell({0}).lock.waiters == 0) usleep(500);
    TL_CHECK(objects.lock({0})->release({own, "child", getpid()}).isOk());
    _exit(0);
  });
  recorder.state(LaneState::kRunning);
  recorder.state(LaneState::kWaitingLock);
  EXPECT_TRUE(objects.lock({0})->acquire(user, monotonicNow() + seconds(20), {}));
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_EQ(recording.lane("parent").of(EventKind::kFlowIn).size(), 1U);
}

TEST(BetweenProcesses, ASpawnedProcessFindsMemoryAndPipesByNumber) {
  EngineRun run(
      kNothing,
      R"("q": {"kind": "queue", "between": "process", "capacity": 3}, "l": {"kind": "lock", "between": "process"})");
  SharedBlock& block = *run.process().shared;
  EXPECT_EQ(block.fds().size(), 3U);
  block.cell({0}).depth = 2;
  auto attached = SharedBlock::attach(run.program(), dup(block.memfd()));
  ASSERT_TRUE(attached.isOk()) << attached.error().message;
  EXPECT_EQ(attached.value()->cell({0}).depth, 2);
  EXPECT_EQ(attached.value()->cell({0}).room.value, 3U);
  EXPECT_EQ(attached.value()->fds().size(), 3U);
}

TEST(BetweenProcesses, MemoryOfAnotherScenarioIsRefused) {
  EngineRun one(kNothing, R"("q": {"kind": "queue", "between": "process"})");
  EngineRun two(kNothing, R"("l": {"kind": "lock", "count": 40, "between": "process"})");
  EXPECT_FALSE(SharedBlock::attach(two.program(), dup(one.process().shared->memfd())).isOk());
}

TEST(BetweenProcesses, APipeWithAHalfWrittenItemIsAnErrorOfItsReader) {
  EngineRun run(R"("main": {"steps": [{"get": {"from": "q", "timeout_ms": 500}}]})",
                R"("q": {"kind": "queue", "between": "process"})");
  const std::string rubbish(64, '\x5A');
  ASSERT_EQ(write(run.process().shared->cell({0}).writeEnd, rubbish.data(), rubbish.size()), 64);
  EXPECT_THAT(run.run().text, HasSubstr("damaged"));
}

TEST(WholeCharacters, NeverCutsOneInTwo) {
  const std::string text = "일이삼";  // three bytes each
  EXPECT_EQ(wholeCharacters(text, 9), text);
  EXPECT_EQ(wholeCharacters(text, 8), text.substr(0, 6));
  EXPECT_EQ(wholeCharacters(text, 6), text.substr(0, 6));
  EXPECT_EQ(wholeCharacters(text, 2), "");
  EXPECT_EQ(wholeCharacters(std::string(20, '\x80'), 8).size(), 8U);
}

}  // namespace
}  // namespace threadline::engine::testing
