// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figures.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/report/run_facts.h"

namespace threadline::report {
namespace {

constexpr std::size_t kMaxFigureBytes = 1000;
constexpr std::array<std::string_view, 6> kPercentiles{"p10", "p50", "p90", "p95", "p99", "max"};
constexpr std::string_view kShareSuffix = "_share";

bool isPercentile(std::string_view part) {
  return std::find(kPercentiles.begin(), kPercentiles.end(), part) != kPercentiles.end();
}

struct FunctionRow {
  std::string_view name;
  FigureKind kind;
  std::size_t minArguments;
  std::size_t maxArguments;
};
constexpr std::array<FunctionRow, 8> kFunctions{{{"lanes", FigureKind::kLanes, 1, 1},
                                                 {"spans", FigureKind::kSpans, 2, 3},
                                                 {"starts", FigureKind::kStarts, 1, 1},
                                                 {"process", FigureKind::kProcess, 1, 1},
                                                 {"output", FigureKind::kOutput, 1, 1},
                                                 {"gaps", FigureKind::kGaps, 2, 2},
                                                 {"first", FigureKind::kFirst, 1, 1},
                                                 {"requests", FigureKind::kRequests, 1, 1}}};

Error expectedError(std::string_view text, std::string_view expected) {
  return Error{ErrorCode::kInvalidInput, "found \"" + std::string(text) + "\", expected " + std::string(expected), {}};
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// One argument, its quotes taken off; nothing when a quote stays open.
std::optional<std::string> unquoted(std::string_view argument) {
  argument = trimmed(argument);
  if (argument.empty()) return std::nullopt;
  const char quote = argument.front();
  if (quote != '\'' && quote != '"') return std::string(argument);
  if (argument.size() < 2 || argument.back() != quote) return std::nullopt;
  return std::string(argument.substr(1, argument.size() - 2));
}

/// Splits "'a,b', c" at the commas outside of quotes.
std::vector<std::string_view> splitArguments(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t start = 0;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quote != 0) {
      if (text[i] == quote) quote = 0;
    } else if (text[i] == '\'' || text[i] == '"') {
      quote = text[i];
    } else if (text[i] == ',') {
      pieces.push_back(text.substr(start, i - start));
      start = i + 1;
    }
  }
  pieces.push_back(text.substr(start));
  return pieces;
}

/// The place of the `)` that closes the `(` at `open`, not counting those in quotes.
std::size_t closingParenthesis(std::string_view text, std::size_t open) {
  char quote = 0;
  for (std::size_t i = open + 1; i < text.size(); ++i) {
    if (quote != 0) {
      if (text[i] == quote) quote = 0;
    } else if (text[i] == '\'' || text[i] == '"') {
      quote = text[i];
    } else if (text[i] == ')') {
      return i;
    }
  }
  return std::string_view::npos;
}

bool isRequestPart(std::string_view part) {
  if (part == "count" || part == "served" || part == "per_s") return true;
  const std::size_t gap = part.find('_');
  if (gap == std::string_view::npos || !isPercentile(part.substr(gap + 1))) return false;
  const std::string_view stretch = part.substr(0, gap);
  return stretch == "latency" || stretch == "wait" || stretch == "service";
}

/// What is wrong with the part behind the dot, as what was expected; empty when all is well.
std::string expectedPart(FigureKind kind, std::string_view part) {
  switch (kind) {
    case FigureKind::kLanes:
      if (part == "count" || part == "cpu_share" || part == "overlap") return {};
      if (part.size() > kShareSuffix.size() && part.substr(part.size() - kShareSuffix.size()) == kShareSuffix &&
          laneStateNamed(part.substr(0, part.size() - kShareSuffix.size()))) {
        return {};
      }
      return ".count, .cpu_share, .overlap or .STATE_share";
    case FigureKind::kSpans:
      return part == "count" || part == "sum" || isPercentile(part)
                 ? ""
                 : ".count, .sum, .p10, .p50, .p90, .p95, .p99 or .max";
    case FigureKind::kGaps:
      return part == "count" || isPercentile(part) ? "" : ".count, .p10, .p50, .p90, .p95, .p99 or .max";
    case FigureKind::kStarts: return isPercentile(part) ? "" : ".p10, .p50, .p90, .p95, .p99 or .max";
    case FigureKind::kProcess: return part == "memory_kb" || part == "exit" ? "" : ".memory_kb or .exit";
    case FigureKind::kOutput: return part == "count" || part == "order" ? "" : ".count or .order";
    case FigureKind::kRequests: return isRequestPart(part) ? "" : ".count, .served, .per_s or .latency_p99 ...";
    case FigureKind::kFirst: return part.empty() ? "" : "nothing after first(...)";
    case FigureKind::kGil:
      if (part == "requests" || part == "switches_per_s") return {};
      return part.substr(0, 5) == "hold_" && isPercentile(part.substr(5)) ? ""
                                                                          : ".hold_p50, .switches_per_s or .requests";
    default: return {};
  }
}

Result<Figure> parseCall(std::string_view text, std::size_t open) {
  const std::string_view name = trimmed(text.substr(0, open));
  const auto row = std::find_if(kFunctions.begin(), kFunctions.end(), [&](const auto& r) { return r.name == name; });
  if (row == kFunctions.end()) {
    return expectedError(text,
                         "lanes(...), spans(...), starts(...), process(...), output(...), gaps(...), requests(...) or "
                         "first(...)");
  }
  const std::size_t close = closingParenthesis(text, open);
  if (close == std::string_view::npos) return expectedError(text, "a closing parenthesis");
  const auto pieces = splitArguments(text.substr(open + 1, close - open - 1));
  if (pieces.size() < row->minArguments || pieces.size() > row->maxArguments) {
    return expectedError(text, row->kind == FigureKind::kSpans  ? "spans(GLOB, STATE) or spans(GLOB, STATE, LABEL)"
                               : row->kind == FigureKind::kGaps ? "gaps(GLOB, INSTANT)"
                                                                : std::string(name) + "(ONE ARGUMENT)");
  }
  std::vector<std::string> arguments;
  for (const std::string_view piece : pieces) {
    auto argument = unquoted(piece);
    if (!argument) return expectedError(text, "arguments in 'quotes'");
    arguments.push_back(std::move(*argument));
  }
  Figure figure;
  figure.kind = row->kind;
  figure.subject = arguments[0];
  if (row->kind == FigureKind::kSpans) {
    figure.state = laneStateNamed(arguments[1]);
    if (!figure.state) return expectedError(arguments[1], "a state such as 'running' or 'waiting_gil'");
    if (arguments.size() == 3) figure.label = arguments[2];
  }
  if (row->kind == FigureKind::kFirst || row->kind == FigureKind::kGaps) {
    figure.instant = instantNamed(arguments.back());
    if (!figure.instant) return expectedError(arguments.back(), "an instant such as 'code_end', 'print' or 'crash'");
  }
  std::string_view rest = trimmed(text.substr(close + 1));
  if (!rest.empty() && rest.front() != '.') return expectedError(text, "a dot after the parenthesis");
  if (!rest.empty()) rest.remove_prefix(1);
  const std::string expected = expectedPart(figure.kind, rest);
  if (!expected.empty()) return expectedError(text, expected);
  figure.part = rest;
  return figure;
}

bool isObjectPart(std::string_view part) {
  return part == "puts" || part == "gets" || part == "left" || part == "max_depth";
}

}  // namespace

Result<Figure> parseFigure(std::string_view whole) {
  const std::string_view text = trimmed(whole);
  if (text.empty() || text.size() > kMaxFigureBytes) return expectedError(whole.substr(0, 40), "a figure");
  Figure figure;
  if (text == "wall" || text == "cpu" || text == "exit") {
    figure.kind = text == "wall" ? FigureKind::kWall : text == "cpu" ? FigureKind::kCpu : FigureKind::kExit;
    return figure;
  }
  const bool startsQuoted = text.front() == '\'' || text.front() == '"';
  const std::size_t open = text.find('(');
  if (!startsQuoted && open != std::string_view::npos) return parseCall(text, open);

  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 1 == text.size()) {
    return expectedError(text, "wall, cpu, exit, OBJECT.puts, FUNCTION.LOCAL, gil.hold_p50, lanes('*').count, ...");
  }
  figure.part = text.substr(dot + 1);
  figure.isQuoted = startsQuoted;
  const auto subject = unquoted(text.substr(0, dot));
  if (!subject) return expectedError(text, "a name, or a pattern in 'quotes', before the dot");
  figure.subject = *subject;
  if (!startsQuoted && figure.subject == "gil") {
    figure.kind = FigureKind::kGil;
    const std::string expected = expectedPart(figure.kind, figure.part);
    if (!expected.empty()) return expectedError(text, expected);
    return figure;
  }
  figure.kind = !startsQuoted && isObjectPart(figure.part) ? FigureKind::kObject : FigureKind::kLocal;
  return figure;
}

bool isTime(const Figure& figure) {
  switch (figure.kind) {
    case FigureKind::kWall:
    case FigureKind::kCpu:
    case FigureKind::kFirst:
    case FigureKind::kStarts: return true;
    case FigureKind::kSpans: return figure.part != "count";
    case FigureKind::kGil: return figure.part.rfind("hold_", 0) == 0;
    default: return false;
  }
}

std::vector<scenario::Problem> checkFigures(const scenario::Scenario& scenario) {
  std::vector<scenario::Problem> problems;
  for (const scenario::Claim& claim : scenario.claims) {
    const std::string pointer = claim.pointer + "/figure";
    const auto figure = parseFigure(claim.figure);
    if (!figure) {
      const std::string& message = figure.error().message;  // "found X, expected Y"
      const std::size_t middle = message.rfind(", expected ");
      problems.push_back({pointer, message.substr(6, middle - 6), message.substr(middle + 11)});
      continue;
    }
    const Figure& f = figure.value();
    if (f.kind == FigureKind::kObject) {
      const std::string base = f.subject.substr(0, f.subject.find('['));
      const bool exists = std::any_of(scenario.objects.begin(), scenario.objects.end(),
                                      [&](const auto& object) { return object.name == base; });
      // A function may have a local of that name.
      if (!exists && !scenario.function(f.subject)) {
        problems.push_back({pointer, '"' + f.subject + '"', "the name of an object of this scenario"});
      }
    } else if (f.kind == FigureKind::kLocal && !f.isQuoted && !scenario.function(f.subject)) {
      problems.push_back({pointer, '"' + f.subject + '"', "the name of a function, or a lane's name in 'quotes'"});
    }
  }
  return problems;
}

}  // namespace threadline::report
