// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The client's end of a connection to a server of the run: a plain socket whose every wait has a deadline, and
// Boost.Beast's parser for what comes back. Blocks, so whoever uses it has given the GIL up.
//
// Any failure closes the connection; the next use connects anew.
//
// Thread: one at a time. Errors say what the server did, without its name: kRunFailed, kSystem.

#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "core/base/unique_fd.h"
#include "core/engine/http/shared_server.h"
#include "core/engine/http/web_spec.h"
#include "core/engine/monotonic_condition.h"

namespace threadline::engine {

class HttpConnection {
 public:
  [[nodiscard]] bool isOpen() const { return m_socket.isOpen(); }
  /// The port that it is connected to; 0: to none.
  [[nodiscard]] std::int32_t port() const { return m_port; }

  /// Connects, and where a connection costs something says hello and waits for the answer.
  [[nodiscard]] Status open(const SharedServer& server, const ServerSpec& spec, const Deadline& deadline);
  /// One request and its response; gives the body's length. `keepAlive` false: the last one of this connection.
  [[nodiscard]] Result<std::int64_t> request(const SharedServer& server, const ServerSpec& spec, bool keepAlive,
                                             const Deadline& deadline);
  void close();

 private:
  [[nodiscard]] Status connectTo(std::uint16_t port, const Deadline& deadline);
  [[nodiscard]] Status send(const std::string& bytes, const Deadline& deadline);
  [[nodiscard]] Result<std::int64_t> receive(std::int64_t maxBytes, const Deadline& deadline);
  [[nodiscard]] Result<std::int64_t> exchange(const std::string& target, bool keepAlive, std::int64_t maxBytes,
                                              const Deadline& deadline);
  [[nodiscard]] Status waitFor(short events, const Deadline& deadline);

  UniqueFd m_socket;
  std::int32_t m_port = 0;
};

}  // namespace threadline::engine
