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

#include "core/engine/http/http_response.h"

namespace threadline::engine {

namespace {

constexpr std::size_t kReadBytes = 16384;
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

/// Until the socket is ready, which is true, or the deadline.
Result<bool> waitFor(int socket, short events, const Deadline& deadline) {
  while (true) {
    int patience = -1;
    if (deadline) {
      const std::int64_t left = (*deadline - monotonicNow()).ns;
      if (left <= 0) return false;
      // Rounded up: a wait that ends too early would be one that looks again at once.
      patience =
          static_cast<int>(std::min<std::int64_t>((left + kNsPerMs - 1) / kNsPerMs, std::numeric_limits<int>::max()));
    }
    pollfd waiting{socket, events, 0};
    const int ready = ::poll(&waiting, 1, patience);
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return systemError("poll", errno);
  }
}

}  // namespace

HttpConnection::HttpConnection() = default;
HttpConnection::~HttpConnection() = default;

Status HttpConnection::beginOpen(const SharedServer& server, const ServerSpec& spec) {
  close();
  const std::int32_t port = server.port.load();
  if (port <= 0 || port > std::numeric_limits<std::uint16_t>::max()) return failed("there is no server");
  m_socket.reset(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!m_socket.isOpen()) return systemError("socket", errno);
  setUp(m_socket.get());
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const bool isRefused = ::connect(m_socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 &&
                         errno != EINPROGRESS && errno != EINTR;
  if (isRefused) {
    const int problem = errno;
    close();
    return broken(problem);
  }
  m_port = port;
  if (spec.connectMs > 0) say(server.path() + kHelloRequest, true, 0);
  m_phase = Phase::kConnecting;
  return ok();
}

void HttpConnection::beginRequest(const SharedServer& server, const ServerSpec& spec, bool keepAlive) {
  say(server.path() + kItemRequest, keepAlive, spec.bytes);
  m_phase = Phase::kSending;
}

void HttpConnection::say(const std::string& target, bool keepAlive, std::int64_t maxBytes) {
  m_request =
      "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + (keepAlive ? "" : "Connection: close\r\n") + "\r\n";
  m_sent = 0;
  m_keepAlive = keepAlive;
  m_response = std::make_unique<HttpResponse>(maxBytes);
}

Result<HttpConnection::Progress> HttpConnection::proceed() {
  Result<Progress> result = step();
  if (!result) close();
  return result;
}

Result<HttpConnection::Progress> HttpConnection::step() {
  if (m_phase == Phase::kConnecting) {
    pollfd look{m_socket.get(), POLLOUT, 0};
    if (::poll(&look, 1, 0) == 0) return Progress::kWantsToWrite;
    if (Status done = connected(); !done) return done.error();
    m_phase = m_response ? Phase::kSending : Phase::kIdle;
  }
  if (m_phase == Phase::kSending) {
    const Result<bool> isSent = send();
    if (!isSent) return isSent.error();
    if (!isSent.value()) return Progress::kWantsToWrite;
    m_phase = Phase::kReceiving;
  }
  if (m_phase == Phase::kReceiving) {
    const Result<bool> isWhole = receive();
    if (!isWhole) return isWhole.error();
    if (!isWhole.value()) return Progress::kWantsToRead;
    m_bodyBytes = m_response->bodyBytes();
    const bool goesOn = m_keepAlive && m_response->keepsAlive();
    m_response.reset();
    m_phase = Phase::kIdle;
    if (!goesOn) close();
  }
  return Progress::kDone;
}

Status HttpConnection::connected() {
  int problem = 0;
  socklen_t size = sizeof problem;
  if (::getsockopt(m_socket.get(), SOL_SOCKET, SO_ERROR, &problem, &size) != 0) return systemError("getsockopt", errno);
  if (problem != 0) return broken(problem);
  return ok();
}

Result<bool> HttpConnection::send() {
  while (m_sent < m_request.size()) {
    const ssize_t now = ::send(m_socket.get(), m_request.data() + m_sent, m_request.size() - m_sent, MSG_NOSIGNAL);
    if (now < 0) return mustWait(errno) ? Result<bool>(false) : Result<bool>(broken(errno));
    m_sent += static_cast<std::size_t>(now);
  }
  return true;
}

Result<bool> HttpConnection::receive() {
  std::array<char, kReadBytes> piece;
  while (!m_response->isWhole()) {
    const ssize_t now = ::recv(m_socket.get(), piece.data(), piece.size(), 0);
    if (now == 0 || (now < 0 && errno == ECONNRESET)) return m_response->cutShort();
    if (now < 0) return mustWait(errno) ? Result<bool>(false) : Result<bool>(broken(errno));
    if (Status taken = m_response->add(piece.data(), static_cast<std::size_t>(now)); !taken) return taken.error();
  }
  return true;
}

Status HttpConnection::finishBlocking(const Deadline& deadline) {
  while (true) {
    const Result<Progress> progress = proceed();
    if (!progress) return progress.error();
    if (progress.value() == Progress::kDone) return ok();
    const short events = progress.value() == Progress::kWantsToRead ? POLLIN : POLLOUT;
    const Result<bool> isReady = waitFor(m_socket.get(), events, deadline);
    if (!isReady) {
      close();
      return isReady.error();
    }
    if (!isReady.value()) return outOfTime();
  }
}

void HttpConnection::close() {
  m_socket.reset();
  m_port = 0;
  m_phase = Phase::kIdle;
  m_response.reset();
}

Error HttpConnection::outOfTime() {
  close();
  return failed("the server does not answer in time");
}

}  // namespace threadline::engine
