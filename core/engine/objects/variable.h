// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A named value of one process, free for all its actors to read and to store. Reading and storing are each whole; what
// lies between them is not: that is what a lost update comes from. Each store has a version, so that a store can tell
// how many others it wiped out.
//
// Thread: any. Under the GIL only its holder comes here; without one a spin lock keeps each access whole, as the
// per-object locks of a Python without GIL do.

#include <sched.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "core/base/ids.h"
#include "core/scenario/value.h"

namespace threadline::engine {

class Variable {
 public:
  struct Read {
    scenario::Value value;
    std::uint64_t version = 0;
  };

  /// `needsLock`: the process has no GIL.
  Variable(ObjectId id, scenario::Value initial, bool needsLock)
      : m_id(id), m_needsLock(needsLock), m_value(std::move(initial)) {}

  [[nodiscard]] ObjectId id() const { return m_id; }
  [[nodiscard]] Read read() const {
    const Guard guard(*this);
    return {m_value, m_version};
  }
  /// Stores; when the value was reckoned from a read of this version, returns how many stores of others it wipes out.
  std::uint64_t store(scenario::Value value, std::optional<std::uint64_t> basedOn) {
    const Guard guard(*this);
    m_value = std::move(value);
    return advance(basedOn.value_or(m_version));
  }

  /// The same two for the interpreter's loop. False when the value is no integer.
  bool loadInteger(std::int64_t& value, std::uint64_t& version) const {
    const Guard guard(*this);
    const std::int64_t* integer = m_value.asInteger();
    if (integer == nullptr) return false;
    value = *integer;
    version = m_version;
    return true;
  }
  std::uint64_t storeInteger(std::int64_t value, std::uint64_t basedOn) {
    const Guard guard(*this);
    m_value = scenario::Value(value);
    return advance(basedOn);
  }

  [[nodiscard]] std::unique_ptr<Variable> copyForFork() const {
    const Guard guard(*this);
    return std::make_unique<Variable>(m_id, m_value, m_needsLock);
  }

 private:
  class Guard {
   public:
    explicit Guard(const Variable& variable) : m_variable(variable) {
      if (!variable.m_needsLock) return;
      // Pairs with the release in the destructor. Held for a few instructions, so waiting in place is right, until the
      // holder is found to have lost its core.
      for (int spins = 0; variable.m_busy.exchange(true, std::memory_order_acquire); ++spins) {
        if (spins > kPatience) sched_yield();
      }
    }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    ~Guard() {
      if (m_variable.m_needsLock) m_variable.m_busy.store(false, std::memory_order_release);
    }

   private:
    static constexpr int kPatience = 100;
    const Variable& m_variable;
  };

  std::uint64_t advance(std::uint64_t basedOn) { return m_version++ - basedOn; }

  const ObjectId m_id;
  const bool m_needsLock;
  mutable std::atomic<bool> m_busy{false};
  scenario::Value m_value;
  std::uint64_t m_version = 0;
};

}  // namespace threadline::engine
