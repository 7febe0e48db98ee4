// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The objects of run_report.h before they are text, for reports of several runs. Included by .cpp files only: the JSON
// library is large. Private to core/report.
//
// Thread: any.

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "core/report/claims.h"
#include "core/report/run_record.h"
#include "core/report/verdict.h"

namespace threadline::report {

[[nodiscard]] nlohmann::ordered_json runJson(const RunRecord& run, const std::vector<ClaimResult>& claims);
/// Of a trace that carries no scenario.
[[nodiscard]] nlohmann::ordered_json traceJson(const model::Snapshot& snapshot, model::RunEnding ending);
[[nodiscard]] nlohmann::ordered_json claimJson(const ClaimResult& claim);
/// The contract's verdict object, its text in one language. Variants are named by the id that `comparison` gives them.
[[nodiscard]] nlohmann::ordered_json adviceJson(const Advice& advice, const Comparison* comparison, bool isKorean);
/// As it is written: indented, what is no UTF-8 replaced, a newline at its end.
[[nodiscard]] std::string textOf(const nlohmann::ordered_json& json);

}  // namespace threadline::report
