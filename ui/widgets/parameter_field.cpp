// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/parameter_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "ui/models/localized.h"
#include "ui/models/plain_tool_tip.h"
#include "ui/widgets/int64_spin_box.h"
#include "ui/widgets/parameter_words.h"

namespace threadline::widgets {

using scenario::ParameterType;
using scenario::Value;

ParameterField::ParameterField(const scenario::Parameter& parameter, QWidget* parent)
    : QWidget(parent), m_parameter(parameter), m_complaint(new QLabel(this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2);
  makeEditor();
  const QString name = QString::fromStdString(parameter.name);
  m_editor->setObjectName(QStringLiteral("parameter.") + name);
  auto* row = new QHBoxLayout;
  row->setSpacing(2);
  row->addWidget(m_editor, 1);
  if (parameter.type == ParameterType::kInteger && parameter.min < parameter.max) {
    m_vary = new QToolButton(this);
    m_vary->setObjectName(QStringLiteral("vary.") + name);
    m_vary->setText(QStringLiteral("…"));
    m_vary->setAutoRaise(true);
    m_vary->setFocusPolicy(Qt::NoFocus);  // the menu has it for the keyboard
    connect(m_vary, &QToolButton::clicked, this, [this] { emit varyRequested(m_parameter.name); });
    row->addWidget(m_vary);
  }
  layout->addLayout(row);
  m_complaint->setObjectName(QStringLiteral("complaint.") + name);
  m_complaint->setTextFormat(Qt::PlainText);
  m_complaint->setWordWrap(true);
  QFont bold = m_complaint->font();
  bold.setBold(true);
  m_complaint->setFont(bold);
  m_complaint->hide();
  layout->addWidget(m_complaint);
  setFocusProxy(m_editor);
  retranslate();
}

void ParameterField::makeEditor() {
  switch (m_parameter.type) {
    case ParameterType::kInteger: {
      auto* box = new Int64SpinBox(this);
      box->setRange(m_parameter.min, m_parameter.max);
      connect(box, &Int64SpinBox::valueChanged, this,
              [this](std::int64_t value) { emit edited(m_parameter.name, Value(value)); });
      m_editor = box;
      return;
    }
    case ParameterType::kBool: {
      auto* box = new QCheckBox(this);
      connect(box, &QCheckBox::toggled, this, [this](bool isOn) { emit edited(m_parameter.name, Value(isOn)); });
      m_editor = box;
      return;
    }
    case ParameterType::kChoice: return makeChoice();
    case ParameterType::kText: break;
  }
  auto* line = new QLineEdit(this);
  connect(line, &QLineEdit::textEdited, this,
          [this](const QString& text) { emit edited(m_parameter.name, Value(text.toStdString())); });
  m_editor = line;
}

void ParameterField::makeChoice() {
  auto* box = new QComboBox(this);
  box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  for (const std::string& choice : m_parameter.choices) {
    box->addItem(QString(), QString::fromStdString(choice));
  }
  connect(box, &QComboBox::currentIndexChanged, this, [this, box](int index) {
    if (index >= 0) emit edited(m_parameter.name, Value(box->itemData(index).toString().toStdString()));
  });
  m_editor = box;
}

void ParameterField::setValue(const Value& value) {
  const QSignalBlocker quiet(m_editor);
  if (auto* number = qobject_cast<Int64SpinBox*>(m_editor); number && value.asInteger()) {
    if (number->value() != *value.asInteger()) number->setValue(*value.asInteger());
  } else if (auto* check = qobject_cast<QCheckBox*>(m_editor); check && value.asBool()) {
    check->setChecked(*value.asBool());
  } else if (auto* choice = qobject_cast<QComboBox*>(m_editor); choice && value.asText()) {
    choice->setCurrentIndex(choice->findData(QString::fromStdString(*value.asText())));
  } else if (auto* line = qobject_cast<QLineEdit*>(m_editor); line && value.asText()) {
    // Not where it stands already: the cursor would jump to the end at each key.
    const QString text = QString::fromStdString(*value.asText());
    if (line->text() != text) line->setText(text);
  }
}

void ParameterField::setAvailability(const std::function<bool(const Value&)>& canRun, const QString& why) {
  auto* box = qobject_cast<QComboBox*>(m_editor);
  auto* items = box ? qobject_cast<QStandardItemModel*>(box->model()) : nullptr;
  if (!items) return;
  for (int row = 0; row < box->count(); ++row) {
    const bool isThere = canRun(Value(box->itemData(row).toString().toStdString()));
    items->item(row)->setEnabled(isThere);
    items->item(row)->setToolTip(isThere ? QString() : why);
  }
}

void ParameterField::setComplaint(const QString& text) {
  m_complaint->setText(text);
  m_complaint->setVisible(!text.isEmpty());
  m_editor->setAccessibleDescription(text);
}

void ParameterField::retranslate() {
  if (m_vary != nullptr) {
    m_vary->setToolTip(tr("Vary this: run it with several values, one after the other"));
    m_vary->setAccessibleName(tr("Vary %1…").arg(models::localized(m_parameter.label)));
  }
  const QString label = models::localized(m_parameter.label);
  m_editor->setAccessibleName(label);
  m_editor->setToolTip(
      models::plainToolTip(label + QStringLiteral(" (") + QString::fromStdString(m_parameter.name) + QLatin1Char(')')));
  if (auto* number = qobject_cast<Int64SpinBox*>(m_editor)) {
    const QSignalBlocker quiet(number);
    number->setUnit(ParameterWords::unit(QString::fromStdString(m_parameter.unit)));
  }
  if (auto* choice = qobject_cast<QComboBox*>(m_editor)) {
    for (int row = 0; row < choice->count(); ++row) {
      choice->setItemText(row, ParameterWords::choice(choice->itemData(row).toString()));
    }
  }
}

}  // namespace threadline::widgets
