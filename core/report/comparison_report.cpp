// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparison.h"
#include "core/report/json_value.h"
#include "core/report/run_json.h"
#include "core/report/verdict.h"

namespace threadline::report {
namespace {

using Json = nlohmann::ordered_json;

template <typename Number>
Json orNull(const std::optional<Number>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json variantJson(const scenario::Variant& variant) {
  return {{"id", variant.id},
          {"label", {{"en", variant.label.en}, {"ko", variant.label.ko}}},
          {"scenario", variant.scenario.empty() ? Json(nullptr) : Json(variant.scenario)},
          {"set", toJson(variant.set)}};
}

/// A saved trace of somebody else has no scenario and no claims.
Json recordJson(const RunRecord& record) {
  if (record.scenarioJson.empty()) return traceJson(*record.snapshot, record.ending);
  return runJson(record, checkClaims(record));
}

Json summaryJson(const scenario::Variant& variant, const VariantSummary& summary) {
  Json json{{"variant", variantJson(variant)}};
  json["wall_ns"] = nullptr;
  if (summary.wallNs) {
    json["wall_ns"] = {{"median", summary.wallNs->median}, {"min", summary.wallNs->min}, {"max", summary.wallNs->max}};
  }
  json["cpu_ns"] = orNull(summary.cpuNs);
  json["memory_kb"] = orNull(summary.memoryKb);
  json["switches"] = orNull(summary.switches);
  json["cores_used"] = orNull(summary.coresUsed);
  json["speedup"] = orNull(summary.speedup);
  json["document"] = orNull(summary.document);
  if (summary.requestsPerS) {
    json["requests_per_second"] = *summary.requestsPerS;
    json["latency_ns"] = {{"p50", orNull(summary.latencyP50Ns)}, {"p99", orNull(summary.latencyP99Ns)}};
  }
  return json;
}

}  // namespace

std::string comparisonReport(const Comparison& comparison, const std::vector<ClaimResult>& claims, bool isKorean) {
  Json json;
  json["threadline"] = THREADLINE_VERSION;
  json["experiment"] = comparison.experiment.empty() ? Json(nullptr) : Json(comparison.experiment);
  json["preset"] = comparison.preset.empty() ? Json(nullptr) : Json(comparison.preset);
  json["runs"] = Json::array();
  for (const ComparedRun& run : comparison.runs) {
    json["runs"].push_back({{"variant", variantJson(comparison.variants[run.variant])},
                            {"repeat", run.repeat},
                            {"run", recordJson(*run.record)}});
  }
  json["summary"] = Json::array();
  const std::vector<VariantSummary> summaries = summarise(comparison);
  for (std::size_t i = 0; i < summaries.size(); ++i) {
    json["summary"].push_back(summaryJson(comparison.variants[i], summaries[i]));
  }
  json["noise"] = orNull(noiseOf(summaries));
  json["claims"] = Json::array();
  for (const ClaimResult& claim : claims) json["claims"].push_back(claimJson(claim));
  json["verdict"] = adviceJson(adviceOf(comparison, summaries), &comparison, isKorean);
  return textOf(json);
}

}  // namespace threadline::report
