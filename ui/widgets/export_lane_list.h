// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lanes of a picture as a list: checked ones are drawn, in this order, under these names. Order changes by
// dragging, by two buttons and by Alt+Up and Alt+Down; F2 renames. An emptied name becomes the lane's own again.
//
// Thread: GUI.

#include <QWidget>

#include <vector>

#include "ui/widgets/export_choice.h"

class QListWidget;
class QListWidgetItem;
class QToolButton;

namespace threadline::widgets {

class ExportLaneList : public QWidget {
  Q_OBJECT

 public:
  explicit ExportLaneList(QWidget* parent = nullptr);

  void setLanes(const std::vector<ExportLane>& lanes);
  [[nodiscard]] std::vector<ExportedLane> chosen() const;
  /// These are checked and stand first, in their order; lanes that are not there are passed over. Where none of them is
  /// there nothing changes.
  void choose(const std::vector<ExportedLane>& lanes);

 signals:
  void changed();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void moveCurrent(int by);
  void restoreEmptyName(QListWidgetItem* item);
  void showMoves();
  void fitHeight();
  QListWidgetItem* addLane(LaneId lane, const QString& own, const QString& name, bool shown);

  QListWidget* m_list;
  QToolButton* m_up;
  QToolButton* m_down;
};

}  // namespace threadline::widgets
