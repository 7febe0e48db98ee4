// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolBar>
#include <QUndoStack>

#include "ui/models/localized.h"
#include "ui/widgets/about_dialog.h"
#include "ui/widgets/first_run_page.h"
#include "ui/widgets/gallery_panel.h"
#include "ui/widgets/lesson_panel.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/parameter_panel.h"
#include "ui/widgets/runs_panel.h"
#include "ui/widgets/shortcut_sheet.h"
#include "ui/widgets/statistics_panel.h"
#include "ui/widgets/timeline_view.h"

namespace threadline::widgets {
namespace {

constexpr QSize kFirstSize{1280, 800};
const QString kFirstScenario = QStringLiteral("fork-join");

}  // namespace

MainWindow::MainWindow(WindowEnvironment environment, WindowMemory memory)
    : m_environment(std::move(environment)),
      m_memory(std::move(memory)),
      m_actions(*this),
      m_layout(*this),
      m_presenter(m_layout.parts(), this),
      m_runs(m_layout.parts(), m_presenter, m_environment.library, m_environment.hostPath, this),
      m_files(*this, m_environment, m_runs, *m_layout.parts().notices),
      m_export(*this, m_environment, m_runs, m_presenter, m_layout.parts()) {
  setObjectName(QStringLiteral("mainWindow"));
  setAcceptDrops(true);
  setWindowIcon(QIcon(QStringLiteral(":/icons/threadline.png")));
  buildBars();
  connectActions();
  connectTimelineActions();
  connectParts();
  connectGallery();
  connectFirstRun();
  connectRuns();
  fillGallery();
  resize(kFirstSize);
  restoreGeometry(m_memory.geometry);
  m_layout.restore(m_memory.layout);
  m_files.setRecent(m_memory.recentFiles);
  m_files.setFolder(m_memory.lastFolder);
  m_files.fill(*m_actions.recentMenu());
  if (!m_runs.choose(m_memory.lastScenario)) m_runs.choose(kFirstScenario);
  parts().gallery->select(m_runs.chosenId());
  parts().timeline->setWheelZooms(m_memory.preferences.wheelZooms);
  m_runs.runs().setLimit(m_memory.preferences.runsKept);
  applyTheme();
  retranslate();
  setFirstRunShown(!m_memory.isFirstRunDone);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildBars() {
  auto* bar = addToolBar(QString());
  bar->setObjectName(QStringLiteral("mainToolBar"));
  bar->setMovable(false);
  bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_actions.fill(*bar);
  m_hover = new QLabel(this);
  m_hover->setTextFormat(Qt::PlainText);
  m_hover->setObjectName(QStringLiteral("hoverText"));
  m_status = new QLabel(this);
  m_status->setTextFormat(Qt::PlainText);
  m_status->setObjectName(QStringLiteral("runStatus"));
  m_progress = new QProgressBar(this);
  m_progress->setMaximumWidth(140);
  m_progress->setTextVisible(false);
  m_progress->hide();
  statusBar()->addWidget(m_hover, 1);
  statusBar()->addPermanentWidget(m_status);
  statusBar()->addPermanentWidget(m_progress);
  QMenu* view = m_actions.menu(MenuId::kView);
  view->addSeparator();
  for (QDockWidget* dock : m_layout.docks()) view->addAction(dock->toggleViewAction());
}

void MainWindow::connectActions() {
  const auto on = [this](ActionId id, auto what) { connect(m_actions.of(id), &QAction::triggered, this, what); };
  on(ActionId::kOpen, [this] { m_files.askOpen(); });
  on(ActionId::kImport, [this] { m_files.askImport(); });
  on(ActionId::kSave, [this] { m_files.askSave(); });
  on(ActionId::kExport, [this] { m_export.showDialog(); });
  on(ActionId::kCopyPicture, [this] { m_export.copyPicture(); });
  on(ActionId::kScreenshot, [this] { QApplication::clipboard()->setPixmap(grab()); });
  on(ActionId::kQuit, [this] { close(); });
  on(ActionId::kUndo, [this] { parts().parameters->undoStack()->undo(); });
  on(ActionId::kRedo, [this] { parts().parameters->undoStack()->redo(); });
  on(ActionId::kGallery, [this] {
    setFirstRunShown(false);
    m_layout.raise(parts().gallery);
    parts().gallery->focusSearch();
  });
  on(ActionId::kRun, [this] {
    setFirstRunShown(false);
    m_runs.run();
  });
  on(ActionId::kStop, [this] { m_runs.stop(); });
  on(ActionId::kQuickValues, [this] { m_runs.setPreset(QStringLiteral("quick")); });
  on(ActionId::kDocumentValues, [this] { m_runs.setPreset(QStringLiteral("document")); });
  on(ActionId::kCompare, [this] { m_runs.compareLastTwo(); });
  on(ActionId::kFullScreen, [this](bool isFull) { isFull ? showFullScreen() : showNormal(); });
  on(ActionId::kResetLayout, [this] { m_layout.reset(); });
  on(ActionId::kShortcuts, [this] { showShortcuts(); });
  on(ActionId::kFirstRun, [this] { setFirstRunShown(true); });
  on(ActionId::kSettings, [this] { showSettings(); });
  on(ActionId::kAbout, [this] { showAbout(); });
}

void MainWindow::connectTimelineActions() {
  TimelineView* timeline = parts().timeline;
  const auto on = [this, timeline](ActionId id, auto slot) {
    connect(m_actions.of(id), &QAction::triggered, timeline, slot);
  };
  on(ActionId::kFit, [timeline] { timeline->fit(); });
  on(ActionId::kZoomIn, [timeline] { timeline->zoomIn(); });
  on(ActionId::kZoomOut, [timeline] { timeline->zoomOut(); });
  on(ActionId::kZoomToSelection, [timeline] { timeline->zoomToSelection(); });
  on(ActionId::kBack, [timeline] { timeline->back(); });
  on(ActionId::kForward, [timeline] { timeline->forward(); });
  on(ActionId::kFollow, [timeline](bool isOn) { timeline->setFollowing(isOn); });
  on(ActionId::kPause, [timeline](bool isOn) { timeline->setPaused(isOn); });
  on(ActionId::kArrows, [timeline](bool isOn) { timeline->setArrowsVisible(isOn); });
  on(ActionId::kMark, [timeline] { timeline->markHere(); });
  on(ActionId::kFind, [this] { askFind(); });
  on(ActionId::kFindNext, [timeline] { timeline->nextHit(); });
  on(ActionId::kFindPrevious, [timeline] { timeline->previousHit(); });
  connect(timeline, &TimelineView::followingChanged, m_actions.of(ActionId::kFollow), &QAction::setChecked);
  connect(timeline, &TimelineView::pausedChanged, m_actions.of(ActionId::kPause), &QAction::setChecked);
  connect(timeline, &TimelineView::markRequested, this, &MainWindow::askMark);
  connect(timeline, &TimelineView::spanHovered, m_hover, &QLabel::setText);
  connect(timeline, &TimelineView::hitsChanged, this, [this](int current, int count) {
    // Without a search there are no hits either, and nothing to say.
    if (count > 0) m_hover->setText(tr("Hit %1 of %2").arg(current).arg(count));
  });
}

void MainWindow::connectParts() {
  connect(&m_files, &FileControl::recentChanged, this, [this] {
    m_files.fill(*m_actions.recentMenu());
    remember();
  });
  connect(parts().runs, &RunsPanel::saveRequested, this, [this](quint64 run) { m_files.askSave(run); });
  connect(parts().runs, &RunsPanel::removeRequested, this, [this](quint64 run) { m_runs.runs().remove(run); });
  QUndoStack* edits = parts().parameters->undoStack();
  connect(edits, &QUndoStack::canUndoChanged, m_actions.of(ActionId::kUndo), &QAction::setEnabled);
  connect(edits, &QUndoStack::canRedoChanged, m_actions.of(ActionId::kRedo), &QAction::setEnabled);
  m_actions.of(ActionId::kUndo)->setEnabled(false);
  m_actions.of(ActionId::kRedo)->setEnabled(false);
}

void MainWindow::connectGallery() {
  parts().gallery->setModel(&m_gallery);
  connect(parts().gallery, &GalleryPanel::opened, this, [this](const QString& id) {
    if (m_runs.isLive()) {
      parts().notices->show(Severity::kInformation, tr("Stop the run before you choose another example."));
      return;
    }
    m_presenter.clear();
    m_runs.choose(id);
  });
}

void MainWindow::connectFirstRun() {
  FirstRunPage* page = parts().firstRun;
  connect(page, &FirstRunPage::runRequested, this, [this](int guess) {
    setFirstRunShown(false);
    m_runs.runFirst(guess);
  });
  connect(page, &FirstRunPage::languageRequested, this, [this](const QString& code) {
    Preferences preferences = m_memory.preferences;
    preferences.language = code;
    setPreferences(preferences);
  });
  connect(page, &FirstRunPage::learnRequested, this, [this] {
    setFirstRunShown(false);
    m_layout.raise(parts().gallery);
    parts().gallery->focusSearch();
  });
  connect(page, &FirstRunPage::compareRequested, this, [this] {
    setFirstRunShown(false);
    m_runs.choose(QStringLiteral("sum-compare"));
  });
  connect(page, &FirstRunPage::openRequested, this, [this] {
    setFirstRunShown(false);
    m_files.askOpen();
  });
  connect(page, &FirstRunPage::recordRequested, this, [this] {
    parts().notices->show(Severity::kInformation, tr("Recording other programs comes in a later version."));
  });
}

void MainWindow::connectRuns() {
  connect(&m_runs, &RunControl::progressChanged, this, &MainWindow::showProgress);
  connect(&m_runs, &RunControl::chosenChanged, this, [this] {
    updateTitle();
    parts().gallery->select(m_runs.chosenId());
    m_memory.lastScenario = m_runs.chosenId();
  });
  connect(&m_runs, &RunControl::liveChanged, this, [this](bool isLive) {
    m_actions.of(ActionId::kStop)->setEnabled(isLive);
    updateTitle();
  });
  connect(&m_runs, &RunControl::done, this, [this](const QString& id) {
    if (m_memory.doneScenarios.contains(id)) return;
    m_memory.doneScenarios += id;
    m_gallery.setDone(id);
    remember();
  });
}

void MainWindow::fillGallery() {
  std::vector<models::GalleryItem> items;
  for (const models::LibraryScenario& one : m_environment.library.scenarios) {
    items.push_back(models::galleryItemOf(*one.scenario, QString::fromStdString(one.file), one.isOwn()));
  }
  for (const models::LibraryExperiment& one : m_environment.library.experiments) {
    models::GalleryItem item;
    item.id = QString::fromStdString(one.id);
    item.title = one.title;
    item.topic = one.topic;
    item.order = one.order;
    item.documents = one.documents;
    item.keywords = one.keywords;
    item.isExperiment = true;
    items.push_back(std::move(item));
  }
  for (models::GalleryItem& item : items) item.done = m_memory.doneScenarios.contains(item.id);
  m_gallery.setItems(std::move(items));
}

void MainWindow::open(const QString& fileOrId) {
  setFirstRunShown(false);
  if (!QFileInfo::exists(fileOrId) && m_runs.choose(fileOrId)) return;
  m_files.open(fileOrId);
}

void MainWindow::showProgress(const QString& text, double share) {
  m_status->setText(text);
  m_progress->setVisible(!text.isEmpty());
  m_progress->setRange(0, share < 0 ? 0 : 100);
  if (share >= 0) m_progress->setValue(static_cast<int>(share * 100));
}

void MainWindow::askFind() {
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(QStringLiteral("findDialog"));
  dialog->setWindowTitle(tr("Find"));
  dialog->setLabelText(tr("In lanes, labels and prints:"));
  connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
    m_hover->setText(tr("Nothing found"));  // the hits say otherwise
    parts().timeline->find(text);
  });
  dialog->open();
}

void MainWindow::askMark(TimeRange range) {
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(QStringLiteral("markDialog"));
  dialog->setWindowTitle(tr("Mark"));
  dialog->setLabelText(tr("The note that stands above the lanes:"));
  connect(dialog, &QInputDialog::textValueSelected, this,
          [this, range](const QString& text) { parts().timeline->addMark(range, text); });
  dialog->open();
}

void MainWindow::showSettings() {
  auto* dialog = new SettingsDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setPreferences(m_memory.preferences);
  connect(dialog, &SettingsDialog::preferencesChanged, this, &MainWindow::setPreferences);
  connect(dialog, &SettingsDialog::resetLayoutRequested, this, [this] { m_layout.reset(); });
  connect(dialog, &SettingsDialog::clearRecentRequested, this, [this] {
    m_files.setRecent({});
    m_files.fill(*m_actions.recentMenu());
    remember();
  });
  dialog->show();
}

void MainWindow::setPreferences(const Preferences& preferences) {
  m_memory.preferences = preferences;
  m_environment.apply(preferences);
  parts().timeline->setWheelZooms(preferences.wheelZooms);
  m_runs.runs().setLimit(preferences.runsKept);
  applyTheme();
  remember();
}

void MainWindow::showShortcuts() {
  std::vector<ShortcutRow> rows;
  for (const WindowActions::Entry& entry : m_actions.entries()) rows.push_back({entry.group, entry.text, entry.keys});
  auto* sheet = new ShortcutSheet(this);
  sheet->setRows(rows);
  sheet->setAttribute(Qt::WA_DeleteOnClose);
  sheet->show();
}

void MainWindow::showAbout() {
  auto* dialog = new AboutDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->show();
}

void MainWindow::setFirstRunShown(bool isShown) {
  m_layout.showFirstRun(isShown);
  if (isShown) return;
  m_memory.isFirstRunDone = true;
  parts().timeline->setFocus();
}

void MainWindow::applyTheme() {
  const auto kind = m_environment.isDark() ? paint::ThemeKind::kDark : paint::ThemeKind::kLight;
  parts().timeline->setThemeKind(kind);
  parts().statistics->setThemeKind(kind);
}

void MainWindow::updateTitle() {
  const QString title = m_runs.chosenTitle();
  const bool isUnsaved = m_runs.runs().hasUnsaved();
  setWindowTitle(title.isEmpty() ? QStringLiteral("Threadline[*]") : QStringLiteral("%1[*] – Threadline").arg(title));
  setWindowModified(isUnsaved);
}

void MainWindow::retranslate() {
  m_actions.retranslate();
  m_layout.retitle();
  m_progress->setAccessibleName(tr("Progress"));
  updateTitle();
}

WindowMemory MainWindow::memory() const {
  WindowMemory memory = m_memory;
  memory.geometry = saveGeometry();
  memory.layout = m_layout.state();
  memory.recentFiles = m_files.recent();
  memory.lastFolder = m_files.folder();
  return memory;
}

void MainWindow::remember() {
  m_environment.remember(memory());
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    m_runs.retranslate();
    m_gallery.retranslate();
  }
  if (event->type() == QEvent::PaletteChange) applyTheme();
  QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (m_mayClose || !m_runs.runs().hasUnsaved()) {
    remember();
    event->accept();
    return;
  }
  // Asked without waiting: the answer closes the window again, or nothing happens.
  event->ignore();
  auto* box = new QMessageBox(QMessageBox::Question, tr("Kept runs are not saved"),
                              tr("Some runs that you keep are not saved. Close all the same?"),
                              QMessageBox::Discard | QMessageBox::Cancel, this);
  box->setObjectName(QStringLiteral("closeQuestion"));
  box->setAttribute(Qt::WA_DeleteOnClose);
  connect(box, &QMessageBox::finished, this, [this](int answer) {
    if (answer != QMessageBox::Discard) return;
    m_mayClose = true;
    close();
  });
  box->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  for (const QUrl& url : event->mimeData()->urls()) {
    if (url.isLocalFile()) open(url.toLocalFile());
  }
  event->acceptProposedAction();
}

}  // namespace threadline::widgets
