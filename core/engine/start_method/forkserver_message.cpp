// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/start_method/forkserver_message.h"

#include <sys/socket.h>

#include <cerrno>
#include <cstring>

namespace threadline::engine {

namespace {

/// Room for the descriptors of a request, aligned as the kernel's header wants it.
union ControlRoom {
  cmsghdr header;
  char bytes[CMSG_SPACE(sizeof(int) * kRequestFds)];
};

void takeDescriptors(const msghdr& message, std::vector<UniqueFd>& fds) {
  const cmsghdr* header = CMSG_FIRSTHDR(&message);
  if (header == nullptr || header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) return;
  const std::size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
  for (std::size_t i = 0; i < count; ++i) {
    int fd = -1;
    std::memcpy(&fd, CMSG_DATA(header) + i * sizeof(int), sizeof fd);
    fds.emplace_back(fd);
  }
}

Result<bool> receive(int socket, void* bytes, std::size_t size, std::vector<UniqueFd>& fds, int flags) {
  iovec part{bytes, size};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  ControlRoom room{};
  message.msg_control = room.bytes;
  message.msg_controllen = sizeof room.bytes;
  ssize_t got = 0;
  do {
    got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC | flags);
  } while (got < 0 && errno == EINTR);
  if (got < 0 && errno == EAGAIN) return false;
  if (got == 0 || (got < 0 && errno == ECONNRESET)) return Error{ErrorCode::kNotFound, "the other end is closed", {}};
  if (got < 0) return systemError("recvmsg", errno);
  takeDescriptors(message, fds);
  if (static_cast<std::size_t>(got) != size || (message.msg_flags & MSG_TRUNC) != 0)
    return Error{ErrorCode::kInvalidInput, "a message of another size", {}};
  return true;
}

}  // namespace

Status sendMessage(int socket, const void* bytes, std::size_t size, const std::vector<int>& fds) {
  iovec part{const_cast<void*>(bytes), size};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  ControlRoom room{};
  if (!fds.empty()) {
    message.msg_control = room.bytes;
    message.msg_controllen = CMSG_SPACE(sizeof(int) * fds.size());
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int) * fds.size());
    std::memcpy(CMSG_DATA(header), fds.data(), sizeof(int) * fds.size());
  }
  while (::sendmsg(socket, &message, MSG_NOSIGNAL) < 0) {
    if (errno != EINTR) return systemError("sendmsg", errno);
  }
  return ok();
}

Status receiveMessage(int socket, void* bytes, std::size_t size, std::vector<UniqueFd>& fds) {
  const Result<bool> came = receive(socket, bytes, size, fds, 0);
  return came ? ok() : Status(came.error());
}

Result<bool> receiveMessageIfThere(int socket, void* bytes, std::size_t size, std::vector<UniqueFd>& fds) {
  return receive(socket, bytes, size, fds, MSG_DONTWAIT);
}

Result<std::array<UniqueFd, 2>> makeMessageSockets() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
    return systemError("socketpair", errno);
  return std::array<UniqueFd, 2>{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

}  // namespace threadline::engine
