// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The timeline's own keys and what the mouse does there, in words for the sheet of shortcuts. What they do stands in
// timeline_input.
//
// Thread: GUI.

#include <QCoreApplication>

#include <vector>

#include "ui/widgets/shortcut_sheet.h"

namespace threadline::widgets {

class TimelineKeys final {
  Q_DECLARE_TR_FUNCTIONS(threadline::widgets::TimelineKeys)

 public:
  /// In the language of now; `wheelZooms`: what the plain wheel does.
  [[nodiscard]] static std::vector<ShortcutRow> rows(bool wheelZooms);
  /// One line for the bottom of the window.
  [[nodiscard]] static QString hint(bool wheelZooms);
};

}  // namespace threadline::widgets
