// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Comparison with a text kept in tests/golden. On a difference the actual text is left beside the test's build folder;
// TL_UPDATE_GOLDEN=1 in the environment rewrites the kept one, to be reviewed as a diff.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace threadline::test {

/// `folder`: tests/golden of the source tree.
inline void expectGolden(const std::string& folder, const std::string& name, const std::string& actual) {
  const std::string path = folder + "/" + name;
  if (std::getenv("TL_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path) << actual;
    return;
  }
  std::ifstream file(path);
  std::ostringstream expected;
  expected << file.rdbuf();
  if (expected.str() == actual) return;
  std::ofstream("actual-" + name) << actual;
  std::istringstream left(expected.str());
  std::istringstream right(actual);
  std::string a;
  std::string b;
  for (int line = 1;; ++line) {
    const bool hasLeft = static_cast<bool>(std::getline(left, a));
    const bool hasRight = static_cast<bool>(std::getline(right, b));
    if (hasLeft && hasRight && a == b) continue;
    ADD_FAILURE() << path << ":" << line << "\n  kept:   " << (hasLeft ? a : "(end)")
                  << "\n  actual: " << (hasRight ? b : "(end)") << "\nall of it: actual-" << name;
    return;
  }
}

}  // namespace threadline::test
