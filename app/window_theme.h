// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Light, dark, or as the system: Fusion with palettes of our own, so that the window looks the same everywhere and can
// change while it is open.
//
// Thread: GUI, with a QApplication.

#include "app/settings.h"

namespace threadline::app {

/// Puts palette and font size into force; every widget hears PaletteChange.
void applyTheme(ThemeChoice choice, int fontPercent);
/// Whether what is in force is dark.
[[nodiscard]] bool isThemeDark();

}  // namespace threadline::app
