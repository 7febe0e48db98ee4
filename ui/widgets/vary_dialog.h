// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks which number of a form shall take which values, one after the other, perhaps a second one with it, and how often
// each is run. It plans while one types: how many runs that makes, or why it cannot be run, stands there before
// anything is started.
//
// Thread: GUI.

#include <QDialog>

#include <string>
#include <vector>

#include "ui/models/sweep.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace threadline::widgets {

class VaryDialog : public QDialog {
  Q_OBJECT

 public:
  /// `name`: the parameter to begin with; the first number where it is none.
  VaryDialog(models::LibraryScenario scenario, scenario::ParameterValues values, const std::string& name,
             QWidget* parent);

  /// Whether a scenario has a number to vary.
  [[nodiscard]] static bool canVary(const scenario::Scenario& scenario);
  /// Values around this one, within the parameter's bounds, as they are typed: "1..16*2".
  [[nodiscard]] static QString suggestion(const scenario::Parameter& parameter, std::int64_t value);

 signals:
  void wanted(const threadline::models::LibraryExperiment& sweep);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Axis {
    QLabel* nameLabel = nullptr;
    QComboBox* name = nullptr;
    QLabel* valuesLabel = nullptr;
    QLineEdit* values = nullptr;
  };

  void makeAxis(Axis& axis, const QString& object);
  void suggest(Axis& axis);
  [[nodiscard]] Result<models::LibraryExperiment> planned() const;
  void judge();
  void run();
  void retranslate();

  models::LibraryScenario m_scenario;
  scenario::ParameterValues m_values;
  Axis m_first;
  Axis m_second;
  QLabel* m_roundsLabel = nullptr;
  QSpinBox* m_rounds = nullptr;
  QLabel* m_hint = nullptr;
  QLabel* m_verdict = nullptr;
  QPushButton* m_run = nullptr;
  QPushButton* m_cancel = nullptr;
};

}  // namespace threadline::widgets
