// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which pid and tid a process and a lane go by in Chrome JSON: their own where these tell them apart, else numbers made
// up beyond any that the kernel gives.

#include <cstdint>
#include <string>
#include <vector>

#include "core/model/trace.h"

namespace threadline::io {

struct ChromeNames {
  struct LaneName {
    std::int64_t pid;
    std::int64_t tid;
  };
  std::vector<std::int64_t> pids;          // by process
  std::vector<LaneName> lanes;             // by lane
  std::vector<std::string> counterTracks;  // by counter; no two alike
};

[[nodiscard]] ChromeNames chromeNames(const model::Snapshot& snapshot);

}  // namespace threadline::io
