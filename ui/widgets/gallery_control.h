// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The gallery's contents: all that can be run, what was run lately and what is done, and a person's own scenarios,
// which can be brought in, renamed and deleted there. Opening something there shows it; nothing is run.
//
// Thread: GUI.

#include <QObject>
#include <QStringList>

#include "ui/models/gallery_model.h"
#include "ui/widgets/own_scenarios.h"
#include "ui/widgets/run_control.h"
#include "ui/widgets/window_environment.h"

namespace threadline::widgets {

class GalleryControl final : public QObject {
  Q_OBJECT

 public:
  static constexpr qsizetype kMostRecent = 5;

  GalleryControl(QWidget& window, WindowEnvironment& environment, const WindowParts& parts, RunControl& runs,
                 RunPresenter& presenter);

  void restore(const QStringList& done, const QStringList& recent);
  [[nodiscard]] const QStringList& done() const { return m_done; }
  [[nodiscard]] const QStringList& recent() const { return m_recent; }
  [[nodiscard]] models::GalleryModel& model() { return m_gallery; }
  [[nodiscard]] OwnScenarios& own() { return m_own; }

 signals:
  /// Something that is to be found again at the next start.
  void changed();

 private:
  void connectParts();
  void fill();
  void open(const QString& id);
  void noteRun();

  WindowEnvironment& m_environment;
  WindowParts m_parts;
  RunControl& m_runs;
  RunPresenter& m_presenter;
  OwnScenarios m_own;
  models::GalleryModel m_gallery;
  QStringList m_done;
  QStringList m_recent;
};

}  // namespace threadline::widgets
