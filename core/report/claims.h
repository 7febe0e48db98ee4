// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Claims: figures measured from a run's record against their bands. The figures are a closed list (scenarios.md of the
// format; figures.h evaluates them).

#include <optional>
#include <string>
#include <vector>

#include "core/report/run_record.h"

namespace threadline::report {

enum class Verdict { kHolds, kFails, kNotChecked };
[[nodiscard]] const char* nameOf(Verdict verdict);

struct ClaimResult {
  std::string id;
  scenario::LocalizedText text;
  Verdict verdict = Verdict::kNotChecked;
  std::optional<scenario::Value> measured;
  std::string expected;  // "= 42", "> 0.5", "0.85 ... 1.3"
  std::string why;       // of not_checked, or what could not be measured
};

[[nodiscard]] std::vector<ClaimResult> checkClaims(const RunRecord& run);

}  // namespace threadline::report
