// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sits in the program that a story is about and tells the story what its windows show. Qt loads it because the story
// names it in QT_QPA_GENERIC_PLUGINS; the program itself is the one that people use.
//
// It answers lines on the descriptor that THREADLINE_PROBE_FD names, one JSON object a line: "find WHAT", "windows",
// "focus", "digest NAME", "watch" (stalls count from here), "stall", "painted" (when the first picture was there).
//
// Beside the GUI thread it watches one that does nothing: what that one waits is the machine's doing.
//
// Thread: GUI.

#include <QByteArray>
#include <QGenericPlugin>
#include <QJsonObject>
#include <QSocketNotifier>
#include <QThread>

#include <memory>

#include "tests/stories/probe/watchdog.h"

namespace threadline::stories {

class Probe final : public QObject {
  Q_OBJECT

 public:
  explicit Probe(int descriptor);
  ~Probe() override;

 protected:
  /// Sees the first painting of a window.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void read();
  [[nodiscard]] QJsonObject answer(const QString& line);
  [[nodiscard]] QJsonObject stalls() const;

  int m_descriptor;
  QByteArray m_pending;
  std::unique_ptr<QSocketNotifier> m_notifier;
  Watchdog m_watchdog;
  QThread m_idleThread;
  Watchdog m_idleWatchdog;  // lives on m_idleThread
  qint64 m_paintedNs = 0;   // CLOCK_MONOTONIC
};

class ProbePlugin final : public QGenericPlugin {
  Q_OBJECT
  Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "probe.json")

 public:
  QObject* create(const QString& name, const QString& specification) override;
};

}  // namespace threadline::stories
