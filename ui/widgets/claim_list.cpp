// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/claim_list.h"

#include <QEvent>
#include <QGridLayout>
#include <QRegularExpression>
#include <algorithm>
#include <iterator>

#include "ui/models/claim_words.h"
#include "ui/models/localized.h"
#include "ui/models/plain_tool_tip.h"

namespace threadline::widgets {

namespace {

constexpr qsizetype kLongValue = 8;

/// Shapes that differ without colour.
QString signOf(report::Verdict verdict) {
  switch (verdict) {
    case report::Verdict::kHolds: return QStringLiteral("✓");
    case report::Verdict::kFails: return QStringLiteral("✗");
    case report::Verdict::kNotChecked: break;
  }
  return QStringLiteral("–");
}

QLabel* labelOf(const QString& text, bool isBold, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  QFont font = label->font();
  font.setBold(isBold);
  label->setFont(font);
  return label;
}

}  // namespace

ClaimList::ClaimList(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("claimList"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  m_heading = labelOf(QString(), true, this);
  layout->addWidget(m_heading);
  m_rows = new QVBoxLayout;
  layout->addLayout(m_rows);
  m_again = new QPushButton(this);
  m_again->setObjectName(QStringLiteral("claimsAgain"));
  m_again->setAutoDefault(false);
  layout->addWidget(m_again, 0, Qt::AlignLeft);
  connect(m_again, &QPushButton::clicked, this, &ClaimList::againRequested);
  rebuild();
}

QString ClaimList::verdictText(report::Verdict verdict) {
  switch (verdict) {
    case report::Verdict::kHolds: return tr("Holds");
    case report::Verdict::kFails: return tr("Does not hold");
    case report::Verdict::kNotChecked: break;
  }
  return tr("Not checked");
}

QString ClaimList::reasonText(const report::ClaimResult& result) {
  switch (result.reason) {
    case report::Reason::kNone: return {};
    case report::Reason::kNotApplicable: return tr("It says nothing about these values.");
    case report::Reason::kCutOff: return tr("The run was stopped before its end.");
    case report::Reason::kNoFreeCore: return tr("Other programs used the processor meanwhile.");
    case report::Reason::kNotMeasured: break;
  }
  return tr("The figure could not be measured in this run.");
}

QString ClaimList::whyText(const report::ClaimResult& result) {
  static const QRegularExpression kCores(QStringLiteral("^other programs used ([0-9.]+) of ([0-9]+) cores$"));
  static const QRegularExpression kWhen(QStringLiteral("^it applies only when (.+)$"));
  const QString why = QString::fromStdString(result.why);
  if (const auto cores = kCores.match(why); cores.hasMatch()) {
    return tr("They used %1 of %2 cores.").arg(cores.captured(1), cores.captured(2));
  }
  if (const auto when = kWhen.match(why); when.hasMatch()) return tr("It applies only when %1").arg(when.captured(1));
  if (why == QLatin1String("it needs two cores and this machine has one")) {
    return tr("It needs two cores, and this machine has one.");
  }
  // The ending is said already; what else there is, a figure's fault, is a fact in English.
  return result.reason == report::Reason::kCutOff ? QString() : why;
}

void ClaimList::setClaims(const std::vector<report::ClaimResult>& results) {
  m_results = results;
  rebuild();
}

void ClaimList::clear() {
  m_results.clear();
  rebuild();
}

void ClaimList::rebuild() {
  while (QLayoutItem* item = m_rows->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  m_heading->setText(tr("What was checked"));
  m_again->setText(tr("&Measure again"));
  m_again->setToolTip(tr("Run once more, to check what other programs disturbed"));
  for (const report::ClaimResult& result : m_results) addClaim(result);
  const bool isBusy = std::any_of(m_results.begin(), m_results.end(), [](const report::ClaimResult& result) {
    return result.reason == report::Reason::kNoFreeCore;
  });
  m_again->setVisible(isBusy);
  setVisible(!m_results.empty());
}

void ClaimList::addClaim(const report::ClaimResult& result) {
  auto* row = new QFrame(this);
  row->setObjectName(QStringLiteral("claim.") + QString::fromStdString(result.id));
  auto* layout = new QVBoxLayout(row);
  layout->setContentsMargins(0, 2, 0, 6);
  layout->setSpacing(1);
  const QString sentence = models::localized(result.text);
  const QString verdict = verdictText(result.verdict);
  QStringList said = {verdict, sentence};
  layout->addWidget(labelOf(signOf(result.verdict) + QLatin1Char(' ') + verdict, true, row));
  layout->addWidget(labelOf(sentence, false, row));
  const bool isChecked = result.verdict != report::Verdict::kNotChecked;
  const QString expected = models::expectedText(result);
  const QString rest = !isChecked           ? reasonText(result)
                       : expected.isEmpty() ? QString()
                                            : tr("expected: %1").arg(expected);
  const QString detail = isChecked ? QString() : whyText(result);
  if (!rest.isEmpty()) layout->addWidget(labelOf(rest, false, row));
  if (!detail.isEmpty()) layout->addWidget(labelOf(detail, false, row));
  const QString figures = addFigures(result, row);
  said << figures << rest << detail;
  said.removeAll(QString());
  row->setAccessibleName(said.join(QStringLiteral(". ")));
  row->setToolTip(models::plainToolTip(QString::fromStdString(result.figure)));
  m_rows->addWidget(row);
}

QString ClaimList::addFigures(const report::ClaimResult& result, QFrame* row) {
  const models::ClaimColumns columns = models::claimColumns(result);
  // Of what these values do not ask about there is nothing to compare.
  if (result.reason == report::Reason::kNotApplicable || columns.isEmpty()) return {};
  struct Column {
    QString heading;
    QString hint;
    QString value;
  };
  const Column three[] = {
      {tr("Yours"), tr("Measured in this run"), columns.yours},
      {tr("Reference"), tr("Measured with CPython 3.11 on a machine with two cores"), columns.reference},
      {tr("Document"), tr("As the document says"), columns.document}};
  // Numbers do not wrap: three long ones beside one another would push the lesson's text out of sight.
  const bool isLong = std::any_of(std::begin(three), std::end(three),
                                  [](const Column& column) { return column.value.size() > kLongValue; });
  auto* grid = new QGridLayout;
  if (isLong) grid->setColumnStretch(1, 1);
  grid->setHorizontalSpacing(12);
  grid->setVerticalSpacing(0);
  QStringList said;
  for (int i = 0; i < 3; ++i) {
    const Column& column = three[i];
    auto* heading = labelOf(column.heading, false, row);
    auto* value = labelOf(column.value.isEmpty() ? QStringLiteral("–") : column.value, true, row);
    heading->setToolTip(models::plainToolTip(column.hint));
    value->setToolTip(models::plainToolTip(column.hint));
    if (isLong) {
      grid->addWidget(heading, i, 0, Qt::AlignTop);
      grid->addWidget(value, i, 1, Qt::AlignTop);
    } else {
      grid->addWidget(heading, 0, i);
      grid->addWidget(value, 1, i, Qt::AlignTop);
      grid->setColumnStretch(i, 1);
    }
    if (!column.value.isEmpty()) said << tr("%1: %2").arg(column.heading, column.value);
  }
  static_cast<QVBoxLayout*>(row->layout())->addLayout(grid);
  return said.join(QStringLiteral(" · "));
}

void ClaimList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) rebuild();
  QWidget::changeEvent(event);
}

}  // namespace threadline::widgets
