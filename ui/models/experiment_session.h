// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An experiment as a window sees it: its runs one after the other, never side by side, each through the run session.
// What has finished is kept when it is stopped.
//
// Thread: GUI.

#include <QObject>

#include <vector>

#include "ui/models/run_session.h"

namespace threadline::models {

struct PlannedRun {
  std::size_t variant = 0;
  RunOrder order;
  std::int64_t repeat = 0;  // the round, from 0
};

/// A run of an experiment that has ended.
struct ExperimentRun {
  std::size_t variant = 0;
  RunRecordPtr record;
  std::int64_t repeat = 0;
};

class ExperimentSession final : public QObject {
  Q_OBJECT

 public:
  /// Lifetime: `session` outlives this object.
  explicit ExperimentSession(RunSession& session, QObject* parent = nullptr);

  [[nodiscard]] bool isLive() const { return m_isLive; }
  [[nodiscard]] const std::vector<PlannedRun>& plan() const { return m_plan; }
  /// The run that goes on now.
  [[nodiscard]] std::size_t current() const { return m_runs.size(); }
  [[nodiscard]] const std::vector<ExperimentRun>& runs() const { return m_runs; }
  /// The last finished run of a variant; null before there is one.
  [[nodiscard]] RunRecordPtr latest(std::size_t variant) const;

  /// What all that is not finished will take, as the finished ones went; nothing before one has ended.
  [[nodiscard]] std::optional<DurationNs> timeLeft() const;

  void start(std::vector<PlannedRun> plan);
  /// Ends after the run that is being killed; it does not count.
  void stop();

 signals:
  /// Another run begins: its number, and how many there are.
  void advanced(int index, int total);
  /// All runs are there, or it was stopped or could not go on.
  void finished(bool isComplete);

 private:
  void next();
  void take(const RunRecordPtr& record);
  void finish(bool isComplete);

  RunSession& m_session;
  std::vector<PlannedRun> m_plan;
  std::vector<ExperimentRun> m_runs;
  std::vector<DurationNs> m_durations;  // of each of them, with its start and its end
  bool m_isLive = false;
  bool m_isStopping = false;
};

}  // namespace threadline::models
