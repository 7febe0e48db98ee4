// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person sees at the first start: one question with three guesses, one button, and four doors below.
//
// The question is that of the comparison which the button runs: data, as in every example. Nothing runs before the
// button; then the page makes way for the window, where the lanes grow.
//
// Thread: GUI.

#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QWidget>
#include <array>
#include <optional>

#include "ui/widgets/predict_card.h"

namespace threadline::widgets {

class FirstRunPage : public QWidget {
  Q_OBJECT

 public:
  explicit FirstRunPage(QWidget* parent = nullptr);

  /// The question of the card; without one the doors are all there is.
  void setPrediction(const std::optional<scenario::Prediction>& prediction);
  [[nodiscard]] PredictCard* card() const { return m_card; }

 public slots:
  /// Cores that other programs use, where no second core is free for a fair comparison; 0: the machine is quiet.
  void setBusyCores(double cores);

 signals:
  void runRequested(int guess);
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
  QWidget* makeDoors();
  QWidget* makeLanguages();
  [[nodiscard]] QString hintFor(const QObject* widget) const;

  PredictCard* m_card = nullptr;
  std::array<QPushButton*, 4> m_doors{};
  QPushButton* m_korean = nullptr;
  QPushButton* m_english = nullptr;
  QLabel* m_busy = nullptr;
  QLabel* m_hint = nullptr;
  double m_busyCores = 0;
};

}  // namespace threadline::widgets
