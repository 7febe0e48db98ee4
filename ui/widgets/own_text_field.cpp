// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/own_text_field.h"

#include <QAction>
#include <QEvent>
#include <QStyle>

namespace threadline::widgets {

OwnTextField::OwnTextField(QWidget* parent)
    : QLineEdit(parent),
      m_back(addAction(style()->standardIcon(QStyle::SP_LineEditClearButton), QLineEdit::TrailingPosition)) {
  m_back->setVisible(false);
  m_back->setText(tr("Back to the picture's own words"));
  connect(this, &QLineEdit::textEdited, this, [this] {
    follow(true);
    emit changed();
  });
  connect(m_back, &QAction::triggered, this, [this] {
    setTyped(std::nullopt);
    emit changed();
  });
}

void OwnTextField::setOwnText(const QString& text) {
  m_own = text;
  if (m_isTyped || this->text() == text) return;
  setText(text);
  setCursorPosition(0);
}

std::optional<QString> OwnTextField::typed() const {
  return m_isTyped ? std::optional(text()) : std::nullopt;
}

void OwnTextField::setTyped(const std::optional<QString>& text) {
  setText(text.value_or(m_own));
  setCursorPosition(0);
  follow(text.has_value());
}

void OwnTextField::follow(bool isTyped) {
  m_isTyped = isTyped;
  m_back->setVisible(isTyped);
}

void OwnTextField::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) m_back->setText(tr("Back to the picture's own words"));
  QLineEdit::changeEvent(event);
}

}  // namespace threadline::widgets
