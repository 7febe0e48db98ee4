// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Values for a scenario's parameters: from defaults, a preset and settings by name, checked against type, bounds,
// choices and the scenario's refusals.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/scenario/scenario.h"

namespace threadline::scenario {

using ParameterValues = std::map<std::string, Value, std::less<>>;

/// Defaults, then the preset, then `settings` (NAME and VALUE as typed: "true", "20", "process"); the last one wins.
/// The preset "document" exists always: where the file has none, the defaults are the documents' values.
/// Errors: kNotFound for an unknown preset or parameter (naming those that exist), kInvalidArgument for a value out of
/// type or range, or refused (message: the English text of the refusal; context: the parameter or refusal);
/// kUnsupported where a value needs what this version does not have, kInvalidArgument where it makes an argument of a
/// step or object impossible (context: JSON pointer).
[[nodiscard]] Result<ParameterValues> bindParameters(const Scenario& scenario, const std::string& preset,
                                                     const std::vector<std::pair<std::string, std::string>>& settings);

/// Whether a value has the parameter's type and lies within its bounds or choices.
[[nodiscard]] bool accepts(const Parameter& parameter, const Value& value);
/// What the parameter takes, for messages: "a whole number from 1 to 64", "thread or process".
[[nodiscard]] std::string expectedOf(const Parameter& parameter);

/// The value of the name `cores`: processors that this process may use, at least 1.
[[nodiscard]] std::int64_t coreCount();

/// The refusal that these values meet, or null. For the form of the window, which shows its text at the field.
[[nodiscard]] const Refusal* refusalFor(const Scenario& scenario, const ParameterValues& values);

/// Names = parameters plus `cores`.
class ParameterNames final : public Names {
 public:
  explicit ParameterNames(const ParameterValues& values) : m_values(values) {}
  [[nodiscard]] Result<Value> name(std::string_view name) const override;
  [[nodiscard]] Result<Value> attribute(std::string_view base, std::int64_t element,
                                        std::string_view attribute) const override;

 private:
  const ParameterValues& m_values;
};

}  // namespace threadline::scenario
