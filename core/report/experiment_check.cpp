// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/experiment_check.h"

#include <algorithm>
#include <set>

#include "core/report/figures.h"
#include "core/report/ratio_figure.h"

namespace threadline::report {
namespace {

using scenario::Experiment;
using scenario::Problem;
using scenario::Value;

std::string quoted(const std::string& text) {
  return "\"" + text + "\"";
}

std::string shown(const Value& value) {
  if (const bool* truth = value.asBool()) return *truth ? "true" : "false";
  return value.asText() ? quoted(value.toText()) : value.toText();
}

/// One step of a JSON pointer: whatever stands in the file as a key.
std::string stepTo(const std::string& key) {
  std::string out = "/";
  for (const char c : key) {
    if (c == '~' || c == '/') out += '~';
    out += c == '~' ? '0' : c == '/' ? '1' : c;
  }
  return out;
}

class ExperimentCheck {
 public:
  ExperimentCheck(const Experiment& experiment, const ScenarioFinder& find) : m_experiment(experiment), m_find(find) {}

  std::vector<Problem> run() {
    checkScenarios();
    if (!m_problems.empty()) return std::move(m_problems);
    checkAllSettings();
    checkClaims();
    if (m_problems.empty()) checkPlans();
    return std::move(m_problems);
  }

 private:
  void add(std::string pointer, std::string found, std::string expected) {
    if (m_problems.size() >= scenario::kMaxProblems) return;
    m_problems.push_back({std::move(pointer), std::move(found), std::move(expected)});
  }

  [[nodiscard]] const scenario::Scenario* find(const std::string& id) const {
    const std::string& wanted = id.empty() ? m_experiment.scenario : id;
    if (m_experiment.own && wanted == m_experiment.own->scenario.id) return &m_experiment.own->scenario;
    return m_find ? m_find(wanted) : nullptr;
  }

  void checkScenarios() {
    const std::string expected = "the id of a scenario (threadline list names them)";
    if (!find({})) add("/scenario", quoted(m_experiment.scenario), expected);
    for (std::size_t i = 0; i < m_experiment.variants.size(); ++i) {
      const std::string& id = m_experiment.variants[i].scenario;
      if (!id.empty() && !find(id)) add("/variants/" + std::to_string(i) + "/scenario", quoted(id), expected);
    }
  }

  /// The scenarios that are run, each once.
  [[nodiscard]] std::vector<const scenario::Scenario*> scenarios() const {
    std::vector<const scenario::Scenario*> out;
    const auto take = [&](const std::string& id) {
      const scenario::Scenario* scenario = find(id);
      if (std::find(out.begin(), out.end(), scenario) == out.end()) out.push_back(scenario);
    };
    for (const scenario::Variant& variant : m_experiment.variants) take(variant.scenario);
    if (m_experiment.variants.empty()) take({});
    return out;
  }

  void checkValue(const std::string& pointer, const scenario::Scenario& scenario, const std::string& name,
                  const Value& value) {
    const scenario::Parameter* parameter = scenario.parameter(name);
    if (!parameter) {
      std::string known;
      for (const scenario::Parameter& one : scenario.parameters) known += (known.empty() ? "" : ", ") + one.name;
      add(pointer, "the name " + quoted(name),
          "a parameter of " + scenario.id + ": " + (known.empty() ? "it has none" : known));
    } else if (!scenario::accepts(*parameter, value)) {
      add(pointer, shown(value), scenario::expectedOf(*parameter));
    }
  }

  void checkSettings(const std::string& pointer, const std::vector<const scenario::Scenario*>& scenarios,
                     const scenario::Settings& settings) {
    for (const auto& [name, value] : settings) {
      const std::size_t before = m_problems.size();
      for (const scenario::Scenario* scenario : scenarios) {
        if (m_problems.size() == before) checkValue(pointer + stepTo(name), *scenario, name, value);
      }
    }
  }

  void checkAllSettings() {
    const auto all = scenarios();
    checkSettings("/set", all, m_experiment.set);
    for (std::size_t i = 0; i < m_experiment.variants.size(); ++i) {
      const scenario::Variant& variant = m_experiment.variants[i];
      checkSettings("/variants/" + std::to_string(i) + "/set", {find(variant.scenario)}, variant.set);
    }
    for (const scenario::Sweep& sweep : m_experiment.vary) {
      const std::string pointer = "/vary" + stepTo(sweep.name);
      if (!all.front()->parameter(sweep.name)) {
        checkValue(pointer, *all.front(), sweep.name, {});
        continue;
      }
      for (std::size_t i = 0; i < sweep.values.size(); ++i) {
        checkValue(pointer + "/" + std::to_string(i), *all.front(), sweep.name, sweep.values[i]);
      }
    }
    for (const scenario::ExperimentPreset& preset : m_experiment.presets) {
      checkSettings("/presets" + stepTo(preset.name) + "/set", all, preset.set);
    }
  }

  // ---- claims

  void checkFigure(const scenario::Claim& claim, const std::vector<scenario::Variant>& variants) {
    const std::string pointer = claim.pointer + "/figure";
    const auto ratio = parseRatio(claim.figure);
    if (!ratio) {
      const std::string& message = ratio.error().message;  // "found X, expected Y"
      const std::size_t middle = message.rfind(", expected ");
      add(pointer, message.substr(6, middle - 6), message.substr(middle + 11));
      return;
    }
    for (const std::string& id : {ratio.value().variant, ratio.value().base}) {
      const auto variant = std::find_if(variants.begin(), variants.end(), [&](const auto& v) { return v.id == id; });
      if (variant == variants.end()) {
        std::string known;
        for (const scenario::Variant& one : variants) known += (known.empty() ? "" : ", ") + one.id;
        add(pointer, "the variant " + quoted(id), "one of " + known);
        continue;
      }
      scenario::Scenario probe = *find(variant->scenario);
      probe.claims = {claim};
      probe.claims.front().figure = ratio.value().text;
      for (Problem& problem : checkFigures(probe)) add(pointer, problem.found, problem.expected);
    }
  }

  /// Bounds and conditions see what all runs have: `cores`, and parameters that every scenario has.
  void checkNames(const std::string& pointer, const scenario::Expression& expression) {
    for (const scenario::NameUse& use : expression.uses()) {
      const auto all = scenarios();
      const bool isParameter =
          std::all_of(all.begin(), all.end(), [&](const auto* scenario) { return scenario->parameter(use.name); });
      if (use.attribute.empty() && !use.hasElement && (isParameter || use.name == "cores")) continue;
      add(pointer, "the name " + quoted(use.attribute.empty() ? use.name : use.name + "." + use.attribute),
          "cores, or a parameter that all runs have");
    }
  }

  void checkKnownFigure(const std::string& pointer, const std::optional<scenario::Argument>& figure) {
    const scenario::Expression* expression = figure ? figure->expression() : nullptr;
    if (expression) checkNames(pointer, *expression);
  }

  void checkClaims() {
    static constexpr const char* kKeys[] = {"equals", "above", "below", "between"};
    const auto variants = variantsOf(m_experiment, m_find);
    for (const scenario::Claim& claim : m_experiment.claims) {
      checkFigure(claim, variants);
      if (claim.when) checkNames(claim.pointer + "/when", *claim.when);
      const std::string pointer = claim.pointer + "/" + kKeys[static_cast<std::size_t>(claim.band)];
      for (std::size_t i = 0; i < claim.bounds.size(); ++i) {
        const scenario::Expression* expression = claim.bounds[i].expression();
        if (expression) checkNames(claim.bounds.size() > 1 ? pointer + "/" + std::to_string(i) : pointer, *expression);
      }
      checkKnownFigure(claim.pointer + "/document", claim.document);
      checkKnownFigure(claim.pointer + "/reference", claim.reference);
    }
  }

  // ---- what only shows when values meet: refusals, bounds that hang on others, too many runs

  void checkPlans() {
    std::set<std::string> said;
    std::vector<std::pair<std::string, std::string>> presets{{std::string(), std::string()}};
    for (const scenario::ExperimentPreset& preset : m_experiment.presets) {
      presets.emplace_back(preset.name, "/presets" + stepTo(preset.name));
    }
    for (const auto& [preset, pointer] : presets) {
      const auto plan = planOf(m_experiment, m_find, {preset, {}, {}, {}});
      if (plan) continue;
      const std::string found =
          "runs that are not possible (" + plan.error().context + ": " + plan.error().message + ")";
      if (said.insert(found).second) add(pointer, found, "values that can be run");
    }
  }

  const Experiment& m_experiment;
  const ScenarioFinder& m_find;
  std::vector<Problem> m_problems;
};

}  // namespace

std::vector<Problem> checkExperiment(const Experiment& experiment, const ScenarioFinder& find) {
  return ExperimentCheck(experiment, find).run();
}

}  // namespace threadline::report
