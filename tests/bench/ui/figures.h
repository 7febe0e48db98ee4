// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The figures of ./dev bench ui: values in milliseconds, told beside their goal and their floor.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

namespace threadline::bench {

inline double msOf(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}
inline double wallMs() {
  return msOf(CLOCK_MONOTONIC);
}
/// Of this thread: other work on the machine does not count.
inline double cpuMs() {
  return msOf(CLOCK_THREAD_CPUTIME_ID);
}

/// 0 where there are no values.
inline double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

/// "  what   median 3.10, 99 % 8.20, longest 9.00 ms (400 times)"
inline void tell(const char* what, const std::vector<double>& values) {
  std::printf("  %-44s median %7.2f, 99 %% %7.2f, longest %7.2f ms (%zu times)\n", what, percentile(values, 0.5),
              percentile(values, 0.99), percentile(values, 1), values.size());
}

inline void judge(const char* what, double value, double goal) {
  std::printf("  -> %s: %.1f ms, goal <= %.0f: %s\n", what, value, goal, value <= goal ? "reached" : "MISSED");
}

/// Each measures its part and tells it.
void measureFirstPaint();
void measureLargeTrace();
void measureLiveRun();
void measureStories();

}  // namespace threadline::bench
