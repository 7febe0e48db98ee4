// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/text_measure.h"

#include <algorithm>
#include <vector>

namespace threadline::scene {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Length of the well-formed UTF-8 sequence at `at`, or 0. Source: Unicode 15, table 3-7.
std::size_t sequenceLength(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned lead = byte(at);
  if (lead < 0x80) return 1;
  const auto isTail = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return byte(i) >= low && byte(i) <= high;
  };
  if (lead >= 0xC2 && lead <= 0xDF) return isTail(at + 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0U : 0x80U;
    const unsigned high = lead == 0xED ? 0x9FU : 0xBFU;
    return isTail(at + 1, low, high) && isTail(at + 2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90U : 0x80U;
    const unsigned high = lead == 0xF4 ? 0x8FU : 0xBFU;
    return isTail(at + 1, low, high) && isTail(at + 2) && isTail(at + 3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::string oneLine(std::string_view text, std::size_t maxCodePoints) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\n' || text[i] == '\r') break;
    if (count++ == maxCodePoints) {
      out += kEllipsis;
      break;
    }
    const std::size_t length = sequenceLength(text, i);
    const auto lead = static_cast<unsigned char>(text[i]);
    if (length == 0) {
      out += kReplacement;
    } else if (length == 1 && (lead < 0x20 || lead == 0x7F)) {
      out += ' ';
    } else {
      out += text.substr(i, length);
    }
    i += std::max<std::size_t>(length, 1);
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string elideMiddle(std::string_view text, double maxWidth, double sizePx, bool bold, const TextMeasure& measure) {
  if (measure.width(text, sizePx, bold) <= maxWidth) return std::string(text);
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); i += std::max<std::size_t>(sequenceLength(text, i), 1)) starts.push_back(i);
  starts.push_back(text.size());
  const std::size_t points = starts.size() - 1;
  const auto keeping = [&](std::size_t kept) {
    const std::size_t tail = kept / 2;
    return std::string(text.substr(0, starts[kept - tail])) + std::string(kEllipsis) +
           std::string(text.substr(starts[points - tail]));
  };
  std::size_t low = 0;
  std::size_t high = points;  // keeping(high) is too wide
  while (high - low > 1) {
    const std::size_t middle = (low + high) / 2;
    (measure.width(keeping(middle), sizePx, bold) <= maxWidth ? low : high) = middle;
  }
  return keeping(low);
}

}  // namespace threadline::scene
