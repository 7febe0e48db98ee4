// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/session.h"

#include <algorithm>

namespace threadline::engine {

void Session::giveBack(const LockUser& user) {
  // Its user has it, so nothing can be wrong with that.
  static_cast<void>(m_lock->release(user));
  callNext();
}

void Session::setUser(std::string_view name) {
  const std::lock_guard<std::mutex> guard(m_mutex);
  m_user = name;
}

std::string Session::user() const {
  const std::lock_guard<std::mutex> guard(m_mutex);
  return m_user;
}

std::uint64_t Session::leaveWord(Word word) {
  const std::lock_guard<std::mutex> guard(m_mutex);
  m_words.emplace_back(++m_lastWord, std::move(word));
  return m_lastWord;
}

bool Session::takeWordBack(std::uint64_t number) {
  const std::lock_guard<std::mutex> guard(m_mutex);
  const auto found = std::find_if(m_words.begin(), m_words.end(), [&](const auto& w) { return w.first == number; });
  if (found == m_words.end()) return false;
  m_words.erase(found);
  return true;
}

void Session::callNext() {
  // Called under the mutex: who left the word takes it back before it ends, so its loop is alive.
  const std::lock_guard<std::mutex> guard(m_mutex);
  if (m_words.empty()) return;
  const Word word = std::move(m_words.front().second);
  m_words.pop_front();
  word();
}

}  // namespace threadline::engine
