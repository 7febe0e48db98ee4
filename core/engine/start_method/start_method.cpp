// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/start_method/start_method.h"

#include <array>
#include <cerrno>

namespace threadline::engine {

namespace {

Result<StartedProcess> startByNothing(ProcessRuntime& /*parent*/, Recorder& /*starter*/,
                                      const ProcessIdentity& /*child*/, const ActorStart& /*start*/) {
  return Error{ErrorCode::kUnsupported, "this start method is not in this version", {}};
}

// By the numbers of StartMethod: main, fork, spawn, forkserver, exec.
constexpr std::array<StartFunction, 5> kStartFunctions = {startByNothing, startByFork, startBySpawn, startByForkserver,
                                                          startByNothing};

}  // namespace

StartFunction startFunctionOf(StartMethod method) {
  const auto index = static_cast<std::size_t>(method);
  return index < kStartFunctions.size() ? kStartFunctions[index] : startByNothing;
}

Error startError(const char* call, int errnoValue) {
  Error error = systemError(call, errnoValue);
  if (errnoValue == EAGAIN) error.message += " (the limit on processes of this user or of the system is reached)";
  return error;
}

}  // namespace threadline::engine
