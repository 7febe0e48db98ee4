// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From a finished run or an opened trace to picture files.
//
// Thread: main's, with a QGuiApplication.

#include <string>
#include <vector>

#include "app/cli/options.h"
#include "app/figure_texts.h"
#include "core/base/result.h"

namespace threadline::app {

/// Whether a picture could be written there: a known ending, a folder that may be written. Errors: kInvalidArgument,
/// kNotFound, kSystem.
[[nodiscard]] Status checkPicturePath(const std::string& path);
/// The same for all pictures of a command, and for the one that --like names.
[[nodiscard]] Status checkPictures(const std::vector<std::string>& paths, const PictureOptions& options);
/// The same for a trace to be saved.
[[nodiscard]] Status checkTracePath(const std::string& path);

/// What of the source is shown, in the language chosen. Says where nothing of what was asked for is there.
[[nodiscard]] model::View viewOf(const PictureSource& source, const PictureOptions& options);
/// The page and its scale. Errors: kInvalidInput where --like names no picture of ours.
[[nodiscard]] Result<paint::FigureOptions> figureOptionsOf(const PictureOptions& options);

/// Writes the picture(s) of one path; returns the paths written. Errors: those of writeFigure; kInvalidInput where
/// --like names no picture of ours.
[[nodiscard]] Result<std::vector<std::string>> writePicture(const PictureSource& source, const PictureOptions& options,
                                                            const std::string& path);

}  // namespace threadline::app
