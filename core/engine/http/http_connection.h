// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The client's end of a connection to a server of the run: a plain socket that never blocks, and Boost.Beast's parser
// for what comes back. What is begun goes on by proceed() whenever the socket is ready; who waits for that, and how,
// is the user's business: a thread in poll (finishBlocking), a task on its loop (steps/download).
//
// Any failure closes the connection; the next use connects anew.
//
// Thread: one at a time. Errors say what the server did, without its name: kRunFailed, kSystem.

#include <cstdint>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/base/unique_fd.h"
#include "core/engine/http/shared_server.h"
#include "core/engine/http/web_spec.h"
#include "core/engine/monotonic_condition.h"

namespace threadline::engine {

class HttpResponse;  // http/http_response.h

class HttpConnection {
 public:
  enum class Progress : std::uint8_t { kDone, kWantsToRead, kWantsToWrite };

  HttpConnection();
  HttpConnection(const HttpConnection&) = delete;
  HttpConnection& operator=(const HttpConnection&) = delete;
  ~HttpConnection();

  [[nodiscard]] bool isOpen() const { return m_socket.isOpen(); }
  /// The port that it is connected to; 0: to none.
  [[nodiscard]] std::int32_t port() const { return m_port; }
  /// To wait on between two calls of proceed().
  [[nodiscard]] int socket() const { return m_socket.get(); }
  /// Of the last response that came whole.
  [[nodiscard]] std::int64_t bodyBytes() const { return m_bodyBytes; }

  /// Begins to connect, and where a connection costs something to say hello.
  [[nodiscard]] Status beginOpen(const SharedServer& server, const ServerSpec& spec);
  /// Begins a request on an open connection. `keepAlive` false: the last one of this connection.
  void beginRequest(const SharedServer& server, const ServerSpec& spec, bool keepAlive);
  /// Does what can be done without waiting.
  [[nodiscard]] Result<Progress> proceed();
  /// For a thread: proceeds to the end, waiting in poll.
  [[nodiscard]] Status finishBlocking(const Deadline& deadline);
  void close();
  /// What it means that the deadline has come; the connection is closed, for an answer may come yet.
  [[nodiscard]] Error outOfTime();

 private:
  enum class Phase : std::uint8_t { kIdle, kConnecting, kSending, kReceiving };

  void say(const std::string& target, bool keepAlive, std::int64_t maxBytes);
  [[nodiscard]] Result<Progress> step();
  [[nodiscard]] Status connected();
  [[nodiscard]] Result<bool> send();
  [[nodiscard]] Result<bool> receive();

  UniqueFd m_socket;
  std::int32_t m_port = 0;
  Phase m_phase = Phase::kIdle;
  std::string m_request;
  std::size_t m_sent = 0;
  bool m_keepAlive = true;
  std::unique_ptr<HttpResponse> m_response;  // of the request on its way
  std::int64_t m_bodyBytes = 0;
};

}  // namespace threadline::engine
