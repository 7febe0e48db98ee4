// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Scenario values as JSON, for the reports of this folder. Included by .cpp files only: the JSON library is large.

#include <nlohmann/json.hpp>

#include "core/scenario/parameters.h"
#include "core/scenario/value.h"

namespace threadline::report {

/// none = null, an actor's handle = its text.
[[nodiscard]] nlohmann::ordered_json toJson(const scenario::Value& value);
/// An object, in the order of the names.
[[nodiscard]] nlohmann::ordered_json toJson(const std::map<std::string, scenario::Value, std::less<>>& values);

}  // namespace threadline::report
