// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a test can see of processes and descriptors from outside: who is in a group, what this process has open.
//
// Thread: any.

#include <sys/types.h>

#include <functional>
#include <string>
#include <vector>

#include "core/base/time.h"

namespace threadline::test {

/// Pids of the processes of this group that are not yet zombies, by /proc.
[[nodiscard]] std::vector<pid_t> liveProcessesOf(pid_t group);
/// The same with zombies.
[[nodiscard]] std::vector<pid_t> processesOf(pid_t group);

/// The pid that a pidfd stands for; -1 once it was reaped.
[[nodiscard]] pid_t pidOf(int pidfd);

/// What this process has open, as "/proc/self/fd" tells it: one text per descriptor, sorted.
[[nodiscard]] std::vector<std::string> openDescriptors();
/// The mappings of this process whose name contains `part`.
[[nodiscard]] std::size_t mappingsNamed(const std::string& part);

/// Looks again, every half millisecond, until the condition holds; false when it did not within the limit.
[[nodiscard]] bool becomesTrue(const std::function<bool()>& condition, DurationNs limit = seconds(20));

}  // namespace threadline::test
