// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From what the timeline shows to the export dialog and the clipboard: the lanes as they are ordered and named there,
// its range, its marks; the words of the figure come from the program around the window.
//
// Thread: GUI. A picture for the clipboard is composed on a pool thread.

#include <QObject>

#include "ui/widgets/export_choice.h"
#include "ui/widgets/run_control.h"
#include "ui/widgets/run_presenter.h"
#include "ui/widgets/window_environment.h"

class QWidget;

namespace threadline::widgets {

class ExportControl final : public QObject {
  Q_OBJECT

 public:
  ExportControl(QWidget& window, const WindowEnvironment& environment, RunControl& runs, RunPresenter& presenter,
                const WindowParts& parts);

 public slots:
  void showDialog();
  /// The picture of what is shown, as the dialog would make it by itself.
  void copyPicture();

 private:
  [[nodiscard]] bool hasSomething() const;
  [[nodiscard]] ExportSource source() const;
  [[nodiscard]] paint::FigureSubject subjectOf(const ExportChoice& choice) const;
  [[nodiscard]] QString commandOf(const ExportChoice& choice) const;

  QWidget& m_window;
  const WindowEnvironment& m_environment;
  RunControl& m_runs;
  RunPresenter& m_presenter;
  WindowParts m_parts;
  std::optional<ExportChoice> m_last;
};

}  // namespace threadline::widgets
