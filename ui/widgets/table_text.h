// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A table of an item model as text for the clipboard: Markdown for a blog, CSV for a spreadsheet. Cells are what the
// table shows; what has a meaning in the format is escaped, and a CSV cell never begins a formula.
//
// Thread: GUI. At most kMostCopiedRows rows are written.

#include <QString>

#include <vector>

class QAbstractItemModel;

namespace threadline::widgets {

inline constexpr int kMostCopiedRows = 10'000;

/// Of these rows; of all where there are none.
[[nodiscard]] QString markdownOf(const QAbstractItemModel& model, const std::vector<int>& rows = {});
[[nodiscard]] QString csvOf(const QAbstractItemModel& model, const std::vector<int>& rows = {});

}  // namespace threadline::widgets
