// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lesson_panel.h"

#include <QEvent>

#include "ui/models/localized.h"
#include "ui/widgets/claim_list.h"
#include "ui/widgets/lesson_paragraph.h"

namespace threadline::widgets {

LessonPanel::LessonPanel(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("lessonPanel"));
  m_scroll = new QScrollArea(this);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* page = new QWidget(m_scroll);
  auto* layout = new QVBoxLayout(page);
  const auto addLabel = [&](const char* name) {
    auto* label = new QLabel(page);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    layout->addWidget(label);
    return label;
  };
  m_title = addLabel("lessonTitle");
  QFont large = m_title->font();
  large.setPointSizeF(large.pointSizeF() * 1.3);
  large.setBold(true);
  m_title->setFont(large);
  m_reality = addLabel("lessonReality");
  QFont small = m_reality->font();
  small.setPointSizeF(small.pointSizeF() * 0.9);
  m_reality->setFont(small);
  m_empty = addLabel("lessonEmpty");
  m_text = new QVBoxLayout;
  m_text->setSpacing(8);
  layout->addLayout(m_text);
  layout->addSpacing(8);
  m_claims = new ClaimList(page);
  layout->addWidget(m_claims);
  layout->addStretch(1);
  m_scroll->setWidget(page);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(m_scroll);
  connect(m_claims, &ClaimList::againRequested, this, &LessonPanel::againRequested);
  retranslate();
}

void LessonPanel::setScenario(const scenario::Scenario& scenario) {
  m_scenario = scenario;
  m_claims->clear();
  makeParagraphs();
  retranslate();
  m_scroll->ensureVisible(0, 0);
}

void LessonPanel::makeParagraphs() {
  qDeleteAll(m_paragraphs);
  m_paragraphs.clear();
  for (const scenario::LessonParagraph& paragraph : m_scenario.lesson) {
    auto* label = new LessonParagraphLabel(QString::fromStdString(paragraph.step), m_scroll->widget());
    label->setObjectName(QStringLiteral("paragraph.%1").arg(m_paragraphs.size()));
    connect(label, &LessonParagraphLabel::activated, this, &LessonPanel::stepActivated);
    m_text->addWidget(label);
    m_paragraphs.push_back(label);
  }
}

void LessonPanel::setClaims(const std::vector<report::ClaimResult>& claims) {
  m_claims->setClaims(claims);
}

void LessonPanel::clearClaims() {
  m_claims->clear();
}

void LessonPanel::highlightStep(const QString& pointer) {
  LessonParagraphLabel* first = nullptr;
  for (LessonParagraphLabel* paragraph : m_paragraphs) {
    const bool isIt = !pointer.isEmpty() && paragraph->pointer() == pointer;
    paragraph->setHighlighted(isIt);
    if (isIt && !first) first = paragraph;
  }
  if (first) m_scroll->ensureWidgetVisible(first);
}

void LessonPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void LessonPanel::retranslate() {
  const bool isThere = !m_scenario.id.empty();
  m_title->setText(models::localized(m_scenario.title));
  m_title->setVisible(isThere);
  m_reality->setText(
      tr("The same work is really run in C++. The GIL is a real lock that follows the rules of CPython 3.11."));
  m_reality->setVisible(isThere);
  m_empty->setText(isThere ? tr("This example has no lesson.") : tr("Open an example to read about it here."));
  m_empty->setVisible(m_scenario.lesson.empty());
  for (std::size_t i = 0; i < m_paragraphs.size(); ++i) {
    const QString text = models::localized(m_scenario.lesson[i]);
    m_paragraphs[i]->setText(text);
    m_paragraphs[i]->setAccessibleName(text);
    if (!m_paragraphs[i]->pointer().isEmpty()) m_paragraphs[i]->setToolTip(tr("Show the step that this speaks of"));
  }
}

}  // namespace threadline::widgets
