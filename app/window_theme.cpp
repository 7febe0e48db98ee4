// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_theme.h"

#include <QApplication>
#include <QFont>
#include <QPalette>

#include <algorithm>

#include "app/window_style.h"

namespace threadline::app {
namespace {

QPalette lightPalette() {
  QPalette palette(QColor(0xF3, 0xF4, 0xF6), QColor(0xF7, 0xF8, 0xFA));
  palette.setColor(QPalette::WindowText, QColor(0x20, 0x21, 0x24));
  palette.setColor(QPalette::Base, Qt::white);
  palette.setColor(QPalette::AlternateBase, QColor(0xF6, 0xF8, 0xFA));
  palette.setColor(QPalette::Text, QColor(0x20, 0x21, 0x24));
  palette.setColor(QPalette::ButtonText, QColor(0x20, 0x21, 0x24));
  palette.setColor(QPalette::PlaceholderText, QColor(0x5F, 0x63, 0x68));
  palette.setColor(QPalette::Highlight, QColor(0x0B, 0x5F, 0xA5));
  palette.setColor(QPalette::HighlightedText, Qt::white);
  palette.setColor(QPalette::Link, QColor(0x0B, 0x5F, 0xA5));
  palette.setColor(QPalette::ToolTipBase, QColor(0xFF, 0xFF, 0xE8));
  palette.setColor(QPalette::ToolTipText, QColor(0x20, 0x21, 0x24));
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(QPalette::Disabled, role, QColor(0x80, 0x86, 0x8B));
  }
  return palette;
}

QPalette darkPalette() {
  QPalette palette(QColor(0x2B, 0x2E, 0x33), QColor(0x20, 0x22, 0x26));
  const QColor text(0xE8, 0xEA, 0xED);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
    palette.setColor(role, text);
    palette.setColor(QPalette::Disabled, role, QColor(0x80, 0x86, 0x8B));
  }
  palette.setColor(QPalette::Base, QColor(0x18, 0x1A, 0x1D));
  palette.setColor(QPalette::AlternateBase, QColor(0x22, 0x25, 0x29));
  palette.setColor(QPalette::PlaceholderText, QColor(0x9A, 0xA0, 0xA6));
  palette.setColor(QPalette::BrightText, Qt::white);
  palette.setColor(QPalette::Highlight, QColor(0x3A, 0x7F, 0xC4));
  palette.setColor(QPalette::HighlightedText, Qt::white);
  palette.setColor(QPalette::Link, QColor(0x8A, 0xB4, 0xF8));
  palette.setColor(QPalette::ToolTipBase, QColor(0x3A, 0x3E, 0x44));
  return palette;
}

/// What the desktop gave the program before any palette of ours.
const QPalette& systemPalette() {
  static const QPalette kFirst = QApplication::palette();
  return kFirst;
}

bool isDark(const QPalette& palette) {
  return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

}  // namespace

void applyTheme(ThemeChoice choice, int fontPercent) {
  static const double kFirstSize = QApplication::font().pointSizeF();
  const bool wantsDark = choice == ThemeChoice::kDark || (choice == ThemeChoice::kSystem && isDark(systemPalette()));
  QFont font = QApplication::font();
  if (kFirstSize > 0) font.setPointSizeF(kFirstSize * std::clamp(fontPercent, 50, 300) / 100.0);
  QApplication::setFont(font);
  QApplication::setStyle(new WindowStyle);
  QApplication::setPalette(wantsDark ? darkPalette() : lightPalette());
}

bool isThemeDark() {
  return isDark(QApplication::palette());
}

}  // namespace threadline::app
