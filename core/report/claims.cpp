// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/claims.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "core/report/figures.h"

namespace threadline::report {
namespace {

using scenario::Claim;
using scenario::Value;

// A claim that needs a free core asks for two: main's and one more. Below this share other programs do not matter.
constexpr double kCoresNeeded = 2.0;
constexpr double kNegligibleLoad = 0.1;

std::optional<double> numberOf(const Value& value) {
  if (const auto* integer = value.asInteger()) return static_cast<double>(*integer);
  if (const auto* decimal = value.asDecimal()) return *decimal;
  return std::nullopt;
}

/// -1, 0 or 1; integers are compared as such, since a double does not hold all of them.
std::optional<int> compare(const Value& a, const Value& b) {
  if (a.asInteger() && b.asInteger()) {
    return *a.asInteger() < *b.asInteger() ? -1 : *a.asInteger() > *b.asInteger() ? 1 : 0;
  }
  const auto left = numberOf(a);
  const auto right = numberOf(b);
  if (!left || !right) return std::nullopt;
  return *left < *right ? -1 : *left > *right ? 1 : 0;
}

std::optional<bool> isWithin(const Value& measured, Claim::Band band, const std::vector<Value>& bounds) {
  if (band == Claim::Band::kEquals) return measured == bounds[0];
  const auto first = compare(measured, bounds[0]);
  if (!first) return std::nullopt;
  if (band == Claim::Band::kAbove) return *first > 0;
  if (band == Claim::Band::kBelow) return *first < 0;
  const auto second = compare(measured, bounds[1]);
  if (!second) return std::nullopt;
  return *first >= 0 && *second <= 0;
}

/// A list stands for several lanes or processes: the band must hold for each, unless the band is itself a list.
std::optional<bool> holds(const Value& measured, Claim::Band band, const std::vector<Value>& bounds) {
  const scenario::List* list = measured.asList();
  if (!list || bounds[0].asList()) return isWithin(measured, band, bounds);
  for (const Value& value : *list) {
    const auto within = isWithin(value, band, bounds);
    if (!within || !*within) return within;
  }
  return true;
}

std::string textOf(const Value& value) {
  if (const auto* decimal = value.asDecimal()) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), *decimal, std::chars_format::general, 6).ptr;
    return {text.data(), end};
  }
  return value.toText();
}

std::string expectedText(Claim::Band band, const std::vector<Value>& bounds) {
  switch (band) {
    case Claim::Band::kEquals: return "= " + textOf(bounds[0]);
    case Claim::Band::kAbove: return "> " + textOf(bounds[0]);
    case Claim::Band::kBelow: return "< " + textOf(bounds[0]);
    case Claim::Band::kBetween: return textOf(bounds[0]) + " ... " + textOf(bounds[1]);
  }
  return {};
}

std::string coresText(double cores) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), cores, std::chars_format::fixed, 1).ptr;
  return {text.data(), end};
}

struct Refusal {
  Reason reason = Reason::kNone;
  std::string why;
};

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

Refusal refusalOfMachine(double otherLoad) {
  const auto cores = static_cast<double>(std::max(1L, ::sysconf(_SC_NPROCESSORS_ONLN)));
  if (cores < kCoresNeeded) return {Reason::kNoFreeCore, "it needs two cores and this machine has one"};
  if (otherLoad <= kNegligibleLoad || cores - otherLoad >= kCoresNeeded) return {};
  return {Reason::kNoFreeCore,
          "other programs used " + coresText(otherLoad) + " of " + std::to_string(static_cast<int>(cores)) + " cores"};
}

/// Why the run as a whole cannot answer this claim.
Refusal refusalOf(const Claim& claim, const RunRecord& run) {
  if (claim.when) {
    const auto applies = claim.when->evaluateBool(FigureNames(run));
    if (!applies) return {Reason::kNotMeasured, "its condition cannot be evaluated: " + applies.error().message};
    if (!applies.value()) return {Reason::kNotApplicable, "it applies only when " + claim.when->text()};
  }
  Refusal refusal = refusalOfEnding(run.ending);
  if (refusal.reason == Reason::kNone && claim.needsFreeCore) refusal = refusalOfMachine(run.otherLoad);
  return refusal;
}

/// The values of the bounds. Errors: those of their expressions; kInvalidInput when one is missing.
Result<std::vector<Value>> boundsOf(const Claim& claim, const RunRecord& run) {
  std::vector<Value> bounds;
  const FigureNames names(run);
  for (const scenario::Argument& bound : claim.bounds) {
    auto value = bound.evaluate(names);
    if (!value) return value.error();
    bounds.push_back(value.take());
  }
  const std::size_t wanted = claim.band == Claim::Band::kBetween ? 2 : 1;
  if (bounds.size() < wanted) return Error{ErrorCode::kInvalidInput, "it is missing", {}};
  return bounds;
}

Result<Value> measureText(const std::string& text, const RunRecord& run) {
  const auto figure = parseFigure(text);
  if (!figure) return figure.error();
  return measure(figure.value(), run);
}

ClaimResult checkClaim(const Claim& claim, const RunRecord& run) {
  ClaimResult result;
  result.id = claim.id;
  result.figure = claim.figure;
  result.text = claim.text;
  const auto refuse = [&](Reason reason, std::string why) {
    result.reason = reason;
    result.why = std::move(why);
    return result;
  };
  const auto bounds = boundsOf(claim, run);
  if (bounds) result.expected = expectedText(claim.band, bounds.value());
  const auto measured = measureText(claim.figure, run);
  if (measured) result.measured = measured.value();

  Refusal refusal = refusalOf(claim, run);
  if (refusal.reason != Reason::kNone) return refuse(refusal.reason, std::move(refusal.why));
  if (!bounds) return refuse(Reason::kNotMeasured, "its bound cannot be evaluated: " + bounds.error().message);
  if (!measured) return refuse(Reason::kNotMeasured, measured.error().message);
  const auto verdict = holds(measured.value(), claim.band, bounds.value());
  if (!verdict) {
    return refuse(Reason::kNotMeasured, std::string("a figure of type ") + measured.value().typeName() +
                                            " cannot be compared with this bound");
  }
  result.verdict = *verdict ? Verdict::kHolds : Verdict::kFails;
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
