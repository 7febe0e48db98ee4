// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The guard of a run: forks the main process, watches and reaps everything that comes of it, and tells the reader in
// slot 0. It does no work of the run itself and trusts nobody in it.
//
// The run ends when the guard has no child any more: as subreaper it inherits every orphan, so nothing can be left.
//
// Thread: single-threaded, from its start to its end: it must stay able to fork.

#include <functional>
#include <string_view>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/engine/guard/guard_facts.h"
#include "core/engine/guard/process_watch.h"

namespace threadline::engine {

class Guard {
 public:
  /// Errors: kSystem.
  [[nodiscard]] static Result<Guard> create(ring::SharedRings& rings);

  [[nodiscard]] GuardFacts& facts() { return m_facts; }
  [[nodiscard]] int registerFd() const { return m_watch.registerFd(); }

  /// Forks the main process and runs `main` in it, which must not return. Errors: kSystem (fork).
  [[nodiscard]] Status startMain(ProcessId process, std::string_view name, const std::function<void()>& main);
  /// Watches until the group is empty, and writes the run's last fact.
  void watchToTheEnd();

 private:
  Guard(ProcessWatch watch, GuardFacts facts) : m_watch(std::move(watch)), m_facts(facts) {}
  /// Collects every child that has ended; false when there is no child any more.
  bool reap(ProcessWatch::News& news);
  void recordEnds(ProcessWatch::News& news);

  ProcessWatch m_watch;
  GuardFacts m_facts;
};

}  // namespace threadline::engine
