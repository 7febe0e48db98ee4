// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "core/engine/objects/sync_word.h"
#include "core/engine/objects/waitable.h"

namespace threadline::engine {
namespace {

// The word's state is 1 while it is set. The first flow is that of the last set for which somebody waited: all who
// were woken by it take it up.
class SettableEvent final : public Waitable {
 public:
  SettableEvent(ObjectId id, SyncMemory memory) : Waitable(id), m_memory(std::move(memory)) {}

  Result<std::optional<std::int64_t>> arrive(const LockUser& /*user*/, std::uint32_t& ticket) override {
    ticket = sets();
    return m_memory.word().state.load() != 0 ? std::optional<std::int64_t>(1) : std::nullopt;
  }

  Result<std::optional<std::int64_t>> wait(const LockUser& user, const Deadline& deadline, const StateDetail& waiting,
                                           std::uint32_t ticket) override {
    SharedSyncWord& word = m_memory.word();
    // A set that was cleared again before this waiter looked lets it go all the same, as Python's does.
    const bool isSet = waitForChange(word, user, deadline, waiting,
                                     [this, &word, ticket] { return word.state.load() != 0 || sets() != ticket; });
    if (!isSet) return std::optional<std::int64_t>();
    const std::uint64_t flow = word.flows[0].load();
    const bool isOwn = static_cast<std::uint32_t>(flow >> 32U) == user.recorder.lane().value;
    if (flow != 0 && !isOwn) user.recorder.flowIn(FlowKind::kRelease, flow, id());
    return std::optional<std::int64_t>(1);
  }

  Status set(const LockUser& user, bool isSet) override {
    SharedSyncWord& word = m_memory.word();
    if (!isSet) {
      word.state.store(0);
      return ok();
    }
    std::uint64_t flow = 0;
    if (word.waiters.load() != 0) {
      flow = user.recorder.newFlow();
      user.recorder.flowOut(FlowKind::kRelease, flow, id());
    }
    word.flows[0].store(flow);
    word.extra.fetch_add(1);
    word.state.store(1);
    announceAll(word);
    return ok();
  }

  std::unique_ptr<Waitable> copyForFork() const override {
    return std::make_unique<SettableEvent>(id(), m_memory.copyForFork());
  }

 private:
  std::uint32_t sets() const { return static_cast<std::uint32_t>(m_memory.word().extra.load()); }

  SyncMemory m_memory;
};

}  // namespace

std::unique_ptr<Waitable> makeEvent(ObjectId id, SharedSyncWord* shared) {
  return std::make_unique<SettableEvent>(id, SyncMemory(shared, 0));
}

}  // namespace threadline::engine
