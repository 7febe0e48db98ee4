// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the export dialog asks for and what it is told: the lanes and ranges there are (ExportSource), and what a person
// wants of them (ExportChoice). The dialog knows no runs and no scenarios; the functions of the source do.
//
// Thread: GUI.

#include <QString>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "ui/paint/figure.h"

namespace threadline::widgets {

enum class ExportRange { kAll, kVisible, kSelection };

struct ExportLane {
  LaneId lane;
  QString name;
  bool shown = true;
};

/// A lane that is to be drawn, under this name.
struct ExportedLane {
  LaneId lane;
  QString name;
  friend bool operator==(const ExportedLane&, const ExportedLane&) = default;
};

struct ExportChoice {
  paint::FigureOptions figure;
  ExportRange rangeKind = ExportRange::kAll;
  TimeRange range;                  // what that means in times
  std::vector<ExportedLane> lanes;  // those shown, in order
  // Other words than the subject's own; an empty text is a wish too.
  std::optional<QString> title, caption, alt;
  QString fileName;  // "sum.png": its ending is the format
};

struct ExportSource {
  /// Words and view of the picture; asked in the GUI thread at each change, so it must be quick.
  std::function<paint::FigureSubject(const ExportChoice&)> subject;
  std::vector<ExportLane> lanes;  // as the window has them, in its order
  bool areRuns = false;           // several runs are drawn: `lanes` are these runs, by their places
  TimeRange all, visible;
  std::optional<TimeRange> selection;
  QString suggestedName;  // "sum"; an ending says the format
  /// The command line that would make the same file; none: that line is not there.
  std::function<QString(const ExportChoice&)> command;
  /// Nanoseconds for each pixel of a picture of ours; none: that row is not there.
  std::function<Result<double>(std::string path)> scaleOf;
};

}  // namespace threadline::widgets
