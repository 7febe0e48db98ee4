// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A process's private memory, as it reads it about itself: what it has written and has alone, without what it shares
// with its parent since a fork, without the pages of programs and libraries, and without the rings.

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/ring/shared_rings.h"

namespace threadline::engine {

/// Nothing where the kernel does not tell. Units: KiB. Thread: any; some ten microseconds, up to a millisecond for a
/// large process.
[[nodiscard]] std::optional<std::int64_t> readPrivateMemoryKb(ring::SharedRings& rings);

/// The private written memory that a smaps_rollup text tells.
[[nodiscard]] std::optional<std::int64_t> privateKbIn(std::string_view smapsRollup);

}  // namespace threadline::engine
