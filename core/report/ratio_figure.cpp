// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ratio_figure.h"

#include <optional>

namespace threadline::report {
namespace {

constexpr std::string_view kName = "ratio(";
constexpr std::size_t kMaxFigureBytes = 1000;

Error expectedError(std::string_view found) {
  return Error{
      ErrorCode::kInvalidInput,
      "found \"" + std::string(found.substr(0, 60)) + "\", expected ratio('a', 'b') or ratio('a', 'b', FIGURE)",
      {}};
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool isQuote(char c) {
  return c == '\'' || c == '"';
}

/// Takes 'id' off the front; nothing where none stands there.
std::optional<std::string> takeQuoted(std::string_view& text) {
  text = trimmed(text);
  if (text.empty() || !isQuote(text.front())) return std::nullopt;
  const std::size_t end = text.find(text.front(), 1);
  if (end == std::string_view::npos) return std::nullopt;
  std::string content(text.substr(1, end - 1));
  text = trimmed(text.substr(end + 1));
  return content;
}

bool takeComma(std::string_view& text) {
  if (text.empty() || text.front() != ',') return false;
  text = trimmed(text.substr(1));
  return true;
}

/// A figure may itself stand in quotes, but "'worker 0'.total" begins with some that are its own.
std::string_view withoutQuotes(std::string_view text) {
  if (text.size() < 2 || !isQuote(text.front()) || text.back() != text.front()) return text;
  return text.find(text.front(), 1) == text.size() - 1 ? text.substr(1, text.size() - 2) : text;
}

}  // namespace

Result<RatioFigure> parseRatio(std::string_view whole) {
  std::string_view text = trimmed(whole);
  const bool isCall = text.size() <= kMaxFigureBytes && text.substr(0, kName.size()) == kName && text.back() == ')';
  if (!isCall) return expectedError(whole);
  text = text.substr(kName.size(), text.size() - kName.size() - 1);
  auto variant = takeQuoted(text);
  if (!variant || !takeComma(text)) return expectedError(whole);
  auto base = takeQuoted(text);
  if (!base) return expectedError(whole);
  RatioFigure ratio{std::move(*variant), std::move(*base), "wall", {}};
  if (takeComma(text)) {
    ratio.text = std::string(withoutQuotes(text));
  } else if (!text.empty()) {
    return expectedError(whole);
  }
  auto figure = parseFigure(ratio.text);
  if (!figure) return figure.error();
  ratio.figure = figure.take();
  return ratio;
}

}  // namespace threadline::report
