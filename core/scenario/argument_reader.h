// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One argument of a step or field of an object, read by its rule. What depends on other parts of the file (do the names
// exist?) is name_check's. Private to core/scenario.

#include <optional>

#include "core/scenario/fields.h"
#include "core/scenario/verbs.h"

namespace threadline::scenario {

/// Reports and answers nothing where the value does not fit the rule. Not for kSteps.
[[nodiscard]] std::optional<Argument> readArgument(ProblemList& problems, const Place& place, const ArgumentRule& rule);

/// An expression written with "=" or, where `isBare`, without.
[[nodiscard]] std::optional<Expression> readExpression(ProblemList& problems, const Place& place, bool isBare);

}  // namespace threadline::scenario
