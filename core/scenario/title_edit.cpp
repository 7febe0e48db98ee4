// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/title_edit.h"

#include "core/scenario/json.h"

namespace threadline::scenario {
namespace {

/// Walks over the members of the outermost object without building anything.
class TopMembers {
 public:
  explicit TopMembers(std::string_view text) : m_text(text) {}

  /// Where the value of this member stands; nothing where there is none.
  struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  [[nodiscard]] std::optional<Place> valueOf(std::string_view key) {
    skipSpace();
    if (!take('{')) return {};
    while (true) {
      skipSpace();
      const std::size_t keyBegin = m_at;
      if (!skipText()) return {};
      const std::string_view found = m_text.substr(keyBegin + 1, m_at - keyBegin - 2);
      skipSpace();
      if (!take(':')) return {};
      skipSpace();
      const std::size_t begin = m_at;
      if (!skipValue()) return {};
      if (found == key) return Place{begin, m_at};
      skipSpace();
      if (!take(',')) return {};
    }
  }

 private:
  void skipSpace() {
    while (m_at < m_text.size() && std::string_view(" \t\r\n").find(m_text[m_at]) != std::string_view::npos) ++m_at;
  }
  bool take(char wanted) {
    if (m_at >= m_text.size() || m_text[m_at] != wanted) return false;
    ++m_at;
    return true;
  }
  bool skipText() {
    if (!take('"')) return false;
    while (m_at < m_text.size()) {
      const char c = m_text[m_at++];
      if (c == '"') return true;
      if (c == '\\') ++m_at;
    }
    return false;
  }
  /// Up to the comma or brace that ends the value; brackets within it are counted, texts passed over.
  bool skipValue() {
    const std::size_t begin = m_at;
    std::size_t depth = 0;
    while (m_at < m_text.size()) {
      const char c = m_text[m_at];
      if (c == '"') {
        if (!skipText()) return false;
        if (depth == 0) return true;
        continue;
      }
      const bool closes = c == '}' || c == ']';
      if (depth == 0 && (closes || c == ',' || c == ' ' || c == '\n' || c == '\r' || c == '\t')) return m_at > begin;
      ++m_at;
      if (c == '{' || c == '[') ++depth;
      if (closes && --depth == 0) return true;
    }
    return false;
  }

  std::string_view m_text;
  std::size_t m_at = 0;
};

}  // namespace

std::optional<std::string> withTitle(std::string_view json, const LocalizedText& title) {
  const auto place = TopMembers(json).valueOf("title");
  if (!place) return {};
  std::string out(json.substr(0, place->begin));
  out += "{\"en\": " + jsonText(title.en) + ", \"ko\": " + jsonText(title.ko) + "}";
  out += json.substr(place->end);
  return out;
}

}  // namespace threadline::scenario
