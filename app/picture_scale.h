// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The time scale of a picture that Threadline wrote before, from its metadata, so that another one can be drawn alike.

#include <string>

#include "core/base/result.h"

namespace threadline::app {

/// Nanoseconds for each pixel of the layout, of an SVG or PNG. Errors: kNotFound; kInvalidInput for a file that is no
/// picture of ours or carries no scale; kUnsupported for other endings.
[[nodiscard]] Result<double> readPictureScale(const std::string& path);

}  // namespace threadline::app
