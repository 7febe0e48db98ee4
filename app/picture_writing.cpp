// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture_writing.h"

#include "app/cli/notices.h"
#include "app/files.h"
#include "app/language.h"
#include "app/picture_scale.h"
#include "app/words.h"
#include "core/report/view_resolver.h"
#include "ui/paint/figure.h"

namespace threadline::app {
namespace {

/// Wishes that this trace cannot fulfil are said, not silently dropped.
void sayWhatIsMissing(const model::Snapshot& snapshot, const PictureOptions& options, const model::View& view) {
  const auto& range = options.view.range;
  const TimeRange all = snapshot.extent();
  if (range && (range->start >= all.end || range->end <= all.start)) {
    complain(Words::tr("nothing was recorded in the range asked for; all of it is drawn"));
  }
  if (!options.view.lanes.empty() && view.lanes.empty()) complain(Words::tr("no lane matches --lane"));
}

}  // namespace

model::View viewOf(const PictureSource& source, const PictureOptions& options) {
  static const scenario::ParameterValues kNone;
  const bool isKorean = currentLanguage() == Language::kKorean;
  const scenario::View* view = source.run ? &source.run->scenario.view : nullptr;
  const auto& parameters = source.run ? source.run->parameters : kNone;
  model::View out = report::resolveView(*source.snapshot, view, parameters, options.view, isKorean);
  sayWhatIsMissing(*source.snapshot, options, out);
  return out;
}

Result<paint::FigureOptions> figureOptionsOf(const PictureOptions& options) {
  paint::FigureOptions figure = options.figure;
  if (options.like.empty()) return figure;
  const auto scale = readPictureScale(options.like);
  if (!scale) return scale.error();
  figure.nsPerPx = scale.value();
  return figure;
}

Status checkPicturePath(const std::string& path) {
  const std::string ending = endingOf(path);
  if (ending != ".svg" && ending != ".png" && ending != ".pdf") {
    return Error{ErrorCode::kInvalidArgument, Words::tr("a picture ends in .svg, .png or .pdf").toStdString(), path};
  }
  return checkWritable(path);
}

Status checkPictures(const std::vector<std::string>& paths, const PictureOptions& options) {
  for (const std::string& path : paths) {
    if (Status possible = checkPicturePath(path); !possible) return possible;
  }
  if (options.like.empty()) return ok();
  const auto scale = readPictureScale(options.like);
  return scale ? ok() : Status(scale.error());
}

Status checkTracePath(const std::string& path) {
  const std::string ending = endingOf(path);
  if (ending != ".json" && ending != ".csv") {
    return Error{ErrorCode::kInvalidArgument, Words::tr("a trace ends in .json or .csv").toStdString(), path};
  }
  return checkWritable(path);
}

Result<std::vector<std::string>> writePicture(const PictureSource& source, const PictureOptions& options,
                                              const std::string& path) {
  const auto figure = figureOptionsOf(options);
  if (!figure) return figure.error();
  return paint::writeFigure(composeSubject(source, options, viewOf(source, options)), figure.value(), path);
}

}  // namespace threadline::app
