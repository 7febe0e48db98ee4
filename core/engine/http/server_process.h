// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The process that serves a run's downloads: one child of the guard for all servers of the scenario, in the run's
// process group, so that whatever ends the group ends it too.
//
// It lives as long as somebody can ask it: every process of the run holds the write end of its life pipe, and when the
// last one is gone it ends by itself; then the guard has no child left. It is no part of what the run is measured by.
//
// Thread: the guard's only one, before it has any other child.

#include "core/base/result.h"
#include "core/base/unique_fd.h"
#include "core/engine/program.h"
#include "core/engine/shared_block.h"

namespace threadline::engine {

/// Opens a port for each server of the program, notes them in the shared block, and forks the process that serves them;
/// nothing at all without servers. Errors: kSystem, with the server's name.
/// Returns the write end of the life pipe, which stands in the shared block too: the guard closes it once main exists.
[[nodiscard]] Result<UniqueFd> startServers(const Program& program, SharedBlock& shared);

}  // namespace threadline::engine
