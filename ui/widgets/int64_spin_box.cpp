// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/int64_spin_box.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QStyleOptionSpinBox>
#include <algorithm>

#include "ui/scene/units.h"

namespace threadline::widgets {

Int64SpinBox::Int64SpinBox(QWidget* parent) : QAbstractSpinBox(parent) {
  setCorrectionMode(CorrectToNearestValue);
  setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
  connect(lineEdit(), &QLineEdit::textEdited, this, &Int64SpinBox::takeText);
  connect(this, &QAbstractSpinBox::editingFinished, this, &Int64SpinBox::showValue);
  showValue();
}

void Int64SpinBox::setRange(std::int64_t minimum, std::int64_t maximum) {
  m_minimum = minimum;
  m_maximum = std::max(minimum, maximum);
  setValue(m_value);
  showValue();
  updateGeometry();
}

void Int64SpinBox::setUnit(const QString& unit) {
  m_unit = unit;
  showValue();
  updateGeometry();
}

void Int64SpinBox::setMinimumText(const QString& text) {
  m_minimumText = text;
  showValue();
  updateGeometry();
}

void Int64SpinBox::setValue(std::int64_t value) {
  const std::int64_t bounded = std::clamp(value, m_minimum, m_maximum);
  const bool differs = bounded != m_value;
  m_value = bounded;
  showValue();
  if (differs) emit valueChanged(m_value);
}

// A step moves the second digit that counts: 7 → 8, 300 → 310, 20,000,000 → 21,000,000. One step for all would be too
// small for a sum of a hundred million or too large for two threads.
std::int64_t Int64SpinBox::stepAt(std::int64_t value, bool isUp) const {
  std::int64_t magnitude = value < 0 ? -value : value;
  if (!isUp && magnitude > 0) --magnitude;  // down from 100 goes to 99
  std::int64_t step = 1;
  while (magnitude / step >= 100) step *= 10;
  return step;
}

void Int64SpinBox::stepBy(int steps) {
  std::int64_t value = m_value;
  for (int i = 0; i < std::abs(steps); ++i) {
    const bool isUp = steps > 0;
    const std::int64_t step = stepAt(value, isUp);
    if (isUp ? value > m_maximum - step : value < m_minimum + step) {
      value = isUp ? m_maximum : m_minimum;
      break;
    }
    value += isUp ? step : -step;
  }
  setValue(value);
  selectAll();
}

QAbstractSpinBox::StepEnabled Int64SpinBox::stepEnabled() const {
  StepEnabled enabled = StepNone;
  if (m_value < m_maximum) enabled |= StepUpEnabled;
  if (m_value > m_minimum) enabled |= StepDownEnabled;
  return enabled;
}

QString Int64SpinBox::textOf(std::int64_t value) const {
  if (value == m_minimum && !m_minimumText.isEmpty()) return m_minimumText;
  QString text = QString::fromStdString(scene::numberText(value));
  text.replace(QChar(0x2212), QLatin1Char('-'));  // what stands in a field can be typed on a keyboard
  return m_unit.isEmpty() ? text : text + QLatin1Char(' ') + m_unit;
}

QString Int64SpinBox::digitsOf(const QString& text) const {
  QString digits = text.trimmed();
  if (!m_unit.isEmpty() && digits.endsWith(m_unit)) digits.chop(m_unit.size());
  digits.remove(QLatin1Char(','));
  digits.remove(QLatin1Char(' '));
  return digits;
}

std::optional<std::int64_t> Int64SpinBox::numberIn(const QString& text) const {
  if (!m_minimumText.isEmpty() && text.trimmed() == m_minimumText) return m_minimum;
  bool isNumber = false;
  const qlonglong number = digitsOf(text).toLongLong(&isNumber);
  if (!isNumber) return {};
  return number;
}

QValidator::State Int64SpinBox::validate(QString& text, int& /*position*/) const {
  if (const auto number = numberIn(text)) {
    if (*number > m_maximum || (*number < m_minimum && *number < 0 && m_minimum >= 0)) return QValidator::Invalid;
    return *number < m_minimum ? QValidator::Intermediate : QValidator::Acceptable;
  }
  const QString digits = digitsOf(text);
  const bool isBeginning = digits.isEmpty() || (digits == QLatin1String("-") && m_minimum < 0);
  if (isBeginning || m_minimumText.startsWith(text)) return QValidator::Intermediate;
  // A unit that is being deleted letter by letter: "300 m".
  QString rest = text.trimmed();
  while (!rest.isEmpty() && !rest.back().isDigit()) rest.chop(1);
  return !rest.isEmpty() && numberIn(rest) && m_unit.startsWith(text.trimmed().mid(rest.size()).trimmed())
             ? QValidator::Intermediate
             : QValidator::Invalid;
}

void Int64SpinBox::fixup(QString& text) const {
  const auto number = numberIn(text);
  text = textOf(std::clamp(number.value_or(m_value), m_minimum, m_maximum));
}

void Int64SpinBox::takeText(const QString& text) {
  const auto number = numberIn(text);
  if (!number || *number < m_minimum || *number > m_maximum || *number == m_value) return;
  m_value = *number;
  emit valueChanged(m_value);
}

void Int64SpinBox::showValue() {
  const QString text = textOf(m_value);
  if (lineEdit()->text() == text) return;
  const QSignalBlocker quiet(lineEdit());
  lineEdit()->setText(text);
  update();
}

QSize Int64SpinBox::sizeHint() const {
  ensurePolished();
  const QFontMetrics metrics = fontMetrics();
  const int widest =
      std::max({metrics.horizontalAdvance(textOf(m_maximum)), metrics.horizontalAdvance(textOf(m_minimum)),
                metrics.horizontalAdvance(QLatin1Char('0')) * 6});
  QStyleOptionSpinBox option;
  initStyleOption(&option);
  const QSize content(widest + metrics.averageCharWidth() * 2, lineEdit()->sizeHint().height());
  return style()->sizeFromContents(QStyle::CT_SpinBox, &option, content, this);
}

}  // namespace threadline::widgets
