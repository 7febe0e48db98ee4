// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/window_actions.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QToolBar>

#include <array>
#include <utility>

#include "ui/widgets/action_icons.h"

namespace threadline::widgets {
namespace {

struct Row {
  ActionId id;
  MenuId menu;
  const char* keys;  // portable, several parted by "; "
  const char* text;
  const char* hint;
  bool isCheckable = false;
  bool beginsGroup = false;
};

// clang-format off
constexpr std::array kRows{
    Row{ActionId::kOpen, MenuId::kFile, "Ctrl+O", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Open…"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Open a saved trace or a scenario of your own")},
    Row{ActionId::kImport, MenuId::kFile, "Ctrl+I", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Import a scenario…"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Copy a scenario file into your own scenarios")},
    Row{ActionId::kSave, MenuId::kFile, "Ctrl+S", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Save the run as…"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Save what was recorded as a trace"), false, true},
    Row{ActionId::kExport, MenuId::kFile, "Ctrl+E", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Export a picture…"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Make a picture for a page, a slide or a paper")},
    Row{ActionId::kCopyPicture, MenuId::kFile, "Ctrl+Shift+C", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Copy the picture"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Put the picture of what is shown on the clipboard")},
    Row{ActionId::kScreenshot, MenuId::kFile, "Ctrl+Shift+S", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Copy the &window"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Put a screenshot of this window on the clipboard")},
    Row{ActionId::kQuit, MenuId::kFile, "Ctrl+Q", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Quit"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Stop what runs and close the window"), false, true},
    Row{ActionId::kUndo, MenuId::kEdit, "Ctrl+Z", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Undo"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Take back the last change of a value")},
    Row{ActionId::kRedo, MenuId::kEdit, "Ctrl+Shift+Z", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Redo"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Make the change again")},
    Row{ActionId::kFind, MenuId::kEdit, "Ctrl+F", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Find…"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Search lanes, labels and prints (/)"), false, true},
    Row{ActionId::kFindNext, MenuId::kEdit, "F3", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Find &next"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Go to the next hit")},
    Row{ActionId::kFindPrevious, MenuId::kEdit, "Shift+F3", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Find &previous"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Go to the hit before")},
    Row{ActionId::kGallery, MenuId::kEdit, "Ctrl+G", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Find a &scenario…"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Search the gallery")},
    Row{ActionId::kFindLane, MenuId::kEdit, "Ctrl+P", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Go to a &lane…"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "All lanes by name")},
    Row{ActionId::kSettings, MenuId::kEdit, "Ctrl+,", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Se&ttings…"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Language, theme, wheel, fonts"), false, true},
    Row{ActionId::kRun, MenuId::kRun, "F5; Ctrl+R", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Run"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Run the scenario with these values")},
    Row{ActionId::kStop, MenuId::kRun, "Shift+F5", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "S&top"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "End all processes of the run; what was recorded stays")},
    Row{ActionId::kQuickValues, MenuId::kRun, "Ctrl+Shift+D", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Quick values"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Values with which a run takes about two seconds"), false, true},
    Row{ActionId::kDocumentValues, MenuId::kRun, "Ctrl+D", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Values of the document"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "The values that the document uses")},
    Row{ActionId::kCompare, MenuId::kRun, "Ctrl+K", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Compare the last two runs"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Both under one another on one time axis"), false, true},
    Row{ActionId::kFit, MenuId::kView, "Alt+0", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Show &all"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "The whole run in the window (0 or Home)")},
    Row{ActionId::kZoomIn, MenuId::kView, "Alt++; Alt+=", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Zoom &in"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Less time, larger (W or +)")},
    Row{ActionId::kZoomOut, MenuId::kView, "Alt+-", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Zoom &out"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "More time, smaller (S or -)")},
    Row{ActionId::kZoomToSelection, MenuId::kView, "Ctrl+Shift+F", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Zoom to the &selection"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "The selected range in the whole width (F)")},
    Row{ActionId::kBack, MenuId::kView, "Alt+Left", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Back"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "The range before")},
    Row{ActionId::kForward, MenuId::kView, "Alt+Right", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Forward"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "The range after")},
    Row{ActionId::kFollow, MenuId::kView, "Ctrl+L", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Fo&llow the newest"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "The right edge stays at now"), true, true},
    Row{ActionId::kPause, MenuId::kView, "Ctrl+J", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Pause the picture"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "The run goes on and is recorded; the picture stands still"), true},
    Row{ActionId::kArrows, MenuId::kView, "Ctrl+Shift+A", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Arro&ws"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Show what goes from lane to lane"), true},
    Row{ActionId::kGrid, MenuId::kView, "Ctrl+Shift+G", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Grid"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Lines at the round times (G)"), true},
    Row{ActionId::kLabels, MenuId::kView, "Ctrl+Shift+X", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "La&bels"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Words on the spans and prints above the lanes (X)"), true},
    Row{ActionId::kCompact, MenuId::kView, "Ctrl+Shift+Y", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Lo&w rows"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "More lanes in the same height (C)"), true},
    Row{ActionId::kHints, MenuId::kView, "Ctrl+Shift+T", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Tool t&ips"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "What is under the pointer, in words beside it (T)"), true},
    Row{ActionId::kMark, MenuId::kView, "Ctrl+M", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Mark this…"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "A note at this time, or a brace over the selection (M)")},
    Row{ActionId::kBrace, MenuId::kView, "Ctrl+Shift+M", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Brace o&ver this…"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "A brace with a note over the selection, the span or all that is in sight (Shift+M)")},
    Row{ActionId::kPinLane, MenuId::kView, "Ctrl+T", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Pin t&he lane"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "The lane of the selected span to the top, or back (Shift+T)")},
    Row{ActionId::kTextLarger, MenuId::kView, "Ctrl++; Ctrl+=", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "La&rger text"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "All texts of the window larger"), false, true},
    Row{ActionId::kTextSmaller, MenuId::kView, "Ctrl+-", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "S&maller text"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "All texts of the window smaller")},
    Row{ActionId::kTextNormal, MenuId::kView, "Ctrl+0", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Text as the system"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "All texts of the window in the size of the system")},
    Row{ActionId::kDrawer, MenuId::kView, "Ctrl+B", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Panels belo&w"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "The panels below the timeline, away or back (Q)"), false, true},
    Row{ActionId::kFullScreen, MenuId::kView, "F11", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "F&ull screen"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "The window without a frame"), true},
    Row{ActionId::kResetLayout, MenuId::kView, "Ctrl+Shift+L", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "R&eset the layout"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "All panels where they were at first")},
    Row{ActionId::kShortcuts, MenuId::kHelp, "F1; ?", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&Keys and mouse"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "All shortcuts on one sheet")},
    Row{ActionId::kCommands, MenuId::kHelp, "Ctrl+Shift+P", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "All &commands…"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Find a command by its name")},
    Row{ActionId::kFirstRun, MenuId::kHelp, "Ctrl+Shift+H", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&First page"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "The question that Threadline begins with")},
    Row{ActionId::kAbout, MenuId::kHelp, "Ctrl+Shift+B", QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "&About Threadline"), QT_TRANSLATE_NOOP("threadline::widgets::WindowActions", "Version and licence"), false, true},
};
// clang-format on

QList<QKeySequence> shortcutsOf(const Row& row) {
  QList<QKeySequence> out;
  for (const QString& keys : QString::fromLatin1(row.keys).split(QStringLiteral("; "))) out += QKeySequence(keys);
  return out;
}

/// Without the mark of its key: "Open", not "&Open…" or "Open(&O)…".
QString plain(QString text) {
  static const QRegularExpression kKey(QStringLiteral("\\(&.\\)"));
  return text.remove(kKey).remove(QLatin1Char('&')).remove(QChar(0x2026));
}

}  // namespace

WindowActions::WindowActions(QMainWindow& window) : QObject(&window) {
  addMenus(window);
  for (const Row& row : kRows) {
    auto* action = new QAction(&window);
    action->setShortcuts(shortcutsOf(row));
    action->setCheckable(row.isCheckable);
    action->setObjectName(QStringLiteral("action%1").arg(static_cast<int>(row.id)));
    if (row.beginsGroup) m_menus.at(row.menu)->addSeparator();
    m_menus.at(row.menu)->addAction(action);
    m_actions[row.id] = action;
    if (row.id == ActionId::kImport) m_recent = m_menus.at(row.menu)->addMenu(QString());
  }
  of(ActionId::kQuit)->setMenuRole(QAction::QuitRole);
  for (const ActionId id : {ActionId::kArrows, ActionId::kGrid, ActionId::kLabels, ActionId::kHints}) {
    of(id)->setChecked(true);
  }
  of(ActionId::kStop)->setEnabled(false);
  addIcons();
  retranslate();
}

void WindowActions::addMenus(QMainWindow& window) {
  for (const MenuId id : {MenuId::kFile, MenuId::kEdit, MenuId::kRun, MenuId::kView, MenuId::kHelp}) {
    m_menus[id] = window.menuBar()->addMenu(QString());
  }
}

void WindowActions::addIcons() const {
  constexpr std::array kSigns{
      std::pair{ActionId::kOpen, Sign::kOpen},       std::pair{ActionId::kSave, Sign::kSave},
      std::pair{ActionId::kRun, Sign::kRun},         std::pair{ActionId::kStop, Sign::kStop},
      std::pair{ActionId::kBack, Sign::kBack},       std::pair{ActionId::kDocumentValues, Sign::kDocument},
      std::pair{ActionId::kForward, Sign::kForward}, std::pair{ActionId::kFind, Sign::kFind},
      std::pair{ActionId::kArrows, Sign::kArrows},   std::pair{ActionId::kExport, Sign::kExport}};
  for (const auto& [id, sign] : kSigns) of(id)->setIcon(iconOf(sign));
}

void WindowActions::fill(QToolBar& bar) const {
  for (const ActionId id : {ActionId::kOpen, ActionId::kSave}) bar.addAction(of(id));
  bar.addSeparator();
  for (const ActionId id : {ActionId::kRun, ActionId::kStop, ActionId::kDocumentValues}) bar.addAction(of(id));
  bar.addSeparator();
  for (const ActionId id : {ActionId::kBack, ActionId::kForward, ActionId::kFind, ActionId::kArrows}) {
    bar.addAction(of(id));
  }
  bar.addSeparator();
  bar.addAction(of(ActionId::kExport));
}

void WindowActions::retranslate() {
  m_menus.at(MenuId::kFile)->setTitle(tr("&File"));
  m_menus.at(MenuId::kEdit)->setTitle(tr("&Edit"));
  m_menus.at(MenuId::kRun)->setTitle(tr("&Run", "menu"));
  m_menus.at(MenuId::kView)->setTitle(tr("&View"));
  m_menus.at(MenuId::kHelp)->setTitle(tr("&Help"));
  m_recent->setTitle(tr("Open &recent"));
  for (const Row& row : kRows) {
    QAction* action = of(row.id);
    const QString hint = tr(row.hint);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setText(tr(row.text));
    action->setIconText(plain(action->text()));
    action->setStatusTip(hint);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(hint, keys));
  }
}

std::vector<WindowActions::Entry> WindowActions::entries() const {
  std::vector<Entry> out;
  for (const Row& row : kRows) {
    QAction* action = of(row.id);
    const QString keys = QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
    out.push_back({action, plain(m_menus.at(row.menu)->title()), plain(action->text()), keys});
  }
  return out;
}

}  // namespace threadline::widgets
