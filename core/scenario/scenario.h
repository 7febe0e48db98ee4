// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A scenario as data: what a file says, checked, and nothing of how it runs. Read it with scenario_reader.h.
// Everything that needs the parameters' values stays an Argument until they are known (parameters.h binds them).

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/ids.h"
#include "core/base/object_kind.h"
#include "core/base/result.h"
#include "core/scenario/expression.h"
#include "core/scenario/value.h"
#include "core/scenario/verbs.h"

namespace threadline::scenario {

struct LocalizedText {
  std::string en;
  std::string ko;
};

/// `name` or `name[expression]`: an object, an actor's handle, a variable or a function. `name.part` (p.a) sets part.
struct Reference {
  std::string name;
  std::optional<Expression> element;
  std::string part;
};

/// A value in a file: literal, "=expression", text with {names}, a reference where the verb table says so, or a list of
/// these.
struct Argument {
  std::variant<Value, Expression, Template, Reference, std::vector<Argument>> content;

  /// The value now; a Reference cannot be evaluated (kInvalidArgument). Errors: those of the expression.
  [[nodiscard]] Result<Value> evaluate(const Names& names) const;
  [[nodiscard]] const Reference* reference() const { return std::get_if<Reference>(&content); }
  [[nodiscard]] const Expression* expression() const { return std::get_if<Expression>(&content); }
};

struct Step {
  Verb verb{};
  StepIndex index;                                         // place in the depth-first order of all steps of the file
  std::string pointer;                                     // JSON pointer into the file: "/functions/main/steps/0"
  std::map<std::string, Argument, std::less<>> arguments;  // by the names of the verb table
  std::string as;                                          // local that takes the result; empty: none
  std::optional<Expression> when;
  std::optional<Argument> label;
  std::vector<Step> body;  // of repeat

  /// The argument with this name, or null.
  [[nodiscard]] const Argument* argument(std::string_view name) const;
};

struct Function {
  std::string name;
  std::vector<std::string> arguments;
  std::vector<Step> steps;
};

using threadline::ObjectKind;
[[nodiscard]] std::string_view nameOf(ObjectKind kind);

struct ObjectDeclaration {
  std::string name;
  std::string pointer;
  ObjectKind kind{};
  std::optional<Argument> count;  // a list of them, named name[0], name[1], ...
  std::map<std::string, Argument, std::less<>> fields;
};

enum class ParameterType : std::uint8_t { kInteger, kBool, kChoice, kText };

struct Parameter {
  std::string name;
  ParameterType type{};
  std::string unit;  // "ms", "us", "bytes" or empty
  Value defaultValue;
  std::int64_t min = 0;
  std::int64_t max = 0;
  std::vector<std::string> choices;
  LocalizedText label;
};

struct Preset {
  std::string name;
  std::map<std::string, Value, std::less<>> values;
};

struct Refusal {
  Expression when;
  LocalizedText text;
};

struct ProcessSettings {
  Argument gil;          // bool
  Argument intervalUs;   // int, at least 1
  Argument startMethod;  // text: fork, spawn, forkserver
};

/// `view`: what the scenario's picture shows by itself. Globs are shell patterns over lane names.
struct ViewRange {
  enum class Anchor : std::uint8_t { kStart, kAfterStart, kFirstInstant, kEnd };
  Anchor anchor = Anchor::kStart;
  std::string pattern;  // of "after start(GLOB)", or the instant's word
  std::optional<Argument> offsetMs;
  std::optional<Argument> lengthMs;
};
struct ViewMark {
  std::string at;  // where, in the words of ViewRange; of a brace also "FROM..TO" or "longest gap(GLOB, INSTANT)"
  LocalizedText text;
  bool brace = false;
};
/// What "longest gap(GLOB, INSTANT)" names.
struct LongestGap {
  std::string glob;
  std::string instant;
};
/// Nothing when these are other words.
[[nodiscard]] std::optional<LongestGap> longestGapOf(std::string_view words);

struct View {
  std::optional<ViewRange> range;
  std::vector<std::string> lanes;   // globs in order; lanes that match none come after; "!GLOB" hides
  std::vector<std::string> fold;    // globs of lanes that are folded into their process's row or left out of a picture
  std::vector<std::string> arrows;  // start, join, put, emit, release, signal
  bool labels = true;
  bool holderStrip = false;           // strips: ["holder"]
  std::vector<std::string> counters;  // object names whose counters are drawn
  std::vector<ViewMark> marks;
  LocalizedText caption;
};

struct Claim {
  enum class Band : std::uint8_t { kEquals, kAbove, kBelow, kBetween };
  std::string id;
  std::string pointer;
  std::string figure;  // "lanes('consumer*').cpu_share": parsed by core/report
  Band band{};
  std::vector<Argument> bounds;  // one, or two for between
  std::optional<Expression> when;
  bool needsFreeCore = false;
  std::optional<Argument> document;   // the figure as the documents have it
  std::optional<Argument> reference;  // as real CPython gave it
  LocalizedText text;
};

/// One paragraph of a lesson; `step` is the JSON pointer of the step that it speaks of, or empty.
struct LessonParagraph : LocalizedText {
  std::string step;
};

/// A question to answer before the run: three guesses, `answer` the right one of them.
struct Prediction {
  LocalizedText question;
  std::vector<LocalizedText> guesses;
  std::size_t answer = 0;
};

struct Scenario {
  std::string id;
  std::string topic;
  std::int64_t order = 0;
  std::vector<std::string> documents;
  std::vector<std::string> keywords;
  LocalizedText title;
  std::vector<LessonParagraph> lesson;
  std::optional<Prediction> predict;
  std::vector<Parameter> parameters;
  std::vector<Preset> presets;
  ProcessSettings process;
  std::vector<Refusal> refuse;
  std::vector<ObjectDeclaration> objects;
  std::map<std::string, Function, std::less<>> functions;
  View view;
  std::vector<Claim> claims;
  std::vector<std::string> stepPointers;  // StepIndex -> JSON pointer
  std::string file;                       // the file's own text; readScenario leaves it empty, its caller may keep it

  [[nodiscard]] const Parameter* parameter(std::string_view name) const;
  [[nodiscard]] const Preset* preset(std::string_view name) const;
  [[nodiscard]] const Function* function(std::string_view name) const;
  [[nodiscard]] const ObjectDeclaration* object(std::string_view name) const;
};

}  // namespace threadline::scenario
