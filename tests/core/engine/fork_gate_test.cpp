// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/fork_gate.h"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <vector>

namespace threadline::engine {
namespace {

TEST(ForkGate, ManyPassAtOnceButAForkIsAlone) {
  ForkGate gate;
  std::atomic<int> inside = 0;
  std::atomic<bool> isStopping = false;
  std::vector<std::thread> passers;
  for (int i = 0; i < 3; ++i) {
    passers.emplace_back([&] {
      while (!isStopping) {
        const std::shared_lock pass(gate);
        ++inside;
        --inside;
      }
    });
  }
  // Passers come all the time, so this ends only if a waiting fork keeps newcomers out.
  for (int i = 0; i < 200; ++i) {
    const std::lock_guard fork(gate);
    EXPECT_EQ(inside, 0);
  }
  isStopping = true;
  for (std::thread& passer : passers) passer.join();
}

}  // namespace
}  // namespace threadline::engine
