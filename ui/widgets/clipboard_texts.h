// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is put on the clipboard besides pictures: Markdown that shows a picture, whatever its names contain.
// Pure functions; copyPictureOf and copyText touch the clipboard.
//
// Thread: GUI.

#include <QString>
#include <QStringList>

class QWidget;

namespace threadline::widgets {

/// `![alt](file)` and, after an empty line, the caption. Two files, light and dark, become a <picture> whose dark one
/// is shown to those who read on a dark page. Line ends in `alt` become spaces; characters with a meaning are escaped.
[[nodiscard]] QString markdownOfPicture(const QStringList& files, const QString& alt, const QString& caption);

/// The widget as it is on the screen, on the clipboard. False where it has no size.
bool copyPictureOf(QWidget& widget);
void copyText(const QString& text);

}  // namespace threadline::widgets
