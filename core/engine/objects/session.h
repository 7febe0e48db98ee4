// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A session: who downloads over which connection. An actor's own connection belongs to the actor and is kept alive
// until it ends; a shared one belongs to this object, and only one actor may have it at a time: with a lock the others
// wait, without one they are refused. A thread waits in the lock; a task leaves a word, tries again when it is called,
// and its loop goes on meanwhile.
//
// A forked process begins without connections: two processes that talk over one socket would get each other's answers.
//
// Thread: any.

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/ids.h"
#include "core/engine/http/http_connection.h"
#include "core/engine/http/web_spec.h"
#include "core/engine/objects/lock.h"

namespace threadline::engine {

class Session {
 public:
  Session(ObjectId id, SessionSpec spec) : m_id(id), m_spec(spec), m_lock(makeThreadLock(id)) {}
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  [[nodiscard]] ObjectId id() const { return m_id; }
  [[nodiscard]] const SessionSpec& spec() const { return m_spec; }

  // ---- of a shared one
  /// Whoever has it may use connection(), until it gives it back.
  [[nodiscard]] Lock& lock() { return *m_lock; }
  [[nodiscard]] const std::shared_ptr<HttpConnection>& connection() const { return m_connection; }
  /// Gives it back and calls the first of those who left a word.
  void giveBack(const LockUser& user);
  /// For those who are refused.
  void setUser(std::string_view name);
  [[nodiscard]] std::string user() const;

  using Word = std::function<void()>;
  /// Calls `word` once, when the connection may be free. Returns its number.
  std::uint64_t leaveWord(Word word);
  /// False: it was called already.
  bool takeWordBack(std::uint64_t number);
  /// Calls the first word, if there is one: from a task that was called and goes without the connection.
  void callNext();

  [[nodiscard]] std::unique_ptr<Session> copyForFork() const { return std::make_unique<Session>(m_id, m_spec); }

 private:
  const ObjectId m_id;
  const SessionSpec m_spec;
  std::unique_ptr<Lock> m_lock;
  std::shared_ptr<HttpConnection> m_connection = std::make_shared<HttpConnection>();
  mutable std::mutex m_mutex;  // guards what follows
  std::string m_user;
  std::uint64_t m_lastWord = 0;
  std::deque<std::pair<std::uint64_t, Word>> m_words;
};

}  // namespace threadline::engine
