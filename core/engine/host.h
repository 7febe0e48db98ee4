// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lives of the program threadline-host: as the guard of a run, as a process that a run has spawned, and as a fork
// server of a run.
// Descriptors, modes and exit codes: core/ring/run_descriptors.h.
//
// Thread: called once, from main().

namespace threadline::engine {

/// Makes this process the guard, runs the package's scenario in a child and watches until the run's group is empty.
/// Returns a ring::HostExit; where it is not kHostDone, the reason was written to ring::kModeFd.
[[nodiscard]] int runAsGuard();

/// Takes over what the parent handed over and runs the process to its end; returns only where that fails (with the
/// reason on standard error): a ring::HostExit.
[[nodiscard]] int runAsChild();

/// The same for a fork server (start_method/forkserver.h) and for the children that it forks.
[[nodiscard]] int runAsForkserver();

}  // namespace threadline::engine
