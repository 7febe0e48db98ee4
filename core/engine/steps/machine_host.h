// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Ties the interpreter to the frame that runs it: the GIL, and what stores record.
//
// Thread: the actor's; lives for one run of a routine.

#include "core/engine/interpreter/interpreter.h"
#include "core/engine/steps/frame.h"

namespace threadline::engine {

class MachineHost final : public InterpreterHost {
 public:
  explicit MachineHost(Frame& frame, ObjectId variable = {}) : m_frame(frame), m_variable(variable) {}

  void breakerSet() override { m_frame.actor().yieldOnRequest(); }
  void stored(std::int64_t value, std::uint64_t lost) override {
    m_frame.run().watch.stored(m_variable, scenario::Value(value), lost);
  }
  /// The breaker of the actor's process; of one without GIL a breaker that is never set.
  [[nodiscard]] const std::atomic<std::uint32_t>& breaker() const;

 private:
  Frame& m_frame;
  ObjectId m_variable;
};

/// What a routine's bad end means, in Python's words.
[[nodiscard]] Error errorOf(RunEnd end);

}  // namespace threadline::engine
