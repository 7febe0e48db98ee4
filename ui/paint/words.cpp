// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/words.h"

#include <QCoreApplication>

namespace threadline::paint {
namespace {

QString word(const char* text, const char* comment = nullptr) {
  return QCoreApplication::translate("Figure", text, comment);
}

// QT_TRANSLATE_NOOP makes the texts known to lupdate; the table is in the order of LaneState.
constexpr PerState<const char*> kStates{QT_TRANSLATE_NOOP("Figure", "not started"),
                                        QT_TRANSLATE_NOOP("Figure", "starting"),
                                        QT_TRANSLATE_NOOP("Figure", "running"),
                                        QT_TRANSLATE_NOOP("Figure", "checking (busy wait)"),
                                        QT_TRANSLATE_NOOP("Figure", "ready"),
                                        QT_TRANSLATE_NOOP("Figure", "waiting for I/O"),
                                        QT_TRANSLATE_NOOP("Figure", "waiting for a lock"),
                                        QT_TRANSLATE_NOOP("Figure", "waiting for the GIL"),
                                        QT_TRANSLATE_NOOP("Figure", "waiting for a queue"),
                                        QT_TRANSLATE_NOOP("Figure", "join"),
                                        QT_TRANSLATE_NOOP("Figure", "sleep"),
                                        QT_TRANSLATE_NOOP("Figure", "suspended (await)"),
                                        QT_TRANSLATE_NOOP("Figure", "waiting for work"),
                                        QT_TRANSLATE_NOOP("Figure", "off the CPU"),
                                        QT_TRANSLATE_NOOP("Figure", "unknown (not recorded)")};

}  // namespace

scene::Words figureWords(bool readyIsKnown) {
  scene::Words out;
  for (std::size_t i = 0; i < kLaneStateCount; ++i) out.states[i] = word(kStates[i]).toStdString();
  if (!readyIsKnown) {
    out.states[static_cast<std::size_t>(LaneState::kRunning)] =
        word(QT_TRANSLATE_NOOP("Figure", "running or ready")).toStdString();
  }
  out.waitingAtExit = word(QT_TRANSLATE_NOOP("Figure", "waiting at exit")).toStdString();
  out.waitingForPipe = word(QT_TRANSLATE_NOOP("Figure", "waiting for a pipe")).toStdString();
  out.waitingForEvent = word(QT_TRANSLATE_NOOP("Figure", "waiting for an event")).toStdString();
  out.waitingForBarrier = word(QT_TRANSLATE_NOOP("Figure", "waiting for a barrier")).toStdString();
  out.waitingForSemaphore = word(QT_TRANSLATE_NOOP("Figure", "waiting for a semaphore")).toStdString();
  out.mainThread = word(QT_TRANSLATE_NOOP("Figure", "main thread")).toStdString();
  out.thread = word(QT_TRANSLATE_NOOP("Figure", "thread")).toStdString();
  out.daemonThread = word(QT_TRANSLATE_NOOP("Figure", "daemon thread")).toStdString();
  out.task = word(QT_TRANSLATE_NOOP("Figure", "task")).toStdString();
  out.service = word(QT_TRANSLATE_NOOP("Figure", "service")).toStdString();
  out.process = word(QT_TRANSLATE_NOOP("Figure", "process")).toStdString();
  out.daemon = word(QT_TRANSLATE_NOOP("Figure", "daemon")).toStdString();
  out.pid = word(QT_TRANSLATE_NOOP("Figure", "pid")).toStdString();
  out.exitCode = word(QT_TRANSLATE_NOOP("Figure", "exit code")).toStdString();
  out.gilHolder = word(QT_TRANSLATE_NOOP("Figure", "holds the GIL")).toStdString();
  out.held = word(QT_TRANSLATE_NOOP("Figure", "held by")).toStdString();
  out.lost = word(QT_TRANSLATE_NOOP("Figure", "updates lost:")).toStdString();
  out.cancels = word(QT_TRANSLATE_NOOP("Figure", "cancels %1")).toStdString();
  out.refused = word(QT_TRANSLATE_NOOP("Figure", "refused: in use by %1")).toStdString();
  out.deadlockOfHeld = word(QT_TRANSLATE_NOOP("Figure", "deadlock: waits for %1, held by %2")).toStdString();
  out.deadlockOfEnd = word(QT_TRANSLATE_NOOP("Figure", "deadlock: waits for the end of %1")).toStdString();
  out.notCollected = word(QT_TRANSLATE_NOOP("Figure", "ended, not collected")).toStdString();
  out.largest = word(QT_TRANSLATE_NOOP("Figure", "at most")).toStdString();
  return out;
}

QString wordsOf(scene::MarkKind kind) {
  switch (kind) {
    case scene::MarkKind::kCodeEnd: return word(QT_TRANSLATE_NOOP("Figure", "end of its code"));
    case scene::MarkKind::kReturned: return word(QT_TRANSLATE_NOOP("Figure", "ended"));
    case scene::MarkKind::kException: return word(QT_TRANSLATE_NOOP("Figure", "ended by an exception"));
    case scene::MarkKind::kCut: return word(QT_TRANSLATE_NOOP("Figure", "ended with its process"));
    case scene::MarkKind::kCrash: return word(QT_TRANSLATE_NOOP("Figure", "crashed"));
    case scene::MarkKind::kKilled: return word(QT_TRANSLATE_NOOP("Figure", "ended by a signal"));
    case scene::MarkKind::kNotCollected: return word(QT_TRANSLATE_NOOP("Figure", "ended, not collected"));
    case scene::MarkKind::kPoint: return word(QT_TRANSLATE_NOOP("Figure", "print, answer"));
    case scene::MarkKind::kRequest: return word(QT_TRANSLATE_NOOP("Figure", "asks for the GIL"));
    case scene::MarkKind::kTick: return word(QT_TRANSLATE_NOOP("Figure", "the timer's tick"));
    case scene::MarkKind::kLateTick: return word(QT_TRANSLATE_NOOP("Figure", "a tick that came late"));
  }
  return {};
}

QString axisLabel(const QString& unit) {
  return word(QT_TRANSLATE_NOOP("Figure", "time (%1)")).arg(unit);
}

QString joinsWord(bool hasExitWait, bool hasOthers) {
  if (hasExitWait && hasOthers) return word(QT_TRANSLATE_NOOP("Figure", "join, waiting at exit"));
  if (hasExitWait) return word(QT_TRANSLATE_NOOP("Figure", "waiting at exit"));
  return word(kStates[static_cast<std::size_t>(LaneState::kJoining)]);
}

QString omittedArrows(std::size_t count) {
  return word(QT_TRANSLATE_NOOP("Figure", "too many arrows to draw: %1 left out")).arg(count);
}

}  // namespace threadline::paint
