// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands above each of several runs under one another: the names that a person gave them, and where these are the
// same, the values in which the runs differ, so that nobody has to guess which is which.
//
// Thread: GUI (words of the language of now).

#include <QStringList>

#include <vector>

#include "ui/models/run_table_model.h"

namespace threadline::widgets {

/// One title a run, in their order.
[[nodiscard]] QStringList titlesOf(const std::vector<const models::RunItem*>& runs);

}  // namespace threadline::widgets
