// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/output_book.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace threadline::model {
namespace {

constexpr std::size_t kHeld = std::numeric_limits<std::size_t>::max();

}  // namespace

OutputBook::Ticket OutputBook::begin(OutputLine line) {
  const Ticket ticket = m_places.size();
  m_places.push_back(kHeld);
  m_held.push_back({ticket, std::move(line)});
  return ticket;
}

void OutputBook::append(Ticket line, std::string_view more) {
  if (m_places[line] != kHeld) return m_writer.appendOutput(m_places[line], more);
  // What continues a line mostly follows right after it.
  const auto held =
      std::find_if(m_held.rbegin(), m_held.rend(), [&](const Held& entry) { return entry.ticket == line; });
  if (held != m_held.rend()) held->line.text += more;
}

void OutputBook::settle(TimeNs until) {
  const auto isOlder = [&](const Held& entry) { return entry.line.time <= until; };
  const auto newer = std::stable_partition(m_held.begin(), m_held.end(), isOlder);
  place(static_cast<std::size_t>(newer - m_held.begin()));
}

void OutputBook::settleAll() {
  place(m_held.size());
}

void OutputBook::place(std::size_t count) {
  const auto end = m_held.begin() + static_cast<std::ptrdiff_t>(count);
  std::stable_sort(m_held.begin(), end, [](const Held& a, const Held& b) { return a.line.time < b.line.time; });
  for (auto entry = m_held.begin(); entry != end; ++entry) {
    m_places[entry->ticket] = m_writer.addOutput(std::move(entry->line));
  }
  m_held.erase(m_held.begin(), end);
}

}  // namespace threadline::model
