// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One Chrome trace event as it stands in a file, its fields checked one by one but not yet judged, and the parser that
// makes it. A field that makes no sense counts as not given.
//
// Thread: one. Lifetime: `args` points into the file's bytes.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <simdjson.h>

#include "core/base/ids.h"
#include "core/model/text_table.h"

namespace threadline::io {

/// A pid or tid: a number, or any text that some writers use instead.
struct ChromeId {
  std::int64_t number = 0;
  TextId text;  // none: it is a number
  friend bool operator==(const ChromeId&, const ChromeId&) = default;
};

enum class IdScope : std::uint8_t { kNone, kPlain, kLocal, kGlobal };

struct ChromeEvent {
  std::int64_t timeNs = 0;
  std::int64_t durationNs = 0;
  ChromeId pid;
  ChromeId tid;
  std::uint64_t id = 0;
  std::string_view args;  // an object's text, or empty
  TextId name;
  TextId category;
  char phase = 0;
  IdScope idScope = IdScope::kNone;
  bool hasTime = false;
  bool hasDuration = false;
  bool hasTid = false;
  bool isFlowOut = false;  // flow_in and flow_out of an event that has a bind_id
  bool isFlowIn = false;
};

/// Microseconds as they stand in JSON, a number or a number in quotes, to nanoseconds: exactly where the digits allow,
/// else rounded. Nothing when it is no number or beyond +-2^61 ns.
[[nodiscard]] std::optional<std::int64_t> microsToNs(std::string_view token);

class ChromeEventParser {
 public:
  explicit ChromeEventParser(model::TextTable& texts) : m_texts(texts) {}

  /// Reads one element of the list of events. A simdjson error: the JSON itself is damaged here.
  [[nodiscard]] simdjson::error_code parse(simdjson::ondemand::value element, ChromeEvent& event);

 private:
  simdjson::error_code field(std::string_view key, simdjson::ondemand::value& value, ChromeEvent& event);
  simdjson::error_code text(simdjson::ondemand::value& value, TextId& id);
  simdjson::error_code number(simdjson::ondemand::value& value, ChromeId& id);
  simdjson::error_code eventId(simdjson::ondemand::value& value, ChromeEvent& event, IdScope scope);
  simdjson::error_code scopedId(simdjson::ondemand::value& value, ChromeEvent& event);

  model::TextTable& m_texts;
};

}  // namespace threadline::io
