// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From what the timeline shows to the export dialog and the clipboard: the lanes as they are ordered and named there,
// its range, its marks; the words of the figure come from the program around the window.
//
// Thread: GUI. A picture for the clipboard is composed on a pool thread.

#include <QObject>

#include "ui/widgets/comparison_export.h"
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
  [[nodiscard]] std::vector<ExportLane> exportedLanes(const report::RunRecord& record) const;
  [[nodiscard]] paint::FigureSubject subjectOf(const ExportChoice& choice) const;
  [[nodiscard]] QString commandOf(const ExportChoice& choice) const;
  [[nodiscard]] QStringList runArguments(const ExportChoice& choice) const;
  [[nodiscard]] QStringList laneArguments(const ExportChoice& choice) const;
  /// Several runs are shown under one another.
  [[nodiscard]] bool isComparison() const { return m_presenter.shown().size() > 1; }
  [[nodiscard]] ComparisonWords comparisonWords() const;
  /// Each with its lanes as they are shown now.
  [[nodiscard]] std::vector<scene::Pane> shownPanes() const;

  QWidget& m_window;
  const WindowEnvironment& m_environment;
  RunControl& m_runs;
  RunPresenter& m_presenter;
  WindowParts m_parts;
  [[nodiscard]] ExportChoice adapted(ExportChoice choice) const;

  std::optional<ExportChoice> m_last;
  std::weak_ptr<const report::RunRecord> m_lastShown;  // what it was chosen for
};

}  // namespace threadline::widgets
