// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A picture ready to publish: title, lanes, axis, legend, caption on a page, written as PNG, SVG or PDF by the file's
// ending.
//
// Thread: any one with a QGuiApplication in the process (fonts). Writes to a temporary file beside the target and
// renames, so that an old picture stays when the new one cannot be written.

#include <QImage>
#include <QSize>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/trace.h"
#include "core/model/view.h"
#include "ui/paint/theme.h"
#include "ui/scene/pane.h"

namespace threadline::paint {

enum class Page { kFree, kBlog, kSlide, kA4, kReadme };
enum class Style { kDiagram, kScreen };  // screen: the window's low rows, in the same colours

struct FigureOptions {
  Page page = Page::kFree;
  std::optional<double> widthPx;  // of the layout; the page decides otherwise
  std::optional<double> scale;    // PNG's pixel factor
  std::optional<double> nsPerPx;  // same scale as another picture
  Style style = Style::kDiagram;
  ThemeKind theme = ThemeKind::kLight;
  bool legend = true;
};

/// What is drawn, with all its words already in the picture's language: one run, or several as panes under one another.
struct FigureSubject {
  model::SnapshotPtr snapshot;
  model::View view;
  /// Several runs on one axis, their views' starts under one another; `snapshot` and `view` are not looked at then.
  std::vector<scene::Pane> panes;
  std::string title;
  std::string subtitle;
  std::string caption;
  std::string footer;  // machine, date, losses
  std::string altText;
  std::vector<std::pair<std::string, std::string>> metadata;  // scenario, values, version: into the file
};

/// Writes the picture(s): --page readme writes NAME-light and NAME-dark. Returns the paths written.
/// The metadata gains "ns_per_px": nanoseconds in one layout pixel, for FigureOptions::nsPerPx of the next picture.
/// Errors: kInvalidArgument for an ending other than .png .svg .pdf, and for a subject or pane without a trace; kLimit
/// for an image of more than 32 000 pixels on a side; kSystem when it cannot be written.
[[nodiscard]] Result<std::vector<std::string>> writeFigure(const FigureSubject& subject, const FigureOptions& options,
                                                           const std::string& path);

/// The same picture in memory, no larger than `bound` pixels (an empty one: in the page's own size), for previews and
/// the clipboard. --page readme: the one of options.theme. A null image without a trace, or where it would be too
/// large.
[[nodiscard]] QImage renderFigure(const FigureSubject& subject, const FigureOptions& options, QSize bound = {});

}  // namespace threadline::paint
