// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/steps_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace threadline::widgets {

using models::StepsModel;

namespace {

constexpr int kBarWidth = 4;

/// A running step is bold, with a bar before it: seen without colour too.
class StepDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    QStyledItemDelegate::paint(painter, option, index);
    if (!index.data(StepsModel::kIsRunningRole).toBool()) return;
    const QRect bar(option.rect.left() - kBarWidth - 1, option.rect.top() + 1, kBarWidth, option.rect.height() - 2);
    painter->fillRect(bar, option.palette.highlight());
  }

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isFunction = !index.parent().isValid();
    option->font.setBold(isFunction || index.data(StepsModel::kIsRunningRole).toBool());
  }
};

}  // namespace

StepsPanel::StepsPanel(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("stepsPanel"));
  m_tree = new QTreeView(this);
  m_tree->setObjectName(QStringLiteral("stepsTree"));
  m_tree->setModel(&m_model);
  m_tree->setHeaderHidden(true);
  m_tree->setIndentation(16);
  m_tree->setUniformRowHeights(true);
  m_tree->setItemDelegate(new StepDelegate(m_tree));
  m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_tree->header()->setStretchLastSection(false);
  m_empty = new QLabel(this);
  m_empty->setObjectName(QStringLiteral("stepsEmpty"));
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  m_empty->setTextFormat(Qt::PlainText);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(m_tree, 1);
  layout->addWidget(m_empty, 1);
  m_tree->hide();
  connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &StepsPanel::tell);
  retranslate();
}

void StepsPanel::tell(const QModelIndex& index) {
  const QVariant step = index.data(StepsModel::kStepRole);
  if (m_isSelecting || !step.isValid() || step.toUInt() == StepIndex::kNone) return;
  emit stepActivated(StepIndex{step.toUInt()});
}

void StepsPanel::setScenario(const scenario::Scenario& scenario) {
  m_isSelecting = true;
  m_model.setScenario(scenario);
  m_isSelecting = false;
  const bool isEmpty = m_model.rowCount() == 0;
  m_tree->setVisible(!isEmpty);
  m_empty->setVisible(isEmpty);
  m_tree->expandAll();
}

void StepsPanel::setRunning(const std::set<StepIndex>& steps) {
  m_model.setRunning(steps);
}

void StepsPanel::selectStep(const QString& pointer) {
  const QModelIndex index = m_model.indexOf(pointer);
  m_isSelecting = true;
  m_tree->setCurrentIndex(index);
  if (!index.isValid()) m_tree->clearSelection();
  m_isSelecting = false;
  if (index.isValid()) m_tree->scrollTo(index);
}

void StepsPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void StepsPanel::retranslate() {
  m_tree->setAccessibleName(tr("Steps of the example"));
  m_empty->setText(tr("Open an example to see its steps here."));
  m_model.retranslate();
}

}  // namespace threadline::widgets
