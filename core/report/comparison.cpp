// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparison.h"

#include <algorithm>
#include <cmath>

#include "core/report/claim_bands.h"
#include "core/report/evidence.h"
#include "core/report/ratio_figure.h"
#include "core/report/requests.h"
#include "core/report/run_facts.h"

namespace threadline::report {
namespace {

using scenario::Value;

std::optional<std::int64_t> memoryOf(const model::Snapshot& snapshot) {
  std::optional<std::int64_t> sum;
  for (const model::Process& process : snapshot.processes()) {
    if (process.memoryPrivateKb) sum = sum.value_or(0) + *process.memoryPrivateKb;
  }
  return sum;
}

std::optional<std::int64_t> switchesOf(const model::Snapshot& snapshot) {
  std::optional<std::int64_t> sum;
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    const model::Lane& lane = snapshot.lane(LaneId{i});
    if (lane.kind == LaneKind::kTask || !lane.voluntarySwitches || !lane.involuntarySwitches) continue;
    sum = sum.value_or(0) + *lane.voluntarySwitches + *lane.involuntarySwitches;
  }
  return sum;
}

std::optional<std::int64_t> cpuOf(const model::Snapshot& snapshot) {
  const auto cpu = cpuTime(snapshot);
  return cpu ? std::optional(cpu->ns) : std::nullopt;
}

std::vector<std::size_t> countedRuns(const Comparison& comparison, std::size_t variant) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < comparison.runs.size(); ++i) {
    const ComparedRun& run = comparison.runs[i];
    if (run.variant == variant && run.record && counts(*run.record)) out.push_back(i);
  }
  return out;
}

/// The median over runs of what one of them says; nothing where none says anything.
template <typename Measure>
std::optional<double> medianOver(const Comparison& comparison, const std::vector<std::size_t>& runs, Measure measure) {
  std::vector<double> values;
  for (const std::size_t run : runs) {
    if (const auto value = measure(*comparison.runs[run].record)) values.push_back(static_cast<double>(*value));
  }
  return medianOf(std::move(values));
}

template <typename Measure>
std::optional<std::int64_t> wholeMedian(const Comparison& comparison, const std::vector<std::size_t>& runs,
                                        Measure measure) {
  const auto median = medianOver(comparison, runs, [&](const RunRecord& run) { return measure(*run.snapshot); });
  return median ? std::optional<std::int64_t>(std::llround(*median)) : std::nullopt;
}

void addRequests(const Comparison& comparison, const std::vector<std::size_t>& runs, VariantSummary& out) {
  std::vector<double> rates;
  std::vector<double> middles;
  std::vector<double> tails;
  for (const std::size_t run : runs) {
    const auto requests = requestSummary(*comparison.runs[run].record->snapshot);
    if (!requests) continue;
    rates.push_back(requests->perSecond);
    middles.push_back(static_cast<double>(requests->latency.p50));
    tails.push_back(static_cast<double>(requests->latency.p99));
  }
  if (rates.empty()) return;
  out.requestsPerS = medianOf(std::move(rates));
  out.latencyP50Ns = std::llround(*medianOf(std::move(middles)));
  out.latencyP99Ns = std::llround(*medianOf(std::move(tails)));
}

VariantSummary summaryOf(const Comparison& comparison, std::size_t variant) {
  VariantSummary out;
  out.document = comparison.variants[variant].document;
  std::vector<std::size_t> runs = countedRuns(comparison, variant);
  out.counted = runs.size();
  if (runs.empty()) return out;
  const auto wallOf = [&](std::size_t run) { return wallTime(*comparison.runs[run].record->snapshot).ns; };
  std::stable_sort(runs.begin(), runs.end(), [&](std::size_t a, std::size_t b) { return wallOf(a) < wallOf(b); });
  out.typical = runs[(runs.size() - 1) / 2];
  const auto median =
      wholeMedian(comparison, runs, [](const auto& snapshot) { return std::optional(wallTime(snapshot).ns); });
  out.wallNs = Spread{median.value_or(0), wallOf(runs.front()), wallOf(runs.back())};
  out.cpuNs = wholeMedian(comparison, runs, cpuOf);
  out.memoryKb = wholeMedian(comparison, runs, memoryOf);
  out.switches = wholeMedian(comparison, runs, switchesOf);
  if (out.cpuNs && out.wallNs->median > 0) {
    out.coresUsed = static_cast<double>(*out.cpuNs) / static_cast<double>(out.wallNs->median);
  }
  addRequests(comparison, runs, out);
  return out;
}

// ---- claims

/// Names of claims: `cores`, and the parameters that have one value in all runs.
class SharedNames final : public scenario::Names {
 public:
  explicit SharedNames(const Comparison& comparison) : m_comparison(comparison) {}

  [[nodiscard]] Result<Value> name(std::string_view name) const override {
    std::optional<Value> value;
    for (const ComparedRun& run : m_comparison.runs) {
      auto own = scenario::ParameterNames(run.record->parameters).name(name);
      if (!own) return own.error();
      if (value && !(*value == own.value())) {
        return Error{ErrorCode::kNotFound, "\"" + std::string(name) + "\" differs between the runs", std::string(name)};
      }
      value = own.take();
    }
    if (!value) return Error{ErrorCode::kNotFound, "there is no run", std::string(name)};
    return *std::move(value);
  }
  [[nodiscard]] Result<Value> attribute(std::string_view base, std::int64_t element,
                                        std::string_view attribute) const override {
    return scenario::ParameterNames({}).attribute(base, element, attribute);
  }

 private:
  const Comparison& m_comparison;
};

std::optional<std::size_t> placeOf(const Comparison& comparison, const std::string& id) {
  for (std::size_t i = 0; i < comparison.variants.size(); ++i) {
    if (comparison.variants[i].id == id) return i;
  }
  return std::nullopt;
}

Error notThere(std::string message) {
  return Error{ErrorCode::kNotFound, std::move(message), {}};
}

/// The median of a figure over the runs of a variant. Errors: kNotFound, with the reason of the run that has none.
Result<double> medianFigure(const Comparison& comparison, const RatioFigure& ratio, const std::string& id) {
  const auto variant = placeOf(comparison, id);
  if (!variant) return notThere("there is no variant \"" + id + "\"");
  const auto runs = countedRuns(comparison, *variant);
  if (runs.empty()) return notThere("no run of \"" + id + "\" came to its end");
  std::vector<double> values;
  for (const std::size_t run : runs) {
    const auto value = measure(ratio.figure, *comparison.runs[run].record);
    if (!value) return value.error();
    if (const auto* integer = value.value().asInteger()) {
      values.push_back(static_cast<double>(*integer));
    } else if (const auto* decimal = value.value().asDecimal()) {
      values.push_back(*decimal);
    } else {
      return notThere("\"" + ratio.text + "\" is no number in a run of \"" + id + "\"");
    }
  }
  return medianOf(std::move(values)).value_or(0);
}

Result<Value> measureRatio(const Comparison& comparison, const RatioFigure& ratio) {
  const auto above = medianFigure(comparison, ratio, ratio.variant);
  if (!above) return above.error();
  const auto below = medianFigure(comparison, ratio, ratio.base);
  if (!below) return below.error();
  if (below.value() == 0) return notThere("\"" + ratio.text + "\" of \"" + ratio.base + "\" is 0");
  return Value(above.value() / below.value());
}

/// Load that was there in half of a variant's runs; of the two the greater.
double usualLoad(const Comparison& comparison, const RatioFigure& ratio) {
  double load = 0;
  for (const std::string& id : {ratio.variant, ratio.base}) {
    const auto variant = placeOf(comparison, id);
    if (!variant) continue;
    const auto median = medianOver(comparison, countedRuns(comparison, *variant),
                                   [](const RunRecord& run) { return std::optional(run.otherLoad); });
    load = std::max(load, median.value_or(0));
  }
  return load;
}

ClaimResult checkClaim(const scenario::Claim& claim, const Comparison& comparison) {
  const SharedNames names(comparison);
  const auto ratio = parseRatio(claim.figure);
  if (!ratio) return judge(claim, names, ratio.error(), {});
  const auto measured = measureRatio(comparison, ratio.value());
  Refusal refusal;
  if (!measured) refusal = {Reason::kNotMeasured, measured.error().message};
  if (measured && claim.needsFreeCore) refusal = refusalOfMachine(usualLoad(comparison, ratio.value()));
  return judge(claim, names, measured, refusal);
}

}  // namespace

std::optional<double> medianOf(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

bool counts(const RunRecord& run) {
  if (run.ending == model::RunEnding::kReturned) return true;
  if (run.ending != model::RunEnding::kFailed) return false;
  // An abnormal end that the scenario is about: a crash that it claims.
  const auto claims = checkClaims(run);
  return std::any_of(claims.begin(), claims.end(), [](const ClaimResult& claim) {
    return claim.figure == "exit" && claim.verdict == Verdict::kHolds;
  });
}

std::vector<VariantSummary> summarise(const Comparison& comparison) {
  std::vector<VariantSummary> out;
  for (std::size_t i = 0; i < comparison.variants.size(); ++i) out.push_back(summaryOf(comparison, i));
  if (out.empty() || !out.front().wallNs || out.front().wallNs->median <= 0) return out;
  const auto base = static_cast<double>(out.front().wallNs->median);
  for (VariantSummary& summary : out) {
    if (!summary.wallNs || summary.wallNs->median <= 0) continue;
    summary.factor = static_cast<double>(summary.wallNs->median) / base;
    summary.speedup = base / static_cast<double>(summary.wallNs->median);
  }
  return out;
}

std::optional<double> noiseOf(const std::vector<VariantSummary>& summaries) {
  std::vector<double> shares;
  for (const VariantSummary& summary : summaries) {
    const auto& wall = summary.wallNs;
    if (!wall || summary.counted < 2 || wall->median <= 0) continue;
    shares.push_back(static_cast<double>(wall->max - wall->min) / static_cast<double>(wall->median));
  }
  return medianOf(std::move(shares));
}

std::optional<ForeignLoad> foreignLoadOf(const Comparison& comparison) {
  constexpr double kBusyShare = 0.25;
  std::optional<ForeignLoad> most;
  for (const ComparedRun& run : comparison.runs) {
    const auto cores = coresOf(run.record->machine);
    if (!cores || run.record->otherLoad <= kBusyShare * *cores) continue;
    if (!most || run.record->otherLoad > most->cores) most = ForeignLoad{run.record->otherLoad, *cores};
  }
  return most;
}

std::vector<std::size_t> fastestLast(const std::vector<VariantSummary>& summaries) {
  constexpr double kClearlyFaster = 0.97;
  const auto wallOf = [&](std::size_t variant) { return static_cast<double>(summaries[variant].wallNs->median); };
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < summaries.size(); ++i) {
    if (!summaries[i].typical || !summaries[i].wallNs) continue;
    const auto isFaster = [&](std::size_t other) { return wallOf(other) < wallOf(i) * kClearlyFaster; };
    out.insert(std::find_if(out.begin(), out.end(), isFaster), i);
  }
  return out;
}

std::vector<ClaimResult> checkClaims(const std::vector<scenario::Claim>& claims, const Comparison& comparison) {
  std::vector<ClaimResult> out;
  out.reserve(claims.size());
  for (const scenario::Claim& claim : claims) out.push_back(checkClaim(claim, comparison));
  return out;
}

}  // namespace threadline::report
