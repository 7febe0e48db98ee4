// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/scenario/experiment.h"
#include "core/scenario/fields.h"
#include "core/scenario/quote.h"
#include "core/scenario/sections.h"

namespace threadline::scenario {
namespace {

constexpr std::size_t kMaxWords = 100;
constexpr std::size_t kMaxSettings = 100;
constexpr std::size_t kMaxIdBytes = 64;

// Of an experiment or a scenario: typed in a shell and the name of a file. A variant's may begin with a digit.
bool isId(std::string_view text, bool beginsWithLetter) {
  const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto isGood = [&](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && text.size() <= kMaxIdBytes && (!beginsWithLetter || isLetter(text.front())) &&
         std::all_of(text.begin(), text.end(), isGood);
}

std::string readId(ProblemList& problems, const Place& place, bool beginsWithLetter = true) {
  if (place.isText() && isId(place.json->text, beginsWithLetter)) return place.json->text;
  const std::string first = beginsWithLetter ? "a small letter, then " : "";
  problems.add(place, "an id: " + first + "small letters, digits and \"-\", at most " + std::to_string(kMaxIdBytes));
  return {};
}

std::optional<Value> readValue(ProblemList& problems, const Place& place) {
  switch (place.json->type) {
    case Json::Type::kBool: return Value(place.json->truth);
    case Json::Type::kInteger: return Value(place.json->integer);
    case Json::Type::kText: return Value(place.json->text);
    default: problems.add(place, "a whole number, a text, true or false"); return {};
  }
}

Settings readSettings(ProblemList& problems, const Place& place) {
  Settings out;
  if (!place.isObject()) {
    problems.add(place, "an object of parameters and their values");
    return out;
  }
  if (!isWithin(problems, place, kMaxSettings, "settings")) return out;
  for (const JsonMember& member : place.json->members) {
    if (auto value = readValue(problems, place.member(member))) out[member.key] = *std::move(value);
  }
  return out;
}

std::optional<double> readFactor(ProblemList& problems, const Place& place) {
  const Json& json = *place.json;
  if (json.type == Json::Type::kNull) return std::nullopt;
  const bool isInteger = json.type == Json::Type::kInteger;
  const double factor = isInteger ? static_cast<double>(json.integer) : json.decimal;
  if ((isInteger || json.type == Json::Type::kDecimal) && factor > 0 && factor < 1e6) return factor;
  problems.add(place, "the documents' factor of the first variant's time, or null");
  return std::nullopt;
}

Variant readVariant(ProblemList& problems, const Place& place) {
  Variant out;
  const Fields fields(problems, place, {"id", "label", "set", "scenario", "document"});
  if (!fields.isObject()) return out;
  if (const auto id = fields.required("id", "a variant with id")) out.id = readId(problems, *id, false);
  out.label = requiredLocalized(problems, fields, "label");
  if (const auto scenario = fields.optional("scenario")) out.scenario = readId(problems, *scenario);
  if (const auto set = fields.optional("set")) out.set = readSettings(problems, *set);
  if (const auto document = fields.optional("document")) out.document = readFactor(problems, *document);
  return out;
}

void readVariants(ProblemList& problems, const Place& place, Experiment& experiment) {
  if (!place.isList() || place.json->items.size() < 2) {
    problems.add(place, "a list of two or more variants");
    return;
  }
  if (!isWithin(problems, place, kMaxVariants, "variants")) return;
  for (std::size_t i = 0; i < place.json->items.size(); ++i) {
    Variant variant = readVariant(problems, place.item(i));
    const bool isTwice = std::any_of(experiment.variants.begin(), experiment.variants.end(),
                                     [&](const Variant& known) { return !known.id.empty() && known.id == variant.id; });
    if (isTwice) problems.add(place.item(i).pointer + "/id", inQuotes(variant.id) + " a second time", "each id once");
    experiment.variants.push_back(std::move(variant));
  }
}

Sweep readSweep(ProblemList& problems, const Place& place, const std::string& name) {
  Sweep out{name, {}};
  if (!place.isList() || place.json->items.empty()) {
    problems.add(place, "a list of values for " + inQuotes(name));
    return out;
  }
  if (!isWithin(problems, place, kMaxSweepValues, "values")) return out;
  for (std::size_t i = 0; i < place.json->items.size(); ++i) {
    auto value = readValue(problems, place.item(i));
    if (!value) continue;
    const bool isTwice = std::find(out.values.begin(), out.values.end(), *value) != out.values.end();
    if (isTwice)
      problems.add(place.item(i).pointer, describe(*place.item(i).json) + " a second time", "each value once");
    out.values.push_back(*std::move(value));
  }
  return out;
}

void readVary(ProblemList& problems, const Place& place, Experiment& experiment) {
  if (!place.isObject() || place.json->members.empty()) {
    problems.add(place, "an object of one or two parameters, each with a list of values");
    return;
  }
  if (!isWithin(problems, place, kMaxSweeps, "parameters")) return;
  for (const JsonMember& member : place.json->members) {
    experiment.vary.push_back(readSweep(problems, place.member(member), member.key));
  }
}

/// What is compared: variants by hand, or values of parameters.
void readCompared(ProblemList& problems, const Fields& fields, Experiment& experiment) {
  const auto variants = fields.optional("variants");
  const auto vary = fields.optional("vary");
  if (fields.isObject() && variants.has_value() == vary.has_value()) {
    problems.add(fields.place().pointer, variants ? "both variants and vary" : "neither variants nor vary",
                 "one of variants and vary");
  }
  if (variants) readVariants(problems, *variants, experiment);
  if (vary) readVary(problems, *vary, experiment);
}

/// An id, or a whole scenario whose problems are told as those of this file.
void readScenarioOf(ProblemList& problems, const Fields& fields, Experiment& experiment) {
  const auto place = fields.required("scenario", "the id of a scenario, or a whole scenario");
  if (!place) return;
  if (!place->isObject()) {
    experiment.scenario = readId(problems, *place);
    return;
  }
  auto own = std::make_shared<RunnableScenario>();
  own->json = writeJson(*place->json);
  ReadResult read = readScenario(own->json);
  for (Problem& problem : read.problems) {
    problems.add(place->pointer + problem.pointer, std::move(problem.found), std::move(problem.expected));
  }
  if (!read.scenario) return;
  own->scenario = *std::move(read.scenario);
  experiment.scenario = own->scenario.id;
  experiment.own = std::move(own);
}

void readExperimentPresets(ProblemList& problems, const Place& place, Experiment& experiment) {
  if (!place.isObject()) {
    problems.add(place, "an object of presets");
    return;
  }
  if (!isWithin(problems, place, kMaxPresets, "presets")) return;
  for (const JsonMember& member : place.json->members) {
    const Fields fields(problems, place.member(member), {"set", "repeat"});
    ExperimentPreset preset{member.key, {}, {}};
    if (const auto set = fields.optional("set")) preset.set = readSettings(problems, *set);
    if (const auto repeat = fields.optional("repeat")) preset.repeat = readInteger(problems, *repeat, 1, kMaxRepeat);
    experiment.presets.push_back(std::move(preset));
  }
}

void readTexts(ProblemList& problems, const Fields& fields, Experiment& experiment) {
  experiment.title = requiredLocalized(problems, fields, "title");
  if (const auto lesson = fields.optional("lesson")) {
    Scenario holder;  // the lesson's reader fills a scenario's
    readLesson(problems, *lesson, holder);
    experiment.lesson = std::move(holder.lesson);
  }
  if (const auto predict = fields.optional("predict")) {
    Scenario holder;
    readPrediction(problems, *predict, holder);
    experiment.predict = std::move(holder.predict);
  }
}

/// The sections that a scenario has as well, by its readers.
void readShared(ProblemList& problems, const Fields& fields, Experiment& experiment) {
  Scenario holder;
  if (const auto view = fields.optional("view")) {
    readView(problems, *view, holder);
    experiment.caption = holder.view.caption;
    const bool saysMore = view->isObject() && view->json->members.size() > (view->json->member("caption") ? 1U : 0U);
    if (saysMore) experiment.view = std::move(holder.view);
  }
  if (const auto claims = fields.optional("claims")) {
    readClaims(problems, *claims, holder);
    experiment.claims = std::move(holder.claims);
  }
}

void readHead(ProblemList& problems, const Fields& fields, Experiment& experiment) {
  if (const auto version = fields.required("threadline", "the version of the format, \"threadline\": 1")) {
    if (version->json->type != Json::Type::kInteger || version->json->integer != 1) {
      problems.add(*version, "1, the version of the format that this program reads");
    }
  }
  if (const auto kind = fields.required("kind", "\"experiment\"")) (void)readWord(problems, *kind, {"experiment"});
  if (const auto id = fields.required("id", "an experiment with id")) experiment.id = readId(problems, *id);
  if (const auto topic = fields.optional("topic")) {
    static const std::vector<std::string_view> kTopics = {"threads", "gil",      "processes", "exchange",
                                                          "io",      "classics", "own"};
    if (const auto word = readWord(problems, *topic, kTopics)) experiment.topic = kTopics[*word];
  }
  if (const auto order = fields.optional("order")) {
    experiment.order = readInteger(problems, *order, 0, 1'000'000).value_or(0);
  }
  if (const auto place = fields.optional("documents")) {
    experiment.documents = scenario::readTexts(problems, *place, kMaxWords);
  }
  if (const auto place = fields.optional("keywords")) {
    experiment.keywords = scenario::readTexts(problems, *place, kMaxWords);
  }
}

}  // namespace

const ExperimentPreset* Experiment::preset(std::string_view name) const {
  const auto found =
      std::find_if(presets.begin(), presets.end(), [&](const ExperimentPreset& one) { return one.name == name; });
  return found == presets.end() ? nullptr : &*found;
}

bool saysExperiment(std::string_view json) {
  const JsonDocument document = parseJson(json, {kMaxScenarioBytes});
  const Json* kind = document.isComplete ? document.root.member("kind") : nullptr;
  return kind && kind->type == Json::Type::kText && kind->text == "experiment";
}

ExperimentReadResult readExperiment(std::string_view json) {
  ExperimentReadResult result;
  const JsonDocument document = parseJson(json, {kMaxScenarioBytes});
  ProblemList problems(document.root);
  for (const JsonFault& fault : document.faults) problems.addFault(fault);
  if (document.isComplete) {
    const Fields fields(problems, Place{&document.root, {}},
                        {"threadline", "kind", "id", "topic", "order", "documents", "keywords", "title", "lesson",
                         "predict", "scenario", "set", "variants", "vary", "repeat", "presets", "view", "claims"});
    Experiment experiment;
    if (fields.isObject()) {
      readHead(problems, fields, experiment);
      readTexts(problems, fields, experiment);
      readScenarioOf(problems, fields, experiment);
      if (const auto set = fields.optional("set")) experiment.set = readSettings(problems, *set);
      readCompared(problems, fields, experiment);
      if (const auto repeat = fields.optional("repeat")) {
        experiment.repeat = readInteger(problems, *repeat, 1, kMaxRepeat).value_or(1);
      }
      if (const auto presets = fields.optional("presets")) readExperimentPresets(problems, *presets, experiment);
      readShared(problems, fields, experiment);
    }
    result.experiment = std::move(experiment);
  }
  result.problems = problems.take();
  if (!result.problems.empty()) result.experiment.reset();
  return result;
}

}  // namespace threadline::scenario
