// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Comparisons whose variants differ in numbers only: a sweep over one parameter is a line, one over two is a map. What
// belongs to which value, for the verdict and for whoever draws it.
//
// Thread: any; values only.

#include <optional>
#include <string>
#include <vector>

#include "core/report/comparison.h"

namespace threadline::report {

/// The parameter in which all variants differ, and its value in each of them.
struct NumberSweep {
  std::string parameter;
  std::vector<double> values;  // by variant
};

/// Nothing where the variants differ in anything but one number, or there are fewer than two of them.
[[nodiscard]] std::optional<NumberSweep> numberSweepOf(const Comparison& comparison);

/// What the time would be if more of the parameter divided the same work without loss, for each value: the time of the
/// least one over it, where the CPU time stays the same; that time again, where the work grows with the parameter. Only
/// of a parameter that says how many work (workers, threads, pool, ...).
[[nodiscard]] std::optional<std::vector<double>> idealNs(const NumberSweep& sweep,
                                                         const std::vector<VariantSummary>& summaries);

/// Two parameters. The first one's values are the columns.
struct NumberMap {
  std::string column;
  std::string row;
  std::vector<double> columns;  // rising
  std::vector<double> rows;     // rising
  /// The variant of a place, rows one after the other; nothing where none is.
  std::vector<std::optional<std::size_t>> variants;

  [[nodiscard]] std::optional<std::size_t> at(std::size_t ofColumn, std::size_t ofRow) const {
    return variants[ofRow * columns.size() + ofColumn];
  }
};

/// Nothing where the variants differ in anything but the same two numbers.
[[nodiscard]] std::optional<NumberMap> numberMapOf(const Comparison& comparison);

}  // namespace threadline::report
