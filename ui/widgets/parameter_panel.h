// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The configuration of a run: a form made from a scenario's parameters, with its presets, and a time limit.
//
// What is entered always has the parameter's type and lies within its bounds. Values that the scenario refuses are said
// at the field and make isValid() false; choices that this version cannot run cannot be chosen and say why. Each edit
// can be undone; edits of one field in a row are one.
//
// Thread: GUI.

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QUndoStack>
#include <QWidget>
#include <optional>
#include <vector>

#include "core/base/time.h"
#include "core/scenario/parameters.h"
#include "core/scenario/scenario.h"

namespace threadline::widgets {

class Int64SpinBox;
class ParameterField;

class ParameterPanel : public QWidget {
  Q_OBJECT

 public:
  explicit ParameterPanel(QWidget* parent = nullptr);

  /// A preset that the scenario has not: its defaults, as "document" is.
  void setScenario(const scenario::Scenario& scenario, const QString& preset);
  /// Instead of fields, or above them: what there is to know. Empty: nothing.
  void setNote(const QString& note);
  /// Back to the values of this set; an edit that can be taken back.
  void choosePreset(const QString& preset);
  /// Values of an earlier run; those that the scenario does not take are left out. `preset`: where they came from.
  void setValues(const scenario::ParameterValues& values, const QString& preset);

  [[nodiscard]] scenario::ParameterValues values() const { return m_state.values; }
  /// Empty once a value was edited.
  [[nodiscard]] QString preset() const { return m_state.preset; }
  [[nodiscard]] bool isValid() const { return m_complaint.isEmpty(); }
  /// Why it is not, in the person's language.
  [[nodiscard]] QString complaint() const { return m_complaint; }
  [[nodiscard]] std::optional<DurationNs> timeLimit() const;
  void setTimeLimit(std::optional<DurationNs> limit);
  [[nodiscard]] QUndoStack* undoStack() { return &m_undo; }

 signals:
  void valuesChanged();
  /// Enter in a field, while the values are valid.
  void runRequested();

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  friend class ParameterEdit;
  struct State {
    scenario::ParameterValues values;
    QString preset;
    bool operator==(const State&) const = default;
  };

  void retranslate();
  void makeFields();
  void fillPresets();
  void edit(const std::string& name, const scenario::Value& value);
  void apply(const State& state);
  void judge();
  void showComplaint(const std::vector<std::string>& names);
  [[nodiscard]] scenario::ParameterValues valuesOf(const QString& preset) const;
  [[nodiscard]] bool canRun(const scenario::ParameterValues& values) const;
  [[nodiscard]] QString defaultPreset() const;

  scenario::Scenario m_scenario;
  scenario::Scenario m_unrefused;  // the same without refusals, to ask what this version can run
  State m_state;
  QString m_complaint;
  std::string m_lastEdited;
  QUndoStack m_undo;
  std::vector<ParameterField*> m_fields;
  std::vector<QLabel*> m_labels;
  QLabel* m_presetLabel = nullptr;
  QComboBox* m_presets = nullptr;
  QPushButton* m_reset = nullptr;
  QWidget* m_form = nullptr;
  QFormLayout* m_rows = nullptr;
  QLabel* m_note = nullptr;
  QLabel* m_general = nullptr;
  QLabel* m_limitLabel = nullptr;
  Int64SpinBox* m_limit = nullptr;
};

}  // namespace threadline::widgets
