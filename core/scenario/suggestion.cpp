// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/suggestion.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace threadline::scenario {

namespace {

constexpr std::size_t kMostBytes = 64;
constexpr std::size_t kMostListed = 30;

// Optimal string alignment: insertions, deletions, replacements and swaps of two neighbours count 1 each.
std::size_t distance(std::string_view a, std::string_view b) {
  std::array<std::array<std::size_t, kMostBytes + 1>, 3> rows{};
  auto row = [&](std::size_t i) -> std::array<std::size_t, kMostBytes + 1>& { return rows[i % 3]; };
  std::iota(row(0).begin(), row(0).end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row(i)[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = row(i - 1)[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row(i)[j] = std::min({row(i - 1)[j] + 1, row(i)[j - 1] + 1, replaced});
      const bool isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (isSwap) row(i)[j] = std::min(row(i)[j], row(i - 2)[j - 2] + 1);
    }
  }
  return row(a.size())[b.size()];
}

std::string joined(const std::vector<std::string_view>& known, std::string_view last) {
  std::string text;
  const std::size_t shown = std::min(known.size(), kMostListed);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += i + 1 == known.size() ? " " + std::string(last) + " " : ", ";
    text += known[i];
  }
  if (shown < known.size()) text += " and " + std::to_string(known.size() - shown) + " more";
  return known.empty() ? "nothing" : text;
}

}  // namespace

std::string_view nearest(std::string_view found, const std::vector<std::string_view>& known) {
  if (found.size() > kMostBytes) return {};
  // A third of the word may be wrong: "foo" is no slip of "bar".
  std::size_t best = std::min<std::size_t>(2, found.size() / 3 + (found.size() >= 2 ? 1 : 0)) + 1;
  std::string_view name;
  for (const std::string_view candidate : known) {
    if (candidate.size() > kMostBytes) continue;
    const std::size_t steps = distance(found, candidate);
    if (steps >= best || steps >= candidate.size()) continue;
    best = steps;
    name = candidate;
  }
  return name;
}

std::string oneOf(const std::vector<std::string_view>& known) {
  return joined(known, "or");
}

std::string knownNames(std::string_view found, const std::vector<std::string_view>& known) {
  const std::string_view near = nearest(found, known);
  if (known.empty()) return "none is known";
  return (near.empty() ? "" : "did you mean " + std::string(near) + "? ") + std::string("known: ") +
         joined(known, "and");
}

}  // namespace threadline::scenario
