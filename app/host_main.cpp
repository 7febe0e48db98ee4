// SPDX-License-Identifier: GPL-3.0-or-later
// threadline-host: the program in which the processes of a run live. It is started by threadline's run controller
// (mode "guard") and by the processes of a run (modes "child" and "forkserver"), never by hand.
#include <cstdio>
#include <string_view>

#include "core/engine/host.h"
#include "core/ring/run_descriptors.h"

int main(int argc, char** argv) {
  const std::string_view mode = argc == 2 ? argv[1] : "";
  if (mode == threadline::ring::kGuardMode) return threadline::engine::runAsGuard();
  if (mode == threadline::ring::kChildMode) return threadline::engine::runAsChild();
  if (mode == threadline::ring::kForkserverMode) return threadline::engine::runAsForkserver();
  if (mode == "--version") {
    std::puts("threadline-host " THREADLINE_VERSION);
    return 0;
  }
  std::fputs("threadline-host is started by threadline; try: threadline run --help\n", stderr);
  return threadline::ring::kHostUsage;
}
