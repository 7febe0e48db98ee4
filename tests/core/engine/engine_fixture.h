// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs functions of a scenario in the test's own process, over real rings, and reads back what the lanes recorded.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/engine/actor/actor.h"
#include "core/engine/process_runtime.h"
#include "core/engine/program.h"
#include "core/engine/shared_block.h"
#include "core/event/event.h"
#include "core/ring/ring_reader.h"
#include "core/ring/shared_rings.h"
#include "core/scenario/value.h"

namespace threadline::engine::testing {

/// An event with its text beside it.
struct ReadEvent {
  Event event;
  std::string text;
};

/// One lane's ring as it was read.
struct ReadLane {
  LaneId id;
  std::string name;
  LaneKind kind{};
  bool isDaemon = false;
  std::vector<ReadEvent> events;

  [[nodiscard]] std::vector<LaneState> states() const;
  [[nodiscard]] std::vector<ReadEvent> of(EventKind wanted) const;
  [[nodiscard]] std::vector<ReadEvent> instants(InstantKind wanted) const;
  [[nodiscard]] bool has(LaneState state) const;
  /// The recorded local, or a fresh none when there is none of that name.
  [[nodiscard]] scenario::Value local(std::string_view wanted) const;
};

/// Everything that was recorded, by lane.
struct Recording {
  std::vector<ReadLane> lanes;
  std::uint64_t lost = 0;
  bool isDamaged = false;

  [[nodiscard]] const ReadLane& lane(std::string_view name) const;
  [[nodiscard]] bool hasLane(std::string_view name) const;
  /// All events of all lanes in the order of time.
  [[nodiscard]] std::vector<std::pair<LaneId, ReadEvent>> inTime(EventKind kind) const;
  /// Lost updates, states out of the table's order, flows that arrive without having left: as text; empty is good.
  [[nodiscard]] std::string problems() const;
};

/// One process of a run, made in the test.
class EngineRun {
 public:
  /// `functions`, `objects`: the members of the scenario's objects of these names; `process`: of its process settings.
  /// A scenario that cannot be read fails the test and ends it.
  explicit EngineRun(std::string_view functions, std::string_view objects = "", std::string_view process = "");

  /// Runs main to the end of its code and waits for the other threads.
  ActorOutcome run();
  [[nodiscard]] Recording read();

  [[nodiscard]] ProcessRuntime& process() { return m_process; }
  [[nodiscard]] const Program& program() const { return *m_program; }
  [[nodiscard]] ring::SharedRings& rings() { return *m_rings; }

 private:
  std::unique_ptr<Program> m_program;
  std::unique_ptr<ring::SharedRings> m_rings;
  std::unique_ptr<SharedBlock> m_shared;
  ProcessRuntime m_process;
};

/// What the reader takes out of rings; also for tests of single parts.
[[nodiscard]] Recording readRings(ring::SharedRings& rings);
/// A lane for a test that records itself.
[[nodiscard]] RecorderSeed makeTestLane(ring::SharedRings& rings, std::string_view name);
/// Rings or the end of the test.
[[nodiscard]] std::unique_ptr<ring::SharedRings> makeRings();

/// Cores that others use now, measured over a short while; tests of timing skip when it is more than 0.1.
[[nodiscard]] double coresUsedByOthers();

}  // namespace threadline::engine::testing

/// Skips a test of timing where its figures would say more about the neighbours than about this program.
#define TL_SKIP_WHEN_BUSY()                                                                     \
  do {                                                                                          \
    const double others = ::threadline::engine::testing::coresUsedByOthers();                   \
    if (others > 0.1) GTEST_SKIP() << "the machine is busy: others use " << others << " cores"; \
  } while (false)
