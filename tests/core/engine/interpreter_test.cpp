// SPDX-License-Identifier: GPL-3.0-or-later
// The machine under compute and add: exact results, exact ends, and where it looks at the breaker.
#include "core/engine/interpreter/interpreter.h"

#include <gtest/gtest.h>

#include <limits>

#include "core/engine/interpreter/routines.h"
#include "core/engine/objects/variable.h"

namespace threadline::engine {
namespace {

/// Counts the looks that found the breaker set; at each, does what the test wants.
class CountingHost final : public InterpreterHost {
 public:
  void breakerSet() override {
    ++looks;
    if (intrude != nullptr) intrude->store(scenario::Value(std::int64_t{1'000'000}), std::nullopt);
  }
  void stored(std::int64_t value, std::uint64_t lost) override {
    last = value;
    losses += lost != 0 ? 1 : 0;
  }
  int looks = 0;
  int losses = 0;
  std::int64_t last = 0;
  Variable* intrude = nullptr;
};

class InterpreterTest : public ::testing::Test {
 protected:
  RunEnd run(Routine routine, std::int64_t from, std::int64_t to) {
    machine.next = from;
    machine.end = to;
    machine.locals[kAmountLocal] = amount;
    machine.variable = &variable;
    return interpret(routine, machine, breaker, host);
  }
  std::int64_t value() { return *variable.read().value.asInteger(); }

  std::atomic<std::uint32_t> breaker{0};
  CountingHost host;
  Machine machine;
  Variable variable{ObjectId{0}, scenario::Value(std::int64_t{0}), false};
  std::int64_t amount = 1;
};

TEST_F(InterpreterTest, SumsExactly) {
  EXPECT_EQ(run(sumRoutine(), 0, 100'000), RunEnd::kDone);
  EXPECT_EQ(machine.locals[kTotalLocal], 99'999LL * 100'000 / 2);
}

TEST_F(InterpreterTest, AnEmptyRangeSumsToNothing) {
  EXPECT_EQ(run(sumRoutine(), 7, 7), RunEnd::kDone);
  EXPECT_EQ(run(sumRoutine(), 7, -7), RunEnd::kDone);
  EXPECT_EQ(machine.locals[kTotalLocal], 0);
}

TEST_F(InterpreterTest, ASumThatDoesNotFitIsAnOverflow) {
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(run(sumRoutine(), most - 2, most), RunEnd::kOverflow);
}

TEST_F(InterpreterTest, LooksAtTheBreakerOnceATurn) {
  breaker = 1;
  EXPECT_EQ(run(sumRoutine(), 0, 1000), RunEnd::kDone);
  EXPECT_EQ(host.looks, 1000);
}

TEST_F(InterpreterTest, LooksAtEntryAndReturnOfACallToo) {
  breaker = 1;
  EXPECT_EQ(run(addByCallRoutine(), 0, 1000), RunEnd::kDone);
  EXPECT_EQ(host.looks, 3000);
}

TEST_F(InterpreterTest, LooksBeforeEachOperationWhenAskedTo) {
  breaker = 1;
  machine.eachOperation = true;
  EXPECT_EQ(run(addRoutine(), 0, 10), RunEnd::kDone);
  // Seven operations and the jump's own look for each of ten turns, and the two that end the loop.
  EXPECT_EQ(host.looks, 10 * 8 + 2);
}

TEST_F(InterpreterTest, AddsAsOftenAsItIsTold) {
  amount = 3;
  EXPECT_EQ(run(addRoutine(), 0, 1000), RunEnd::kDone);
  EXPECT_EQ(run(addByCallRoutine(), 0, 1000), RunEnd::kDone);
  EXPECT_EQ(value(), 6000);
  EXPECT_EQ(host.losses, 0);
}

TEST_F(InterpreterTest, NothingComesBetweenReadAndStoreOfThePlainForm) {
  breaker = 1;
  host.intrude = &variable;
  EXPECT_EQ(run(addRoutine(), 0, 10), RunEnd::kDone);
  EXPECT_EQ(host.losses, 0);
  EXPECT_EQ(value(), 1'000'000);
}

TEST_F(InterpreterTest, ACallBetweenReadAndStoreLosesWhatCameBetween) {
  breaker = 1;
  host.intrude = &variable;
  EXPECT_EQ(run(addByCallRoutine(), 0, 10), RunEnd::kDone);
  EXPECT_EQ(host.losses, 10);
}

TEST_F(InterpreterTest, LooksBeforeEachOperationLoseToo) {
  breaker = 1;
  machine.eachOperation = true;
  host.intrude = &variable;
  EXPECT_EQ(run(addRoutine(), 0, 10), RunEnd::kDone);
  EXPECT_EQ(host.losses, 10);
}

TEST_F(InterpreterTest, AddingToATextIsAnError) {
  variable.store(scenario::Value("a text"), std::nullopt);
  EXPECT_EQ(run(addRoutine(), 0, 1), RunEnd::kNoInteger);
}

TEST_F(InterpreterTest, CpuTimeIsUsedUpAndHardlyMore) {
  const std::int64_t before = threadCpuNs();
  machine.cpuDeadline = CpuDeadline(DurationNs{5'000'000});
  EXPECT_EQ(run(cpuTimeRoutine(), 0, 0), RunEnd::kDone);
  EXPECT_GE(threadCpuNs(), before + 5'000'000);
  EXPECT_GT(machine.turns, 0);
}

TEST(Variable, AStoreTellsHowManyOthersItWipesOut) {
  Variable variable(ObjectId{0}, scenario::Value(std::int64_t{5}), false);
  const Variable::Read mine = variable.read();
  EXPECT_EQ(variable.store(scenario::Value(std::int64_t{6}), variable.read().version), 0U);
  EXPECT_EQ(variable.store(scenario::Value(std::int64_t{7}), variable.read().version), 0U);
  EXPECT_EQ(variable.store(scenario::Value(std::int64_t{6}), mine.version), 2U);
  EXPECT_EQ(variable.store(scenario::Value(std::int64_t{0}), std::nullopt), 0U);
}

}  // namespace
}  // namespace threadline::engine
