// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What can be known of a run before it begins, once its parameters have values: arguments that depend on nothing else
// must lie within their rules, and nothing may ask for what this version does not have. Private to core/scenario:
// bindParameters ends with it.

#include "core/scenario/parameters.h"

namespace threadline::scenario {

/// Looks at the process settings, the objects, and the steps that main can reach; steps whose `when` is known to be
/// false, and what they alone reach, are left out.
/// Errors: kUnsupported for a value of the format that this version does not have ("task"), kInvalidArgument for one
/// outside of its rule or an expression that fails; the context is the JSON pointer.
[[nodiscard]] Status checkValues(const Scenario& scenario, const ParameterValues& values);

}  // namespace threadline::scenario
