// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ratio_interval.h"

#include <algorithm>
#include <random>

#include "core/report/comparison.h"

namespace threadline::report {
namespace {

constexpr std::size_t kDraws = 2000;
constexpr std::size_t kOutside = 50;  // of them at each end: 2.5 %

double drawnMedian(const std::vector<double>& values, std::mt19937& random) {
  std::vector<double> drawn;
  drawn.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) drawn.push_back(values[random() % values.size()]);
  return medianOf(std::move(drawn)).value_or(0);
}

bool isUsable(const std::vector<double>& values) {
  return values.size() >= kFewestForInterval &&
         std::all_of(values.begin(), values.end(), [](double value) { return value > 0; });
}

}  // namespace

std::optional<RatioInterval> ratioInterval(const std::vector<double>& above, const std::vector<double>& below) {
  if (!isUsable(above) || !isUsable(below)) return std::nullopt;
  std::mt19937 random(1);  // NOLINT(cert-msc51-cpp,cert-msc32-c): the same interval each time is what is wanted
  std::vector<double> ratios;
  ratios.reserve(kDraws);
  for (std::size_t i = 0; i < kDraws; ++i) {
    const double numerator = drawnMedian(above, random);
    ratios.push_back(numerator / drawnMedian(below, random));
  }
  std::sort(ratios.begin(), ratios.end());
  return RatioInterval{ratios[kOutside], ratios[kDraws - 1 - kOutside]};
}

}  // namespace threadline::report
