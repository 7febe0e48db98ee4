// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The consumer of a run for a window: starts it, reads its rings every 12 ms, builds the trace and publishes snapshots.
//
// It is a QObject that lives on a thread of its own (consumer_thread.h), never a QThread with slots. Between runs there
// is no timer at all, so an idle window costs nothing. The signals state facts and carry numbers only; the data is in
// the mailbox: who hears snapshotReady takes the latest snapshot there, and finds nothing when it was taken already.
//
// Thread: all slots on the consumer's own thread (call them queued); mailbox() from any.

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/model/run_ending.h"
#include "core/model/trace.h"
#include "core/relay/mailbox.h"
#include "core/relay/run_controller.h"

namespace threadline::relay {

/// How a run went; the last fact of it.
struct RunResult {
  quint64 run = 0;             // the number that startRun was given
  std::optional<Error> error;  // it could not be started; nothing else is set then
  model::RunEnding ending = model::RunEnding::kReturned;
  model::SnapshotPtr snapshot;  // finished
  std::string hostMessage;      // what the host said when it could not run
  double otherLoad = 0;         // cores that other programs used meanwhile
};

/// All types that travel in queued signals; called once by main and by tests. Idempotent.
void registerMetaTypes();

class TraceConsumer final : public QObject {
  Q_OBJECT

 public:
  TraceConsumer();
  /// Stops a run that still lives and waits for its end.
  ~TraceConsumer() override;

  /// The latest snapshot that nobody has taken. Thread: any.
  [[nodiscard]] Mailbox<model::SnapshotPtr>& mailbox() { return m_mailbox; }

 public slots:
  /// Stops a run that still lives (without runEnded) and starts another. `run` comes back in its facts.
  void startRun(quint64 run, const threadline::relay::RunRequest& request);
  /// Asks for the end; runEnded comes when all processes are gone. Without a run nothing happens.
  void stopRun();

 signals:
  void runStarted(quint64 run);
  void lanesAdded(quint64 first, quint64 count);
  void outputAdded(quint64 first, quint64 count);
  /// A doorbell: `seq` counts the snapshots of this consumer.
  void snapshotReady(quint64 seq);
  void runEnded(const threadline::relay::RunResult& result);

 private:
  struct Run;
  void tick();
  void publish(const model::SnapshotPtr& snapshot);
  void end();

  Mailbox<model::SnapshotPtr> m_mailbox;
  QTimer m_timer;
  std::unique_ptr<Run> m_run;
  quint64 m_seq = 0;
};

}  // namespace threadline::relay

Q_DECLARE_METATYPE(threadline::relay::RunResult)
Q_DECLARE_METATYPE(threadline::relay::RunRequest)
