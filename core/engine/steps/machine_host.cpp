// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/steps/machine_host.h"

#include "core/engine/gil/gil.h"

namespace threadline::engine {

const std::atomic<std::uint32_t>& MachineHost::breaker() const {
  static const std::atomic<std::uint32_t> never{0};
  const ProcessRuntime& process = m_frame.process();
  return process.gil ? process.gil->breaker() : never;
}

Error errorOf(RunEnd end) {
  if (end == RunEnd::kOverflow) {
    return {ErrorCode::kRunFailed, "the result does not fit into 64 bits", ""};
  }
  return {ErrorCode::kRunFailed, "only whole numbers can be added to", ""};
}

}  // namespace threadline::engine
