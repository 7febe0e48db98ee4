// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Fusion, with ticks and radio buttons that are seen in every palette: Fusion draws their edges darker than the window,
// which on a dark one is dark on dark.
//
// Thread: GUI.

#include <QProxyStyle>

namespace threadline::app {

class WindowStyle final : public QProxyStyle {
 public:
  WindowStyle();
  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
};

}  // namespace threadline::app
