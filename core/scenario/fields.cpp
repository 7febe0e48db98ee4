// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/fields.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "core/scenario/quote.h"
#include "core/scenario/suggestion.h"

namespace threadline::scenario {

namespace {

// More than are shown, so that the first ones of the file are among them whatever order the checks run in.
constexpr std::size_t kMaxCollected = 2 * kMaxProblems;

std::string unescaped(std::string_view token) {
  std::string text;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const bool isEscape = token[i] == '~' && i + 1 < token.size();
    text += isEscape ? (token[i + 1] == '1' ? '/' : '~') : token[i];
    if (isEscape) ++i;
  }
  return text;
}

const Json* step(const Json& json, std::string_view token) {
  if (json.type == Json::Type::kObject) return json.member(unescaped(token));
  if (json.type != Json::Type::kList) return nullptr;
  std::size_t index = 0;
  const auto [stop, status] = std::from_chars(token.data(), token.data() + token.size(), index);
  if (status != std::errc() || stop != token.data() + token.size() || index >= json.items.size()) return nullptr;
  return &json.items[index];
}

}  // namespace

const Json* resolve(const Json& root, std::string_view pointer) {
  const Json* json = &root;
  while (json && !pointer.empty()) {
    if (pointer.front() != '/') return nullptr;
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    json = step(*json, pointer.substr(0, end));
    pointer.remove_prefix(end);
  }
  return json;
}

void ProblemList::add(std::string pointer, std::string found, std::string expected) {
  if (isFull() || m_faulty.contains(pointer)) return;
  m_problems.push_back({std::move(pointer), std::move(found), std::move(expected)});
}

bool ProblemList::isFull() const {
  return m_problems.size() >= kMaxCollected;
}

void ProblemList::addFault(const JsonFault& fault) {
  add(fault.pointer, fault.found, fault.expected);
  if (!fault.pointer.empty()) m_faulty.insert(fault.pointer);
}

std::uint64_t ProblemList::orderOf(std::string_view pointer) const {
  const Json* json = resolve(m_root, pointer);
  return json ? json->order : std::numeric_limits<std::uint64_t>::max();
}

std::vector<Problem> ProblemList::take() {
  std::vector<std::pair<std::uint64_t, Problem>> ordered;
  for (Problem& problem : m_problems) ordered.emplace_back(orderOf(problem.pointer), std::move(problem));
  std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  if (ordered.size() > kMaxProblems) ordered.resize(kMaxProblems);
  std::vector<Problem> problems;
  problems.reserve(ordered.size());
  for (auto& [order, problem] : ordered) problems.push_back(std::move(problem));
  m_problems.clear();
  return problems;
}

Fields::Fields(ProblemList& problems, Place place, const std::vector<std::string_view>& known)
    : m_problems(problems), m_place(std::move(place)) {
  if (!m_place.isObject()) {
    problems.add(m_place, "an object with " + oneOf(known));
    return;
  }
  for (const JsonMember& member : m_place.json->members) {
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    if (problems.isFull()) return;
    problems.add(pointerTo(m_place.pointer, member.key), "the key " + inQuotes(member.key),
                 "only known keys; " + knownNames(member.key, known));
  }
}

std::optional<Place> Fields::optional(std::string_view key) const {
  const Json* json = m_place.isObject() ? m_place.json->member(key) : nullptr;
  if (!json) return {};
  return Place{json, pointerTo(m_place.pointer, key)};
}

std::optional<Place> Fields::required(std::string_view key, const std::string& expected) const {
  std::optional<Place> place = optional(key);
  if (!place && isObject()) m_problems.add(m_place.pointer, "no " + inQuotes(key), expected);
  return place;
}

std::optional<std::string> readText(ProblemList& problems, const Place& place, const std::string& expected) {
  if (place.isText() && place.json->text.size() <= kMaxTextBytes) return place.json->text;
  if (place.isText()) {
    problems.add(place.pointer, "a text of " + std::to_string(place.json->text.size()) + " bytes",
                 "at most " + std::to_string(kMaxTextBytes));
  } else {
    problems.add(place, expected);
  }
  return {};
}

std::optional<std::int64_t> readInteger(ProblemList& problems, const Place& place, std::int64_t min, std::int64_t max) {
  const Json& json = *place.json;
  if (json.type == Json::Type::kInteger && json.integer >= min && json.integer <= max) return json.integer;
  const bool isBounded = min != std::numeric_limits<std::int64_t>::min();
  problems.add(place, isBounded ? "a whole number from " + std::to_string(min) + " to " + std::to_string(max)
                                : std::string("a whole number"));
  return {};
}

std::optional<bool> readBool(ProblemList& problems, const Place& place) {
  if (place.json->type == Json::Type::kBool) return place.json->truth;
  problems.add(place, "true or false");
  return {};
}

std::optional<LocalizedText> readLocalized(ProblemList& problems, const Place& place) {
  if (!place.isObject()) {
    problems.add(place, "a text in both languages, {en, ko}");
    return {};
  }
  const Fields fields(problems, place, {"en", "ko"});
  LocalizedText text;
  bool isWhole = true;
  for (auto& [key, target] : {std::pair<const char*, std::string*>{"en", &text.en}, {"ko", &text.ko}}) {
    const std::optional<Place> member = fields.required(key, "the text in both languages, en and ko");
    const std::optional<std::string> content = member ? readText(problems, *member) : std::nullopt;
    if (content && content->empty()) problems.add(*member, "a text that says something");
    isWhole = isWhole && content && !content->empty();
    if (content) *target = *content;
  }
  return isWhole ? std::optional(text) : std::nullopt;
}

LocalizedText requiredLocalized(ProblemList& problems, const Fields& fields, std::string_view key) {
  const std::optional<Place> place = fields.required(key, "a text in both languages, en and ko");
  return place ? readLocalized(problems, *place).value_or(LocalizedText{}) : LocalizedText{};
}

std::vector<std::string> readTexts(ProblemList& problems, const Place& place, std::size_t most) {
  std::vector<std::string> texts;
  if (!place.isList()) {
    problems.add(place, "a list of texts");
    return texts;
  }
  if (!isWithin(problems, place, most, "texts")) return texts;
  for (std::size_t i = 0; i < place.json->items.size(); ++i) {
    if (std::optional<std::string> text = readText(problems, place.item(i))) texts.push_back(*std::move(text));
  }
  return texts;
}

std::optional<std::size_t> readWord(ProblemList& problems, const Place& place,
                                    const std::vector<std::string_view>& words) {
  if (place.isText()) {
    const auto it = std::find(words.begin(), words.end(), place.json->text);
    if (it != words.end()) return static_cast<std::size_t>(it - words.begin());
    const std::string_view near = words.size() > 1 ? nearest(place.json->text, words) : std::string_view();
    problems.add(place, oneOf(words) + (near.empty() ? "" : "; did you mean " + std::string(near) + "?"));
    return {};
  }
  problems.add(place, oneOf(words));
  return {};
}

bool isWithin(ProblemList& problems, const Place& place, std::size_t most, std::string_view what) {
  const std::size_t count = place.isList() ? place.json->items.size() : place.json->members.size();
  if (count <= most) return true;
  problems.add(place.pointer, std::to_string(count) + " " + std::string(what), "at most " + std::to_string(most));
  return false;
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

bool isGoodName(ProblemList& problems, const Place& place, std::string_view name) {
  static constexpr std::string_view kTaken[] = {"cores", "self"};
  const bool isTaken = std::find(std::begin(kTaken), std::end(kTaken), name) != std::end(kTaken);
  if (isName(name) && !isTaken) return true;
  problems.add(place.pointer, "the name " + inQuotes(name),
               isTaken ? "a name that does not mean something already"
                       : "a name: a letter or _, then letters, digits or _ (at most 64), and no word of expressions");
  return false;
}

}  // namespace threadline::scenario
