// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A bit beside the TargetKind in the value of a kState event: this wait ends by itself after a while, whoever holds
// what it waits for. Only waits without it can be part of a deadlock.
//
// Thread: a constant.

#include <cstdint>

namespace threadline {

inline constexpr std::uint64_t kTimedWait = 0x100;

}  // namespace threadline
