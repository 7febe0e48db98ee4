// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QProgressBar>
#include <QScreen>
#include <QStatusBar>
#include <QThread>
#include <QTimer>
#include <QToolBar>
#include <QUndoStack>

#include <algorithm>

#include "core/report/machine_load.h"
#include "ui/widgets/about_dialog.h"
#include "ui/widgets/comparison_panel.h"
#include "ui/widgets/details_panel.h"
#include "ui/widgets/find_bar.h"
#include "ui/widgets/first_run_page.h"
#include "ui/widgets/gallery_panel.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/parameter_panel.h"
#include "ui/widgets/quick_list.h"
#include "ui/widgets/runs_panel.h"
#include "ui/widgets/shortcut_sheet.h"
#include "ui/widgets/statistics_panel.h"
#include "ui/widgets/timeline_keys.h"
#include "ui/widgets/timeline_view.h"

namespace threadline::widgets {
namespace {

constexpr QSize kFirstSize{1280, 800};
constexpr int kFrameHeight = 40;  // of a window manager's title, at most
constexpr int kTextStep = 10;     // per cent
constexpr int kLookMs = 700;
constexpr double kCoresForComparison = 1.6;  // two runners, and a little for everything else
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
      m_export(*this, m_environment, m_runs, m_presenter, m_layout.parts()),
      m_gallery(*this, m_environment, m_layout.parts(), m_runs, m_presenter),
      m_questions(*this) {
  setObjectName(QStringLiteral("mainWindow"));
  setAcceptDrops(true);
  setWindowIcon(QIcon(QStringLiteral(":/icons/threadline.png")));
  buildBars();
  connectActions();
  connectTimelineActions();
  connectViewActions();
  connectFind();
  connectParts();
  connectFirstRun();
  connectRuns();
  m_gallery.restore(m_memory.doneScenarios, m_memory.recentScenarios);
  fitScreen();
  restoreGeometry(m_memory.geometry);
  m_layout.restore(m_memory.layout);
  m_files.setRecent(m_memory.recentFiles);
  m_files.setFolder(m_memory.lastFolder);
  m_files.fill(*m_actions.recentMenu());
  if (!m_runs.choose(m_memory.lastScenario)) m_runs.choose(kFirstScenario);
  parts().gallery->select(m_runs.chosenId());
  applyPreferences();
  retranslate();
  setFirstRunShown(!m_memory.isFirstRunDone);
}

MainWindow::~MainWindow() = default;

/// On a screen that holds no more than the first size the frame would push the status bar out of sight.
void MainWindow::fitScreen() {
  resize(kFirstSize);
  const QSize room = screen()->availableSize();
  const bool isSmall = room.width() <= kFirstSize.width() || room.height() <= kFirstSize.height() + kFrameHeight;
  if (isSmall) setWindowState(Qt::WindowMaximized);
}

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
  for (QDockWidget* dock : m_layout.docks()) view->addAction(dock->actions().front());
}

void MainWindow::connectActions() {
  const auto on = [this](ActionId id, auto what) { connect(m_actions.of(id), &QAction::triggered, this, what); };
  on(ActionId::kOpen, [this] { m_files.askOpen(); });
  on(ActionId::kImport, [this] { m_gallery.own().askImport(m_files.folder()); });
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
  on(ActionId::kVary, [this] {
    setFirstRunShown(false);
    m_runs.askVary({});
  });
  on(ActionId::kShortcuts, [this] { showShortcuts(); });
  on(ActionId::kCommands, [this] { showCommands(); });
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
  on(ActionId::kMark, [timeline] { timeline->markHere(); });
  on(ActionId::kBrace, [timeline] { timeline->braceHere(); });
  on(ActionId::kPinLane, [timeline] { timeline->pinSelected(); });
  connect(timeline, &TimelineView::followingChanged, m_actions.of(ActionId::kFollow), &QAction::setChecked);
  connect(timeline, &TimelineView::pausedChanged, m_actions.of(ActionId::kPause), &QAction::setChecked);
  connect(timeline, &TimelineView::markRequested, this, [this, timeline](TimeRange range) {
    m_questions.askNote(range.length().ns > 0,
                        [timeline, range](const QString& note) { timeline->addMark(range, note); });
  });
  connect(timeline, &TimelineView::spanHovered, this, &MainWindow::showHover);
  // Who picks a span wants to read about it; a panel that was closed stays closed.
  connect(timeline, &TimelineView::spanSelected, this, [this] {
    if (!m_layout.isClosed(parts().details)) m_layout.raise(parts().details);
  });
}

void MainWindow::connectViewActions() {
  TimelineView* timeline = parts().timeline;
  const auto on = [this](ActionId id, auto what) { connect(m_actions.of(id), &QAction::triggered, this, what); };
  on(ActionId::kArrows, [timeline](bool isOn) { timeline->setArrowsVisible(isOn); });
  on(ActionId::kGrid, [timeline](bool isOn) { timeline->setGridVisible(isOn); });
  on(ActionId::kLabels, [timeline](bool isOn) { timeline->setLabelsVisible(isOn); });
  on(ActionId::kCompact, [timeline](bool isOn) { timeline->setCompact(isOn); });
  on(ActionId::kHints, [timeline](bool isOn) { timeline->setHintsVisible(isOn); });
  on(ActionId::kTextLarger, [this] { changeTextSize(m_memory.preferences.fontPercent + kTextStep); });
  on(ActionId::kTextSmaller, [this] { changeTextSize(m_memory.preferences.fontPercent - kTextStep); });
  on(ActionId::kTextNormal, [this] { changeTextSize(100); });
  on(ActionId::kDrawer, [this] { m_layout.toggleBelow(); });
  on(ActionId::kFullScreen, [this](bool isFull) { isFull ? showFullScreen() : showNormal(); });
  on(ActionId::kResetLayout, [this] { m_layout.reset(); });
  connect(timeline, &TimelineView::drawerRequested, this, [this] { m_layout.toggleBelow(); });
  connect(timeline, &TimelineView::shownThingsChanged, this, &MainWindow::showActionStates);
}

void MainWindow::connectFind() {
  TimelineView* timeline = parts().timeline;
  FindBar* find = parts().find;
  const auto open = [this, find] {
    setFirstRunShown(false);
    find->open();
  };
  connect(m_actions.of(ActionId::kFind), &QAction::triggered, this, open);
  connect(m_actions.of(ActionId::kFindNext), &QAction::triggered, timeline, &TimelineView::nextHit);
  connect(m_actions.of(ActionId::kFindPrevious), &QAction::triggered, timeline, &TimelineView::previousHit);
  connect(m_actions.of(ActionId::kFindLane), &QAction::triggered, this, &MainWindow::showLanes);
  connect(timeline, &TimelineView::findRequested, this, open);
  connect(timeline, &TimelineView::hitsChanged, find, [find](int current, int count) {
    find->setHits(current, count, count >= static_cast<int>(scene::kMostHits));
  });
  connect(find, &FindBar::textChanged, timeline, &TimelineView::find);
  connect(find, &FindBar::nextRequested, timeline, &TimelineView::nextHit);
  connect(find, &FindBar::previousRequested, timeline, &TimelineView::previousHit);
  connect(find, &FindBar::closed, timeline, [timeline] { timeline->setFocus(); });
}

void MainWindow::connectParts() {
  connect(&m_files, &FileControl::recentChanged, this, [this] {
    m_files.fill(*m_actions.recentMenu());
    remember();
  });
  connect(parts().runs, &RunsPanel::saveRequested, this, [this](quint64 run) { m_files.askSave(run); });
  connect(parts().runs, &RunsPanel::removeRequested, this, &MainWindow::removeRuns);
  const models::RunTableModel& runs = m_runs.runs();
  connect(&runs, &QAbstractItemModel::rowsInserted, this, &MainWindow::updateTitle);
  connect(&runs, &QAbstractItemModel::rowsRemoved, this, &MainWindow::updateTitle);
  connect(&runs, &QAbstractItemModel::dataChanged, this, &MainWindow::updateTitle);
  connect(&m_gallery, &GalleryControl::changed, this, &MainWindow::remember);
  QUndoStack* edits = parts().parameters->undoStack();
  connect(edits, &QUndoStack::canUndoChanged, m_actions.of(ActionId::kUndo), &QAction::setEnabled);
  connect(edits, &QUndoStack::canRedoChanged, m_actions.of(ActionId::kRedo), &QAction::setEnabled);
  m_actions.of(ActionId::kUndo)->setEnabled(false);
  m_actions.of(ActionId::kRedo)->setEnabled(false);
}

void MainWindow::connectFirstRun() {
  FirstRunPage* page = parts().firstRun;
  page->setPrediction(m_runs.firstQuestion());
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
  connect(&m_runs, &RunControl::compared, this, [this] { m_layout.raise(parts().comparison); });
  connect(parts().comparison, &ComparisonPanel::saveRequested, this,
          [this] { m_files.askSaveTable(*parts().comparison); });
  connect(&m_runs, &RunControl::chosenChanged, this, [this] {
    updateTitle();
    m_memory.lastScenario = m_runs.chosenId();
  });
  connect(&m_runs, &RunControl::liveChanged, this, [this](bool isLive) {
    m_actions.of(ActionId::kStop)->setEnabled(isLive);
    updateTitle();
  });
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

void MainWindow::showHover(const QString& fields) {
  // The first page has no timeline that a hint could speak of.
  const QString hint = m_layout.isFirstRunShown() ? QString() : TimelineKeys::hint(m_memory.preferences.wheelZooms);
  m_hover->setText(fields.isEmpty() ? hint : fields);
}

/// Keys of the timeline change what the menu shows as well.
void MainWindow::showActionStates() {
  const scene::ViewState& state = parts().timeline->viewState();
  m_actions.of(ActionId::kArrows)->setChecked(state.showsArrows);
  m_actions.of(ActionId::kGrid)->setChecked(state.showsGrid);
  m_actions.of(ActionId::kLabels)->setChecked(state.showsLabels);
  m_actions.of(ActionId::kCompact)->setChecked(state.isCompact);
  m_actions.of(ActionId::kHints)->setChecked(parts().timeline->showsHints());
}

void MainWindow::removeRuns(const std::vector<quint64>& runs) {
  const auto isUnsaved = [this](quint64 id) {
    const models::RunItem* item = m_runs.runs().run(id);
    return item != nullptr && !item->isSaved;
  };
  const auto unsaved = std::count_if(runs.begin(), runs.end(), isUnsaved);
  const auto remove = [this, runs] {
    for (const quint64 id : runs) m_runs.runs().remove(id);
  };
  unsaved == 0 ? remove() : m_questions.askRemoval(static_cast<int>(unsaved), remove);
}

void MainWindow::changeTextSize(int percent) {
  Preferences preferences = m_memory.preferences;
  preferences.fontPercent = std::clamp(percent, SettingsDialog::kSmallestText, SettingsDialog::kLargestText);
  if (preferences == m_memory.preferences) return;
  setPreferences(preferences);
  if (auto* dialog = findChild<SettingsDialog*>()) dialog->setPreferences(preferences);
}

void MainWindow::showCommands() {
  std::vector<QuickList::Entry> entries;
  std::vector<QAction*> actions;
  for (const WindowActions::Entry& entry : m_actions.entries()) {
    entries.push_back({entry.text, entry.keys, entry.action->isEnabled()});
    actions.push_back(entry.action);
  }
  auto* list = new QuickList(tr("Commands"), tr("No command has these words."), this);
  list->setObjectName(QStringLiteral("commandList"));
  list->setEntries(entries);
  connect(list, &QuickList::taken, this, [actions](int entry) { actions[static_cast<std::size_t>(entry)]->trigger(); });
  list->show();
}

void MainWindow::showLanes() {
  const std::vector<scene::LaneRef> lanes = parts().timeline->lanes();
  std::vector<QuickList::Entry> entries;
  entries.reserve(lanes.size());
  for (const scene::LaneRef& lane : lanes) {
    entries.push_back({parts().timeline->laneName(lane), parts().timeline->laneFacts(lane)});
  }
  auto* list = new QuickList(tr("Lanes"), tr("No lane has these words."), this);
  list->setObjectName(QStringLiteral("laneList"));
  list->setEntries(entries);
  connect(list, &QuickList::taken, this,
          [this, lanes](int entry) { parts().timeline->goToLane(lanes[static_cast<std::size_t>(entry)]); });
  list->show();
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
  applyPreferences();
  remember();
}

void MainWindow::applyPreferences() {
  const Preferences& preferences = m_memory.preferences;
  parts().timeline->setWheelZooms(preferences.wheelZooms);
  parts().timeline->setReducedMotion(preferences.reducedMotion);
  m_runs.runs().setLimit(preferences.runsKept);
  applyTheme();
  showHover(QString());
}

void MainWindow::showShortcuts() {
  std::vector<ShortcutRow> rows;
  for (const WindowActions::Entry& entry : m_actions.entries()) rows.push_back({entry.group, entry.text, entry.keys});
  for (const ShortcutRow& row : TimelineKeys::rows(m_memory.preferences.wheelZooms)) rows.push_back(row);
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
  showHover(QString());
  if (isShown) {
    lookForOtherPrograms();
    return;
  }
  m_memory.isFirstRunDone = true;
  parts().timeline->setFocus();
}

/// Once, a moment after the first page is there: whether its comparison would be fair now.
void MainWindow::lookForOtherPrograms() {
  const report::MachineLoad load;
  QTimer::singleShot(kLookMs, this, [this, load] {
    const double others = load.othersSince({});
    const double cores = std::max(1, QThread::idealThreadCount());
    parts().firstRun->setBusyCores(cores - others < kCoresForComparison ? others : 0);
  });
}

void MainWindow::applyTheme() const {
  const auto kind = m_environment.isDark() ? paint::ThemeKind::kDark : paint::ThemeKind::kLight;
  parts().timeline->setThemeKind(kind);
  parts().statistics->setThemeKind(kind);
  parts().comparison->setThemeKind(kind);
}

void MainWindow::updateTitle() {
  const QString title = m_runs.chosenTitle();
  setWindowTitle(title.isEmpty() ? QStringLiteral("Threadline[*]") : QStringLiteral("%1[*] – Threadline").arg(title));
  setWindowModified(m_runs.runs().unsavedCount() > 0);
}

void MainWindow::retranslate() {
  m_actions.retranslate();
  m_layout.retitle();
  m_progress->setAccessibleName(tr("Progress"));
  showHover(QString());
  updateTitle();
}

WindowMemory MainWindow::memory() const {
  WindowMemory memory = m_memory;
  memory.geometry = saveGeometry();
  memory.layout = m_layout.state();
  memory.recentFiles = m_files.recent();
  memory.doneScenarios = m_gallery.done();
  memory.recentScenarios = m_gallery.recent();
  memory.lastFolder = m_files.folder();
  return memory;
}

void MainWindow::remember() const {
  m_environment.remember(memory());
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    m_runs.retranslate();
    m_gallery.model().retranslate();
  }
  if (event->type() == QEvent::PaletteChange) applyTheme();
  QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  const int unsaved = m_runs.runs().unsavedCount();
  if (m_mayClose || unsaved == 0) {
    remember();
    event->accept();
    return;
  }
  // Asked without waiting: the answer closes the window again, or nothing happens.
  event->ignore();
  if (findChild<QWidget*>(QStringLiteral("closeQuestion")) != nullptr) return;
  m_questions.askClosing(unsaved, [this] {
    m_mayClose = true;
    close();
  });
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
