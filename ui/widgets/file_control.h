// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Opening and saving: traces and scenarios, recent files. Dialogs are never waited for, files
// are read and written off the window's thread where they can be large.
//
// Thread: GUI.

#include <QObject>
#include <QStringList>

#include "ui/models/trace_files.h"
#include "ui/widgets/run_control.h"
#include "ui/widgets/window_environment.h"

class QMenu;
class QWidget;

namespace threadline::widgets {

class ComparisonPanel;

class FileControl final : public QObject {
  Q_OBJECT

 public:
  FileControl(QWidget& window, const WindowEnvironment& environment, RunControl& runs, NoticeBar& notices);

  [[nodiscard]] const QStringList& recent() const { return m_recent; }
  void setRecent(const QStringList& files) { m_recent = files; }
  [[nodiscard]] const QString& folder() const { return m_folder; }
  void setFolder(const QString& folder) { m_folder = folder; }
  /// Fills the menu of recent files; those that are gone are grey.
  void fill(QMenu& menu);

 public slots:
  void askOpen();
  void askSave();
  void askSave(quint64 run);
  /// The compared variants, as CSV or Markdown by the file's ending.
  void askSaveTable(const threadline::widgets::ComparisonPanel& table);
  /// A trace or a scenario, told by its ending and content.
  void open(const QString& path);

 signals:
  void recentChanged();

 private:
  void openScenario(const QString& path);
  void saveText(const QString& path, const QString& text);
  void note(const QString& path);

  QWidget& m_window;
  const WindowEnvironment& m_environment;
  RunControl& m_runs;
  NoticeBar& m_notices;
  models::TraceFiles m_files;
  QStringList m_recent;
  QString m_folder;
};

}  // namespace threadline::widgets
