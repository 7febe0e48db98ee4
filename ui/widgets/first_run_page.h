// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person sees at the first start: one question with three guesses, one button, and four doors below.
//
// Nothing runs before the button. While it runs the picture grows within the page (setPicture); then the three times
// stand there as figures, with the answer and the way to look closer.
//
// Thread: GUI.

#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>
#include <array>

#include "core/base/time.h"
#include "ui/widgets/predict_card.h"

namespace threadline::widgets {

/// How long the same sum took.
struct FirstRunFigures {
  DurationNs oneThread;
  DurationNs twoThreads;
  DurationNs twoProcesses;
};

class FirstRunPage : public QWidget {
  Q_OBJECT

 public:
  explicit FirstRunPage(QWidget* parent = nullptr);

  /// A widget that shows the lanes live, between card and doors; the page becomes its parent. Null: none.
  void setPicture(QWidget* picture);
  [[nodiscard]] PredictCard* card() const { return m_card; }

 public slots:
  void setRunning(bool isRunning);
  /// Cores that other programs use, where no second core is free for a fair comparison; 0: the machine is quiet.
  void setBusyCores(double cores);
  void showAnswer(int guess, const threadline::widgets::FirstRunFigures& figures);
  /// As at the first start.
  void clear();

 signals:
  void runRequested(int guess);
  void zoomRequested();
  /// "ko" or "en".
  void languageRequested(const QString& code);
  void learnRequested();
  void compareRequested();
  void recordRequested();
  void openRequested();

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void retranslate();
  void askQuestion();
  void showFigures();
  QWidget* makeFigures();
  QWidget* makeDoors();
  QWidget* makeLanguages();
  [[nodiscard]] QString hintFor(const QObject* widget) const;

  PredictCard* m_card = nullptr;
  QVBoxLayout* m_middle = nullptr;
  QWidget* m_picture = nullptr;
  QWidget* m_figureRow = nullptr;
  std::array<QLabel*, 3> m_figures{};
  std::array<QPushButton*, 4> m_doors{};
  QPushButton* m_korean = nullptr;
  QPushButton* m_english = nullptr;
  QPushButton* m_zoom = nullptr;
  QLabel* m_busy = nullptr;
  QLabel* m_hint = nullptr;
  double m_busyCores = 0;
  bool m_isAnswered = false;
  int m_guess = -1;
  FirstRunFigures m_times;
};

}  // namespace threadline::widgets
