// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The figures of claims as people read them, the same in the window and on the command line: times with their units,
// numbers grouped, lists cut short.
//
// Thread: any.

#include <QString>

#include "core/report/claims.h"

namespace threadline::models {

/// One figure from three sources; empty where a source has none.
struct ClaimColumns {
  QString yours;      // this run's
  QString reference;  // real CPython's
  QString document;   // as the documents have it
  [[nodiscard]] bool isEmpty() const { return yours.isEmpty() && reference.isEmpty() && document.isEmpty(); }
  /// True when there is something to lay beside one's own figure.
  [[nodiscard]] bool compares() const { return !reference.isEmpty() || !document.isEmpty(); }
};

[[nodiscard]] ClaimColumns claimColumns(const report::ClaimResult& result);
/// "= 43", "5 ms … 6.5 ms", "> 0.5"; empty where the bounds are not known.
[[nodiscard]] QString expectedText(const report::ClaimResult& result);

}  // namespace threadline::models
