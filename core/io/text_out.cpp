// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_out.h"

#include <cmath>

namespace threadline::io {

TextOut& TextOut::decimal(double number) {
  if (!std::isfinite(number)) return *this << "null";
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof(digits), number).ptr;
  return *this << std::string_view(digits, static_cast<std::size_t>(end - digits));
}

TextOut& TextOut::micros(std::int64_t ns) {
  const bool isNegative = ns < 0;
  const std::uint64_t size =
      isNegative ? std::uint64_t{0} - static_cast<std::uint64_t>(ns) : static_cast<std::uint64_t>(ns);
  const std::uint64_t rest = size % 1000;
  const char fraction[4] = {'.', static_cast<char>('0' + rest / 100), static_cast<char>('0' + rest / 10 % 10),
                            static_cast<char>('0' + rest % 10)};
  if (isNegative) *this << '-';
  return *this << size / 1000 << std::string_view(fraction, sizeof(fraction));
}

TextOut& TextOut::quoted(std::string_view text) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  m_buffer += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      m_buffer += '\\';
      m_buffer += c;
    } else if (byte >= 0x20) {
      m_buffer += c;
    } else if (c == '\n') {
      m_buffer += "\\n";
    } else if (c == '\t') {
      m_buffer += "\\t";
    } else {
      m_buffer += "\\u00";
      m_buffer += kHex[byte / 16];
      m_buffer += kHex[byte % 16];
    }
  }
  return *this << '"';
}

void TextOut::flush() {
  if (!m_error) {
    if (const Status written = m_file.append(m_buffer); !written) m_error = written.error();
  }
  m_buffer.clear();
}

Status TextOut::finish() {
  flush();
  if (m_error) return *m_error;
  return ok();
}

}  // namespace threadline::io
