// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "core/scenario/argument_reader.h"
#include "core/scenario/quote.h"
#include "core/scenario/sections.h"
#include "core/scenario/suggestion.h"

namespace threadline::scenario {

namespace {

constexpr std::size_t kMaxGlobs = 100;
constexpr std::size_t kMaxMarks = 50;
constexpr std::size_t kMaxFigureBytes = 200;
constexpr std::string_view kAfterStart = "after start(";
constexpr std::string_view kFirst = "first ";
constexpr std::int64_t kMaxRangeMs = 86'400'000;

// The instants of a run that a view may begin at.
constexpr std::string_view kInstants =
    "start|code_end|print|signal|answer|exception|crash|exit|lost_update|timeout|mark|tick";

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::optional<ViewRange> anchorOf(std::string_view words) {
  ViewRange range;
  words = trimmed(words);
  if (words == "start") return range;
  if (words == "end") {
    range.anchor = ViewRange::Anchor::kEnd;
  } else if (words.starts_with(kAfterStart) && words.ends_with(")") && words.size() > kAfterStart.size() + 1) {
    range.anchor = ViewRange::Anchor::kAfterStart;
    range.pattern = words.substr(kAfterStart.size(), words.size() - kAfterStart.size() - 1);
  } else if (words.starts_with(kFirst) && isAlternative(kInstants, words.substr(kFirst.size()))) {
    range.anchor = ViewRange::Anchor::kFirstInstant;
    range.pattern = words.substr(kFirst.size());
  } else {
    return {};
  }
  return range;
}

std::string anchors() {
  return "\"start\", \"end\", \"after start(GLOB)\" or \"first INSTANT\" with INSTANT one of " +
         oneOf(alternatives(kInstants));
}

std::optional<ViewRange> readAnchor(ProblemList& problems, const Place& place) {
  std::optional<ViewRange> range = place.isText() ? anchorOf(place.json->text) : std::nullopt;
  if (!range) problems.add(place, anchors());
  return range;
}

// "ANCHOR" or, for a brace, "ANCHOR..ANCHOR".
bool isMarkPlace(std::string_view text, bool isBrace) {
  if (isBrace && longestGapOf(text)) return true;
  const std::size_t dots = isBrace ? text.find("..") : std::string_view::npos;
  if (dots == std::string_view::npos) return anchorOf(text).has_value();
  return anchorOf(text.substr(0, dots)) && anchorOf(text.substr(dots + 2));
}

std::optional<ViewRange> readRange(ProblemList& problems, const Place& place) {
  const Fields fields(problems, place, {"from", "offset_ms", "length_ms"});
  if (!fields.isObject()) return {};
  ViewRange range;
  if (const auto from = fields.required("from", "where the range begins: from"))
    range = readAnchor(problems, *from).value_or(range);
  if (const auto offset = fields.optional("offset_ms")) {
    range.offsetMs = readArgument(problems, *offset,
                                  {"offset_ms", ArgumentKind::kInteger, false, {}, {}, -kMaxRangeMs, kMaxRangeMs});
  }
  if (const auto length = fields.optional("length_ms")) {
    range.lengthMs =
        readArgument(problems, *length, {"length_ms", ArgumentKind::kInteger, false, {}, {}, 1, kMaxRangeMs});
  }
  return range;
}

std::vector<std::string> readWords(ProblemList& problems, const Place& place,
                                   const std::vector<std::string_view>& words) {
  std::vector<std::string> known;
  if (!place.isList()) {
    problems.add(place, "a list of " + oneOf(words));
    return known;
  }
  if (!isWithin(problems, place, words.size(), "words")) return known;
  for (std::size_t i = 0; i < place.json->items.size(); ++i) {
    if (const auto word = readWord(problems, place.item(i), words)) known.emplace_back(words[*word]);
  }
  return known;
}

std::optional<ViewMark> readMark(ProblemList& problems, const Place& place) {
  const Fields fields(problems, place, {"at", "brace", "text"});
  if (!fields.isObject()) return {};
  ViewMark mark;
  const auto brace = fields.optional("brace");
  if (const auto at = fields.required("at", "where the mark stands: at")) {
    mark.at = at->json->text;
    if (!at->isText() || !isMarkPlace(mark.at, brace.has_value())) {
      problems.add(*at,
                   anchors() + (brace ? R"x(; for a brace also "from..to" and "longest gap(GLOB, INSTANT)")x" : ""));
    }
  }
  const auto text = fields.optional("text");
  if (static_cast<bool>(brace) == static_cast<bool>(text)) {
    problems.add(place.pointer, brace ? "both brace and text" : "neither brace nor text", "one of brace and text");
    return {};
  }
  mark.brace = brace.has_value();
  mark.text = readLocalized(problems, brace ? *brace : *text).value_or(LocalizedText{});
  return mark;
}

void readMarks(ProblemList& problems, const Place& place, View& view) {
  if (!place.isList()) {
    problems.add(place, "a list of marks {at, brace or text}");
    return;
  }
  if (!isWithin(problems, place, kMaxMarks, "marks")) return;
  for (std::size_t i = 0; i < place.json->items.size(); ++i) {
    if (auto mark = readMark(problems, place.item(i))) view.marks.push_back(*std::move(mark));
  }
}

struct BandWord {
  const char* key;
  Claim::Band band;
};
constexpr BandWord kBands[] = {{"equals", Claim::Band::kEquals},
                               {"above", Claim::Band::kAbove},
                               {"below", Claim::Band::kBelow},
                               {"between", Claim::Band::kBetween}};

void readBound(ProblemList& problems, const Place& place, Claim& claim) {
  const ArgumentRule number{"", ArgumentKind::kDecimal};
  const ArgumentRule any{"", ArgumentKind::kAny};
  if (claim.band != Claim::Band::kBetween) {
    const bool isExact = claim.band == Claim::Band::kEquals;
    if (auto bound = readArgument(problems, place, isExact ? any : number)) claim.bounds.push_back(*std::move(bound));
    return;
  }
  if (!place.isList() || place.json->items.size() != 2) {
    problems.add(place, "a list of two numbers, [least, most]");
    return;
  }
  for (std::size_t i = 0; i < 2; ++i) {
    if (auto bound = readArgument(problems, place.item(i), number)) claim.bounds.push_back(*std::move(bound));
  }
}

void readBand(ProblemList& problems, const Fields& fields, Claim& claim) {
  std::string found;
  for (const BandWord& word : kBands) {
    const auto place = fields.optional(word.key);
    if (!place) continue;
    if (!found.empty()) {
      problems.add(fields.place().pointer, "both " + found + " and " + word.key,
                   "exactly one of equals, above, below or between");
      return;
    }
    found = word.key;
    claim.band = word.band;
    readBound(problems, *place, claim);
  }
  if (found.empty()) {
    problems.add(fields.place().pointer, "no band", "exactly one of equals, above, below or between");
  }
}

void readFigure(ProblemList& problems, const Fields& fields, Claim& claim) {
  const auto place = fields.required("figure", "a claim with figure");
  if (!place) return;
  const auto text = readText(problems, *place, R"x(a figure, as "main.sum" or "lanes('w*').cpu_share")x");
  if (!text) return;
  if (text->empty() || text->size() > kMaxFigureBytes) {
    problems.add(*place, "a figure of 1 to " + std::to_string(kMaxFigureBytes) + " bytes");
  }
  claim.figure = *text;
}

/// The figure as somebody else has it, in the figure's own unit; null says that nobody knows it.
std::optional<Argument> readKnownFigure(ProblemList& problems, const Fields& fields, std::string_view key) {
  const auto place = fields.optional(key);
  if (!place || place->json->type == Json::Type::kNull) return {};
  return readArgument(problems, *place, {"", ArgumentKind::kAny});
}

bool isClaimId(std::string_view id) {
  const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto isGood = [&](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '-'; };
  return !id.empty() && id.size() <= kMaxFigureBytes && isLetter(id.front()) &&
         std::all_of(id.begin(), id.end(), isGood);
}

std::optional<Claim> readClaim(ProblemList& problems, const Place& place) {
  const Fields fields(
      problems, place,
      {"id", "figure", "equals", "above", "below", "between", "when", "needs", "document", "reference", "text"});
  if (!fields.isObject()) return {};
  Claim claim;
  claim.pointer = place.pointer;
  if (const auto id = fields.required("id", "a claim with id")) {
    claim.id = id->json->text;
    if (!id->isText() || !isClaimId(claim.id)) problems.add(*id, "an id: a letter, then letters, digits and \"-\"");
  }
  readFigure(problems, fields, claim);
  readBand(problems, fields, claim);
  if (const auto when = fields.optional("when")) claim.when = readExpression(problems, *when, true);
  if (const auto needs = fields.optional("needs"))
    claim.needsFreeCore = readWord(problems, *needs, {"free core"}).has_value();
  claim.document = readKnownFigure(problems, fields, "document");
  claim.reference = readKnownFigure(problems, fields, "reference");
  claim.text = requiredLocalized(problems, fields, "text");
  return claim;
}

}  // namespace

std::optional<LongestGap> longestGapOf(std::string_view words) {
  constexpr std::string_view kOpening = "longest gap(";
  if (!words.starts_with(kOpening) || !words.ends_with(")")) return {};
  words = words.substr(kOpening.size(), words.size() - kOpening.size() - 1);
  const std::size_t comma = words.rfind(',');
  if (comma == std::string_view::npos) return {};
  const std::string_view glob = trimmed(words.substr(0, comma));
  const std::string_view instant = trimmed(words.substr(comma + 1));
  if (glob.empty() || !isAlternative(kInstants, instant)) return {};
  return LongestGap{std::string(glob), std::string(instant)};
}

void readView(ProblemList& problems, const Place& place, Scenario& scenario) {
  const Fields fields(problems, place,
                      {"range", "lanes", "fold", "arrows", "labels", "strips", "counters", "marks", "caption"});
  if (!fields.isObject()) return;
  View& view = scenario.view;
  if (const auto range = fields.optional("range")) view.range = readRange(problems, *range);
  if (const auto lanes = fields.optional("lanes")) view.lanes = readTexts(problems, *lanes, kMaxGlobs);
  if (const auto fold = fields.optional("fold")) view.fold = readTexts(problems, *fold, kMaxGlobs);
  if (const auto arrows = fields.optional("arrows")) {
    view.arrows = readWords(problems, *arrows, {"start", "join", "put", "emit", "release", "signal"});
  }
  if (const auto labels = fields.optional("labels")) view.labels = readBool(problems, *labels).value_or(true);
  if (const auto strips = fields.optional("strips"))
    view.holderStrip = !readWords(problems, *strips, {"holder"}).empty();
  if (const auto counters = fields.optional("counters")) view.counters = readTexts(problems, *counters, kMaxObjects);
  if (const auto marks = fields.optional("marks")) readMarks(problems, *marks, view);
  if (const auto caption = fields.optional("caption")) {
    view.caption = readLocalized(problems, *caption).value_or(LocalizedText{});
  }
}

void readClaims(ProblemList& problems, const Place& place, Scenario& scenario) {
  if (!place.isList()) {
    problems.add(place, "a list of claims");
    return;
  }
  if (!isWithin(problems, place, kMaxClaims, "claims")) return;
  for (std::size_t i = 0; i < place.json->items.size(); ++i) {
    auto claim = readClaim(problems, place.item(i));
    if (!claim) continue;
    const bool isTwice = std::any_of(scenario.claims.begin(), scenario.claims.end(),
                                     [&](const Claim& known) { return !claim->id.empty() && known.id == claim->id; });
    if (isTwice) problems.add(claim->pointer + "/id", inQuotes(claim->id) + " a second time", "each id once");
    scenario.claims.push_back(*std::move(claim));
  }
}

}  // namespace threadline::scenario
