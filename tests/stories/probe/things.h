// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person can see and point at in the program's windows: widgets, menu items, tabs and rows, by their text or by
// their object name. Only what is really visible is found.
//
// Thread: GUI.

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace threadline::stories {

/// "#name" finds by object name (a tool button's is its action's); else by text, exact matches first. Each thing has
/// text, name, x, y, width, height (of the screen), enabled, checked and focus.
[[nodiscard]] QJsonArray thingsLike(const QString& wanted);

/// The titles of all visible windows, and which of them is active.
[[nodiscard]] QJsonObject windowsNow();

/// A text that changes with the place of the keyboard's focus.
[[nodiscard]] QString focusNow();

/// A number that changes with what a widget shows; empty when there is no such visible widget.
[[nodiscard]] QString digestOf(const QString& objectName);

}  // namespace threadline::stories
