// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/state_words.h"

#include <QCoreApplication>

#include "ui/scene/text_measure.h"
#include "ui/scene/units.h"

namespace threadline::models {
namespace {

// In the order of LaneState, and the texts of ui/paint/words.cpp, which are translated there.
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

QString shown(std::string_view text) {
  return QString::fromStdString(scene::oneLine(text));
}

QString processName(const model::Snapshot& snapshot, ProcessId process) {
  if (process.value >= snapshot.processes().size()) return {};
  return shown(snapshot.processes()[process.value].name);
}

}  // namespace

QString stateWord(LaneState state, bool readyIsKnown) {
  if (state == LaneState::kRunning && !readyIsKnown) {
    return QCoreApplication::translate("Figure", QT_TRANSLATE_NOOP("Figure", "running or ready"));
  }
  return QCoreApplication::translate("Figure", kStates[static_cast<std::size_t>(state)]);
}

QString laneTitle(const model::Snapshot& snapshot, LaneId lane) {
  if (lane.value >= snapshot.laneCount()) return {};
  const model::Lane& facts = snapshot.lane(lane);
  const QString name = shown(facts.name);
  if (snapshot.processes().size() < 2) return name;
  const QString process = processName(snapshot, facts.process);
  if (process.isEmpty() || process == name) return name;
  return process + QStringLiteral(" › ") + name;
}

QString labelText(const model::Snapshot& snapshot, TextId text) {
  return shown(snapshot.text(text));
}

QString objectTitle(const model::Snapshot& snapshot, ObjectId object) {
  if (object.value >= snapshot.objects().size()) return {};
  return shown(snapshot.objects()[object.value].name);
}

QString waitsFor(const model::Snapshot& snapshot, const model::Span& span) {
  if (span.state == LaneState::kWaitingGil) return QStringLiteral("GIL");
  switch (span.targetKind) {
    case TargetKind::kLane: return laneTitle(snapshot, LaneId{span.target});
    case TargetKind::kObject: return objectTitle(snapshot, ObjectId{span.target});
    case TargetKind::kProcess: return processName(snapshot, ProcessId{span.target});
    case TargetKind::kNone: break;
  }
  return {};
}

QString heldBy(const model::Snapshot& snapshot, const model::Span& span) {
  return laneTitle(snapshot, span.holder);
}

QString timeText(TimeNs time) {
  const QString text = QString::number(static_cast<double>(time.ns) / 1e6, 'f', 3) + QStringLiteral(" ms");
  // What is less than the last digit has no sign.
  if (time.ns < 0 && time.ns > -500) return QStringLiteral("0.000 ms");
  return time.ns < 0 ? QString(text).replace(QLatin1Char('-'), QChar(0x2212)) : text;
}

QString lengthText(DurationNs length) {
  return QString::fromStdString(scene::durationText(length));
}

QString percentText(double share) {
  if (share <= 0) return QStringLiteral("0 %");
  const double percent = share * 100;
  if (percent < 0.1) return QStringLiteral("< 0.1 %");
  return QString::fromStdString(scene::decimalText(percent, 1)) + QStringLiteral(" %");
}

}  // namespace threadline::models
