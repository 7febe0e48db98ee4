// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/steps_model.h"

#include <utility>

#include "ui/models/plain_tool_tip.h"
#include "ui/models/step_text.h"

namespace threadline::models {

StepsModel::StepsModel(QObject* parent) : QAbstractItemModel(parent) {
  m_nodes.emplace_back();
}

void StepsModel::setScenario(const scenario::Scenario& scenario) {
  beginResetModel();
  m_nodes.assign(1, Node{});
  m_running.clear();
  m_scenario = scenario;
  if (const scenario::Function* main = m_scenario.function("main")) addFunction(*main);
  for (const auto& [name, function] : m_scenario.functions) {
    if (name != "main") addFunction(function);
  }
  endResetModel();
}

std::size_t StepsModel::addNode(Node node) {
  const std::size_t number = m_nodes.size();
  std::vector<std::size_t>& siblings = m_nodes[node.parent].children;
  node.row = static_cast<int>(siblings.size());
  siblings.push_back(number);
  m_nodes.push_back(std::move(node));
  return number;
}

void StepsModel::addFunction(const scenario::Function& function) {
  Node node;
  node.function = &function;
  addSteps(function.steps, addNode(node));
}

// As deep as steps are nested, which the reader bounds.
void StepsModel::addSteps(const std::vector<scenario::Step>& steps, std::size_t parent) {
  for (const scenario::Step& step : steps) {
    Node node;
    node.step = &step;
    node.parent = parent;
    addSteps(step.body, addNode(node));
  }
}

void StepsModel::setRunning(const std::set<StepIndex>& steps) {
  if (steps == m_running) return;
  const std::set<StepIndex> before = std::exchange(m_running, steps);
  for (std::size_t i = 1; i < m_nodes.size(); ++i) {
    if (!m_nodes[i].step) continue;
    const StepIndex step = m_nodes[i].step->index;
    if (before.count(step) == m_running.count(step)) continue;
    emit dataChanged(indexOfNode(i), indexOfNode(i), {kIsRunningRole, Qt::AccessibleTextRole});
  }
}

void StepsModel::retranslate() {
  for (std::size_t i = 0; i < m_nodes.size(); ++i) {
    const int rows = static_cast<int>(m_nodes[i].children.size());
    const QModelIndex parent = i == 0 ? QModelIndex() : indexOfNode(i);
    if (rows > 0) emit dataChanged(index(0, 0, parent), index(rows - 1, 0, parent));
  }
}

QString StepsModel::pointerOf(const Node& node) const {
  if (node.step) return QString::fromStdString(node.step->pointer);
  return node.function ? QStringLiteral("/functions/") + QString::fromStdString(node.function->name) : QString();
}

QModelIndex StepsModel::indexOf(const QString& pointer) const {
  std::size_t found = 0;
  qsizetype longest = 0;
  for (std::size_t i = 1; i < m_nodes.size(); ++i) {
    const QString own = pointerOf(m_nodes[i]);
    const bool isAround = pointer == own || pointer.startsWith(own + QLatin1Char('/'));
    if (!m_nodes[i].step || !isAround || own.size() <= longest) continue;
    longest = own.size();
    found = i;
  }
  return found == 0 ? QModelIndex() : indexOfNode(found);
}

QModelIndex StepsModel::indexOfNode(std::size_t node) const {
  return createIndex(m_nodes[node].row, 0, static_cast<quintptr>(node));
}

std::size_t StepsModel::nodeOf(const QModelIndex& index) const {
  return index.isValid() ? static_cast<std::size_t>(index.internalId()) : 0;
}

QModelIndex StepsModel::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  return indexOfNode(m_nodes[nodeOf(parent)].children[static_cast<std::size_t>(row)]);
}

QModelIndex StepsModel::parent(const QModelIndex& child) const {
  if (!child.isValid()) return {};
  const std::size_t parent = m_nodes[nodeOf(child)].parent;
  return parent == 0 ? QModelIndex() : indexOfNode(parent);
}

int StepsModel::rowCount(const QModelIndex& parent) const {
  return parent.column() > 0 ? 0 : static_cast<int>(m_nodes[nodeOf(parent)].children.size());
}

int StepsModel::columnCount(const QModelIndex& /*parent*/) const {
  return 1;
}

QVariant StepsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Node& node = m_nodes[nodeOf(index)];
  const bool isRunning = node.step && m_running.count(node.step->index) > 0;
  const auto text = [&] { return node.step ? StepText::of(*node.step) : StepText::of(*node.function); };
  switch (role) {
    case Qt::DisplayRole: return text();
    case Qt::ToolTipRole: return plainToolTip(text());
    case Qt::AccessibleTextRole: return isRunning ? tr("%1, running").arg(text()) : text();
    case kStepRole: return node.step ? node.step->index.value : StepIndex::kNone;
    case kPointerRole: return pointerOf(node);
    case kIsRunningRole: return isRunning;
    default: return {};
  }
}

}  // namespace threadline::models
