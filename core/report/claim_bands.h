// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What claims of a run and claims of an experiment share: does the claim apply, was the machine free enough to ask, is
// the figure within its band. Private to core/report.
//
// Thread: any.

#include <string>

#include "core/report/claims.h"

namespace threadline::report {

struct Refusal {
  Reason reason = Reason::kNone;
  std::string why;
};
/// Why a claim that needs a free core is not checked while other programs use so many cores; kNone: it can be.
[[nodiscard]] Refusal refusalOfMachine(double otherLoad);

/// The verdict on a claim whose figure was measured (or not). It is not checked where its `when` is not met, for the
/// reason given, and where figure or bounds are not there. `names` are those of its `when` and its bounds.
[[nodiscard]] ClaimResult judge(const scenario::Claim& claim, const scenario::Names& names,
                                const Result<scenario::Value>& measured, const Refusal& refusal);

}  // namespace threadline::report
