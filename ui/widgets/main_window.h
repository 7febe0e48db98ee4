// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window: puts the parts together and ties actions to them. What a part does stands in the part; what running,
// filing and exporting do stands in their controls.
//
// Thread: GUI. Closing ends a living run; nothing of it is left.

#include <QMainWindow>

#include "ui/widgets/export_control.h"
#include "ui/widgets/file_control.h"
#include "ui/widgets/gallery_control.h"
#include "ui/widgets/run_control.h"
#include "ui/widgets/run_presenter.h"
#include "ui/widgets/window_actions.h"
#include "ui/widgets/window_environment.h"
#include "ui/widgets/window_layout.h"
#include "ui/widgets/window_questions.h"

class QLabel;
class QProgressBar;

namespace threadline::widgets {

class MainWindow final : public QMainWindow {
  Q_OBJECT

 public:
  MainWindow(WindowEnvironment environment, WindowMemory memory);
  ~MainWindow() override;

  /// A trace or scenario, or a scenario by its id. Nothing is run.
  void open(const QString& fileOrId);
  [[nodiscard]] const WindowParts& parts() const { return m_layout.parts(); }
  [[nodiscard]] RunControl& runs() { return m_runs; }
  [[nodiscard]] WindowActions& actionTable() { return m_actions; }
  [[nodiscard]] WindowMemory memory() const;

 public slots:
  void setPreferences(const threadline::widgets::Preferences& preferences);

 protected:
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void fitScreen();
  void buildBars();
  void connectActions();
  void connectTimelineActions();
  void connectViewActions();
  void connectFind();
  void connectParts();
  void connectFirstRun();
  void connectRuns();
  void retranslate();
  void applyPreferences();
  void applyTheme() const;
  void updateTitle();
  void showProgress(const QString& text, double share);
  void showHover(const QString& fields);
  void showActionStates();
  void removeRuns(const std::vector<quint64>& runs);
  void changeTextSize(int percent);
  void showCommands();
  void showLanes();
  void showSettings();
  void showShortcuts();
  void showAbout();
  void setFirstRunShown(bool isShown);
  void lookForOtherPrograms();
  void remember() const;

  WindowEnvironment m_environment;
  WindowMemory m_memory;
  WindowActions m_actions;
  WindowLayout m_layout;
  RunPresenter m_presenter;
  RunControl m_runs;
  FileControl m_files;
  ExportControl m_export;
  GalleryControl m_gallery;
  WindowQuestions m_questions;
  QLabel* m_hover = nullptr;
  QLabel* m_status = nullptr;
  QProgressBar* m_progress = nullptr;
  bool m_mayClose = false;
};

}  // namespace threadline::widgets
