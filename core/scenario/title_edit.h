// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Gives a scenario's text another title and leaves every other byte as the person wrote it: order of keys, spaces and
// all. For scenarios of a person's own; reading the result again is the caller's.
//
// Thread: any.

#include <optional>
#include <string>
#include <string_view>

#include "core/scenario/scenario.h"

namespace threadline::scenario {

/// The text with this title in place of its own. Nothing where the text has no member "title" at its top, or is not the
/// JSON of an object; hostile input costs time linear in its length.
[[nodiscard]] std::optional<std::string> withTitle(std::string_view json, const LocalizedText& title);

}  // namespace threadline::scenario
