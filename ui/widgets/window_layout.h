// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Makes the parts of the window and puts them in their places: the timeline in the middle, what is to be run at the
// left, what it teaches at the right, what happened below. Titles come from retitle(), in the language of now.
//
// Thread: GUI.

#include <QByteArray>
#include <QCoreApplication>
#include <QDockWidget>
#include <QMainWindow>

#include <vector>

#include "ui/widgets/window_parts.h"

class QStackedWidget;

namespace threadline::widgets {

class WindowLayout final {
  Q_DECLARE_TR_FUNCTIONS(WindowLayout)

 public:
  explicit WindowLayout(QMainWindow& window);

  [[nodiscard]] const WindowParts& parts() const { return m_parts; }
  [[nodiscard]] const std::vector<QDockWidget*>& docks() const { return m_docks; }
  /// Brings a part's dock to the front.
  void raise(const QWidget* part);
  /// Whether its dock was put away; one behind another is not.
  [[nodiscard]] bool isClosed(const QWidget* part) const;
  /// The docks below the timeline away, or those of them back that were there.
  void toggleBelow();
  /// The first page instead of timeline and docks, or back.
  void showFirstRun(bool isShown);
  [[nodiscard]] bool isFirstRunShown() const;
  /// All docks as at the first start.
  void reset();
  [[nodiscard]] QByteArray state() const;
  void restore(const QByteArray& state);
  void retitle();

 private:
  QDockWidget* addDock(QWidget* part, const char* title, const char* name, Qt::DockWidgetArea area);
  [[nodiscard]] QDockWidget* dockOf(const QWidget* part) const;
  void makeCentre();
  void makeDocks();

  QMainWindow& m_window;
  WindowParts m_parts;
  QStackedWidget* m_pages = nullptr;
  QWidget* m_work = nullptr;
  std::vector<QDockWidget*> m_docks;
  std::vector<const char*> m_titles;
  std::vector<QDockWidget*> m_below;  // those that toggleBelow() put away
  QByteArray m_firstState;
  QByteArray m_hiddenState;  // while the first page is shown
};

}  // namespace threadline::widgets
