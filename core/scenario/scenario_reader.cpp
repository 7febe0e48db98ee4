// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_reader.h"

#include <algorithm>
#include <utility>

#include "core/scenario/fields.h"
#include "core/scenario/quote.h"
#include "core/scenario/sections.h"

namespace threadline::scenario {

namespace {

constexpr std::int64_t kFormat = 1;
constexpr std::size_t kMaxIdBytes = 64;
constexpr std::size_t kMaxWords = 100;  // documents, keywords

// An id is typed in a shell and becomes the name of files.
bool isId(std::string_view text) {
  const auto isGood = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && text.size() <= kMaxIdBytes && text.front() >= 'a' && text.front() <= 'z' &&
         std::all_of(text.begin(), text.end(), isGood);
}

void readHead(ProblemList& problems, const Fields& fields, Scenario& scenario) {
  if (const auto version = fields.required("threadline", "the version of the format, \"threadline\": 1")) {
    const Json& json = *version->json;
    if (json.type != Json::Type::kInteger || json.integer != kFormat) {
      problems.add(*version, "1, the version of the format that this program reads");
    }
  }
  if (const auto kind = fields.optional("kind")) (void)readWord(problems, *kind, {"scenario"});
  if (const auto id = fields.required("id", "a scenario with id")) {
    if (id->isText() && isId(id->json->text)) {
      scenario.id = id->json->text;
    } else {
      problems.add(
          *id, "an id: a small letter, then small letters, digits and \"-\", at most " + std::to_string(kMaxIdBytes));
    }
  }
  if (const auto topic = fields.optional("topic")) {
    static const std::vector<std::string_view> kTopics = {"threads", "gil",      "processes", "exchange",
                                                          "io",      "classics", "own"};
    if (const auto word = readWord(problems, *topic, kTopics)) scenario.topic = kTopics[*word];
  }
  if (const auto order = fields.optional("order")) {
    scenario.order = readInteger(problems, *order, 0, 1'000'000).value_or(0);
  }
  if (const auto documents = fields.optional("documents"))
    scenario.documents = readTexts(problems, *documents, kMaxWords);
  if (const auto keywords = fields.optional("keywords")) scenario.keywords = readTexts(problems, *keywords, kMaxWords);
  scenario.title = requiredLocalized(problems, fields, "title");
}

void readSections(ProblemList& problems, const Fields& fields, Scenario& scenario) {
  if (const auto lesson = fields.optional("lesson")) readLesson(problems, *lesson, scenario);
  using Reader = void (*)(ProblemList&, const Place&, Scenario&);
  const std::pair<const char*, Reader> kSections[] = {
      {"predict", readPrediction}, {"parameters", readParameters}, {"presets", readPresets}, {"process", readProcess},
      {"refuse", readRefusals},    {"objects", readObjects},       {"view", readView},       {"claims", readClaims}};
  for (const auto& [key, reader] : kSections) {
    if (const auto place = fields.optional(key)) reader(problems, *place, scenario);
  }
  if (const auto functions = fields.required("functions", "a scenario with functions, main among them")) {
    readFunctions(problems, *functions, scenario);
  }
}

Scenario blank() {
  Scenario scenario;
  scenario.process = {Argument{Value(true)}, Argument{Value(std::int64_t{5000})}, Argument{Value("fork")}};
  return scenario;
}

bool isExperiment(const Json& root) {
  const Json* kind = root.member("kind");
  return kind && kind->type == Json::Type::kText && kind->text == "experiment";
}

}  // namespace

std::string Problem::toText(std::string_view file) const {
  std::string text(file);
  if (!text.empty()) text += ": ";
  if (!pointer.empty()) {
    // A key of the file may hold anything; only what needs it is shown quoted.
    const std::string shown = inQuotes(pointer, 300);
    text += (shown == "\"" + pointer + "\"" ? pointer : shown) + ": ";
  }
  return text + "found " + found + ", expected " + expected;
}

ReadResult readScenario(std::string_view json) {
  ReadResult result;
  const JsonDocument document = parseJson(json, {kMaxScenarioBytes});
  ProblemList problems(document.root);
  for (const JsonFault& fault : document.faults) problems.addFault(fault);
  if (!document.isComplete) {
    result.problems = problems.take();
    return result;
  }
  const Place top{&document.root, {}};
  if (!top.isObject()) {
    problems.add(top, "a scenario: an object");
    result.problems = problems.take();
    return result;
  }
  if (isExperiment(document.root)) {
    problems.add("/kind", "\"experiment\"", "a scenario; threadline experiment runs experiments");
    result.problems = problems.take();
    return result;
  }
  Scenario scenario = blank();
  const Fields fields(
      problems, top,
      {"threadline", "kind", "id", "topic", "order", "documents", "keywords", "title", "lesson", "predict",
       "parameters", "presets", "process", "refuse", "objects", "functions", "view", "claims"});
  readHead(problems, fields, scenario);
  readSections(problems, fields, scenario);
  checkNames(problems, scenario);
  result.problems = problems.take();
  if (result.problems.empty()) result.scenario = std::move(scenario);
  return result;
}

}  // namespace threadline::scenario
