// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The patterns that a verdict knows, as data: which numbers must lie where, and the sentence that follows. A rule fires
// where all its conditions hold; a number that was not measured never holds.
//
// Thread: any; values only.

#include <string>
#include <vector>

#include "core/report/evidence.h"
#include "core/scenario/scenario.h"

namespace threadline::report {

enum class Pattern {
  kConvoy,
  kGilBound,
  kLockBound,
  kFewWorkers,
  kStarvedQueue,
  kOversubscribed,
  kUnbalanced,
  kStartup,
  kIdleCores
};

enum class Confidence { kNone, kLow, kMedium, kHigh };

struct Condition {
  Measure measure{};
  bool isAtLeast = true;  // else at most
  double bound = 0;
};

struct Rule {
  Pattern pattern{};
  std::vector<Condition> conditions;
  std::vector<Pattern> unless;  // another that says the same more precisely
  /// {gil_share} stands for a measure, a share in per cent; {gil_share.name} for the name of what it is about.
  const char* en = "";
  const char* ko = "";
};

/// In the order in which they are told.
[[nodiscard]] const std::vector<Rule>& verdictRules();
/// "gil_bound"
[[nodiscard]] const char* nameOf(Pattern pattern);
/// "high"; empty for none.
[[nodiscard]] const char* nameOf(Confidence confidence);

struct Finding {
  Pattern pattern{};
  scenario::LocalizedText text;
  std::vector<Measure> measures;              // that its sentence names
  Confidence confidence = Confidence::kNone;  // high where no bound is near, low where others used the machine
};

/// What follows from the numbers, in the order of the rules.
[[nodiscard]] std::vector<Finding> findingsOf(const Evidence& evidence);

}  // namespace threadline::report
