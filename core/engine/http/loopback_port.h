// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A listening socket on 127.0.0.1, and nowhere else.
//
// Thread: any.

#include <cstdint>

#include "core/base/result.h"
#include "core/base/unique_fd.h"

namespace threadline::engine {

struct LoopbackPort {
  UniqueFd socket;  // close-on-exec, does not block
  std::uint16_t port = 0;
};

/// Listens on this port; 0: on one that is free. Errors: kSystem; a port that is taken is said to be so.
[[nodiscard]] Result<LoopbackPort> listenOnLoopback(std::uint16_t port);

}  // namespace threadline::engine
