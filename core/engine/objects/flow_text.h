// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands on the arrow of a value that goes from one actor to another.
//
// Thread: any.

#include <cstddef>
#include <string>

#include "core/engine/whole_characters.h"
#include "core/scenario/value.h"

namespace threadline::engine {

// A label in a picture: longer values say nothing more there.
inline constexpr std::size_t kFlowTextBytes = 80;

inline std::string flowText(const scenario::Value& value) {
  std::string text = value.toText();
  if (text.size() <= kFlowTextBytes) return text;
  return std::string(wholeCharacters(text, kFlowTextBytes)) + "…";
}

}  // namespace threadline::engine
