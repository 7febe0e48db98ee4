// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/notices.h"
#include "app/cli/opened_trace.h"
#include "app/picture_writing.h"

namespace threadline::app {

ExitStatus renderTrace(const RenderOptions& options) {
  if (const Status possible = checkPictures(options.pictures, options.picture); !possible) {
    complain(possible.error());
    return ExitStatus::kBadInput;
  }
  const auto trace = openTrace(options.trace);
  if (!trace) {
    complain(trace.error());
    return ExitStatus::kBadInput;
  }
  const OpenedTrace& opened = trace.value();
  const PictureSource source{opened.file.snapshot, opened.run ? &*opened.run : nullptr, options.trace};
  ExitStatus status = ExitStatus::kDone;
  for (const std::string& path : options.pictures) {
    if (const auto written = writePicture(source, options.picture, path); !written) {
      complain(written.error());
      status = ExitStatus::kBadInput;
    }
  }
  return status;
}

}  // namespace threadline::app
