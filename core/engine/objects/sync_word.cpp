// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/sync_word.h"

#include <cstring>
#include <string>
#include <utility>

#include "core/engine/objects/dead_process.h"
#include "core/engine/objects/futex.h"
#include "core/engine/whole_characters.h"

namespace threadline::engine {
namespace {

// Hints for people; the state and the changes keep the strict order, on which nobody's being woken depends.
constexpr auto kRelaxed = std::memory_order_relaxed;
// A holder that changes more often is told only now and then.
constexpr DurationNs kTellHolderAfter = milliseconds(20);

const SharedHolder* entryOf(const SharedSyncWord& word, LaneId lane) {
  for (const SharedHolder& holder : word.holders) {
    if (holder.lane.load(kRelaxed) == lane.value) return &holder;
  }
  return nullptr;
}

std::string nameOf(const SharedHolder& holder) {
  return {holder.name, strnlen(holder.name, sizeof holder.name)};
}

bool isOwn(std::uint64_t flow, LaneId lane) {
  return static_cast<std::uint32_t>(flow >> 32U) == lane.value;
}

}  // namespace

void beginSyncWord(SharedSyncWord& word, std::uint32_t state) {
  word.state = state;
  for (SharedHolder& holder : word.holders) holder.lane = LaneId::kNone;
}

SyncMemory::SyncMemory(SharedSyncWord* shared, std::uint32_t state) : m_word(shared) {
  if (shared != nullptr) return;
  m_own = std::make_unique<SharedSyncWord>();
  beginSyncWord(*m_own, state);
  m_word = m_own.get();
}

SyncMemory SyncMemory::copyForFork() const {
  SyncMemory copy(m_own ? nullptr : m_word, m_word->state.load());
  if (!m_own) return copy;
  for (std::size_t i = 0; i < SharedSyncWord::kHolders; ++i) {
    copy.m_word->holders[i].lane = m_word->holders[i].lane.load(kRelaxed);
    copy.m_word->holders[i].pid = m_word->holders[i].pid.load(kRelaxed);
  }
  return copy;
}

void addHolder(SharedSyncWord& word, const LockUser& user) {
  for (SharedHolder& holder : word.holders) {
    std::uint32_t free = LaneId::kNone;
    if (!holder.lane.compare_exchange_strong(free, user.recorder.lane().value)) continue;
    holder.pid.store(user.pid, kRelaxed);
    const std::string_view name = wholeCharacters(user.name, sizeof holder.name - 1);
    std::memcpy(holder.name, name.data(), name.size());
    holder.name[name.size()] = '\0';
    return;
  }
}

void removeHolder(SharedSyncWord& word, const LockUser& user) {
  for (const bool isOwnWanted : {true, false}) {
    for (SharedHolder& holder : word.holders) {
      std::uint32_t lane = holder.lane.load(kRelaxed);
      if (lane == LaneId::kNone || (isOwnWanted && lane != user.recorder.lane().value)) continue;
      if (holder.lane.compare_exchange_strong(lane, LaneId::kNone)) return;
    }
  }
}

LaneId holderBeside(const SharedSyncWord& word, LaneId lane) {
  LaneId found;
  for (const SharedHolder& holder : word.holders) {
    const LaneId one{holder.lane.load(kRelaxed)};
    if (one.isNone()) continue;
    found = one;
    if (one != lane) return one;
  }
  return found;
}

void offerFlow(SharedSyncWord& word, std::uint64_t flow) {
  for (auto& slot : word.flows) {
    std::uint64_t free = 0;
    if (slot.compare_exchange_strong(free, flow)) return;
  }
}

void forgetFlows(SharedSyncWord& word) {
  for (auto& slot : word.flows) slot.store(0);
}

std::uint64_t takeFlow(SharedSyncWord& word, LaneId lane) {
  for (auto& slot : word.flows) {
    std::uint64_t flow = slot.load();
    if (flow == 0 || isOwn(flow, lane)) continue;
    if (slot.compare_exchange_strong(flow, 0)) return flow;
  }
  return 0;
}

void announceOne(SharedSyncWord& word) {
  word.changes.fetch_add(1);
  if (word.waiters.load() != 0) futexWakeOne(word.changes);
}

void announceAll(SharedSyncWord& word) {
  word.changes.fetch_add(1);
  if (word.waiters.load() != 0) futexWakeAll(word.changes);
}

bool waitForChange(SharedSyncWord& word, const LockUser& user, const Deadline& deadline, const StateDetail& waiting,
                   const std::function<bool()>& attempt) {
  StateDetail told = waiting;
  TimeNs toldAt = monotonicNow();
  bool hasToldDeath = false;
  word.waiters.fetch_add(1);
  bool isDone = false;
  while (true) {
    const std::uint32_t seen = word.changes.load();
    isDone = attempt();
    if (isDone || hasPassed(deadline)) break;
    const TimeNs began = monotonicNow();
    futexWait(word.changes, seen, deadline);
    const TimeNs now = monotonicNow();
    const bool wasWoken = now - began < kLookAgainAfter;
    const LaneId holder = holderBeside(word, user.recorder.lane());
    if (holder.isNone() || hasToldDeath || (wasWoken && now - toldAt < kTellHolderAfter)) continue;
    const SharedHolder* entry = entryOf(word, holder);
    const bool isDead = !wasWoken && entry != nullptr && isDeadProcess(entry->pid.load(kRelaxed));
    if (!isDead && holder == told.holder) continue;
    hasToldDeath = isDead;
    if (isDead) told.label = user.recorder.text("held by " + nameOf(*entry) + ", which was killed");
    told.holder = holder;
    toldAt = now;
    user.recorder.state(LaneState::kWaitingLock, told);
  }
  word.waiters.fetch_sub(1);
  return isDone;
}

}  // namespace threadline::engine
