// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparison_table.h"

#include <set>

#include "core/scenario/value.h"

namespace threadline::report {
namespace {

/// What any variant sets, by name.
std::set<std::string> settingsOf(const Comparison& comparison) {
  std::set<std::string> names;
  for (const scenario::Variant& variant : comparison.variants) {
    for (const auto& [name, value] : variant.set) names.insert(name);
  }
  return names;
}

/// As its runs had it; as the file sets it where there was none.
std::string valueText(const Comparison& comparison, std::size_t variant, const std::string& name) {
  for (const ComparedRun& run : comparison.runs) {
    if (run.variant != variant) continue;
    const auto found = run.record->parameters.find(name);
    return found == run.record->parameters.end() ? std::string() : found->second.toText();
  }
  const auto& set = comparison.variants[variant].set;
  const auto found = set.find(name);
  return found == set.end() ? std::string() : found->second.toText();
}

std::string fieldOf(std::int64_t value) {
  return std::to_string(value);
}
std::string fieldOf(double value) {
  return scenario::Value(value).toText();
}

class Row {
 public:
  explicit Row(std::string& out) : m_out(out) {}
  ~Row() { m_out += '\n'; }
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;

  Row& operator<<(const std::string& field) {
    if (!m_isFirst) m_out += ',';
    m_isFirst = false;
    m_out += field;
    return *this;
  }
  template <typename Number>
  Row& operator<<(const std::optional<Number>& value) {
    return *this << (value ? fieldOf(*value) : std::string());
  }

 private:
  std::string& m_out;
  bool m_isFirst = true;
};

void appendHeader(std::string& out, const std::set<std::string>& settings) {
  Row row(out);
  row << "variant"
      << "label"
      << "scenario";
  for (const std::string& name : settings) row << csvField(name);
  for (const char* name :
       {"runs", "wall_ns", "wall_min_ns", "wall_max_ns", "cpu_ns", "cores_used", "switches", "memory_kb", "speedup",
        "factor", "document", "requests_per_s", "latency_p50_ns", "latency_p99_ns"}) {
    row << std::string(name);
  }
}

}  // namespace

std::string csvField(std::string_view text) {
  const bool isFormula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  const bool isNumber = text.find_first_not_of("-0123456789.") == std::string_view::npos;
  if (text.find_first_of(",\"\r\n") == std::string_view::npos && (!isFormula || isNumber)) return std::string(text);
  std::string out = isFormula && !isNumber ? "\"'" : "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string comparisonCsv(const Comparison& comparison, const std::vector<VariantSummary>& summaries,
                          const std::vector<std::string>& labels) {
  const std::set<std::string> settings = settingsOf(comparison);
  std::string out;
  appendHeader(out, settings);
  for (std::size_t i = 0; i < summaries.size(); ++i) {
    const VariantSummary& summary = summaries[i];
    Row row(out);
    row << csvField(comparison.variants[i].id) << csvField(labels.at(i)) << csvField(comparison.variants[i].scenario);
    for (const std::string& name : settings) row << csvField(valueText(comparison, i, name));
    const auto& wall = summary.wallNs;
    const auto part = [&](std::int64_t Spread::*which) {
      return wall ? std::optional<std::int64_t>((*wall).*which) : std::nullopt;
    };
    row << std::to_string(summary.counted) << part(&Spread::median) << part(&Spread::min) << part(&Spread::max)
        << summary.cpuNs << summary.coresUsed << summary.switches << summary.memoryKb << summary.speedup
        << summary.factor << summary.document << summary.requestsPerS << summary.latencyP50Ns << summary.latencyP99Ns;
  }
  return out;
}

}  // namespace threadline::report
