// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/vary_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "core/report/sweep_values.h"
#include "ui/models/localized.h"
#include "ui/widgets/error_words.h"

namespace threadline::widgets {
namespace {

constexpr int kUsualRounds = 3;
constexpr int kMostRounds = 100;
constexpr int kLongestText = 4000;

bool isNumber(const scenario::Parameter& parameter) {
  return parameter.type == scenario::ParameterType::kInteger && parameter.min < parameter.max;
}

}  // namespace

VaryDialog::VaryDialog(models::LibraryScenario scenario, scenario::ParameterValues values, const std::string& name,
                       QWidget* parent)
    : QDialog(parent), m_scenario(std::move(scenario)), m_values(std::move(values)) {
  setObjectName(QStringLiteral("varyDialog"));
  makeAxis(m_first, QStringLiteral("vary.first"));
  makeAxis(m_second, QStringLiteral("vary.second"));
  m_roundsLabel = new QLabel(this);
  m_rounds = new QSpinBox(this);
  m_rounds->setObjectName(QStringLiteral("vary.rounds"));
  m_rounds->setRange(1, kMostRounds);
  m_rounds->setValue(kUsualRounds);
  m_roundsLabel->setBuddy(m_rounds);
  m_hint = new QLabel(this);
  m_hint->setTextFormat(Qt::PlainText);
  m_hint->setWordWrap(true);
  m_verdict = new QLabel(this);
  m_verdict->setObjectName(QStringLiteral("vary.verdict"));
  m_verdict->setTextFormat(Qt::PlainText);
  m_verdict->setWordWrap(true);
  auto* buttons = new QDialogButtonBox(this);
  m_run = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
  m_run->setObjectName(QStringLiteral("vary.run"));
  m_cancel = buttons->addButton(QDialogButtonBox::Cancel);
  auto* form = new QFormLayout;
  for (const Axis* axis : {&m_first, &m_second}) {
    form->addRow(axis->nameLabel, axis->name);
    form->addRow(axis->valuesLabel, axis->values);
  }
  form->addRow(m_roundsLabel, m_rounds);
  auto* column = new QVBoxLayout(this);
  column->addLayout(form);
  column->addWidget(m_hint);
  column->addWidget(m_verdict);
  column->addWidget(buttons);
  retranslate();
  m_first.name->setCurrentIndex(std::max(0, m_first.name->findData(QString::fromStdString(name))));
  suggest(m_first);
  suggest(m_second);
  connect(m_rounds, &QSpinBox::valueChanged, this, &VaryDialog::judge);
  connect(buttons, &QDialogButtonBox::accepted, this, &VaryDialog::run);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  m_first.values->setFocus();
  m_first.values->selectAll();
  judge();
}

bool VaryDialog::canVary(const scenario::Scenario& scenario) {
  return std::any_of(scenario.parameters.begin(), scenario.parameters.end(), isNumber);
}

void VaryDialog::makeAxis(Axis& axis, const QString& object) {
  axis.nameLabel = new QLabel(this);
  axis.name = new QComboBox(this);
  axis.name->setObjectName(object);
  axis.nameLabel->setBuddy(axis.name);
  axis.valuesLabel = new QLabel(this);
  axis.values = new QLineEdit(this);
  axis.values->setObjectName(object + QStringLiteral(".values"));
  axis.values->setMaxLength(kLongestText);
  axis.valuesLabel->setBuddy(axis.values);
  connect(axis.name, &QComboBox::activated, this, [this, &axis] {
    suggest(axis);
    judge();
  });
  connect(axis.values, &QLineEdit::textEdited, this, &VaryDialog::judge);
}

QString VaryDialog::suggestion(const scenario::Parameter& parameter, std::int64_t value) {
  constexpr std::int64_t kFewAtMost = 1024;
  constexpr std::int64_t kFew = 16;
  if (parameter.max <= kFewAtMost && parameter.min <= 1 && parameter.max > 1) {
    return QStringLiteral("1..%1*2").arg(std::min(parameter.max, std::max(kFew, value)));
  }
  QStringList out;
  const auto add = [&](std::int64_t one) {
    const QString text = QString::number(std::clamp(one, parameter.min, parameter.max));
    if (!out.contains(text)) out += text;
  };
  for (const std::int64_t divisor : {4, 2}) add(value / divisor);
  for (const std::int64_t times : {1, 2, 4}) {
    std::int64_t product = 0;
    add(__builtin_mul_overflow(value, times, &product) ? parameter.max : product);
  }
  return out.join(QStringLiteral(", "));
}

void VaryDialog::suggest(Axis& axis) {
  const std::string name = axis.name->currentData().toString().toStdString();
  const scenario::Parameter* parameter = m_scenario.scenario->parameter(name);
  axis.values->setEnabled(parameter != nullptr);
  const auto known = m_values.find(name);
  const std::int64_t* value = known == m_values.end() ? nullptr : known->second.asInteger();
  axis.values->setText(parameter && value ? suggestion(*parameter, *value) : QString());
}

Result<models::LibraryExperiment> VaryDialog::planned() const {
  models::SweepWish wish;
  wish.repeat = m_rounds->value();
  for (const Axis* axis : {&m_first, &m_second}) {
    const std::string name = axis->name->currentData().toString().toStdString();
    if (name.empty()) continue;
    auto values = report::sweepValuesOf(axis->values->text().toStdString());
    if (!values) return values.error();
    wish.vary.emplace_back(name, values.take());
  }
  return models::sweepOver(m_scenario, m_values, wish);
}

void VaryDialog::judge() {
  const auto sweep = planned();
  m_run->setEnabled(static_cast<bool>(sweep));
  if (!sweep) {
    m_verdict->setText(ErrorWords::textOf(sweep.error()));
    return;
  }
  const std::size_t variants = sweep.value().variants.size();
  m_verdict->setText(tr("%1 variants, %2 rounds: %3 runs, one after the other")
                         .arg(variants)
                         .arg(m_rounds->value())
                         .arg(variants * static_cast<std::size_t>(m_rounds->value())));
}

void VaryDialog::run() {
  const auto sweep = planned();
  if (!sweep) return;
  emit wanted(sweep.value());
  accept();
}

void VaryDialog::retranslate() {
  setWindowTitle(tr("Vary a value"));
  m_first.nameLabel->setText(tr("&Value to vary:"));
  m_first.valuesLabel->setText(tr("&It takes:"));
  m_second.nameLabel->setText(tr("&And with it:"));
  m_second.valuesLabel->setText(tr("T&his takes:"));
  m_roundsLabel->setText(tr("R&ounds:"));
  m_hint->setText(
      tr("Values with commas (1, 2, 4) or a range: 1..8 takes every number, 10..50+10 goes in steps, 1..64*2 doubles. "
         "All else stays as in the form."));
  m_run->setText(tr("&Run"));
  m_cancel->setText(tr("Cancel"));
  const QSignalBlocker quietFirst(m_first.name);
  const QSignalBlocker quietSecond(m_second.name);
  const QVariant first = m_first.name->currentData();
  const QVariant second = m_second.name->currentData();
  m_first.name->clear();
  m_second.name->clear();
  m_second.name->addItem(tr("nothing else"), QString());
  for (const scenario::Parameter& parameter : m_scenario.scenario->parameters) {
    if (!isNumber(parameter)) continue;
    const QString name = QString::fromStdString(parameter.name);
    const QString label = models::localized(parameter.label);
    for (QComboBox* box : {m_first.name, m_second.name}) box->addItem(label.isEmpty() ? name : label, name);
  }
  m_first.name->setCurrentIndex(std::max(0, m_first.name->findData(first)));
  m_second.name->setCurrentIndex(std::max(0, m_second.name->findData(second)));
}

void VaryDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    judge();
  }
  QDialog::changeEvent(event);
}

}  // namespace threadline::widgets
