// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one actor records of the variables that it stores: their values as counter samples, at most one a millisecond,
// and the updates of others that its stores wipe out: the first few one by one, the rest as a number at the end.
//
// Thread: the actor's.

#include <cstdint>
#include <vector>

#include "core/base/ids.h"
#include "core/engine/recorder/recorder.h"
#include "core/scenario/value.h"

namespace threadline::engine {

inline constexpr std::uint32_t kLostUpdatesInFull = 20;

class VariableWatch {
 public:
  explicit VariableWatch(Recorder& recorder) : m_recorder(recorder) {}

  /// A store of this variable happened; `lost`: stores of others that it wiped out.
  void stored(ObjectId variable, const scenario::Value& value, std::uint64_t lost);
  /// Records the values that are still owed: before a wait, so that the curve is right while nothing happens.
  void flush();
  [[nodiscard]] bool hasPending() const { return m_hasPending; }
  /// flush, and how many more stores lost updates than were recorded.
  void finish();

 private:
  struct Entry {
    ObjectId variable;
    std::int64_t sampledNs = 0;
    std::int64_t value = 0;
    bool isPending = false;
    std::uint32_t lossesRecorded = 0;
    std::uint64_t lossesMore = 0;
  };

  Entry& entryOf(ObjectId variable);

  Recorder& m_recorder;
  std::vector<Entry> m_entries;
  bool m_hasPending = false;
};

}  // namespace threadline::engine
