// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window: puts the parts together and ties actions to them. What a part does stands in the part; what running,
// filing and exporting do stands in their controls.
//
// Thread: GUI. Closing ends a living run; nothing of it is left.

#include <QMainWindow>

#include "ui/models/gallery_model.h"
#include "ui/widgets/export_control.h"
#include "ui/widgets/file_control.h"
#include "ui/widgets/run_control.h"
#include "ui/widgets/run_presenter.h"
#include "ui/widgets/window_actions.h"
#include "ui/widgets/window_environment.h"
#include "ui/widgets/window_layout.h"

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
  void buildBars();
  void connectActions();
  void connectTimelineActions();
  void connectParts();
  void connectGallery();
  void connectFirstRun();
  void connectRuns();
  void fillGallery();
  void retranslate();
  void applyTheme();
  void updateTitle();
  void showProgress(const QString& text, double share);
  void askFind();
  void askMark(TimeRange range);
  void showSettings();
  void showShortcuts();
  void showAbout();
  void setFirstRunShown(bool isShown);
  void remember();

  WindowEnvironment m_environment;
  WindowMemory m_memory;
  WindowActions m_actions;
  WindowLayout m_layout;
  RunPresenter m_presenter;
  RunControl m_runs;
  FileControl m_files;
  ExportControl m_export;
  models::GalleryModel m_gallery;
  QLabel* m_hover = nullptr;
  QLabel* m_status = nullptr;
  QProgressBar* m_progress = nullptr;
  bool m_mayClose = false;
};

}  // namespace threadline::widgets
