// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A process's private memory, as it reads it about itself: what it alone has, without what it shares with its parent
// since a fork, with others that run the same program, and without the rings.

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/ring/shared_rings.h"

namespace threadline::engine {

/// Nothing where the kernel does not tell. Units: KiB. Thread: any; some ten microseconds, up to a millisecond for a
/// large process.
[[nodiscard]] std::optional<std::int64_t> readPrivateMemoryKb(ring::SharedRings& rings);

/// The sum of the private lines of a smaps_rollup text.
[[nodiscard]] std::optional<std::int64_t> privateKbIn(std::string_view smapsRollup);

}  // namespace threadline::engine
