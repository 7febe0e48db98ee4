// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words of the configuration form: choices, presets and units, whose names in scenario files are contract and so are
// not what a person reads. A name that has no word here is shown as it is.
//
// Thread: GUI.

#include <QCoreApplication>
#include <QString>

namespace threadline::widgets {

class ParameterWords {
  Q_DECLARE_TR_FUNCTIONS(threadline::widgets::ParameterWords)

 public:
  /// "process" → "Processes".
  [[nodiscard]] static QString choice(const QString& name);
  /// "document" → "As in the document".
  [[nodiscard]] static QString preset(const QString& name);
  /// "us" → "µs".
  [[nodiscard]] static QString unit(const QString& name);
};

}  // namespace threadline::widgets
