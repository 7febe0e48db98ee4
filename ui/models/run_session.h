// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One run at a time, as a window sees it: ordered, growing, ended, judged. Ties the consumer's thread to whoever shows
// the run; knows no widget.
//
// Facts come as signals in this order: stateChanged(kStarting), stateChanged(kRunning), snapshotChanged() many times,
// finished() once. A run that is replaced by another gives no finished(). Claims are checked on a pool thread, because
// on a large trace that takes longer than a frame.
//
// Thread: GUI, which never waits here, except that the destructor ends a living run and waits until it is gone.

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/relay/consumer_thread.h"
#include "core/report/claims.h"
#include "core/report/run_record.h"

namespace threadline::models {

/// What is to be run.
struct RunOrder {
  std::shared_ptr<const scenario::Scenario> scenario;
  std::string scenarioJson;
  std::string preset;
  scenario::ParameterValues parameters;
  std::optional<DurationNs> timeLimit;
};

using RunRecordPtr = std::shared_ptr<const report::RunRecord>;

class RunSession final : public QObject {
  Q_OBJECT

 public:
  enum class State { kIdle, kStarting, kRunning, kStopping };

  explicit RunSession(std::string hostPath, QObject* parent = nullptr);
  ~RunSession() override;

  [[nodiscard]] State state() const { return m_state; }
  [[nodiscard]] bool isLive() const { return m_state != State::kIdle; }
  /// The newest snapshot of the run; null before its first.
  [[nodiscard]] const model::SnapshotPtr& snapshot() const { return m_snapshot; }
  /// What was ordered last.
  [[nodiscard]] const RunOrder& order() const { return m_order; }
  /// Since the run was ordered; of a finished one until its end.
  [[nodiscard]] DurationNs elapsed() const;

 public slots:
  /// Starts; a living run is killed without a word first.
  void start(const threadline::models::RunOrder& order);
  void stop();

 signals:
  void stateChanged(threadline::models::RunSession::State state);
  void snapshotChanged();
  /// The run is over and its claims are judged. The record is complete.
  void finished(const threadline::models::RunRecordPtr& record,
                const std::vector<threadline::report::ClaimResult>& claims);
  /// It could not be started, or the host could not run it: what happened and what to do, for a person.
  void failed(const threadline::Error& error);

 private:
  void takeSnapshot();
  void end(const relay::RunResult& result);
  void judge(const RunRecordPtr& record);
  void setState(State state);

  std::string m_hostPath;
  relay::ConsumerThread m_consumer;
  RunOrder m_order;
  std::string m_startedAt;
  model::SnapshotPtr m_snapshot;
  State m_state = State::kIdle;
  quint64 m_run = 0;
  QElapsedTimer m_clock;
  std::optional<DurationNs> m_length;
};

/// The steps that lanes are at in the snapshot's newest moment.
[[nodiscard]] std::set<StepIndex> runningSteps(const model::Snapshot& snapshot);

}  // namespace threadline::models

Q_DECLARE_METATYPE(threadline::models::RunRecordPtr)
