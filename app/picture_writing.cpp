// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture_writing.h"

#include "app/cli/notices.h"
#include "app/files.h"
#include "app/language.h"
#include "app/words.h"
#include "core/report/view_resolver.h"
#include "ui/paint/figure.h"

namespace threadline::app {
namespace {

model::View viewOf(const PictureSource& source, const PictureOptions& options) {
  static const scenario::ParameterValues kNone;
  const bool isKorean = currentLanguage() == Language::kKorean;
  const scenario::View* view = source.run ? &source.run->scenario.view : nullptr;
  const auto& parameters = source.run ? source.run->parameters : kNone;
  return report::resolveView(*source.snapshot, view, parameters, options.view, isKorean);
}

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

Status checkPicturePath(const std::string& path) {
  const std::string ending = endingOf(path);
  if (ending != ".svg" && ending != ".png" && ending != ".pdf") {
    return Error{ErrorCode::kInvalidArgument, Words::tr("a picture ends in .svg, .png or .pdf").toStdString(), path};
  }
  return checkWritable(path);
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
  model::View view = viewOf(source, options);
  sayWhatIsMissing(*source.snapshot, options, view);
  return paint::writeFigure(composeSubject(source, options, std::move(view)), options.figure, path);
}

}  // namespace threadline::app
