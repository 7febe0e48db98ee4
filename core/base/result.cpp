// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <system_error>

namespace threadline {

Error systemError(const std::string& call, int errnoValue) {
  return Error{ErrorCode::kSystem, call + ": " + std::generic_category().message(errnoValue), {}};
}

}  // namespace threadline
