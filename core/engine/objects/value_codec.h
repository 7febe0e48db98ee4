// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Values as bytes, for the pipes of queues between processes.
//
// Format: one byte of kind, then: bool one byte; integer and decimal eight bytes; text a 32-bit length and its bytes;
// list a 32-bit count and its elements. Numbers in the machine's byte order: both ends are the same program.
//
// Thread: any.

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/scenario/value.h"

namespace threadline::engine {

/// Errors: kRunFailed for an actor's handle, which means nothing in another process.
[[nodiscard]] Result<std::string> encodeValue(const scenario::Value& value);
/// Errors: kInvalidInput for bytes that encodeValue does not make; costs at most what the bytes are long.
[[nodiscard]] Result<scenario::Value> decodeValue(std::string_view bytes);

}  // namespace threadline::engine
