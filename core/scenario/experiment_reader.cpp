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

bool isId(std::string_view text) {
  const auto isGood = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && text.size() <= kMaxIdBytes && std::all_of(text.begin(), text.end(), isGood);
}

std::string readId(ProblemList& problems, const Fields& fields, std::string_view key) {
  const auto place = fields.required(key, "an id: small letters, digits and \"-\"");
  if (!place) return {};
  if (place->isText() && isId(place->json->text)) return place->json->text;
  problems.add(*place, "an id: small letters, digits and \"-\", at most " + std::to_string(kMaxIdBytes));
  return {};
}

Settings readSettings(ProblemList& problems, const Place& place) {
  Settings out;
  if (!place.isObject()) {
    problems.add(place, "an object of parameters and their values");
    return out;
  }
  if (place.json->members.size() > kMaxSettings) {
    problems.add(place.pointer, counted(place.json->members.size(), "setting"), "at most 100");
    return out;
  }
  for (const JsonMember& member : place.json->members) {
    switch (member.value.type) {
      case Json::Type::kBool: out[member.key] = Value(member.value.truth); break;
      case Json::Type::kInteger: out[member.key] = Value(member.value.integer); break;
      case Json::Type::kText: out[member.key] = Value(member.value.text); break;
      default: problems.add(place.member(member), "a whole number, a text, true or false");
    }
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
  const Fields fields(problems, place, {"id", "label", "set", "document"});
  if (!fields.isObject()) return out;
  out.id = readId(problems, fields, "id");
  out.label = requiredLocalized(problems, fields, "label");
  if (const auto set = fields.optional("set")) out.set = readSettings(problems, *set);
  if (const auto document = fields.optional("document")) out.document = readFactor(problems, *document);
  return out;
}

void readVariants(ProblemList& problems, const Fields& fields, Experiment& experiment) {
  const auto place = fields.required("variants", "a list of two or more variants");
  if (!place) return;
  if (!place->isList() || place->json->items.size() < 2) {
    problems.add(*place, "a list of two or more variants");
    return;
  }
  if (!isWithin(problems, *place, kMaxVariants, "variants")) return;
  for (std::size_t i = 0; i < place->json->items.size(); ++i) {
    Variant variant = readVariant(problems, place->item(i));
    const bool isTwice = std::any_of(experiment.variants.begin(), experiment.variants.end(),
                                     [&](const Variant& known) { return !known.id.empty() && known.id == variant.id; });
    if (isTwice) problems.add(place->item(i).pointer + "/id", inQuotes(variant.id) + " a second time", "each id once");
    experiment.variants.push_back(std::move(variant));
  }
}

void readExperimentPresets(ProblemList& problems, const Place& place, Experiment& experiment) {
  if (!place.isObject()) {
    problems.add(place, "an object of presets");
    return;
  }
  if (place.json->members.size() > kMaxPresets) {
    problems.add(place.pointer, counted(place.json->members.size(), "preset"), "at most 50");
    return;
  }
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
  if (const auto view = fields.optional("view")) {
    const Fields inner(problems, *view, {"caption"});
    if (inner.isObject()) experiment.caption = requiredLocalized(problems, inner, "caption");
  }
}

void readHead(ProblemList& problems, const Fields& fields, Experiment& experiment) {
  if (const auto version = fields.required("threadline", "the version of the format, \"threadline\": 1")) {
    if (version->json->type != Json::Type::kInteger || version->json->integer != 1) {
      problems.add(*version, "1, the version of the format that this program reads");
    }
  }
  if (const auto kind = fields.required("kind", "\"experiment\"")) (void)readWord(problems, *kind, {"experiment"});
  experiment.id = readId(problems, fields, "id");
  experiment.scenario = readId(problems, fields, "scenario");
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
                         "predict", "scenario", "set", "variants", "repeat", "presets", "view"});
    Experiment experiment;
    if (fields.isObject()) {
      readHead(problems, fields, experiment);
      readTexts(problems, fields, experiment);
      if (const auto set = fields.optional("set")) experiment.set = readSettings(problems, *set);
      readVariants(problems, fields, experiment);
      if (const auto repeat = fields.optional("repeat")) {
        experiment.repeat = readInteger(problems, *repeat, 1, kMaxRepeat).value_or(1);
      }
      if (const auto presets = fields.optional("presets")) readExperimentPresets(problems, *presets, experiment);
    }
    result.experiment = std::move(experiment);
  }
  result.problems = problems.take();
  if (!result.problems.empty()) result.experiment.reset();
  return result;
}

}  // namespace threadline::scenario
