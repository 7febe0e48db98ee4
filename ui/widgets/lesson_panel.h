// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lesson of a scenario: title, what is real about it, its paragraphs, and what was checked after a run.
//
// Thread: GUI.

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QWidget>
#include <vector>

#include "core/report/claims.h"
#include "core/scenario/scenario.h"

namespace threadline::widgets {

class ClaimList;
class LessonParagraphLabel;

class LessonPanel : public QWidget {
  Q_OBJECT

 public:
  explicit LessonPanel(QWidget* parent = nullptr);

  /// Claims of the scenario before are gone.
  void setScenario(const scenario::Scenario& scenario);
  void setClaims(const std::vector<report::ClaimResult>& claims);
  void clearClaims();

 public slots:
  /// Marks the paragraphs that speak of this step (JSON pointer); empty: none.
  void highlightStep(const QString& pointer);

 signals:
  void stepActivated(const QString& pointer);
  void againRequested();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void makeParagraphs();

  scenario::Scenario m_scenario;
  QScrollArea* m_scroll = nullptr;
  QLabel* m_title = nullptr;
  QLabel* m_reality = nullptr;
  QLabel* m_empty = nullptr;
  QVBoxLayout* m_text = nullptr;
  std::vector<LessonParagraphLabel*> m_paragraphs;
  ClaimList* m_claims = nullptr;
};

}  // namespace threadline::widgets
