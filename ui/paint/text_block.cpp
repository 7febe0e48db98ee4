// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/text_block.h"

#include <algorithm>

namespace threadline::paint {
namespace {

constexpr std::size_t kLongestText = 4000;

std::size_t codePointEnd(const std::string& text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

class Wrapper {
 public:
  Wrapper(double width, double sizePx, bool bold, const scene::TextMeasure& measure)
      : m_width(width), m_sizePx(sizePx), m_bold(bold), m_measure(measure) {}

  void word(const std::string& word) {
    const std::string longer = m_line.empty() ? word : m_line + " " + word;
    if (fits(longer)) {
      m_line = longer;
      return;
    }
    if (!m_line.empty()) breakLine();
    if (fits(word)) {
      m_line = word;
      return;
    }
    for (std::size_t i = 0; i < word.size();) {
      const std::size_t end = codePointEnd(word, i);
      const std::string piece = word.substr(i, end - i);
      if (!m_line.empty() && !fits(m_line + piece)) breakLine();
      m_line += piece;
      i = end;
    }
  }
  void breakLine() { m_lines.push_back(std::move(m_line)), m_line.clear(); }
  std::vector<std::string> take() { return std::move(m_lines); }

 private:
  [[nodiscard]] bool fits(const std::string& text) const { return m_measure.width(text, m_sizePx, m_bold) <= m_width; }

  double m_width;
  double m_sizePx;
  bool m_bold;
  const scene::TextMeasure& m_measure;
  std::string m_line;
  std::vector<std::string> m_lines;
};

}  // namespace

std::vector<std::string> wrapped(std::string_view text, double width, double sizePx, bool bold,
                                 const scene::TextMeasure& measure, std::size_t maxLines) {
  if (text.empty()) return {};
  Wrapper wrapper(width, sizePx, bold, measure);
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string paragraph = scene::oneLine(text.substr(start, end - start), kLongestText);
    for (std::size_t at = 0; at < paragraph.size();) {
      const std::size_t space = std::min(paragraph.find(' ', at), paragraph.size());
      if (space > at) wrapper.word(paragraph.substr(at, space - at));
      at = space + 1;
    }
    wrapper.breakLine();
    start = end + 1;
  }
  std::vector<std::string> lines = wrapper.take();
  if (lines.size() > maxLines) {
    lines.resize(maxLines);
    lines.back() = scene::elideMiddle(lines.back() + " \xE2\x80\xA6", width, sizePx, bold, measure);
  }
  return lines;
}

}  // namespace threadline::paint
