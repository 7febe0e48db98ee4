// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A question before a run: three guesses, a button that runs, and after the run the answer beside the guess.
//
// The button waits for a guess; the guess stands until the question changes. Small beside a scenario, large as the card
// of the first start (setLarge).
//
// Thread: GUI.

#include <QButtonGroup>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QString>
#include <QVBoxLayout>
#include <optional>
#include <vector>

#include "core/scenario/scenario.h"

namespace threadline::widgets {

class PredictCard : public QFrame {
  Q_OBJECT

 public:
  explicit PredictCard(QWidget* parent = nullptr);

  void setQuestion(const scenario::LocalizedText& question, const std::vector<scenario::LocalizedText>& guesses,
                   std::size_t answer);
  /// The same from a scenario; without a prediction the card is hidden.
  void setPrediction(const std::optional<scenario::Prediction>& prediction);
  void setLarge(bool isLarge);
  /// -1: none yet.
  [[nodiscard]] int guess() const;

 public slots:
  /// Ticks it without running; one that is not there is left alone.
  void setGuess(int guess);
  /// While a run goes on neither guess nor button can be pressed.
  void setRunning(bool isRunning);
  /// Which guess is right, whether this person's was, and a sentence. `guess`: what was guessed, -1: nothing.
  void showAnswer(int guess, const QString& sentence);
  /// Back to the question.
  void clearAnswer();

 signals:
  void runRequested(int guess);
  /// The answer is written.
  void answered();

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void retranslate();
  void makeGuesses();
  void refresh();
  void run();

  scenario::Prediction m_prediction;
  bool m_isRunning = false;
  bool m_isAnswered = false;
  int m_answeredGuess = -1;
  QString m_sentence;
  QLabel* m_question = nullptr;
  QVBoxLayout* m_guessRows = nullptr;
  QButtonGroup* m_guesses = nullptr;
  QPushButton* m_run = nullptr;
  QLabel* m_answer = nullptr;
};

}  // namespace threadline::widgets
