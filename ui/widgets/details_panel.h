// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All that is known of one span, field by field, with buttons that lead to what caused it (an arrow that ends in it,
// who held what it waits for) and to what it caused (arrows that leave it). Names of the trace are shown as plain text.
//
// Thread: GUI.

#include <QWidget>

#include <optional>
#include <vector>

#include "core/model/trace.h"
#include "ui/scene/flow_index.h"

class QFormLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace threadline::widgets {

class DetailsPanel : public QWidget {
  Q_OBJECT
 public:
  static constexpr int kMostLinks = 6;  // of causes, and of effects

  explicit DetailsPanel(QWidget* parent = nullptr);

  /// `stepText` is the step of the scenario that the span belongs to, as a person reads it; empty: none.
  void setSpan(model::SnapshotPtr snapshot, LaneId lane, std::size_t span, const QString& stepText);
  void clear();
  /// All fields as text, one a line: "State: running".
  [[nodiscard]] QString asText() const;

 signals:
  void laneTimeRequested(LaneId lane, TimeNs time);
  void stepRequested(StepIndex step);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  enum Field { kLane, kState, kStart, kLength, kWaitsFor, kHeldBy, kLabel, kStep, kFieldCount };
  struct Links {
    QLabel* title = nullptr;
    QVBoxLayout* buttons = nullptr;
    QLabel* more = nullptr;
    int count = 0;
    int leftOut = 0;
  };

  void addFields(QVBoxLayout* column);
  [[nodiscard]] Links addLinks(QVBoxLayout* column, const QString& name);
  void fill();
  void fillFields(const model::Span& span);
  void fillLinks(const model::Span& span);
  void empty(Links& links);
  void addLink(Links& links, const QString& text, LaneId lane, TimeNs time);
  void finish(Links& links);
  void retranslate();
  [[nodiscard]] QString nameOf(Field field) const;
  [[nodiscard]] QString causeText(const model::Flow& flow) const;
  [[nodiscard]] QString effectText(const model::Flow& flow) const;

  model::SnapshotPtr m_snapshot;
  scene::FlowIndex m_flows;  // of the snapshot
  LaneId m_lane;
  std::size_t m_span = 0;
  QString m_stepText;
  StepIndex m_step;
  QStackedWidget* m_pages = nullptr;
  QLabel* m_empty = nullptr;
  QWidget* m_page = nullptr;
  QFormLayout* m_form = nullptr;
  std::vector<QLabel*> m_values;  // by Field
  std::vector<QLabel*> m_names;
  QPushButton* m_toStep = nullptr;
  Links m_causes;
  Links m_effects;
};

}  // namespace threadline::widgets
