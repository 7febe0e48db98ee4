// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an error of core is called in the window, in the person's language, and what can be done about it.
//
// Thread: GUI.

#include <QCoreApplication>
#include <QString>

#include "core/base/result.h"

namespace threadline::widgets {

class ErrorWords {
  Q_DECLARE_TR_FUNCTIONS(threadline::widgets::ErrorWords)

 public:
  /// Kind, what happened, where, and advice; plain text.
  [[nodiscard]] static QString textOf(const Error& error);
};

}  // namespace threadline::widgets
