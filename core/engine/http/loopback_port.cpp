// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/http/loopback_port.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <string>

namespace threadline::engine {

namespace {

// As many as a run may have lanes; the kernel cuts it to what it allows.
constexpr int kBacklog = 1024;

Error portError(const char* call, int errnoValue, std::uint16_t port) {
  if (errnoValue != EADDRINUSE) return systemError(call, errnoValue);
  const std::string which =
      port == 0 ? "no port of 127.0.0.1 is free" : "port " + std::to_string(port) + " of 127.0.0.1 is taken";
  return {ErrorCode::kSystem, which + ": the server of the downloads cannot start", {}};
}

}  // namespace

Result<LoopbackPort> listenOnLoopback(std::uint16_t port) {
  LoopbackPort made;
  made.socket.reset(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!made.socket.isOpen()) return systemError("socket", errno);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::bind(made.socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    return portError("bind", errno, port);
  if (::listen(made.socket.get(), kBacklog) != 0) return portError("listen", errno, port);
  socklen_t size = sizeof address;
  if (::getsockname(made.socket.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0)
    return systemError("getsockname", errno);
  made.port = ntohs(address.sin_port);
  return made;
}

}  // namespace threadline::engine
