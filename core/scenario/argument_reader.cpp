// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/argument_reader.h"

#include <limits>
#include <utility>

#include "core/scenario/quote.h"
#include "core/scenario/suggestion.h"

namespace threadline::scenario {

namespace {

constexpr std::size_t kMaxElements = 1000;  // of a list in a file

bool isFormula(const Place& place) {
  return place.isText() && place.json->text.starts_with('=');
}

std::optional<Argument> wrapped(std::optional<Expression> expression) {
  if (!expression) return {};
  return Argument{*std::move(expression)};
}

// A text as it stands, or a template where there are braces in it.
std::optional<Argument> readTemplate(ProblemList& problems, const Place& place) {
  const std::optional<std::string> text = readText(problems, place);
  if (!text) return {};
  ParseFault fault;
  std::optional<Template> parsed = Template::parse(*text, fault);
  if (!parsed) {
    problems.add(place.pointer, fault.found, fault.expected);
    return {};
  }
  if (!parsed->isPlain()) return Argument{*std::move(parsed)};
  struct NoNames final : Names {
    Result<Value> name(std::string_view) const override { return Error{}; }
    Result<Value> attribute(std::string_view, std::int64_t, std::string_view) const override { return Error{}; }
  };
  Result<std::string> plain = parsed->evaluate(NoNames());
  if (!plain) return {};
  return Argument{Value(plain.take())};
}

std::optional<Argument> readList(ProblemList& problems, const Place& place, const ArgumentRule& element) {
  if (!isWithin(problems, place, kMaxElements, "elements")) return {};
  std::vector<Argument> elements;
  bool isWhole = true;
  for (std::size_t i = 0; i < place.json->items.size(); ++i) {
    std::optional<Argument> one = readArgument(problems, place.item(i), element);
    isWhole = isWhole && one;
    if (one) elements.push_back(*std::move(one));
  }
  if (!isWhole) return {};
  return Argument{std::move(elements)};
}

std::optional<Argument> readAny(ProblemList& problems, const Place& place) {
  const Json& json = *place.json;
  switch (json.type) {
    case Json::Type::kNull: return Argument{Value()};
    case Json::Type::kBool: return Argument{Value(json.truth)};
    case Json::Type::kInteger: return Argument{Value(json.integer)};
    case Json::Type::kDecimal: return Argument{Value(json.decimal)};
    case Json::Type::kText:
      return isFormula(place) ? wrapped(readExpression(problems, place, false)) : readTemplate(problems, place);
    case Json::Type::kList: return readList(problems, place, {{}, ArgumentKind::kAny});
    case Json::Type::kObject: problems.add(place, "a number, a text, true, false, null, a list or \"=expression\"");
  }
  return {};
}

std::optional<Argument> readNumber(ProblemList& problems, const Place& place, const ArgumentRule& rule) {
  if (isFormula(place)) return wrapped(readExpression(problems, place, false));
  if (rule.kind == ArgumentKind::kDecimal) {
    if (place.json->type == Json::Type::kDecimal) return Argument{Value(place.json->decimal)};
    if (place.json->type == Json::Type::kInteger) return Argument{Value(place.json->integer)};
    problems.add(place, "a number or \"=expression\"");
    return {};
  }
  const Json& json = *place.json;
  if (json.type == Json::Type::kInteger && json.integer >= rule.min && json.integer <= rule.max) {
    return Argument{Value(json.integer)};
  }
  const bool isBounded = rule.min != std::numeric_limits<std::int64_t>::min();
  const std::string range =
      isBounded ? " from " + std::to_string(rule.min) + " to " + std::to_string(rule.max) : std::string();
  problems.add(place, "a whole number" + range + ", or \"=expression\"");
  return {};
}

std::optional<Argument> readChoice(ProblemList& problems, const Place& place, const ArgumentRule& rule) {
  if (isFormula(place)) return wrapped(readExpression(problems, place, false));
  if (place.isText() && isAlternative(rule.later, place.json->text)) {
    problems.add(place.pointer, inQuotes(place.json->text) + ", which is not in this version",
                 oneOf(alternatives(rule.choices)));
    return {};
  }
  const std::vector<std::string_view> words = alternatives(rule.choices);
  if (!readWord(problems, place, words)) return {};
  return Argument{Value(place.json->text)};
}

const char* thingOf(ArgumentKind kind) {
  switch (kind) {
    case ArgumentKind::kObject: return "the name of an object, without \"=\": name, name[i] or name.part";
    case ArgumentKind::kActor: return "the name of a local that holds an actor or a list of them, without \"=\"";
    case ArgumentKind::kTarget: return "the name of a local or a variable, without \"=\"";
    case ArgumentKind::kFunction: return "the name of a function";
    default: return "a name";
  }
}

// "name", "name[expression]" or "name.part".
std::optional<Argument> readReference(ProblemList& problems, const Place& place, ArgumentKind kind) {
  const std::string expected = thingOf(kind);
  if (!place.isText() || place.json->text.size() > kMaxExpressionBytes) {
    problems.add(place, expected);
    return {};
  }
  std::string_view rest = place.json->text;
  const std::size_t end = std::min(rest.find_first_of("[."), rest.size());
  Reference reference{std::string(rest.substr(0, end)), {}, {}};
  rest.remove_prefix(end);
  const bool isPlain = kind == ArgumentKind::kFunction || kind == ArgumentKind::kName;
  bool isGood = isName(reference.name) && !(isPlain && !rest.empty());
  if (isGood && rest.starts_with('[') && rest.ends_with(']')) {
    ParseFault fault;
    reference.element = Expression::parse(rest.substr(1, rest.size() - 2), fault);
    if (!reference.element) {
      problems.add(place.pointer, fault.found, fault.expected);
      return {};
    }
  } else if (isGood && rest.starts_with('.')) {
    reference.part = rest.substr(1);
    isGood = isName(reference.part) && kind == ArgumentKind::kObject;
  } else {
    isGood = isGood && rest.empty();
  }
  if (!isGood) {
    problems.add(place, expected);
    return {};
  }
  return Argument{std::move(reference)};
}

}  // namespace

std::optional<Expression> readExpression(ProblemList& problems, const Place& place, bool isBare) {
  if (!place.isText()) {
    problems.add(place, isBare ? "a condition as a text, without \"=\"" : "\"=expression\"");
    return {};
  }
  std::string_view text = place.json->text;
  if (isBare && text.starts_with('=')) {
    problems.add(place, "a condition without \"=\" before it");
    return {};
  }
  if (!isBare && !text.starts_with('=')) {
    problems.add(place, "\"=expression\"");
    return {};
  }
  if (!isBare) text.remove_prefix(1);
  ParseFault fault;
  std::optional<Expression> expression = Expression::parse(text, fault);
  if (!expression) problems.add(place.pointer, fault.found, fault.expected);
  return expression;
}

std::optional<Argument> readArgument(ProblemList& problems, const Place& place, const ArgumentRule& rule) {
  switch (rule.kind) {
    case ArgumentKind::kInteger:
    case ArgumentKind::kDecimal: return readNumber(problems, place, rule);
    case ArgumentKind::kBool: {
      if (isFormula(place)) return wrapped(readExpression(problems, place, false));
      if (place.json->type == Json::Type::kBool) return Argument{Value(place.json->truth)};
      problems.add(place, "true, false or \"=expression\"");
      return {};
    }
    case ArgumentKind::kText:
      if (isFormula(place)) return wrapped(readExpression(problems, place, false));
      return readTemplate(problems, place);
    case ArgumentKind::kAny: return readAny(problems, place);
    case ArgumentKind::kObject:
    case ArgumentKind::kActor:
    case ArgumentKind::kTarget:
    case ArgumentKind::kFunction:
    case ArgumentKind::kName: return readReference(problems, place, rule.kind);
    case ArgumentKind::kCondition: return wrapped(readExpression(problems, place, true));
    case ArgumentKind::kValues:
      if (place.isList()) return readList(problems, place, {{}, ArgumentKind::kAny});
      problems.add(place, "a list of values");
      return {};
    case ArgumentKind::kList:
      if (place.isList()) return readList(problems, place, {{}, ArgumentKind::kAny});
      if (place.isText()) return wrapped(readExpression(problems, place, !isFormula(place)));
      problems.add(place, "a list, \"=expression\" or the name of a list");
      return {};
    case ArgumentKind::kPair:
      if (place.isList() && place.json->items.size() == 2)
        return readList(problems, place, {{}, ArgumentKind::kInteger});
      problems.add(place, "a list of two whole numbers [from, to]");
      return {};
    case ArgumentKind::kChoice: return readChoice(problems, place, rule);
    case ArgumentKind::kSteps: break;
  }
  return {};
}

}  // namespace threadline::scenario
