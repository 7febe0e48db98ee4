// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "core/engine/objects/sync_word.h"
#include "core/engine/objects/waitable.h"

namespace threadline::engine {
namespace {

constexpr std::uint32_t kBroken = 0x8000'0000U;
constexpr std::uint32_t kCount = 0xFFFFU;
constexpr std::uint32_t kRound = 0x1'0000U;  // one more round: bits 16 to 30
constexpr std::uint32_t kRounds = 0x7FFFU;

std::uint32_t roundOf(std::uint32_t state) {
  return (state / kRound) & kRounds;
}

// The word's state is how many have come, in which round, and whether it is broken. The flow of the last arrival stands
// in the place of its round, so that one who wakes late does not take up that of the next.
class Barrier final : public Waitable {
 public:
  Barrier(ObjectId id, std::uint32_t parties, SyncMemory memory)
      : Waitable(id), m_parties(parties), m_memory(std::move(memory)) {}

  Result<std::optional<std::int64_t>> arrive(const LockUser& user, std::uint32_t& ticket) override {
    SharedSyncWord& word = m_memory.word();
    std::uint32_t state = word.state.load();
    while ((state & kBroken) == 0) {
      const std::uint32_t come = (state & kCount) + 1;
      const bool isLast = come >= m_parties;
      if (isLast) offerFlow(user, state);
      const std::uint32_t next = isLast ? ((roundOf(state) + 1) & kRounds) * kRound : state + 1;
      if (!word.state.compare_exchange_weak(state, next)) continue;
      ticket = state;
      user.recorder.counter(CounterKind::kDepth, id(), come);
      if (!isLast) return std::optional<std::int64_t>();
      user.recorder.counter(CounterKind::kDepth, id(), 0);
      announceAll(word);
      return std::optional<std::int64_t>(come - 1);
    }
    return broken();
  }

  Result<std::optional<std::int64_t>> wait(const LockUser& user, const Deadline& deadline, const StateDetail& waiting,
                                           std::uint32_t ticket) override {
    SharedSyncWord& word = m_memory.word();
    const std::uint32_t round = roundOf(ticket);
    const bool isOver = waitForChange(word, user, deadline, waiting, [&word, round] {
      const std::uint32_t state = word.state.load();
      return roundOf(state) != round || (state & kBroken) != 0;
    });
    if (!isOver) breakRound(round);
    if (roundOf(word.state.load()) == round) return broken();
    const std::uint64_t flow = word.flows[round % SharedSyncWord::kFlows].load();
    if (flow != 0) user.recorder.flowIn(FlowKind::kRelease, flow, id());
    return std::optional<std::int64_t>(ticket & kCount);
  }

  Status set(const LockUser& /*user*/, bool /*isSet*/) override {
    return Error{ErrorCode::kRunFailed, "a barrier cannot be set", ""};
  }

  std::unique_ptr<Waitable> copyForFork() const override {
    return std::make_unique<Barrier>(id(), m_parties, m_memory.copyForFork());
  }

 private:
  static Error broken() {
    return {ErrorCode::kRunFailed, "BrokenBarrierError: a wait at the barrier ended by its time limit", ""};
  }

  void offerFlow(const LockUser& user, std::uint32_t state) {
    SharedSyncWord& word = m_memory.word();
    if (m_parties <= 1) return;
    const std::uint64_t flow = user.recorder.newFlow();
    user.recorder.flowOut(FlowKind::kRelease, flow, id());
    word.flows[roundOf(state) % SharedSyncWord::kFlows].store(flow);
  }

  /// The time limit came: unless the last one came at the same moment, the barrier is of no use any more.
  void breakRound(std::uint32_t round) {
    SharedSyncWord& word = m_memory.word();
    std::uint32_t state = word.state.load();
    while (roundOf(state) == round && (state & kBroken) == 0) {
      if (word.state.compare_exchange_weak(state, state | kBroken)) announceAll(word);
    }
  }

  const std::uint32_t m_parties;
  SyncMemory m_memory;
};

}  // namespace

std::unique_ptr<Waitable> makeBarrier(ObjectId id, std::int64_t parties, SharedSyncWord* shared) {
  return std::make_unique<Barrier>(id, static_cast<std::uint32_t>(parties), SyncMemory(shared, 0));
}

}  // namespace threadline::engine
