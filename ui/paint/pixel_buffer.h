// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>

#include <cstddef>
#include <cstdint>

namespace threadline::paint {

/// The pixels of an image, which belong to the caller.
struct PixelBuffer {
  QRgb* pixels = nullptr;  // premultiplied and opaque
  int width = 0;
  int height = 0;
  [[nodiscard]] QRgb* row(int y) const {
    return pixels + static_cast<std::ptrdiff_t>(y) * static_cast<std::ptrdiff_t>(width);
  }
};

}  // namespace threadline::paint
