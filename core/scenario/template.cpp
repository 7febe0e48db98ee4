// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "core/scenario/expression.h"
#include "core/scenario/quote.h"

namespace threadline::scenario {

namespace {

constexpr std::size_t kMaxTemplatePieces = 256;
constexpr std::size_t kMaxTemplateResult = 1U << 20U;

// Where the expression that starts at `start` ends: the next "}" outside of a 'text'.
std::size_t closingBrace(std::string_view text, std::size_t start) {
  bool isText = false;
  for (std::size_t at = start; at < text.size(); ++at) {
    if (text[at] == '\'') isText = !isText;
    if (text[at] == '}' && !isText) return at;
  }
  return std::string_view::npos;
}

}  // namespace

Result<Template> Template::parse(std::string_view text) {
  ParseFault fault;
  std::optional<Template> result = parse(text, fault);
  if (!result) return fault.toError();
  return *std::move(result);
}

std::optional<Template> Template::parse(std::string_view text, ParseFault& fault) {
  Template result;
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const bool isDouble = at + 1 < text.size() && text[at + 1] == c && (c == '{' || c == '}');
    if (c != '{' || isDouble) {
      plain += c;
      at += isDouble ? 2 : 1;
      continue;
    }
    const std::size_t end = closingBrace(text, at + 1);
    if (end == std::string_view::npos) {
      fault = {inQuotes(text.substr(at), 20) + " in column " + std::to_string(at + 1) + " of " + inQuotes(text),
               R"(a closing "}" ("{{" stands for "{"))"};
      return {};
    }
    std::optional<Expression> expression = Expression::parse(text.substr(at + 1, end - at - 1), fault);
    if (!expression) return {};
    if (result.m_pieces.size() >= kMaxTemplatePieces) {
      fault = {"a text with too many braces", "at most " + std::to_string(kMaxTemplatePieces / 2) + " pairs"};
      return {};
    }
    if (!plain.empty()) result.m_pieces.push_back({std::exchange(plain, {}), nullptr});
    result.m_pieces.push_back({{}, std::make_shared<const Expression>(*std::move(expression))});
    at = end + 1;
  }
  if (!plain.empty()) result.m_pieces.push_back({std::move(plain), nullptr});
  return result;
}

std::string Template::text() const {
  std::string text;
  for (const Piece& piece : m_pieces) {
    if (piece.expression) text += "{" + piece.expression->text() + "}";
    for (const char c : piece.text) text.append(c == '{' || c == '}' ? 2 : 1, c);
  }
  return text;
}

Result<std::string> Template::evaluate(const Names& names) const {
  std::string text;
  for (const Piece& piece : m_pieces) {
    if (!piece.expression) {
      text += piece.text;
    } else {
      const Result<Value> value = piece.expression->evaluate(names);
      if (!value) return value.error();
      text += value.value().toText();
    }
    if (text.size() > kMaxTemplateResult) {
      return Error{ErrorCode::kRunFailed, "the text is longer than 1048576 bytes", {}};
    }
  }
  return text;
}

bool Template::isPlain() const {
  return std::none_of(m_pieces.begin(), m_pieces.end(), [](const Piece& piece) { return piece.expression != nullptr; });
}

std::vector<std::string> Template::names() const {
  std::vector<std::string> all;
  for (const NameUse& use : uses()) {
    if (std::find(all.begin(), all.end(), use.name) == all.end()) all.push_back(use.name);
  }
  return all;
}

std::vector<NameUse> Template::uses() const {
  std::vector<NameUse> all;
  for (const Piece& piece : m_pieces) {
    if (piece.expression) all.insert(all.end(), piece.expression->uses().begin(), piece.expression->uses().end());
  }
  return all;
}

}  // namespace threadline::scenario
