// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/actor/handle_table.h"

#include <utility>

namespace threadline::engine {

scenario::ActorHandle HandleTable::add(HandleEntry entry) {
  const std::lock_guard lock(m_mutex);
  m_entries.push_back(std::move(entry));
  return {static_cast<std::uint32_t>(m_entries.size() - 1)};
}

std::optional<HandleEntry> HandleTable::entry(scenario::ActorHandle handle) const {
  const std::lock_guard lock(m_mutex);
  if (handle.index >= m_entries.size()) return std::nullopt;
  return m_entries[handle.index];
}

bool HandleTable::markStarted(scenario::ActorHandle handle) {
  const std::lock_guard lock(m_mutex);
  if (handle.index >= m_entries.size() || m_entries[handle.index].hasStarted) return false;
  m_entries[handle.index].hasStarted = true;
  return true;
}

std::uint32_t HandleTable::countUnnamed(scenario::Runtime runtime) {
  const std::lock_guard lock(m_mutex);
  return ++m_unnamed[static_cast<std::size_t>(runtime)];
}

void HandleTable::setNumber(scenario::ActorHandle handle, std::uint32_t number) {
  const std::lock_guard lock(m_mutex);
  if (handle.index < m_entries.size()) m_entries[handle.index].number = number;
}

}  // namespace threadline::engine
