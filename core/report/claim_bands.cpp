// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/claim_bands.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

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

std::string textOf(const Value& value) {
  if (const auto* decimal = value.asDecimal()) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), *decimal, std::chars_format::general, 6).ptr;
    return {text.data(), end};
  }
  return value.toText();
}

std::string coresText(double cores) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), cores, std::chars_format::fixed, 1).ptr;
  return {text.data(), end};
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

std::string expectedText(Claim::Band band, const std::vector<Value>& bounds) {
  switch (band) {
    case Claim::Band::kEquals: return "= " + textOf(bounds[0]);
    case Claim::Band::kAbove: return "> " + textOf(bounds[0]);
    case Claim::Band::kBelow: return "< " + textOf(bounds[0]);
    case Claim::Band::kBetween: return textOf(bounds[0]) + " ... " + textOf(bounds[1]);
  }
  return {};
}

/// Errors: those of the bounds' expressions; kInvalidInput when one is missing.
Result<std::vector<Value>> boundsOf(const Claim& claim, const scenario::Names& names) {
  std::vector<Value> bounds;
  for (const scenario::Argument& bound : claim.bounds) {
    auto value = bound.evaluate(names);
    if (!value) return value.error();
    bounds.push_back(value.take());
  }
  const std::size_t wanted = claim.band == Claim::Band::kBetween ? 2 : 1;
  if (bounds.size() < wanted) return Error{ErrorCode::kInvalidInput, "it is missing", {}};
  return bounds;
}

/// Nothing where it is not known: an expression whose names have no values in this run.
std::optional<Value> valueOf(const std::optional<scenario::Argument>& figure, const scenario::Names& names) {
  if (!figure) return std::nullopt;
  auto value = figure->evaluate(names);
  return value ? std::optional(value.take()) : std::nullopt;
}

Refusal refusalOfCondition(const Claim& claim, const scenario::Names& names) {
  if (!claim.when) return {};
  const auto applies = claim.when->evaluateBool(names);
  if (!applies) return {Reason::kNotMeasured, "its condition cannot be evaluated: " + applies.error().message};
  if (!applies.value()) return {Reason::kNotApplicable, "it applies only when " + claim.when->text()};
  return {};
}

}  // namespace

Refusal refusalOfMachine(double otherLoad) {
  const auto cores = static_cast<double>(std::max(1L, ::sysconf(_SC_NPROCESSORS_ONLN)));
  if (cores < kCoresNeeded) return {Reason::kNoFreeCore, "it needs two cores and this machine has one"};
  if (otherLoad <= kNegligibleLoad || cores - otherLoad >= kCoresNeeded) return {};
  return {Reason::kNoFreeCore,
          "other programs used " + coresText(otherLoad) + " of " + std::to_string(static_cast<int>(cores)) + " cores"};
}

ClaimResult judge(const Claim& claim, const scenario::Names& names, const Result<Value>& measured,
                  const Refusal& refusal) {
  ClaimResult result;
  result.id = claim.id;
  result.figure = claim.figure;
  result.text = claim.text;
  const auto refuse = [&](const Refusal& why) {
    result.reason = why.reason;
    result.why = why.why;
    return result;
  };
  const auto bounds = boundsOf(claim, names);
  result.band = claim.band;
  if (bounds) {
    result.expected = expectedText(claim.band, bounds.value());
    result.bounds = bounds.value();
  }
  result.document = valueOf(claim.document, names);
  result.reference = valueOf(claim.reference, names);
  if (measured) result.measured = measured.value();

  if (const Refusal own = refusalOfCondition(claim, names); own.reason != Reason::kNone) return refuse(own);
  if (refusal.reason != Reason::kNone) return refuse(refusal);
  if (!bounds) return refuse({Reason::kNotMeasured, "its bound cannot be evaluated: " + bounds.error().message});
  if (!measured) return refuse({Reason::kNotMeasured, measured.error().message});
  const auto verdict = holds(measured.value(), claim.band, bounds.value());
  if (!verdict) {
    return refuse({Reason::kNotMeasured, std::string("a figure of type ") + measured.value().typeName() +
                                             " cannot be compared with this bound"});
  }
  result.verdict = *verdict ? Verdict::kHolds : Verdict::kFails;
  return result;
}

}  // namespace threadline::report
