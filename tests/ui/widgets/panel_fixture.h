// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What tests of panels share: the shipped scenarios, Korean words of scenarios without the program's translation, and
// pictures of a panel to look at (TL_PICTURES names a folder for them).

#include <QCoreApplication>
#include <QTranslator>
#include <QWidget>
#include <string>

#include "core/scenario/scenario.h"

namespace threadline::widgets {

/// A scenario that ships with the program, with its file's text.
[[nodiscard]] scenario::Scenario shipped(const std::string& id);

/// Says that the language is Korean while it lives; scenario texts follow, the program's own words stay English.
class KoreanScenarios : public QTranslator {
 public:
  KoreanScenarios() { QCoreApplication::installTranslator(this); }
  ~KoreanScenarios() override { QCoreApplication::removeTranslator(this); }
  KoreanScenarios(const KoreanScenarios&) = delete;
  KoreanScenarios& operator=(const KoreanScenarios&) = delete;

  [[nodiscard]] bool isEmpty() const override { return false; }
  [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation,
                                  int n) const override;
};

/// Shows the widget at this size and waits until it stands there.
void showAt(QWidget& widget, int width, int height);
/// Writes a picture of it where TL_PICTURES says.
void keepPicture(QWidget& widget, const char* name);

}  // namespace threadline::widgets
