// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A line of text that has a wording of its own until a person writes another: what was typed stays, the own wording
// follows what it is made of. A button in the field brings the own wording back.
//
// Thread: GUI.

#include <QLineEdit>

#include <optional>

class QAction;

namespace threadline::widgets {

class OwnTextField : public QLineEdit {
  Q_OBJECT

 public:
  explicit OwnTextField(QWidget* parent = nullptr);

  /// Shown as long as nothing was typed.
  void setOwnText(const QString& text);
  /// What was typed; nothing while the wording is the own one.
  [[nodiscard]] std::optional<QString> typed() const;
  void setTyped(const std::optional<QString>& text);

 signals:
  void changed();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void follow(bool isTyped);

  QString m_own;
  bool m_isTyped = false;
  QAction* m_back;
};

}  // namespace threadline::widgets
