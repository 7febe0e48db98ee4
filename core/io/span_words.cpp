// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/span_words.h"

#include "core/io/words.h"

namespace threadline::io {

std::string waitsFor(const model::Snapshot& snapshot, const model::Span& span) {
  std::string name;
  if (span.targetKind == TargetKind::kNone) return name;
  if (span.targetKind == TargetKind::kObject && span.target < snapshot.objects().size()) {
    name = snapshot.objects()[span.target].name;
  } else if (span.targetKind == TargetKind::kLane && span.target < snapshot.laneCount()) {
    name = snapshot.lane({span.target}).name;
  } else if (span.targetKind == TargetKind::kProcess && span.target < snapshot.processes().size()) {
    name = snapshot.processes()[span.target].name;
  }
  return name.empty() ? std::string(kTargetKinds.of(span.targetKind)) + " " + std::to_string(span.target) : name;
}

}  // namespace threadline::io
