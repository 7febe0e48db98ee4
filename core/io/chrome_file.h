// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A Chrome trace file taken apart: its events in file order, what this program wrote beside them, and what had to be
// mended. Knows the two forms (an array of events, an object that has one) and nothing of what events mean.
//
// A file that simdjson takes as a whole is read in one go. One that it does not (cut off, padded, commas too many or
// too few, garbage between events) is split into events by a scanner of braces and strings, and each that can be read
// is kept.
//
// Thread: one. Lifetime: views point into the bytes given.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/io/chrome_event.h"

namespace threadline::io {

struct ChromeFile {
  std::vector<ChromeEvent> events;
  std::string_view own;  // otherData.threadline, an object's text; empty in foreign files
  std::uint64_t unreadable = 0;
  bool isMended = false;  // split by the scanner
};

/// `bytes` may be changed: what is no UTF-8 is replaced, and room is made behind it for the parser. Texts of events go
/// into `texts`. Errors: kInvalidInput when this is no list of events; kLimit.
[[nodiscard]] Result<ChromeFile> readChromeFile(std::string& bytes, model::TextTable& texts);

/// Where the events of a damaged file start and end, and where one element ends: the scanner, for tests.
[[nodiscard]] std::vector<std::string_view> splitEvents(std::string_view bytes);

}  // namespace threadline::io
