// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/session.h"

namespace threadline::engine {

void Session::setUser(std::string_view name) {
  const std::lock_guard<std::mutex> guard(m_mutex);
  m_user = name;
}

std::string Session::user() const {
  const std::lock_guard<std::mutex> guard(m_mutex);
  return m_user;
}

}  // namespace threadline::engine
