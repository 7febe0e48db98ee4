// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The options that every picture has on the command line (--page, --range, --lane, ...): as typed, and as read.

#include <string>
#include <vector>

#include "app/cli/options.h"
#include "core/base/result.h"

namespace CLI {
class App;
}

namespace threadline::app {

/// As typed; an empty text or a zero was not given.
struct PictureArguments {
  std::string page;
  double widthPx = 0;
  double scale = 0;
  std::string range;
  double nsPerPx = 0;
  std::string like;
  std::string style;
  std::string theme;
  std::string legend;
  std::vector<std::string> title;  // at most one; an empty title is a wish too
  std::vector<std::string> caption;
  std::vector<std::string> alt;
  std::vector<std::string> lanes;
};

void addPictureArguments(CLI::App* command, PictureArguments& arguments);

/// Errors: kInvalidArgument, one sentence that names the option, what was found and what could stand there.
[[nodiscard]] Result<PictureOptions> readPictureArguments(const PictureArguments& arguments);

/// "12ms..80ms", "..2s", "1.5ms..": half-open, from the run's zero. Units ns, us, ms, s. Errors: kInvalidArgument.
[[nodiscard]] Result<TimeRange> readRange(const std::string& text);

}  // namespace threadline::app
