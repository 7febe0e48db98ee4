// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a process and its fork server say to each other, over sockets that keep messages whole. A request carries three
// descriptors: the package of the child, the socket for the answers, and the requesting end itself, which the child
// takes over so that it can ask for children of its own. The answer carries the child's pidfd; when the child has
// ended, its end follows on the same socket. A server that dies closes the sockets, which tells everything.
//
// Thread: any.

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "core/base/unique_fd.h"

namespace threadline::engine {

struct ForkRequest {
  static constexpr std::uint32_t kMagic = 0x4B524F46;  // "FORK"
  std::uint32_t magic = kMagic;
};
/// Of a request.
enum RequestFd : std::uint8_t { kRequestPackage, kRequestAnswers, kRequestSelf, kRequestFds };

/// Comes before anything is done. A request whose server died without it was not carried out, and may be made again.
struct ForkTaken {
  std::uint32_t magic = ForkRequest::kMagic;
};

struct ForkAnswer {
  std::int32_t pid = 0;
  std::int32_t problem = 0;  // errno of a fork that was refused; then there is no child
};

struct ForkEnding {
  std::int32_t exitCode = 0;  // Python's
};

/// Sends the bytes with the descriptors, which stay open here. Errors: kSystem; the other end may be gone.
[[nodiscard]] Status sendMessage(int socket, const void* bytes, std::size_t size, const std::vector<int>& fds = {});

/// Waits for a message. `fds` takes the descriptors that came with it, close-on-exec. Errors: kNotFound when the other
/// end is closed, kInvalidInput for a message of another size, kSystem.
[[nodiscard]] Status receiveMessage(int socket, void* bytes, std::size_t size, std::vector<UniqueFd>& fds);

/// As receiveMessage, but false at once where no message is there: of several that take from one socket, a wait for
/// "something is there" wakes all and gives the message to one.
[[nodiscard]] Result<bool> receiveMessageIfThere(int socket, void* bytes, std::size_t size, std::vector<UniqueFd>& fds);

/// Two connected sockets that keep messages whole, close-on-exec.
[[nodiscard]] Result<std::array<UniqueFd, 2>> makeMessageSockets();

}  // namespace threadline::engine
