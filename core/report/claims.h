// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Claims: figures measured from a run's record against their bands. The figures are a closed list (figures.h).
//
// A claim is not checked, and says why, when: its `when` does not apply; the run was stopped or cut off; its figure
// is not there or events that it needs were lost; it needs a free core and other programs used it.

#include <optional>
#include <string>
#include <vector>

#include "core/report/run_record.h"

namespace threadline::report {

enum class Verdict { kHolds, kFails, kNotChecked };
/// "holds", "fails", "not_checked".
[[nodiscard]] const char* nameOf(Verdict verdict);

/// Why a claim was not checked, for whoever says it in the person's language; `why` says it in English.
enum class Reason {
  kNone,
  kNotApplicable,  // its `when` is not met
  kCutOff,         // the run was stopped, or lost
  kNoFreeCore,     // other programs used the machine
  kNotMeasured     // the figure or its bound is not there
};

struct ClaimResult {
  std::string id;
  std::string figure;  // as the file says it
  scenario::LocalizedText text;
  Verdict verdict = Verdict::kNotChecked;
  std::optional<scenario::Value> measured;
  std::string expected;  // "= 42", "> 0.5", "0.85 ... 1.3"
  scenario::Claim::Band band{};
  std::vector<scenario::Value> bounds;       // what `expected` says, as values; empty where they are not known
  std::optional<scenario::Value> document;   // the figure as the documents have it
  std::optional<scenario::Value> reference;  // as real CPython gave it
  bool isTime = false;                       // the figure is a time in nanoseconds
  Reason reason = Reason::kNone;
  std::string why;  // of not_checked, or what could not be measured
};

/// The verdict of every claim of the run's scenario, in its order. Thread: any.
[[nodiscard]] std::vector<ClaimResult> checkClaims(const RunRecord& run);

/// Whether the run as a whole is a failure: a claim fails, or main ended abnormally and no claim on `exit` holds.
[[nodiscard]] bool isFailure(const RunRecord& run, const std::vector<ClaimResult>& claims);

}  // namespace threadline::report
