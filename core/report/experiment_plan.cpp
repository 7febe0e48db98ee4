// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/experiment_plan.h"

#include <algorithm>
#include <map>

namespace threadline::report {
namespace {

using scenario::Experiment;
using scenario::ExperimentPreset;
using scenario::Sweep;
using scenario::Value;
using scenario::Variant;
using Typed = std::vector<std::pair<std::string, std::string>>;

constexpr const char* kDocumentPreset = "document";  // exists always, as bindParameters has it

std::string typed(const Value& value) {
  const bool* truth = value.asBool();
  return truth ? (*truth ? "true" : "false") : value.toText();
}

void append(Typed& out, const scenario::Settings& settings) {
  for (const auto& [name, value] : settings) out.emplace_back(name, typed(value));
}

Error atVariant(Error error, const Variant& variant) {
  error.context = variant.id + (error.context.empty() ? "" : ": " + error.context);
  return error;
}

const scenario::Scenario* scenarioOf(const Experiment& experiment, const ScenarioFinder& find, const std::string& id) {
  if (experiment.own && id == experiment.own->scenario.id) return &experiment.own->scenario;
  return find ? find(id) : nullptr;
}

// ---- sweeps as variants

/// A choice as a person reads it; itself where it is no runtime.
scenario::LocalizedText choiceWords(const std::string& choice) {
  if (choice == "sequential") return {"one after the other", "차례로"};
  if (choice == "thread") return {"threads", "스레드"};
  if (choice == "task") return {"tasks", "태스크"};
  if (choice == "process") return {"processes", "프로세스"};
  return {choice, choice};
}

/// "Workers 4", "GIL off", "Delay 80 ms", "Run by threads".
void appendLabel(scenario::LocalizedText& label, const scenario::Parameter* parameter, const std::string& name,
                 const Value& value) {
  const auto add = [](std::string& text, const std::string& more) { text += (text.empty() ? "" : ", ") + more; };
  const std::string en = parameter && !parameter->label.en.empty() ? parameter->label.en : name;
  const std::string ko = parameter && !parameter->label.ko.empty() ? parameter->label.ko : name;
  if (const bool* truth = value.asBool()) {
    add(label.en, en + (*truth ? " on" : " off"));
    add(label.ko, ko + (*truth ? " 켬" : " 끔"));
    return;
  }
  std::string text = value.toText();
  if (parameter && parameter->type == scenario::ParameterType::kChoice) {
    const scenario::LocalizedText words = choiceWords(text);
    add(label.en, en + " " + words.en);
    add(label.ko, ko + " " + words.ko);
    return;
  }
  if (parameter && !parameter->unit.empty()) text += " " + (parameter->unit == "us" ? "\u00B5s" : parameter->unit);
  add(label.en, en + " " + text);
  add(label.ko, ko + " " + text);
}

/// Every combination, the last parameter's values fastest.
std::vector<Variant> combined(const std::vector<Sweep>& vary, const scenario::Scenario* scenario) {
  std::vector<Variant> out(1);
  for (const Sweep& sweep : vary) {
    std::vector<Variant> longer;
    for (const Variant& before : out) {
      for (const Value& value : sweep.values) {
        if (longer.size() >= kMaxExperimentRuns) break;
        Variant variant = before;
        variant.id += (variant.id.empty() ? "" : ",") + sweep.name + "=" + typed(value);
        appendLabel(variant.label, scenario ? scenario->parameter(sweep.name) : nullptr, sweep.name, value);
        variant.set[sweep.name] = value;
        longer.push_back(std::move(variant));
      }
    }
    out = std::move(longer);
  }
  return out;
}

/// The value as the parameter has it, so that it is shown as one; a text where it is none (binding will tell).
Value readTyped(const scenario::Parameter* parameter, const std::string& text) {
  using scenario::ParameterType;
  if (parameter && parameter->type == ParameterType::kBool && (text == "true" || text == "false")) {
    return Value(text == "true");
  }
  return Value(text);
}

Result<std::vector<Sweep>> sweepsOf(const ExperimentWishes& wishes, const scenario::Scenario* scenario) {
  if (wishes.vary.size() > scenario::kMaxSweeps) {
    return Error{ErrorCode::kInvalidArgument, "at most two parameters are varied at once", wishes.vary[2].first};
  }
  std::vector<Sweep> sweeps;
  for (const auto& [name, texts] : wishes.vary) {
    const auto isSame = [&name = name](const Sweep& known) { return known.name == name; };
    if (std::any_of(sweeps.begin(), sweeps.end(), isSame)) {
      return Error{ErrorCode::kInvalidArgument, "a parameter is varied once", name};
    }
    if (texts.empty()) return Error{ErrorCode::kInvalidArgument, "there is no value to vary it by", name};
    Sweep sweep{name, {}};
    for (const std::string& text : texts) {
      if (sweep.values.size() >= kMaxExperimentRuns) break;  // too many runs; told when they are counted
      Value value = readTyped(scenario ? scenario->parameter(name) : nullptr, text);
      if (std::find(sweep.values.begin(), sweep.values.end(), value) != sweep.values.end()) {
        return Error{ErrorCode::kInvalidArgument, "the value " + text + " stands there twice", name};
      }
      sweep.values.push_back(std::move(value));
    }
    sweeps.push_back(std::move(sweep));
  }
  return sweeps;
}

/// How many variants there would be, before any of them is made.
std::size_t countOf(const Experiment& experiment, const ExperimentWishes& wishes) {
  constexpr std::size_t kTooMany = kMaxExperimentRuns + 1;
  std::size_t count = 1;
  const auto times = [&](std::size_t more) { count = std::min(kTooMany, count * std::min(kTooMany, more)); };
  if (!wishes.vary.empty()) {
    for (const auto& sweep : wishes.vary) times(sweep.second.size());
  } else if (!experiment.variants.empty()) {
    times(experiment.variants.size());
  } else {
    for (const Sweep& sweep : experiment.vary) times(sweep.values.size());
  }
  return count;
}

// ---- the plan

Result<const ExperimentPreset*> presetOf(const Experiment& experiment, const std::string& name) {
  const ExperimentPreset* chosen = experiment.preset(name);
  if (chosen || name.empty() || name == kDocumentPreset) return chosen;
  std::string known;
  for (const ExperimentPreset& one : experiment.presets) known += (known.empty() ? "; there is " : ", ") + one.name;
  return Error{ErrorCode::kNotFound, "the experiment has no preset of this name" + known, name};
}

/// A setting that no run would get was a mistake.
Status checkSettings(const ExperimentWishes& wishes, const std::vector<Variant>& variants) {
  for (const auto& [name, value] : wishes.settings) {
    const auto sets = [&name = name](const Variant& variant) { return variant.set.contains(name); };
    if (std::all_of(variants.begin(), variants.end(), sets)) {
      return Error{ErrorCode::kInvalidArgument, "every variant sets this parameter itself; it is what is compared",
                   name};
    }
  }
  return ok();
}

}  // namespace

std::vector<Variant> variantsOf(const Experiment& experiment, const ScenarioFinder& find) {
  std::vector<Variant> out = experiment.variants;
  if (out.empty()) out = combined(experiment.vary, scenarioOf(experiment, find, experiment.scenario));
  for (Variant& variant : out) {
    if (variant.scenario.empty()) variant.scenario = experiment.scenario;
  }
  return out;
}

Result<ExperimentPlan> planOf(const Experiment& experiment, const ScenarioFinder& find,
                              const ExperimentWishes& wishes) {
  const auto chosen = presetOf(experiment, wishes.preset);
  if (!chosen) return chosen.error();
  const ExperimentPreset* preset = chosen.value();
  ExperimentPlan plan;
  plan.rounds = wishes.repeat.value_or(preset && preset->repeat ? *preset->repeat : experiment.repeat);
  const auto rounds = static_cast<std::size_t>(std::clamp<std::int64_t>(plan.rounds, 0, kMaxExperimentRuns + 1));
  if (countOf(experiment, wishes) * rounds > kMaxExperimentRuns) {
    return Error{ErrorCode::kLimit, "an experiment makes at most 1000 runs", experiment.id};
  }
  if (rounds < 1 || plan.rounds > scenario::kMaxRepeat) {
    return Error{ErrorCode::kInvalidArgument, "an experiment is repeated 1 to 100 times", std::to_string(plan.rounds)};
  }
  Experiment wanted = experiment;
  if (!wishes.vary.empty()) {
    auto sweeps = sweepsOf(wishes, scenarioOf(experiment, find, experiment.scenario));
    if (!sweeps) return sweeps.error();
    wanted.variants.clear();
    wanted.vary = sweeps.take();
  }
  plan.variants = variantsOf(wanted, find);
  if (const Status possible = checkSettings(wishes, plan.variants); !possible) return possible.error();
  for (std::size_t i = 0; i < plan.variants.size(); ++i) {
    const Variant& variant = plan.variants[i];
    const scenario::Scenario* scenario = scenarioOf(experiment, find, variant.scenario);
    if (!scenario) return atVariant({ErrorCode::kNotFound, "there is no such scenario", variant.scenario}, variant);
    Typed settings;
    append(settings, experiment.set);
    if (preset) append(settings, preset->set);
    settings.insert(settings.end(), wishes.settings.begin(), wishes.settings.end());
    append(settings, variant.set);
    auto bound = scenario::bindParameters(*scenario, {}, settings);
    if (!bound) return atVariant(bound.error(), variant);
    plan.steps.push_back({i, 0, bound.take()});
  }
  const std::size_t count = plan.steps.size();
  for (std::int64_t round = 1; round < plan.rounds; ++round) {
    for (std::size_t i = 0; i < count; ++i) plan.steps.push_back({i, round, plan.steps[i].parameters});
  }
  return plan;
}

Result<std::vector<ExperimentStep>> planOf(const Experiment& experiment, const scenario::Scenario& scenario,
                                           const std::string& preset) {
  auto plan = planOf(
      experiment, [&](const std::string&) { return &scenario; }, ExperimentWishes{preset, {}, {}, {}});
  if (!plan) return plan.error();
  return std::move(plan.value().steps);
}

std::optional<DurationNs> timeLeft(const std::vector<ExperimentStep>& steps, const std::vector<DurationNs>& finished,
                                   DurationNs elapsed) {
  if (finished.empty() || finished.size() > steps.size()) return std::nullopt;
  std::map<std::size_t, std::vector<std::int64_t>> ofVariant;
  std::vector<std::int64_t> all;
  for (std::size_t i = 0; i < finished.size(); ++i) {
    ofVariant[steps[i].variant].push_back(finished[i].ns);
    all.push_back(finished[i].ns);
  }
  const auto middle = [](std::vector<std::int64_t>& values) {
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), at, values.end());
    return *at;
  };
  std::int64_t left = 0;
  for (std::size_t i = finished.size(); i < steps.size(); ++i) {
    const auto known = ofVariant.find(steps[i].variant);
    const std::int64_t takes = middle(known == ofVariant.end() ? all : known->second);
    left += i == finished.size() ? std::max<std::int64_t>(0, takes - elapsed.ns) : takes;
  }
  return DurationNs{left};
}

}  // namespace threadline::report
