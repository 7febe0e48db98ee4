// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Figures: the closed list of numbers that a claim may be about, read from their text and measured on a run.
//
//   OBJECT.puts .gets .left .max_depth         of a queue ("fork[0]" for one of several)
//   NAME.LOCAL                                 a local at its actor's end; NAME is a function, or a lane glob in quotes
//   lanes(GLOB).count .cpu_share .STATE_share .overlap
//   spans(GLOB, STATE[, LABEL]).count .sum .p10 .p50 .p90 .p95 .p99 .max
//   requests(GLOB).count .served .per_s .latency_p50 .wait_p50 .service_p50 (every percentile and _max; requests.h)
//   gil.hold_p10 ... .hold_max .switches_per_s .requests
//   starts(GLOB).p50                           from start to first step (every percentile and .max)
//   process(GLOB).memory_kb .exit
//   output(GLOB).count .order                  of the texts printed that match
//   gaps(GLOB, INSTANT).count .max           from one such instant to the next of the lane (every percentile)
//   first(INSTANT)                             the first such instant
//   wall  cpu  exit                            main's start to end; CPU of all processes; main's exit code
//
// Times are nanoseconds, shares decimals from 0 to 1. What several lanes or processes give stands in a list unless all
// are equal. `overlap`: of the time in which at least one of the lanes works, the share in which two or more do.
// `hold`: holds of the GIL that ended because a waiter asked; slices that an actor cut short itself are left out.
//
// Thread: any.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/event/event.h"
#include "core/event/lane_state.h"
#include "core/report/run_record.h"
#include "core/scenario/scenario_reader.h"

namespace threadline::report {

enum class FigureKind {
  kObject,
  kLocal,
  kLanes,
  kSpans,
  kGil,
  kStarts,
  kProcess,
  kOutput,
  kGaps,
  kFirst,
  kRequests,
  kWall,
  kCpu,
  kExit
};

struct Figure {
  FigureKind kind = FigureKind::kWall;
  std::string subject;  // object, function, glob or instant
  std::optional<InstantKind> instant;
  bool isQuoted = false;
  std::optional<LaneState> state;
  std::string label;  // glob over spans' labels; empty: all
  std::string part;   // "count", "p50", a local's name
};

/// Errors: kInvalidInput with what was found and what could stand there.
[[nodiscard]] Result<Figure> parseFigure(std::string_view whole);

/// True when the figure is a time, or a list of times, in nanoseconds.
[[nodiscard]] bool isTime(const Figure& figure);

/// The figure of this run. Errors: kNotFound when there is nothing to measure ("no lane matches 'x*'"), or events that
/// it would need were lost; the message says which.
[[nodiscard]] Result<scenario::Value> measure(const Figure& figure, const RunRecord& run);

/// Every claim's figure that cannot be read or names an object or function that the scenario does not have.
[[nodiscard]] std::vector<scenario::Problem> checkFigures(const scenario::Scenario& scenario);

/// Names of a claim's bounds: parameters, `cores`, and figures ("queue.gets", "main.sum", "wall"); a parameter comes
/// first.
class FigureNames final : public scenario::Names {
 public:
  explicit FigureNames(const RunRecord& run) : m_run(run) {}
  [[nodiscard]] Result<scenario::Value> name(std::string_view name) const override;
  [[nodiscard]] Result<scenario::Value> attribute(std::string_view base, std::int64_t element,
                                                  std::string_view attribute) const override;

 private:
  const RunRecord& m_run;
};

}  // namespace threadline::report
