// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The scenario files that tests read: their folders come from the build, their names from the folder.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace threadline::scenario {

inline std::string contentOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The JSON files of a folder, sorted by name.
inline std::vector<std::filesystem::path> jsonFilesIn(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

inline const std::filesystem::path kTestData = THREADLINE_TEST_DATA;
inline const std::filesystem::path kShipped = THREADLINE_SHIPPED_SCENARIOS;

}  // namespace threadline::scenario
