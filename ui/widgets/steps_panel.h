// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The steps of the scenario as a tree; those that run just now are lit. A step that a person chooses is told, so that
// timeline, lesson and output can show what belongs to it.
//
// Thread: GUI.

#include <QLabel>
#include <QTreeView>
#include <QWidget>
#include <set>

#include "core/base/ids.h"
#include "core/scenario/scenario.h"
#include "ui/models/steps_model.h"

namespace threadline::widgets {

class StepsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit StepsPanel(QWidget* parent = nullptr);

  void setScenario(const scenario::Scenario& scenario);
  void setRunning(const std::set<StepIndex>& steps);

 public slots:
  /// By JSON pointer, without telling stepActivated; empty or unknown: none is chosen.
  void selectStep(const QString& pointer);

 signals:
  void stepActivated(threadline::StepIndex step);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void tell(const QModelIndex& index);

  models::StepsModel m_model;
  QTreeView* m_tree = nullptr;
  QLabel* m_empty = nullptr;
  bool m_isSelecting = false;
};

}  // namespace threadline::widgets
