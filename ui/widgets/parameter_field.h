// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One parameter of a scenario as a field: number with unit, check box, choice or text, and a line below it for what is
// wrong with it. Shows and tells; keeps nothing.
//
// Thread: GUI.

#include <QLabel>
#include <QToolButton>
#include <QWidget>
#include <functional>

#include "core/scenario/scenario.h"

namespace threadline::widgets {

class ParameterField : public QWidget {
  Q_OBJECT

 public:
  explicit ParameterField(const scenario::Parameter& parameter, QWidget* parent = nullptr);

  [[nodiscard]] const std::string& name() const { return m_parameter.name; }
  [[nodiscard]] const scenario::Parameter& parameter() const { return m_parameter; }
  [[nodiscard]] QWidget* editor() const { return m_editor; }
  /// Shows the value without telling `edited`. A value of another type is left out.
  void setValue(const scenario::Value& value);
  /// Choices of which `canRun` is false cannot be chosen; `why` is their tooltip.
  void setAvailability(const std::function<bool(const scenario::Value&)>& canRun, const QString& why);
  /// Below the field; empty: nothing is wrong.
  void setComplaint(const QString& text);
  [[nodiscard]] QString complaint() const { return m_complaint->text(); }
  /// The words of the language, again.
  void retranslate();

 signals:
  void edited(const std::string& name, const threadline::scenario::Value& value);
  /// Its button, which numbers have: run it with several values.
  void varyRequested(const std::string& name);

 private:
  void makeEditor();
  void makeChoice();

  scenario::Parameter m_parameter;
  QWidget* m_editor = nullptr;
  QToolButton* m_vary = nullptr;  // null: no number
  QLabel* m_complaint = nullptr;
};

}  // namespace threadline::widgets
