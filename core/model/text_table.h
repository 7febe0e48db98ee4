// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Each text of a trace once. Texts never move, so views of them stay valid while the trace grows.
//
// Thread: one writer; what share() gave is read anywhere.

#include <string>
#include <string_view>
#include <unordered_map>

#include "core/base/ids.h"
#include "core/model/chunk_list.h"

namespace threadline::model {

class TextTable {
 public:
  /// The id of this text; none for an empty one. Bytes that are no UTF-8 are replaced by U+FFFD.
  TextId add(std::string_view text);
  [[nodiscard]] std::string_view operator[](TextId id) const {
    return id.value < m_texts.size() ? std::string_view(m_texts[id.value]) : std::string_view();
  }
  const Sequence<std::string>& share() { return m_texts.share(); }
  [[nodiscard]] std::size_t bytes() const { return m_bytes; }

 private:
  ChunkList<std::string, kChunkItems<std::string>> m_texts;
  std::unordered_map<std::string_view, std::uint32_t> m_ids;
  std::size_t m_bytes = 0;
};

/// The text with every malformed UTF-8 sequence, surrogate and NUL replaced by U+FFFD.
[[nodiscard]] std::string validUtf8(std::string_view text);
/// Whether validUtf8 would leave the text as it is.
[[nodiscard]] bool isValidUtf8(std::string_view text);

}  // namespace threadline::model
