// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/details_panel.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

#include "ui/models/state_words.h"

namespace threadline::widgets {

DetailsPanel::DetailsPanel(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("detailsPanel"));
  m_empty = new QLabel(this);
  m_empty->setObjectName(QStringLiteral("detailsEmpty"));
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  m_empty->setTextFormat(Qt::PlainText);
  m_page = new QWidget;
  auto* column = new QVBoxLayout(m_page);
  addFields(column);
  m_causes = addLinks(column, QStringLiteral("causes"));
  m_effects = addLinks(column, QStringLiteral("effects"));
  column->addStretch(1);
  auto* scroll = new QScrollArea(this);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(m_page);
  m_pages = new QStackedWidget(this);
  m_pages->addWidget(m_empty);
  m_pages->addWidget(scroll);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(m_pages);
  retranslate();
}

void DetailsPanel::addFields(QVBoxLayout* column) {
  m_form = new QFormLayout;
  m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  for (int i = 0; i < kFieldCount; ++i) {
    auto* name = new QLabel(m_page);
    auto* value = new QLabel(m_page);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setObjectName(QStringLiteral("detailsField%1").arg(i));
    name->setBuddy(value);
    m_form->addRow(name, value);
    m_names.push_back(name);
    m_values.push_back(value);
  }
  column->addLayout(m_form);
  m_toStep = new QPushButton(m_page);
  m_toStep->setObjectName(QStringLiteral("detailsToStep"));
  column->addWidget(m_toStep);
  connect(m_toStep, &QPushButton::clicked, this, [this] {
    if (!m_step.isNone()) emit stepRequested(m_step);
  });
}

DetailsPanel::Links DetailsPanel::addLinks(QVBoxLayout* column, const QString& name) {
  Links links;
  links.title = new QLabel(m_page);
  QFont bold = links.title->font();
  bold.setBold(true);
  links.title->setFont(bold);
  links.title->setObjectName(name);
  links.buttons = new QVBoxLayout;
  links.buttons->setSpacing(2);
  links.more = new QLabel(m_page);
  column->addWidget(links.title);
  column->addLayout(links.buttons);
  column->addWidget(links.more);
  return links;
}

void DetailsPanel::setSpan(model::SnapshotPtr snapshot, LaneId lane, std::size_t span, const QString& stepText) {
  if (snapshot == nullptr || lane.value >= snapshot->laneCount() || span >= snapshot->spanCount(lane)) {
    clear();
    return;
  }
  if (snapshot != m_snapshot) m_flows = scene::FlowIndex(*snapshot);
  m_snapshot = std::move(snapshot);
  m_lane = lane;
  m_span = span;
  m_stepText = stepText;
  fill();
  m_pages->setCurrentIndex(1);
}

void DetailsPanel::clear() {
  m_snapshot = nullptr;
  m_flows = {};
  m_step = {};
  m_pages->setCurrentIndex(0);
}

void DetailsPanel::fill() {
  if (m_snapshot == nullptr) return;
  const model::Span span = m_snapshot->span(m_lane, m_span);
  m_step = span.step;
  fillFields(span);
  fillLinks(span);
  m_toStep->setVisible(!m_step.isNone());
  m_page->setAccessibleDescription(asText());
}

void DetailsPanel::fillFields(const model::Span& span) {
  std::vector<QString> texts(kFieldCount);
  texts[kLane] = models::laneTitle(*m_snapshot, m_lane);
  texts[kState] = models::stateWord(span.state);
  texts[kStart] = models::timeText(span.start);
  texts[kLength] = models::lengthText(span.end - span.start);
  texts[kWaitsFor] = models::waitsFor(*m_snapshot, span);
  texts[kHeldBy] = models::heldBy(*m_snapshot, span);
  texts[kLabel] = models::labelText(*m_snapshot, span.label);
  texts[kStep] = m_stepText.simplified();
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    m_values[i]->setText(texts[i]);
    m_values[i]->setVisible(!texts[i].isEmpty());
    m_names[i]->setVisible(!texts[i].isEmpty());
    m_values[i]->setAccessibleName(nameOf(static_cast<Field>(i)));
  }
}

void DetailsPanel::fillLinks(const model::Span& span) {
  empty(m_causes);
  empty(m_effects);
  if (!span.holder.isNone() && span.holder.value < m_snapshot->laneCount()) {
    addLink(m_causes, tr("Held by: %1").arg(models::laneTitle(*m_snapshot, span.holder)), span.holder, span.start);
  }
  for (const std::uint32_t place : m_flows.into(m_lane)) {
    const model::Flow& flow = m_snapshot->flows()[place];
    // What ends a wait arrives just where the span ends, so both edges count for causes.
    if (flow.in >= span.start && flow.in <= span.end) addLink(m_causes, causeText(flow), flow.from, flow.out);
  }
  for (const std::uint32_t place : m_flows.outOf(m_lane)) {
    const model::Flow& flow = m_snapshot->flows()[place];
    const bool isWithin = flow.out >= span.start && flow.out < span.end;
    if (isWithin && !flow.to.isNone()) addLink(m_effects, effectText(flow), flow.to, flow.in);
  }
  finish(m_causes);
  finish(m_effects);
}

void DetailsPanel::empty(Links& links) {
  while (QLayoutItem* item = links.buttons->takeAt(0)) {
    // Later: this may be called by a slot of one of these buttons.
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
  links.count = 0;
  links.leftOut = 0;
}

void DetailsPanel::addLink(Links& links, const QString& text, LaneId lane, TimeNs time) {
  if (links.count == kMostLinks) {
    ++links.leftOut;
    return;
  }
  ++links.count;
  const QString words = QStringLiteral("%1 · %2").arg(text, models::timeText(time));
  auto* button = new QPushButton(m_page);
  // A name with & must not make a shortcut.
  button->setText(QString(words).replace(QLatin1Char('&'), QStringLiteral("&&")));
  button->setObjectName(links.title->objectName() + QString::number(links.count));
  button->setToolTip(tr("Show this place in the timeline"));
  button->setAccessibleName(words);
  button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  button->setStyleSheet(QStringLiteral("text-align: left; padding: 4px 8px;"));
  connect(button, &QPushButton::clicked, this, [this, lane, time] { emit laneTimeRequested(lane, time); });
  links.buttons->addWidget(button);
}

void DetailsPanel::finish(Links& links) {
  links.title->setVisible(links.count > 0);
  links.more->setVisible(links.leftOut > 0);
  links.more->setText(links.leftOut > 0 ? tr("and %n more", nullptr, links.leftOut) : QString());
}

QString DetailsPanel::causeText(const model::Flow& flow) const {
  const QString from = models::laneTitle(*m_snapshot, flow.from);
  switch (flow.kind) {
    case FlowKind::kStart: return tr("Started by: %1").arg(from);
    case FlowKind::kPut: return tr("Put by: %1").arg(from);
    case FlowKind::kEmit: return tr("Emitted by: %1").arg(from);
    case FlowKind::kRelease: return tr("Released by: %1").arg(from);
    case FlowKind::kSignal: return tr("Signal from: %1").arg(from);
    case FlowKind::kJoin: return tr("End of: %1").arg(from);
  }
  return from;
}

QString DetailsPanel::effectText(const model::Flow& flow) const {
  const QString to = models::laneTitle(*m_snapshot, flow.to);
  switch (flow.kind) {
    case FlowKind::kStart: return tr("Starts: %1").arg(to);
    case FlowKind::kPut: return tr("Taken by: %1").arg(to);
    case FlowKind::kEmit: return tr("Received by: %1").arg(to);
    case FlowKind::kRelease: return tr("Handed over to: %1").arg(to);
    case FlowKind::kSignal: return tr("Signal to: %1").arg(to);
    case FlowKind::kJoin: return tr("Awaited by: %1").arg(to);
  }
  return to;
}

QString DetailsPanel::nameOf(Field field) const {
  switch (field) {
    case kLane: return tr("Lane");
    case kState: return tr("State");
    case kStart: return tr("Start");
    case kLength: return tr("Length");
    case kWaitsFor: return tr("Waits for");
    case kHeldBy: return tr("Held by");
    case kLabel: return tr("Label");
    case kStep: return tr("Step");
    case kFieldCount: break;
  }
  return {};
}

QString DetailsPanel::asText() const {
  if (m_snapshot == nullptr) return {};
  QStringList lines;
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    const QString text = m_values[i]->text();
    if (!text.isEmpty()) lines += QStringLiteral("%1: %2").arg(nameOf(static_cast<Field>(i)), text);
  }
  return lines.join(QLatin1Char('\n'));
}

void DetailsPanel::retranslate() {
  setAccessibleName(tr("Details"));
  m_page->setAccessibleName(tr("Details of a span"));
  m_empty->setText(tr("Click a span in the timeline to see what it waits for and what caused it."));
  for (std::size_t i = 0; i < kFieldCount; ++i) m_names[i]->setText(nameOf(static_cast<Field>(i)));
  m_causes.title->setText(tr("Caused by"));
  m_effects.title->setText(tr("What it caused"));
  m_toStep->setText(tr("Show the step"));
  m_toStep->setToolTip(tr("Show the step of the scenario that this span belongs to"));
  fill();
}

void DetailsPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace threadline::widgets
