// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The functions of a scenario and their steps as a tree, main first. Steps that run just now are marked.
//
// Thread: GUI.

#include <QAbstractItemModel>
#include <set>
#include <vector>

#include "core/base/ids.h"
#include "core/scenario/scenario.h"

namespace threadline::models {

class StepsModel : public QAbstractItemModel {
  Q_OBJECT

 public:
  enum Role {
    kStepRole = Qt::UserRole,  // uint: StepIndex; Id::kNone for a function
    kPointerRole,              // QString: JSON pointer; "/functions/NAME" for a function
    kIsRunningRole             // bool
  };

  explicit StepsModel(QObject* parent = nullptr);

  void setScenario(const scenario::Scenario& scenario);
  void setRunning(const std::set<StepIndex>& steps);
  void retranslate();
  /// The step with this pointer, or the nearest one around it ("…/steps/1/repeat" → step 1); invalid: none.
  [[nodiscard]] QModelIndex indexOf(const QString& pointer) const;

  [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

 private:
  /// Node 0 is the root; its children are functions.
  struct Node {
    const scenario::Function* function = nullptr;
    const scenario::Step* step = nullptr;
    std::size_t parent = 0;
    int row = 0;
    std::vector<std::size_t> children;
  };

  std::size_t addNode(Node node);
  void addFunction(const scenario::Function& function);
  void addSteps(const std::vector<scenario::Step>& steps, std::size_t parent);
  [[nodiscard]] QModelIndex indexOfNode(std::size_t node) const;
  [[nodiscard]] QString pointerOf(const Node& node) const;
  [[nodiscard]] std::size_t nodeOf(const QModelIndex& index) const;

  scenario::Scenario m_scenario;  // never changed while nodes point into it
  std::vector<Node> m_nodes;
  std::set<StepIndex> m_running;
};

}  // namespace threadline::models
