// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline_keys.h"

namespace threadline::widgets {

std::vector<ShortcutRow> TimelineKeys::rows(bool wheelZooms) {
  const QString keys = tr("Timeline: keys");
  const QString mouse = tr("Timeline: mouse");
  const QString wheel = tr("Wheel");
  const QString ctrlWheel = tr("Ctrl+wheel, pinch");
  return {
      {keys, tr("Zoom in or out"), QStringLiteral("W / S, + / −")},
      {keys, tr("Earlier or later"), QStringLiteral("A / D")},
      {keys, tr("Scroll the lanes"), QStringLiteral("PgUp / PgDn")},
      {keys, tr("First or last lane"), QStringLiteral("Ctrl+Home / Ctrl+End")},
      {keys, tr("Show everything"), QStringLiteral("0, Home")},
      {keys, tr("Zoom to the selection"), QStringLiteral("F, Z")},
      {keys, tr("Next or previous span of the lane"), QStringLiteral("→ / ←, . / ,")},
      {keys, tr("Lane above or below"), QStringLiteral("↑ / ↓")},
      {keys, tr("Who woke this span, or whom it wakes"), QStringLiteral("] / [")},
      {keys, tr("Longer or shorter selection"), QStringLiteral("Shift+→ / Shift+←")},
      {keys, tr("Range before or after"), QStringLiteral("Alt+← / Alt+→")},
      {keys, tr("Mark"), QStringLiteral("M")},
      {keys, tr("Brace"), QStringLiteral("Shift+M")},
      {keys, tr("Take marks away"), QStringLiteral("Del")},
      {keys, tr("Pin the lane"), QStringLiteral("Shift+T")},
      {keys, tr("Find"), QStringLiteral("/")},
      {keys, tr("Low rows"), QStringLiteral("C")},
      {keys, tr("Grid"), QStringLiteral("G")},
      {keys, tr("Labels"), QStringLiteral("X")},
      {keys, tr("Tool tips"), QStringLiteral("T")},
      {keys, tr("Panels below, away or back"), QStringLiteral("Q")},
      {keys, tr("Select nothing"), QStringLiteral("Esc")},
      {mouse, tr("Zoom about the pointer"), wheelZooms ? wheel : ctrlWheel},
      {mouse, tr("Scroll the lanes"), wheelZooms ? tr("Right bar") : wheel},
      {mouse, tr("Earlier or later"), tr("Shift+wheel, Shift+drag, middle button")},
      {mouse, tr("Select a range"), tr("Drag; Shift+click makes it longer")},
      {mouse, tr("Zoom to a range"), tr("Ctrl+drag")},
      {mouse, tr("Select a span"), tr("Click")},
      {mouse, tr("Zoom to a span"), tr("Double-click")},
      {mouse, tr("Show everything"), tr("Double-click on the ruler")},
      {mouse, tr("Fold a process"), tr("Click on its name")},
      {mouse, tr("Hide, pin and move a lane"), tr("Right button")},
  };
}

QString TimelineKeys::hint(bool wheelZooms) {
  return wheelZooms ? tr("Wheel: zoom · drag: select a range · 0: show everything · ?: all keys")
                    : tr("Ctrl+wheel: zoom · drag: select a range · 0: show everything · ?: all keys");
}

}  // namespace threadline::widgets
