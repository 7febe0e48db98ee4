// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_box.h"

#include <QEvent>
#include <QGraphicsLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <QtCharts/QAbstractAxis>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QLegend>

namespace threadline::charts {

ChartBox::ChartBox(QWidget* parent) : QWidget(parent) {
  m_chart = new QChart;
  m_chart->setAnimationOptions(QChart::NoAnimation);
  m_chart->setMargins(QMargins(4, 4, 8, 4));
  m_chart->setBackgroundRoundness(0);
  m_chart->layout()->setContentsMargins(0, 0, 0, 0);
  m_chart->legend()->setAlignment(Qt::AlignTop);
  m_view = new QChartView(m_chart, this);  // takes the chart
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setFocusPolicy(Qt::NoFocus);
  m_note = new QLabel(this);
  m_note->setTextFormat(Qt::PlainText);
  m_note->setWordWrap(true);
  m_note->setMargin(4);
  m_note->hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_view, 1);
  column->addWidget(m_note);
  m_palette = palette();
  applyTheme();
}

void ChartBox::setTheme(const QPalette& palette) {
  m_palette = palette;
  applyTheme();
  invalidate();
}

void ChartBox::applyTheme() {
  m_chart->setBackgroundBrush(m_palette.color(QPalette::Base));
  m_chart->setBackgroundPen(Qt::NoPen);
  m_chart->legend()->setLabelColor(words());
  m_chart->setTitleBrush(words());
  m_view->setBackgroundBrush(m_palette.color(QPalette::Base));
  for (QAbstractAxis* axis : m_chart->axes()) paintAxis(axis);
}

void ChartBox::paintAxis(QAbstractAxis* axis) const {
  axis->setLabelsColor(words());
  axis->setTitleBrush(words());
  axis->setLinePenColor(words());
  axis->setGridLineColor(m_palette.color(QPalette::Mid));
  axis->setLabelsFont(font());
  QFont title = font();
  title.setBold(false);
  axis->setTitleFont(title);
}

bool ChartBox::isLow() const {
  constexpr int kLinesOfText = 12;
  return height() < kLinesOfText * fontMetrics().height();
}

QString ChartBox::note() const {
  return m_note->text();
}

void ChartBox::setNote(const QString& note) {
  m_note->setText(note);
  m_note->setVisible(!note.isEmpty());
}

void ChartBox::invalidate() {
  m_isStale = true;
  if (!isVisible()) return;
  m_isStale = false;
  rebuild();
}

void ChartBox::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const bool wasLow = m_wasLow;
  m_wasLow = isLow();
  if (wasLow != m_wasLow) invalidate();
}

void ChartBox::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (m_isStale) invalidate();
}

void ChartBox::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    invalidate();
  }
  if (event->type() == QEvent::FontChange) {
    m_chart->legend()->setFont(font());
    for (QAbstractAxis* axis : m_chart->axes()) paintAxis(axis);
    invalidate();
  }
}

QSize ChartBox::sizeHint() const {
  return {360, 220};
}

}  // namespace threadline::charts
