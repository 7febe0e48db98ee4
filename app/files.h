// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files that a person names: read whole and bounded, or about to be written.

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace threadline::app {

/// The content of a regular file of at most `maxBytes`. Errors: kNotFound, kSystem, kLimit, kInvalidInput for what is
/// no regular file; the context is the path.
[[nodiscard]] Result<std::string> readFile(const std::string& path, std::size_t maxBytes);

/// Whether a file could be written there, without writing: its folder exists and may be written, the target is no
/// folder. Errors: kNotFound, kSystem, kInvalidArgument. A full disk shows only later.
[[nodiscard]] Status checkWritable(const std::string& path);

/// All of it to a descriptor. Errors: kSystem.
[[nodiscard]] Status writeAll(int fd, std::string_view bytes);

/// ".svg" of "a/b.svg", in lower case; empty where there is none.
[[nodiscard]] std::string endingOf(std::string_view path);

}  // namespace threadline::app
