// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A figure onto the clipboard: composed and drawn by a pool thread, because a large page takes longer than a frame.
//
// Thread: GUI.

#include <QSize>

#include <functional>

#include "ui/paint/figure.h"

class QObject;

namespace threadline::widgets {

/// Puts the picture on the clipboard when it is ready, whether `context` still lives or not; then tells its size in
/// pixels while it does. An empty size: the picture would be too large, and the clipboard is as it was.
void copyPicture(const paint::FigureSubject& subject, const paint::FigureOptions& options, QObject* context,
                 std::function<void(QSize)> then);

}  // namespace threadline::widgets
