// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "core/scenario/quote.h"
#include "core/scenario/sections.h"

namespace threadline::scenario {

namespace {

constexpr std::size_t kMaxParagraphs = 50;
constexpr std::size_t kGuesses = 3;

std::optional<LessonParagraph> readParagraph(ProblemList& problems, const Place& place) {
  const Fields fields(problems, place, {"en", "ko", "step"});
  if (!fields.isObject()) return {};
  LessonParagraph paragraph;
  for (auto& [key, target] : {std::pair<const char*, std::string*>{"en", &paragraph.en}, {"ko", &paragraph.ko}}) {
    const auto there = fields.required(key, "the paragraph in both languages, en and ko");
    const auto text = there ? readText(problems, *there) : std::nullopt;
    if (text && text->empty()) problems.add(*there, "a text that says something");
    *target = text.value_or(std::string());
  }
  if (const auto step = fields.optional("step")) {
    const auto pointer = readText(problems, *step, "the JSON pointer of a step");
    paragraph.step = pointer.value_or(std::string());
    if (pointer && (!pointer->starts_with("/functions/") || !resolve(problems.root(), *pointer))) {
      const bool hasSteps = resolve(problems.root(), "/functions") != nullptr;
      problems.add(*step, hasSteps ? "the JSON pointer of a step of this file, as \"/functions/main/steps/0\""
                                   : "no step: this file has none");
    }
  }
  return paragraph;
}

}  // namespace

void readLesson(ProblemList& problems, const Place& place, Scenario& scenario) {
  if (place.isObject()) {
    if (auto paragraph = readParagraph(problems, place)) scenario.lesson.push_back(*std::move(paragraph));
    return;
  }
  if (!place.isList() || place.json->items.empty()) {
    problems.add(place, "a lesson in both languages, {en, ko}, or a list of such paragraphs");
    return;
  }
  if (!isWithin(problems, place, kMaxParagraphs, "paragraphs")) return;
  for (std::size_t i = 0; i < place.json->items.size(); ++i) {
    if (auto paragraph = readParagraph(problems, place.item(i))) scenario.lesson.push_back(*std::move(paragraph));
  }
}

void readPrediction(ProblemList& problems, const Place& place, Scenario& scenario) {
  const Fields fields(problems, place, {"question", "guesses", "answer"});
  if (!fields.isObject()) return;
  Prediction prediction;
  prediction.question = requiredLocalized(problems, fields, "question");
  if (const auto guesses = fields.required("guesses", "three guesses")) {
    if (!guesses->isList() || guesses->json->items.size() != kGuesses) {
      problems.add(*guesses, "a list of three guesses, each {en, ko}");
    } else {
      for (std::size_t i = 0; i < kGuesses; ++i) {
        prediction.guesses.push_back(readLocalized(problems, guesses->item(i)).value_or(LocalizedText{}));
      }
    }
  }
  if (const auto answer = fields.required("answer", "the right guess: 0, 1 or 2")) {
    const auto number = readInteger(problems, *answer, 0, kGuesses - 1);
    prediction.answer = static_cast<std::size_t>(number.value_or(0));
  }
  scenario.predict = std::move(prediction);
}

}  // namespace threadline::scenario
