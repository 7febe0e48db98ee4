// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs beside one another: those of an experiment, or saved traces. What each variant took (the median of its runs,
// with the fastest and the slowest), how it stands against the first one, and the experiment's claims.
//
// Runs that were stopped, cut off, or ended abnormally without their scenario claiming it are kept and shown, but do
// not count: their times say nothing. A figure that nobody measured is absent, never 0.
//
// Thread: any; values only.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/report/claims.h"
#include "core/report/run_record.h"
#include "core/scenario/experiment.h"

namespace threadline::report {

struct ComparedRun {
  std::size_t variant = 0;
  std::int64_t repeat = 0;  // the round, from 0
  std::shared_ptr<const RunRecord> record;
};

struct Comparison {
  std::string experiment;  // its id; empty where saved traces are compared
  std::string preset;      // empty: none
  std::vector<scenario::Variant> variants;
  std::vector<ComparedRun> runs;  // in the order in which they ran
};

struct Spread {
  std::int64_t median = 0;
  std::int64_t min = 0;
  std::int64_t max = 0;
};

struct VariantSummary {
  std::size_t counted = 0;  // runs that count
  std::optional<Spread> wallNs;
  std::optional<std::int64_t> cpuNs;     // medians, as all below
  std::optional<std::int64_t> memoryKb;  // private to the run's processes, together
  std::optional<std::int64_t> switches;  // of all threads of which they are known
  std::optional<double> coresUsed;       // CPU time over wall time
  std::optional<double> factor;          // wall time over the first variant's
  std::optional<double> speedup;         // the inverse
  std::optional<double> document;        // the documents' factor
  std::optional<double> requestsPerS;    // of runs with requests (requests.h), and how long these took
  std::optional<std::int64_t> latencyP50Ns;
  std::optional<std::int64_t> latencyP99Ns;
  std::optional<std::size_t> typical;  // the run whose wall time is the median (of two the faster): for pictures
};

/// Whether the run's times may be compared.
[[nodiscard]] bool counts(const RunRecord& run);

/// One for each variant, in their order.
[[nodiscard]] std::vector<VariantSummary> summarise(const Comparison& comparison);

/// How far runs of the same variant lie apart, as a share of their median: the middle one of all variants that ran at
/// least twice. Smaller differences between variants say nothing. Nothing where none did.
[[nodiscard]] std::optional<double> noiseOf(const std::vector<VariantSummary>& summaries);

/// A share of the machine's cores that other programs used, where a comparison should say so: the greatest of its runs.
struct ForeignLoad {
  double cores = 0;
  int of = 1;
};
[[nodiscard]] std::optional<ForeignLoad> foreignLoadOf(const Comparison& comparison);

/// The variants that have a typical run, the fastest last. Of two that took nearly the same time the order of the file
/// stays, so that noise does not change places.
[[nodiscard]] std::vector<std::size_t> fastestLast(const std::vector<VariantSummary>& summaries);

/// The verdicts of an experiment's claims (ratio_figure.h), in their order. Bounds and conditions may name `cores` and
/// what is the same in all runs. A claim that needs a free core looks at the usual load during its variants' runs.
[[nodiscard]] std::vector<ClaimResult> checkClaims(const std::vector<scenario::Claim>& claims,
                                                   const Comparison& comparison);

/// The JSON object of `experiment --json` and `compare --json`; ends with a newline. What is no UTF-8 is replaced.
/// The verdict's text is in the language that is asked for.
[[nodiscard]] std::string comparisonReport(const Comparison& comparison, const std::vector<ClaimResult>& claims,
                                           bool isKorean = false);

/// The middle of the values, the mean of the two middle ones; nothing of none.
[[nodiscard]] std::optional<double> medianOf(std::vector<double> values);

}  // namespace threadline::report
