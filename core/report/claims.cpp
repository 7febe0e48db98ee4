// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/claims.h"

#include "core/report/claim_bands.h"
#include "core/report/figures.h"

namespace threadline::report {
namespace {

using scenario::Claim;
using scenario::Value;

Refusal refusalOfEnding(model::RunEnding ending) {
  switch (ending) {
    case model::RunEnding::kStopped: return {Reason::kCutOff, "the run was stopped"};
    case model::RunEnding::kTimeLimit: return {Reason::kCutOff, "the run passed its time limit"};
    case model::RunEnding::kHostLost: return {Reason::kCutOff, "the run was lost"};
    case model::RunEnding::kReturned:
    case model::RunEnding::kFailed: break;
  }
  return {};
}

ClaimResult checkClaim(const Claim& claim, const RunRecord& run) {
  Refusal refusal = refusalOfEnding(run.ending);
  if (refusal.reason == Reason::kNone && claim.needsFreeCore) refusal = refusalOfMachine(run.otherLoad);
  const auto figure = parseFigure(claim.figure);
  const Result<Value> measured = figure ? measure(figure.value(), run) : Result<Value>(figure.error());
  ClaimResult result = judge(claim, FigureNames(run), measured, refusal);
  result.isTime = figure && isTime(figure.value());
  return result;
}

}  // namespace

const char* nameOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::kHolds: return "holds";
    case Verdict::kFails: return "fails";
    case Verdict::kNotChecked: return "not_checked";
  }
  return "not_checked";
}

std::vector<ClaimResult> checkClaims(const RunRecord& run) {
  std::vector<ClaimResult> results;
  results.reserve(run.scenario.claims.size());
  for (const Claim& claim : run.scenario.claims) results.push_back(checkClaim(claim, run));
  return results;
}

bool isFailure(const RunRecord& run, const std::vector<ClaimResult>& claims) {
  bool isExitClaimed = false;
  for (const ClaimResult& claim : claims) {
    if (claim.verdict == Verdict::kFails) return true;
    if (claim.figure == "exit" && claim.verdict == Verdict::kHolds) isExitClaimed = true;
  }
  if (run.ending == model::RunEnding::kFailed) return !isExitClaimed;
  return run.ending == model::RunEnding::kHostLost;
}

}  // namespace threadline::report
