// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweeps.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace threadline::report {
namespace {

std::optional<double> numberOf(const scenario::Value& value) {
  if (value.asBool()) return std::nullopt;
  const std::string text = value.toText();
  double number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// The values of this parameter in all variants; nothing where one has none or it is no number.
std::optional<std::vector<double>> valuesOf(const Comparison& comparison, const std::string& name) {
  std::vector<double> out;
  for (const scenario::Variant& variant : comparison.variants) {
    const auto found = variant.set.find(name);
    const auto number = found == variant.set.end() ? std::nullopt : numberOf(found->second);
    if (!number) return std::nullopt;
    out.push_back(*number);
  }
  return out;
}

bool doAllSet(const Comparison& comparison, std::size_t count) {
  const auto& variants = comparison.variants;
  return variants.size() > 1 && std::all_of(variants.begin(), variants.end(),
                                            [count](const scenario::Variant& one) { return one.set.size() == count; });
}

std::vector<double> sortedOnce(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

std::size_t placeOf(const std::vector<double>& sorted, double value) {
  return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
}

/// The order in which the parameters were given, which a map by name has lost, stands in the variant's id.
bool standsFirst(const std::string& id, const std::string& name) {
  return id.compare(0, name.size() + 1, name + "=") == 0;
}

/// Whether more of this parameter means more that work at the same time.
bool isCrewName(const std::string& name) {
  constexpr std::array<std::string_view, 9> kCrew{"workers", "threads",     "processes", "tasks",  "consumers",
                                                  "pool",    "concurrency", "size",      "clients"};
  return std::find(kCrew.begin(), kCrew.end(), name) != kCrew.end();
}

/// How the CPU time goes with the parameter: 0, it stays; 1, it grows as the parameter does.
double growthOf(double cpuRatio, double valueRatio) {
  if (cpuRatio <= 0 || valueRatio <= 1) return 0;
  return std::round(std::clamp(std::log(cpuRatio) / std::log(valueRatio), 0.0, 1.0));
}

}  // namespace

std::optional<std::vector<double>> idealNs(const NumberSweep& sweep, const std::vector<VariantSummary>& summaries) {
  if (!isCrewName(sweep.parameter) || summaries.size() != sweep.values.size()) return std::nullopt;
  std::optional<std::size_t> least;
  std::optional<std::size_t> most;
  for (std::size_t i = 0; i < summaries.size(); ++i) {
    if (!summaries[i].wallNs || sweep.values[i] <= 0) continue;
    if (!least || sweep.values[i] < sweep.values[*least]) least = i;
    if (!most || sweep.values[i] > sweep.values[*most]) most = i;
  }
  if (!least || least == most) return std::nullopt;
  const auto cpuOf = [&](std::size_t i) { return static_cast<double>(summaries[i].cpuNs.value_or(0)); };
  const auto wall = static_cast<double>(summaries[*least].wallNs->median);
  constexpr double kMostlyWaits = 0.2;
  const bool isCpuKnown = cpuOf(*least) > kMostlyWaits * wall;
  const double growth =
      isCpuKnown ? growthOf(cpuOf(*most) / cpuOf(*least), sweep.values[*most] / sweep.values[*least]) : 0;
  std::vector<double> out;
  for (const double value : sweep.values) {
    out.push_back(value <= 0 ? wall : wall * std::pow(sweep.values[*least] / value, 1 - growth));
  }
  return out;
}

std::optional<NumberSweep> numberSweepOf(const Comparison& comparison) {
  if (!doAllSet(comparison, 1)) return std::nullopt;
  const std::string& name = comparison.variants.front().set.begin()->first;
  auto values = valuesOf(comparison, name);
  if (!values) return std::nullopt;
  return NumberSweep{name, std::move(*values)};
}

std::optional<NumberMap> numberMapOf(const Comparison& comparison) {
  if (!doAllSet(comparison, 2)) return std::nullopt;
  const scenario::Variant& front = comparison.variants.front();
  NumberMap map;
  map.column = front.set.begin()->first;
  map.row = std::next(front.set.begin())->first;
  if (standsFirst(front.id, map.row)) std::swap(map.column, map.row);
  const auto columns = valuesOf(comparison, map.column);
  const auto rows = valuesOf(comparison, map.row);
  if (!columns || !rows) return std::nullopt;
  map.columns = sortedOnce(*columns);
  map.rows = sortedOnce(*rows);
  map.variants.resize(map.columns.size() * map.rows.size());
  for (std::size_t i = 0; i < comparison.variants.size(); ++i) {
    map.variants[placeOf(map.rows, (*rows)[i]) * map.columns.size() + placeOf(map.columns, (*columns)[i])] = i;
  }
  return map;
}

}  // namespace threadline::report
