// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/run_metadata.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/scenario/run_package.h"
#include "core/scenario/scenario_reader.h"

namespace threadline::report {
namespace {

constexpr double kMaxLoad = 1e6;

const std::string& textAt(const Metadata& metadata, const char* key) {
  static const std::string none;
  const auto it = metadata.find(key);
  return it == metadata.end() ? none : it->second;
}

std::string decimalText(double value) {
  std::array<char, 40> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 3).ptr;
  return {text.data(), end};
}

double decimalOf(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && value >= 0 && value < kMaxLoad ? value : 0;
}

}  // namespace

Metadata toMetadata(const RunRecord& run) {
  Metadata metadata;
  metadata["threadline"] = THREADLINE_VERSION;
  metadata["scenario"] = run.scenario.id;
  metadata["preset"] = run.preset;
  metadata["ended"] = model::nameOf(run.ending);
  metadata["message"] = run.message;
  metadata["started_at"] = run.startedAt;
  metadata["machine"] = run.machine;
  metadata["other_load"] = decimalText(run.otherLoad);
  metadata["package"] = scenario::writeRunPackage({run.scenarioJson, run.parameters, false});
  return metadata;
}

model::RunEnding endingOf(const Metadata& metadata) {
  using model::RunEnding;
  for (const RunEnding ending :
       {RunEnding::kReturned, RunEnding::kFailed, RunEnding::kStopped, RunEnding::kTimeLimit, RunEnding::kHostLost}) {
    if (textAt(metadata, "ended") == model::nameOf(ending)) return ending;
  }
  return RunEnding::kReturned;
}

std::optional<RunRecord> fromMetadata(const Metadata& metadata, model::SnapshotPtr snapshot) {
  const auto it = metadata.find("package");
  if (it == metadata.end()) return std::nullopt;
  auto package = scenario::readRunPackage(it->second);
  if (!package) return std::nullopt;
  auto read = scenario::readScenario(package.value().scenarioJson);
  if (!read.scenario) return std::nullopt;
  RunRecord run;
  run.scenario = std::move(*read.scenario);
  run.scenarioJson = std::move(package.value().scenarioJson);
  run.parameters = std::move(package.value().parameters);
  run.preset = textAt(metadata, "preset");
  run.ending = endingOf(metadata);
  run.message = textAt(metadata, "message");
  run.startedAt = textAt(metadata, "started_at");
  run.machine = textAt(metadata, "machine");
  run.otherLoad = decimalOf(textAt(metadata, "other_load"));
  run.snapshot = std::move(snapshot);
  return run;
}

}  // namespace threadline::report
