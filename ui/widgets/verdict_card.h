// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What follows from what is shown, in one or two sentences, and how sure that is. Each figure in them is a link: it
// asks for its place on the timeline. Hidden where nothing follows.
//
// Thread: GUI.

#include <QFrame>
#include <QLabel>
#include <QStringList>

#include <vector>

#include "core/report/verdict.h"

namespace threadline::widgets {

class VerdictCard : public QFrame {
  Q_OBJECT

 public:
  explicit VerdictCard(QWidget* parent = nullptr);

  void setAdvice(const report::Advice& advice);
  void clear();
  /// The sentences without links.
  [[nodiscard]] QString text() const;

  /// Rich text: `text` with the figures in it as links to their numbers. Each stands for the first place that says it
  /// and is no part of a longer number; one that the text does not say has no link.
  [[nodiscard]] static QString linked(const QString& text, const QStringList& figures);

 signals:
  void figureActivated(const threadline::report::VerdictFigure& figure);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void refresh();

  report::Advice m_advice;
  QLabel* m_heading = nullptr;
  QLabel* m_text = nullptr;
};

}  // namespace threadline::widgets
