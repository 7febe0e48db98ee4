// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The requests of a run and how long they took, from when each was due and not from when somebody had time for it:
// a client that waits for its turn before it asks would else hide the very delays that matter.
//
// A request is due where a `sleep` with until_us and a label ends (its InstantKind::kTimeout says so). It is taken at
// the first span with the same label that is not that sleep, and done at the end of the last one, in whatever lanes
// they are. Its latency is the wait in the queue and the service together. All times are measured, none is inferred.
//
// Thread: any; the snapshot is immutable.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/trace.h"

namespace threadline::report {

struct Request {
  std::string name;
  TimeNs due;
  std::optional<TimeNs> taken;  // nobody took it: it was dropped, or the run ended before
  TimeNs done{};
};

/// Of the requests whose name matches, in the order in which they were due. Errors: kNotFound when two have one name,
/// or when there is none.
[[nodiscard]] Result<std::vector<Request>> requestsOf(const model::Snapshot& snapshot, std::string_view glob);

/// Which stretch of a request's life.
enum class Stretch : std::uint8_t { kLatency, kWait, kService };

/// Its lengths, of all requests that were taken.
[[nodiscard]] std::vector<std::int64_t> lengthsOf(const std::vector<Request>& requests, Stretch stretch);
/// How many were done, each second from the first that was due to the last that was done; nothing without any.
[[nodiscard]] std::optional<double> perSecond(const std::vector<Request>& requests);
[[nodiscard]] std::size_t servedOf(const std::vector<Request>& requests);

struct Percentiles {
  std::int64_t p50 = 0;
  std::int64_t p90 = 0;
  std::int64_t p99 = 0;
  std::int64_t max = 0;
};
struct RequestSummary {
  std::size_t due = 0;
  std::size_t served = 0;
  double perSecond = 0;
  Percentiles latency;
  Percentiles wait;
  Percentiles service;
};
/// Nothing where no request was served, where events were lost, or where names do not tell requests apart.
[[nodiscard]] std::optional<RequestSummary> requestSummary(const model::Snapshot& snapshot);

}  // namespace threadline::report
