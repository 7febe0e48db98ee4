// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/window_questions.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace threadline::widgets {

void WindowQuestions::askNote(bool isBrace, std::function<void(const QString& note)> then) {
  auto* dialog = new QInputDialog(&m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(QStringLiteral("markDialog"));
  dialog->setWindowTitle(isBrace ? tr("Brace") : tr("Mark"));
  dialog->setLabelText(tr("The note that stands above the lanes:"));
  if (auto* line = dialog->findChild<QLineEdit*>()) line->setMaxLength(kLongestNote);
  QObject::connect(dialog, &QInputDialog::textValueSelected, &m_window, std::move(then));
  dialog->open();
}

void WindowQuestions::askLoss(const QString& name, const QString& title, const QString& text, const QString& yes,
                              std::function<void()> then) {
  auto* box = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::Cancel, &m_window);
  box->setObjectName(name);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setTextFormat(Qt::PlainText);
  box->setDefaultButton(QMessageBox::Cancel);
  QPushButton* button = box->addButton(yes, QMessageBox::DestructiveRole);
  button->setObjectName(QStringLiteral("loseThem"));
  QObject::connect(button, &QPushButton::clicked, &m_window, std::move(then));
  box->open();
}

void WindowQuestions::askRemoval(int runs, std::function<void()> then) {
  askLoss(QStringLiteral("removeQuestion"), tr("Runs are not saved"),
          tr("%n run(s) that you delete are not saved. Delete all the same?", nullptr, runs), tr("&Delete"),
          std::move(then));
}

void WindowQuestions::askClosing(int runs, std::function<void()> then) {
  askLoss(QStringLiteral("closeQuestion"), tr("Runs are not saved"),
          tr("%n run(s) are not saved and go with the window. Close all the same?", nullptr, runs),
          tr("&Close without saving"), std::move(then));
}

}  // namespace threadline::widgets
