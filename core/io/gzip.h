// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Unpacks gzip, up to a limit.

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace threadline::io {

struct Unpacked {
  std::string bytes;
  bool isCut = false;  // the stream ended early or is damaged further on; what came before it is here
};

[[nodiscard]] bool isGzip(std::string_view bytes);
/// Errors: kInvalidInput when nothing can be unpacked, kLimit when it would be more than maxBytes.
[[nodiscard]] Result<Unpacked> gunzip(std::string_view bytes, std::size_t maxBytes);

}  // namespace threadline::io
