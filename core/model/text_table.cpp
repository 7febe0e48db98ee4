// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text_table.h"

namespace threadline::model {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kBytesPerEntry = 96;  // string object, map node, bucket

bool isContinuation(std::string_view text, std::size_t i) {
  return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
}

/// Length of the well-formed sequence at i, or 0. Source: Unicode standard, table 3-7.
std::size_t sequenceLength(std::string_view text, std::size_t i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  if (lead == 0) return 0;
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || !isContinuation(text, i + 1)) return 0;
  if (lead < 0xE0) return 2;
  const auto second = static_cast<unsigned char>(text[i + 1]);
  if (!isContinuation(text, i + 2)) return 0;
  if (lead < 0xF0) {
    const bool isOverlong = lead == 0xE0 && second < 0xA0;
    const bool isSurrogate = lead == 0xED && second >= 0xA0;
    return isOverlong || isSurrogate ? 0 : 3;
  }
  const bool isOverlong = lead == 0xF0 && second < 0x90;
  const bool isBeyond = lead == 0xF4 && second >= 0x90;
  return isOverlong || isBeyond || !isContinuation(text, i + 3) ? 0 : 4;
}

}  // namespace

bool isValidUtf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequenceLength(text, i);
    if (length == 0) return false;
    i += length;
  }
  return true;
}

std::string validUtf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequenceLength(text, i);
    valid += length == 0 ? kReplacement : text.substr(i, length);
    i += length == 0 ? 1 : length;
  }
  return valid;
}

TextId TextTable::add(std::string_view text) {
  if (text.empty()) return {};
  if (const auto known = m_ids.find(text); known != m_ids.end()) return {known->second};
  if (!isValidUtf8(text)) return add(validUtf8(text));
  const auto id = static_cast<std::uint32_t>(m_texts.size());
  const std::string& kept = m_texts.push(std::string(text));
  m_ids.emplace(kept, id);
  m_bytes += kBytesPerEntry + kept.size();
  return {id};
}

}  // namespace threadline::model
