// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything that the window can do, in one table: menu, shortcut, text, hint. Menus, toolbar and the sheet of
// shortcuts are made from it, so that an action stands in all of them or in none.
//
// Thread: GUI.

#include <QAction>
#include <QObject>

#include <map>
#include <vector>

class QMainWindow;
class QMenu;
class QToolBar;

namespace threadline::widgets {

enum class ActionId {
  kOpen,
  kImport,
  kSave,
  kExport,
  kCopyPicture,
  kScreenshot,
  kQuit,
  kUndo,
  kRedo,
  kFind,
  kFindNext,
  kFindPrevious,
  kGallery,
  kFindLane,
  kRun,
  kStop,
  kQuickValues,
  kDocumentValues,
  kCompare,
  kFit,
  kZoomIn,
  kZoomOut,
  kZoomToSelection,
  kBack,
  kForward,
  kFollow,
  kPause,
  kArrows,
  kGrid,
  kLabels,
  kCompact,
  kHints,
  kMark,
  kBrace,
  kPinLane,
  kTextLarger,
  kTextSmaller,
  kTextNormal,
  kDrawer,
  kFullScreen,
  kResetLayout,
  kShortcuts,
  kCommands,
  kFirstRun,
  kSettings,
  kAbout,
};

enum class MenuId { kFile, kEdit, kRun, kView, kHelp };

class WindowActions final : public QObject {
  Q_OBJECT

 public:
  explicit WindowActions(QMainWindow& window);

  [[nodiscard]] QAction* of(ActionId id) const { return m_actions.at(id); }
  [[nodiscard]] QMenu* menu(MenuId id) const { return m_menus.at(id); }
  /// Files opened lately; the window fills it.
  [[nodiscard]] QMenu* recentMenu() const { return m_recent; }
  /// Puts the everyday ones on a toolbar.
  void fill(QToolBar& bar) const;
  /// All texts, in the language of now.
  void retranslate();

  struct Entry {
    QAction* action = nullptr;
    QString group;
    QString text;
    QString keys;
  };
  /// For the sheet of shortcuts and the list of commands, in the order of the menus.
  [[nodiscard]] std::vector<Entry> entries() const;

 private:
  void addMenus(QMainWindow& window);
  void addIcons() const;
  std::map<ActionId, QAction*> m_actions;
  std::map<MenuId, QMenu*> m_menus;
  QMenu* m_recent = nullptr;
};

}  // namespace threadline::widgets
