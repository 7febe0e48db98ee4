// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What files say of a span's target in words.

#include <string>

#include "core/model/trace.h"

namespace threadline::io {

/// The name of what the span waits for; "object 3" and the like where it has none, empty when it waits for nothing.
[[nodiscard]] std::string waitsFor(const model::Snapshot& snapshot, const model::Span& span);

}  // namespace threadline::io
