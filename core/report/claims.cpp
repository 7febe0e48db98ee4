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

/// Why the run as a whole cannot answer this claim; empty when it can.
std::string reasonNotToCheck(const Claim& claim, const RunRecord& run) {
  if (claim.when) {
    const auto applies = claim.when->evaluateBool(FigureNames(run));
    if (!applies) return "its condition cannot be evaluated: " + applies.error().message;
    if (!applies.value()) return "it applies only when " + claim.when->text();
  }
  switch (run.ending) {
    case model::RunEnding::kStopped: return "the run was stopped";
    case model::RunEnding::kTimeLimit: return "the run passed its time limit";
    case model::RunEnding::kHostLost: return "the run was lost";
    case model::RunEnding::kReturned:
    case model::RunEnding::kFailed: break;
  }
  if (!claim.needsFreeCore) return {};
  const auto cores = static_cast<double>(std::max(1L, ::sysconf(_SC_NPROCESSORS_ONLN)));
  if (cores < kCoresNeeded) return "it needs two cores and this machine has one";
  if (run.otherLoad <= kNegligibleLoad || cores - run.otherLoad >= kCoresNeeded) return {};
  return "other programs used " + coresText(run.otherLoad) + " of " + std::to_string(static_cast<int>(cores)) +
         " cores";
}

ClaimResult checkClaim(const Claim& claim, const RunRecord& run) {
  ClaimResult result;
  result.id = claim.id;
  result.figure = claim.figure;
  result.text = claim.text;
  std::vector<Value> bounds;
  const FigureNames names(run);
  for (const scenario::Argument& bound : claim.bounds) {
    auto value = bound.evaluate(names);
    if (!value) {
      result.why = "its bound cannot be evaluated: " + value.error().message;
      return result;
    }
    bounds.push_back(value.take());
  }
  if (bounds.empty() || (claim.band == Claim::Band::kBetween && bounds.size() < 2)) {
    result.why = "it has no bound";
    return result;
  }
  result.expected = expectedText(claim.band, bounds);
  const auto figure = parseFigure(claim.figure);
  if (!figure) {
    result.why = figure.error().message;
    return result;
  }
  auto measured = measure(figure.value(), run);
  if (measured) result.measured = measured.value();
  result.why = reasonNotToCheck(claim, run);
  if (!result.why.empty()) return result;
  if (!measured) {
    result.why = measured.error().message;
    return result;
  }
  const auto verdict = holds(measured.value(), claim.band, bounds);
  if (!verdict) {
    result.why = std::string("a figure of type ") + measured.value().typeName() + " cannot be compared with this bound";
    return result;
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
