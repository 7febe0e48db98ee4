// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/http/http_connection.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http.hpp>

namespace threadline::engine {

namespace {

namespace http = boost::beast::http;
using boost::beast::error_code;

constexpr std::size_t kReadBytes = 16384;
constexpr std::size_t kMaxHeaderBytes = 8192;
constexpr std::int64_t kNsPerMs = 1'000'000;

Error failed(std::string message) {
  return {ErrorCode::kRunFailed, std::move(message), {}};
}

/// What a broken connection means.
Error broken(int errnoValue) {
  if (errnoValue == ECONNREFUSED) return failed("the server refuses connections");
  if (errnoValue == ECONNRESET || errnoValue == EPIPE) return failed("the server closed the connection");
  return systemError("the connection to the server", errnoValue);
}

bool mustWait(int errnoValue) {
  return errnoValue == EAGAIN || errnoValue == EWOULDBLOCK || errnoValue == EINTR;
}

void setUp(int socket) {
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  // What this end closes is gone at once: the kernel would keep it for a minute otherwise, long after the run.
  const linger gone{1, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &gone, sizeof gone);
}

/// Takes what the server sends, piece by piece, and judges it.
class Response {
 public:
  explicit Response(std::int64_t maxBytes) : m_maxBytes(maxBytes) {
    m_parser.eager(true);
    m_parser.header_limit(kMaxHeaderBytes);
    m_parser.body_limit(std::numeric_limits<std::uint64_t>::max());
  }

  [[nodiscard]] bool isWhole() const { return m_parser.is_done(); }
  [[nodiscard]] bool keepsAlive() const { return m_parser.keep_alive(); }
  [[nodiscard]] std::int64_t bodyBytes() const { return m_bodyBytes; }

  /// Errors: an answer that is no HTTP, no success, or longer than expected.
  Status add(const char* data, std::size_t size) {
    // A header may come in several pieces, and the parser wants it whole; a body it takes as it comes.
    m_pending.append(data, size);
    while (!m_pending.empty() && !m_parser.is_done()) {
      error_code error;
      prepareBody();
      const std::size_t used = m_parser.put(boost::asio::buffer(m_pending), error);
      m_pending.erase(0, used);
      countBody();
      if (error == http::error::need_more) return ok();
      if (error == http::error::need_buffer) error = {};
      if (error) return failed("what the server answers is no HTTP: " + error.message());
      if (Status fits = judge(); !fits) return fits;
      if (used == 0) return ok();
    }
    if (!m_pending.empty()) return failed("the response is too long: more came after its end");
    return ok();
  }

  /// The server has ended the connection.
  [[nodiscard]] Error cutShort() const {
    if (!m_parser.is_header_done()) return failed("the server closed the connection without an answer");
    const auto whole = m_parser.content_length();
    return failed("the response was cut short: " + std::to_string(m_bodyBytes) +
                  (whole ? " of " + std::to_string(*whole) : "") + " bytes came");
  }

 private:
  void prepareBody() {
    m_parser.get().body().data = m_scratch.data();
    m_parser.get().body().size = m_scratch.size();
  }
  void countBody() { m_bodyBytes += static_cast<std::int64_t>(m_scratch.size() - m_parser.get().body().size); }

  Status judge() {
    if (!m_parser.is_header_done()) return ok();
    const auto& head = m_parser.get();
    if (head.result() != http::status::ok) {
      const auto reason = head.reason();
      return failed("the server answers " + std::to_string(head.result_int()) + " " +
                    std::string(reason.data(), reason.size()));
    }
    const auto length = m_parser.content_length();
    const std::int64_t expected =
        length ? static_cast<std::int64_t>(std::min<std::uint64_t>(*length, std::numeric_limits<std::int64_t>::max()))
               : m_bodyBytes;
    if (expected <= m_maxBytes && m_bodyBytes <= m_maxBytes) return ok();
    return failed("the response is too long: " + std::to_string(std::max(expected, m_bodyBytes)) +
                  " bytes where at most " + std::to_string(m_maxBytes) + " were expected");
  }

  std::int64_t m_maxBytes;
  std::int64_t m_bodyBytes = 0;
  std::array<char, kReadBytes> m_scratch{};  // the body itself is of no interest
  std::string m_pending;
  http::response_parser<http::buffer_body> m_parser;
};

}  // namespace

Status HttpConnection::waitFor(short events, const Deadline& deadline) {
  while (true) {
    int patience = -1;
    if (deadline) {
      const std::int64_t left = (*deadline - monotonicNow()).ns;
      if (left <= 0) return failed("the server does not answer in time");
      // Rounded up: a wait that ends too early would be one that looks again at once.
      patience =
          static_cast<int>(std::min<std::int64_t>((left + kNsPerMs - 1) / kNsPerMs, std::numeric_limits<int>::max()));
    }
    pollfd socket{m_socket.get(), events, 0};
    const int ready = ::poll(&socket, 1, patience);
    if (ready > 0) return ok();
    if (ready < 0 && errno != EINTR) return systemError("poll", errno);
  }
}

Status HttpConnection::connectTo(std::uint16_t port, const Deadline& deadline) {
  m_socket.reset(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!m_socket.isOpen()) return systemError("socket", errno);
  setUp(m_socket.get());
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(m_socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return ok();
  if (errno != EINPROGRESS && errno != EINTR) return broken(errno);
  if (Status ready = waitFor(POLLOUT, deadline); !ready) return ready;
  int problem = 0;
  socklen_t size = sizeof problem;
  if (::getsockopt(m_socket.get(), SOL_SOCKET, SO_ERROR, &problem, &size) != 0) return systemError("getsockopt", errno);
  if (problem != 0) return broken(problem);
  return ok();
}

Status HttpConnection::send(const std::string& bytes, const Deadline& deadline) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t now = ::send(m_socket.get(), bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (now >= 0) {
      sent += static_cast<std::size_t>(now);
      continue;
    }
    if (!mustWait(errno)) return broken(errno);
    if (Status ready = waitFor(POLLOUT, deadline); !ready) return ready;
  }
  return ok();
}

Result<std::int64_t> HttpConnection::receive(std::int64_t maxBytes, const Deadline& deadline) {
  Response response(maxBytes);
  std::array<char, kReadBytes> piece;
  while (!response.isWhole()) {
    const ssize_t now = ::recv(m_socket.get(), piece.data(), piece.size(), 0);
    if (now == 0) return response.cutShort();
    if (now > 0) {
      if (Status taken = response.add(piece.data(), static_cast<std::size_t>(now)); !taken) return taken.error();
      continue;
    }
    if (errno == ECONNRESET) return response.cutShort();
    if (!mustWait(errno)) return broken(errno);
    if (Status ready = waitFor(POLLIN, deadline); !ready) return ready.error();
  }
  if (!response.keepsAlive()) close();
  return response.bodyBytes();
}

Result<std::int64_t> HttpConnection::exchange(const std::string& target, bool keepAlive, std::int64_t maxBytes,
                                              const Deadline& deadline) {
  const std::string request =
      "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + (keepAlive ? "" : "Connection: close\r\n") + "\r\n";
  if (Status sent = send(request, deadline); !sent) {
    close();
    return sent.error();
  }
  Result<std::int64_t> received = receive(maxBytes, deadline);
  if (!received) close();
  return received;
}

Status HttpConnection::open(const SharedServer& server, const ServerSpec& spec, const Deadline& deadline) {
  close();
  const std::int32_t port = server.port.load();
  if (port <= 0 || port > std::numeric_limits<std::uint16_t>::max()) return failed("there is no server");
  if (Status connected = connectTo(static_cast<std::uint16_t>(port), deadline); !connected) {
    close();
    return connected;
  }
  m_port = port;
  if (spec.connectMs == 0) return ok();
  const Result<std::int64_t> hello = exchange(server.path() + kHelloRequest, true, 0, deadline);
  if (!hello) return hello.error();
  return ok();
}

Result<std::int64_t> HttpConnection::request(const SharedServer& server, const ServerSpec& spec, bool keepAlive,
                                             const Deadline& deadline) {
  Result<std::int64_t> received = exchange(server.path() + kItemRequest, keepAlive, spec.bytes, deadline);
  if (received && !keepAlive) close();
  return received;
}

void HttpConnection::close() {
  m_socket.reset();
  m_port = 0;
}

}  // namespace threadline::engine
