// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A spin box for whole numbers of 64 bits, because scenarios count to 3 000 000 000 and QSpinBox ends at 2 147 483 647.
//
// Thousands are grouped as in pictures (100,000); commas and spaces may be typed or left out. What lies beyond the
// bounds cannot be entered: digits too many are refused, too small a number becomes the smallest one when the field is
// left. valueChanged is told at each key that leaves a number within the bounds.
//
// Thread: GUI.

#include <QAbstractSpinBox>
#include <cstdint>
#include <optional>

namespace threadline::widgets {

class Int64SpinBox : public QAbstractSpinBox {
  Q_OBJECT

 public:
  explicit Int64SpinBox(QWidget* parent = nullptr);

  [[nodiscard]] std::int64_t value() const { return m_value; }
  [[nodiscard]] std::int64_t minimum() const { return m_minimum; }
  [[nodiscard]] std::int64_t maximum() const { return m_maximum; }
  void setRange(std::int64_t minimum, std::int64_t maximum);
  /// Stands behind the number with a space before it: "5 ms".
  void setUnit(const QString& unit);
  /// Shown instead of the smallest number: "no limit".
  void setMinimumText(const QString& text);

  void stepBy(int steps) override;
  [[nodiscard]] QValidator::State validate(QString& text, int& position) const override;
  void fixup(QString& text) const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 public slots:
  /// Bounded; tells valueChanged when it differs.
  void setValue(std::int64_t value);

 signals:
  void valueChanged(std::int64_t value);

 protected:
  [[nodiscard]] StepEnabled stepEnabled() const override;

 private:
  [[nodiscard]] QString textOf(std::int64_t value) const;
  [[nodiscard]] std::optional<std::int64_t> numberIn(const QString& text) const;
  [[nodiscard]] QString digitsOf(const QString& text) const;
  [[nodiscard]] std::int64_t stepAt(std::int64_t value, bool isUp) const;
  void showValue();
  void takeText(const QString& text);

  std::int64_t m_value = 0;
  std::int64_t m_minimum = 0;
  std::int64_t m_maximum = 99;
  QString m_unit;
  QString m_minimumText;
};

}  // namespace threadline::widgets
