// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Puts what was printed in the order of time. Rings are read one after the other, so within a pass a later line of one
// lane is seen before an earlier one of another. Lines wait here until all that is older has been read, one pass at
// most; lines of the same nanosecond stay as they were read.
//
// Thread: the builder's.

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/model/trace_writer.h"

namespace threadline::model {

class OutputBook {
 public:
  /// Names a line, before and after it has its place.
  using Ticket = std::size_t;

  explicit OutputBook(TraceWriter& writer) : m_writer(writer) {}

  Ticket begin(OutputLine line);
  /// More of a line that was begun.
  void append(Ticket line, std::string_view more);
  /// Everything up to `until` has been read: lines not newer than it get their places.
  void settle(TimeNs until);
  void settleAll();

 private:
  struct Held {
    Ticket ticket;
    OutputLine line;
  };
  void place(std::size_t count);

  TraceWriter& m_writer;
  std::vector<Held> m_held;           // in the order of reading
  std::vector<std::size_t> m_places;  // ticket -> index in the trace; kHeld before
};

}  // namespace threadline::model
