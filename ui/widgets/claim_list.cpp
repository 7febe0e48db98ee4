// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/claim_list.h"

#include <QEvent>
#include <QFrame>
#include <QRegularExpression>
#include <algorithm>

#include "ui/models/localized.h"
#include "ui/models/plain_tool_tip.h"
#include "ui/scene/units.h"

namespace threadline::widgets {

namespace {

constexpr int kDecimals = 3;

QString textOf(const scenario::Value& value) {
  if (value.asInteger()) return QString::fromStdString(scene::numberText(*value.asInteger()));
  if (value.asDecimal()) return QString::fromStdString(scene::decimalText(*value.asDecimal(), kDecimals));
  if (value.asText()) return QString::fromStdString(*value.asText());
  return value.asBool() ? QString::number(static_cast<int>(*value.asBool())) : QString();
}

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

void ClaimList::setClaims(const std::vector<report::ClaimResult>& results, const std::vector<scenario::Claim>& claims) {
  m_results = results;
  m_claims = claims;
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
  const QString rest = isChecked ? figuresOf(result) : reasonText(result);
  const QString detail = isChecked ? QString() : whyText(result);
  if (!rest.isEmpty()) layout->addWidget(labelOf(rest, false, row));
  if (!detail.isEmpty()) layout->addWidget(labelOf(detail, false, row));
  said << rest << detail;
  said.removeAll(QString());
  row->setAccessibleName(said.join(QStringLiteral(". ")));
  row->setToolTip(models::plainToolTip(QString::fromStdString(result.figure)));
  m_rows->addWidget(row);
}

QString ClaimList::figuresOf(const report::ClaimResult& result) const {
  QStringList parts;
  if (result.measured) parts.push_back(tr("measured: %1").arg(textOf(*result.measured)));
  if (!result.expected.empty()) parts.push_back(tr("expected: %1").arg(QString::fromStdString(result.expected)));
  const auto claim =
      std::find_if(m_claims.begin(), m_claims.end(), [&](const auto& one) { return one.id == result.id; });
  if (claim != m_claims.end() && claim->document) {
    parts.push_back(
        tr("in the document: %1").arg(QString::fromStdString(scene::decimalText(*claim->document, kDecimals))));
  }
  return parts.join(QStringLiteral(" · "));
}

void ClaimList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) rebuild();
  QWidget::changeEvent(event);
}

}  // namespace threadline::widgets
