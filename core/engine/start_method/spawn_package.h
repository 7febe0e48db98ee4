// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a spawned process is told by its parent, beside the descriptors 3 to 5 that all processes of a run have: who it
// is, what it runs, and the numbers of further descriptors. JSON, in a memfd (core/ring/run_descriptors.h, kModeFd).

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/engine/actor/actor_start.h"
#include "core/engine/process_runtime.h"

namespace threadline::engine {

struct SpawnPackage {
  ProcessIdentity identity;
  ActorStart start;
  int registerFd = -1;
  int sharedFd = -1;    // of the shared block; -1: there is none
  int requestsFd = -1;  // of a fork server: where it is asked for children
};

inline constexpr std::size_t kMaxSpawnPackageBytes = 64U << 20U;

[[nodiscard]] std::string writeSpawnPackage(const SpawnPackage& package);
/// Errors: kInvalidInput.
[[nodiscard]] Result<SpawnPackage> readSpawnPackage(std::string_view bytes);

}  // namespace threadline::engine
