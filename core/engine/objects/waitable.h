// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What actors wait for without taking it: an event, which somebody sets, and a barrier, at which all meet.
//
// An event stays set until it is cleared; whoever waits for it while it is set goes on at once. A barrier lets its
// parties go when the last of them comes, again and again; a wait at it that ends by its time limit breaks it for all
// who wait and for all who come later, as in Python. Its depth in the trace is how many have come.
//
// Thread: any; `shared` null: between threads of one process, else any thread of any process of the run.

#include <cstdint>
#include <memory>
#include <optional>

#include "core/base/result.h"
#include "core/engine/objects/lock.h"

namespace threadline::engine {

struct SharedSyncWord;

class Waitable {
 public:
  explicit Waitable(ObjectId id) : m_id(id) {}
  Waitable(const Waitable&) = delete;
  Waitable& operator=(const Waitable&) = delete;
  virtual ~Waitable() = default;

  [[nodiscard]] ObjectId id() const { return m_id; }
  /// What a wait gave: of an event whether it is set, of a barrier the number of this arrival, from 0. Nothing: it
  /// would have to wait, and wait() must follow with this `ticket`: a barrier has counted the arrival by then.
  [[nodiscard]] virtual Result<std::optional<std::int64_t>> arrive(const LockUser& user, std::uint32_t& ticket) = 0;
  /// Waits. The caller has recorded waiting_lock and given up the GIL. Nothing: the deadline came first.
  /// Errors: kRunFailed "BrokenBarrierError".
  [[nodiscard]] virtual Result<std::optional<std::int64_t>> wait(const LockUser& user, const Deadline& deadline,
                                                                 const StateDetail& waiting, std::uint32_t ticket) = 0;
  /// Of an event. Errors: kRunFailed where there is nothing to set.
  [[nodiscard]] virtual Status set(const LockUser& user, bool isSet) = 0;
  [[nodiscard]] virtual std::unique_ptr<Waitable> copyForFork() const = 0;

 private:
  const ObjectId m_id;
};

/// `shared`, where given, was begun with 0.
[[nodiscard]] std::unique_ptr<Waitable> makeEvent(ObjectId id, SharedSyncWord* shared);
[[nodiscard]] std::unique_ptr<Waitable> makeBarrier(ObjectId id, std::int64_t parties, SharedSyncWord* shared);

}  // namespace threadline::engine
