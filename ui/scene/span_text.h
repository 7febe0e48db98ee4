// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is written about a span: in its box, and in the hint that an SVG shows under the pointer.

#include <string>
#include <vector>

#include "core/model/trace.h"
#include "core/model/view.h"
#include "ui/scene/words.h"

namespace threadline::scene {

class SpanText {
 public:
  SpanText(const model::Snapshot& snapshot, const model::View& view, const Words& words);

  /// Texts for its box, the best first; the first that fits is written. Empty: nothing is.
  [[nodiscard]] std::vector<std::string> labels(LaneId lane, const model::Span& span) const;
  /// In fields: "waiting for the GIL · 5.13 ms · held by th1 · #14".
  [[nodiscard]] std::string hint(LaneId lane, const model::Span& span) const;
  /// The lane's name as this picture calls it.
  [[nodiscard]] std::string nameOf(LaneId lane) const;
  /// When the lane's code had ended and what followed was waiting at exit; nothing where that was not recorded.
  [[nodiscard]] bool isExitWait(LaneId lane, const model::Span& span) const;

 private:
  [[nodiscard]] std::string targetOf(const model::Span& span) const;
  [[nodiscard]] const std::string* wordOfObject(const model::Span& span) const;
  [[nodiscard]] const std::string& wordFor(LaneId lane, const model::Span& span) const;

  const model::Snapshot& m_snapshot;
  const model::View& m_view;
  const Words& m_words;
  std::vector<TimeNs> m_codeEnds;  // by lane; the largest time: never seen
};

}  // namespace threadline::scene
