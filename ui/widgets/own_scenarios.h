// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A person's own scenarios: brought in from a file, renamed, moved to the wastebasket, shown in their folder. Each
// question is a dialog that is opened and not waited for; what went wrong is a notice that says what to do.
//
// A file that is brought in is checked first and written with a temporary file and a rename; one with the id of another
// example is refused, because an id names one example. Scenarios inside the program are never touched.
//
// Thread: GUI. The library belongs to the window; its experiments stay as they are.

#include <QObject>

#include "ui/widgets/window_environment.h"

class QWidget;

namespace threadline::widgets {

class NoticeBar;

class OwnScenarios final : public QObject {
  Q_OBJECT

 public:
  static constexpr int kLongestName = 120;

  OwnScenarios(QWidget& window, WindowEnvironment& environment, NoticeBar& notices);

 public slots:
  void askImport(const QString& folder);
  void import(const QString& path);
  void askRename(const QString& id);
  void rename(const QString& id, const QString& name);
  void askDelete(const QString& id);
  /// To the wastebasket, from which it can be taken back.
  void remove(const QString& id);
  void showInFolder(const QString& id);

 signals:
  /// The library has other scenarios or names now.
  void libraryChanged();
  void imported(const QString& id);
  void renamed(const QString& id);

 private:
  [[nodiscard]] models::LibraryScenario* own(const QString& id);
  [[nodiscard]] bool write(const QString& path, const std::string& json);

  QWidget& m_window;
  WindowEnvironment& m_environment;
  NoticeBar& m_notices;
};

}  // namespace threadline::widgets
