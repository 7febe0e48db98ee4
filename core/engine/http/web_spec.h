// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a scenario says of its servers and sessions, with the parameters' values in place.
//
// Thread: any; immutable after the program was made.

#include <cstdint>

#include "core/base/result.h"
#include "core/scenario/parameters.h"
#include "core/scenario/scenario.h"

namespace threadline::engine {

/// A loopback HTTP server.
struct ServerSpec {
  std::int64_t delayMs = 0;    // from a request to its response, while it is being served
  std::int64_t bytes = 0;      // of each response's body
  std::int64_t limit = 0;      // requests served at once, the others wait their turn; 0: no limit
  std::int64_t connectMs = 0;  // what a new connection costs before its first request
};

/// Who uses which connection.
struct SessionSpec {
  enum class Share : std::uint8_t {
    kOwn,     // each actor its own, kept alive until the actor ends
    kShared,  // one for all actors of a process
    kNew,     // a new one for each request
  };
  Share share = Share::kOwn;
  bool hasLock = false;  // of a shared one: who comes second waits; else it is refused
};

/// Errors: kInvalidArgument with the field's pointer.
[[nodiscard]] Result<ServerSpec> readServerSpec(const scenario::ObjectDeclaration& declaration,
                                                const scenario::ParameterNames& names);
[[nodiscard]] Result<SessionSpec> readSessionSpec(const scenario::ObjectDeclaration& declaration,
                                                  const scenario::ParameterNames& names);

}  // namespace threadline::engine
