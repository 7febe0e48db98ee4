// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/requests.h"

#include <algorithm>
#include <unordered_map>

#include "core/report/glob.h"
#include "core/report/lane_figures.h"

namespace threadline::report {
namespace {

Error notThere(std::string message) {
  return Error{ErrorCode::kNotFound, std::move(message), {}};
}

/// Requests by name, and which texts of the trace are such names.
class Book {
 public:
  explicit Book(const model::Snapshot& snapshot) : m_snapshot(snapshot) {}

  Status readDue(std::string_view glob) {
    for (const model::Instant& instant : m_snapshot.instants()) {
      const std::string_view name = m_snapshot.text(instant.text);
      if (instant.kind != InstantKind::kTimeout || name.empty()) continue;
      if (!matchesGlob(glob, name)) continue;
      if (!m_places.emplace(std::string(name), m_requests.size()).second)
        return notThere("two requests are called \"" + std::string(name) + "\"");
      m_requests.push_back({std::string(name), instant.time - DurationNs{instant.value}, {}, {}});
      m_pacing.push_back(instant.step);
    }
    if (m_requests.empty()) return notThere("no request was due");
    return ok();
  }

  void readSpans() {
    for (std::uint32_t i = 0; i < m_snapshot.laneCount(); ++i) {
      const LaneId lane{i};
      const std::size_t count = m_snapshot.spanCount(lane);
      for (std::size_t s = 0; s < count; ++s) readSpan(m_snapshot.span(lane, s));
    }
  }

  std::vector<Request> take() {
    std::stable_sort(m_requests.begin(), m_requests.end(),
                     [](const Request& a, const Request& b) { return a.due < b.due; });
    return std::move(m_requests);
  }

 private:
  void readSpan(const model::Span& span) {
    const std::optional<std::size_t> place = placeOf(span.label);
    if (!place || span.step == m_pacing[*place]) return;
    Request& request = m_requests[*place];
    request.taken = request.taken ? std::min(*request.taken, span.start) : span.start;
    request.done = std::max(request.done, span.end);
  }

  std::optional<std::size_t> placeOf(TextId label) {
    const auto known = m_byText.find(label.value);
    if (known != m_byText.end()) return known->second;
    const auto found = m_places.find(std::string(m_snapshot.text(label)));
    const std::optional<std::size_t> place =
        found == m_places.end() ? std::nullopt : std::optional<std::size_t>(found->second);
    m_byText.emplace(label.value, place);
    return place;
  }

  const model::Snapshot& m_snapshot;
  std::vector<Request> m_requests;
  std::vector<StepIndex> m_pacing;
  std::unordered_map<std::string, std::size_t> m_places;
  std::unordered_map<std::uint32_t, std::optional<std::size_t>> m_byText;
};

Percentiles percentilesOf(std::vector<std::int64_t> lengths) {
  const auto at = [&](int percent) { return percentile(lengths, percent).value_or(0); };
  return {at(50), at(90), at(99), at(100)};
}

}  // namespace

Result<std::vector<Request>> requestsOf(const model::Snapshot& snapshot, std::string_view glob) {
  Book book(snapshot);
  if (Status read = book.readDue(glob); !read) return read.error();
  book.readSpans();
  return book.take();
}

std::vector<std::int64_t> lengthsOf(const std::vector<Request>& requests, Stretch stretch) {
  std::vector<std::int64_t> lengths;
  for (const Request& request : requests) {
    if (!request.taken) continue;
    const TimeNs from = stretch == Stretch::kService ? *request.taken : request.due;
    const TimeNs to = stretch == Stretch::kWait ? *request.taken : request.done;
    lengths.push_back((to - from).ns);
  }
  return lengths;
}

std::size_t servedOf(const std::vector<Request>& requests) {
  return static_cast<std::size_t>(
      std::count_if(requests.begin(), requests.end(), [](const Request& r) { return r.taken.has_value(); }));
}

std::optional<double> perSecond(const std::vector<Request>& requests) {
  constexpr double kNsPerSecond = 1e9;
  const std::size_t served = servedOf(requests);
  if (served == 0) return std::nullopt;
  TimeNs last = requests.front().due;
  for (const Request& request : requests) {
    if (request.taken) last = std::max(last, request.done);
  }
  const std::int64_t length = (last - requests.front().due).ns;
  if (length <= 0) return std::nullopt;
  return static_cast<double>(served) * kNsPerSecond / static_cast<double>(length);
}

std::optional<RequestSummary> requestSummary(const model::Snapshot& snapshot) {
  if (snapshot.totals().eventsLost > 0) return std::nullopt;
  const auto requests = requestsOf(snapshot, "*");
  if (!requests) return std::nullopt;
  const auto rate = perSecond(requests.value());
  if (!rate) return std::nullopt;
  RequestSummary summary;
  summary.due = requests.value().size();
  summary.served = servedOf(requests.value());
  summary.perSecond = *rate;
  summary.latency = percentilesOf(lengthsOf(requests.value(), Stretch::kLatency));
  summary.wait = percentilesOf(lengthsOf(requests.value(), Stretch::kWait));
  summary.service = percentilesOf(lengthsOf(requests.value(), Stretch::kService));
  return summary;
}

}  // namespace threadline::report
