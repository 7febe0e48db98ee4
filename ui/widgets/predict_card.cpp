// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/predict_card.h"

#include <QEvent>
#include <QKeyEvent>
#include <QRadioButton>

#include "ui/models/localized.h"

namespace threadline::widgets {

PredictCard::PredictCard(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("predictCard"));
  setFrameShape(QFrame::StyledPanel);
  auto* layout = new QVBoxLayout(this);
  m_question = new QLabel(this);
  m_question->setObjectName(QStringLiteral("predictQuestion"));
  m_question->setTextFormat(Qt::PlainText);
  m_question->setWordWrap(true);
  layout->addWidget(m_question);
  m_guessRows = new QVBoxLayout;
  layout->addLayout(m_guessRows);
  m_guesses = new QButtonGroup(this);
  m_run = new QPushButton(this);
  m_run->setObjectName(QStringLiteral("predictRun"));
  m_run->setAutoDefault(false);
  layout->addWidget(m_run);
  m_answer = new QLabel(this);
  m_answer->setObjectName(QStringLiteral("predictAnswer"));
  m_answer->setTextFormat(Qt::PlainText);
  m_answer->setWordWrap(true);
  layout->addWidget(m_answer);
  connect(m_run, &QPushButton::clicked, this, &PredictCard::run);
  connect(m_guesses, &QButtonGroup::idClicked, this, &PredictCard::refresh);
  setLarge(false);
  hide();
}

void PredictCard::setLarge(bool isLarge) {
  QFont question = font();
  question.setBold(true);
  if (isLarge) question.setPointSizeF(question.pointSizeF() * 1.6);
  m_question->setFont(question);
  m_question->setAlignment(isLarge ? Qt::AlignCenter : Qt::AlignLeft);
  const int margin = isLarge ? 24 : 9;
  layout()->setContentsMargins(margin, margin, margin, margin);
  layout()->setSpacing(isLarge ? 14 : 6);
  m_run->setMinimumHeight(isLarge ? 36 : 0);
}

void PredictCard::setQuestion(const scenario::LocalizedText& question,
                              const std::vector<scenario::LocalizedText>& guesses, std::size_t answer) {
  m_prediction = {question, guesses, answer};
  makeGuesses();
  clearAnswer();
  setVisible(!guesses.empty());
  retranslate();
}

void PredictCard::setPrediction(const std::optional<scenario::Prediction>& prediction) {
  const scenario::Prediction shown = prediction.value_or(scenario::Prediction{});
  setQuestion(shown.question, shown.guesses, shown.answer);
}

void PredictCard::makeGuesses() {
  for (QAbstractButton* button : m_guesses->buttons()) delete button;
  for (std::size_t i = 0; i < m_prediction.guesses.size(); ++i) {
    auto* button = new QRadioButton(this);
    button->setObjectName(QStringLiteral("guess.%1").arg(i));
    m_guesses->addButton(button, static_cast<int>(i));
    m_guessRows->addWidget(button);
    if (i == 0) setFocusProxy(button);
  }
}

int PredictCard::guess() const {
  return m_guesses->checkedId();
}

void PredictCard::setGuess(int guess) {
  if (QAbstractButton* button = m_guesses->button(guess)) button->setChecked(true);
  refresh();
}

void PredictCard::setRunning(bool isRunning) {
  m_isRunning = isRunning;
  refresh();
}

void PredictCard::showAnswer(int guess, const QString& sentence) {
  m_isAnswered = true;
  m_isRunning = false;
  m_answeredGuess = guess;
  m_sentence = sentence;
  setGuess(guess);
  retranslate();
  emit answered();
}

void PredictCard::clearAnswer() {
  m_isAnswered = false;
  m_answeredGuess = -1;
  m_sentence.clear();
  refresh();
}

void PredictCard::refresh() {
  for (QAbstractButton* button : m_guesses->buttons()) button->setEnabled(!m_isRunning);
  m_run->setEnabled(!m_isRunning && guess() >= 0);
  m_answer->setVisible(m_isAnswered);
}

void PredictCard::run() {
  if (m_run->isEnabled()) emit runRequested(guess());
}

void PredictCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return run();
  QFrame::keyPressEvent(event);
}

void PredictCard::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

void PredictCard::retranslate() {
  m_question->setText(models::localized(m_prediction.question));
  setAccessibleName(m_question->text());
  QString right;
  for (std::size_t i = 0; i < m_prediction.guesses.size(); ++i) {
    const QString text = models::localized(m_prediction.guesses[i]);
    QAbstractButton* button = m_guesses->button(static_cast<int>(i));
    button->setText(text);
    button->setAccessibleName(text);
    if (i == m_prediction.answer) right = text;
  }
  m_run->setText(tr("Run and see"));
  m_run->setToolTip(tr("Make a guess first; Enter runs"));
  if (m_isAnswered) {
    const bool isRight = m_answeredGuess == static_cast<int>(m_prediction.answer);
    const QString verdict = m_answeredGuess < 0 ? tr("The answer: %1").arg(right)
                            : isRight           ? tr("You guessed right: %1").arg(right)
                                                : tr("It came out otherwise: %1").arg(right);
    m_answer->setText(m_sentence.isEmpty() ? verdict : verdict + QLatin1Char('\n') + m_sentence);
    m_answer->setAccessibleName(m_answer->text());
  }
  refresh();
}

}  // namespace threadline::widgets
