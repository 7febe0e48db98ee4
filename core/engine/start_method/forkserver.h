// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The fork server: a fresh process with one thread, which forks children for those who ask. So a child inherits neither
// threads nor locks, and yet needs no program to be loaded.
//
// It is a lane of kind service: idle without requests, running while it forks, labelled with the child's name. It
// collects its children and tells whoever asked for them how they ended. It ends when nobody is left who could ask.
//
// Thread: the process's only one.

#include <functional>

#include "core/base/unique_fd.h"
#include "core/engine/start_method/spawn_package.h"
#include "core/ring/shared_rings.h"

namespace threadline::engine {

/// Goes on as the forked child with what its starter packed; `self` is its end of the socket to this server. Must not
/// return.
using ForkedChild = std::function<void(const SpawnPackage& package, UniqueFd self)>;

/// Serves until the last one who could ask has gone, then ends the process.
[[noreturn]] void serveForks(ring::SharedRings& rings, const SpawnPackage& server, const ForkedChild& child);

}  // namespace threadline::engine
