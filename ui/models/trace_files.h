// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Opens and saves traces on a pool thread, so that a large file never holds up the window. What comes of it is told by
// signals in the order in which it is ready.
//
// Thread: GUI; nothing here waits. A save goes on when this object dies: files are written whole or not at all.

#include <QObject>
#include <QStringList>

#include "core/base/result.h"
#include "ui/models/run_session.h"

namespace threadline::models {

class TraceFiles final : public QObject {
  Q_OBJECT

 public:
  explicit TraceFiles(QObject* parent = nullptr) : QObject(parent) {}
  /// Files that are being read or written.
  [[nodiscard]] int pending() const { return m_pending; }

 public slots:
  void open(const QString& path);
  /// `id` comes back in saved().
  void save(quint64 id, const threadline::models::RunRecordPtr& record, const QString& path);

 signals:
  /// A record without a scenario's id is a foreign trace. `repairs`: what had to be mended to read it.
  void opened(const QString& path, const threadline::models::RunRecordPtr& record, const QStringList& repairs);
  void saved(quint64 id, const QString& path);
  void failed(const threadline::Error& error);
  void pendingChanged(int pending);

 private:
  void changePending(int by);
  int m_pending = 0;
};

/// Whether the record is one of our own runs, with its scenario.
[[nodiscard]] inline bool isOwnRun(const report::RunRecord& record) {
  return !record.scenario.id.empty();
}

}  // namespace threadline::models
