// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One response as it comes in, piece by piece, judged while it comes: it must be HTTP, a success, and no longer than
// what was expected. The body itself is of no interest and is not kept.
//
// Thread: one at a time. Errors: kRunFailed, in words that say what the server did.

#include <array>
#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "core/engine/loop/asio.h"

#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>

namespace threadline::engine {

class HttpResponse {
 public:
  explicit HttpResponse(std::int64_t maxBytes);

  [[nodiscard]] bool isWhole() const { return m_parser.is_done(); }
  [[nodiscard]] bool keepsAlive() const { return m_parser.keep_alive(); }
  [[nodiscard]] std::int64_t bodyBytes() const { return m_bodyBytes; }

  /// Errors: an answer that is no HTTP, no success, or longer than expected.
  [[nodiscard]] Status add(const char* data, std::size_t size);
  /// What it means that the server has ended the connection now.
  [[nodiscard]] Error cutShort() const;

 private:
  static constexpr std::size_t kScratchBytes = 16384;

  void prepareBody();
  void countBody();
  [[nodiscard]] Status judge();

  std::int64_t m_maxBytes;
  std::int64_t m_bodyBytes = 0;
  std::array<char, kScratchBytes> m_scratch{};
  std::string m_pending;
  boost::beast::http::response_parser<boost::beast::http::buffer_body> m_parser;
};

}  // namespace threadline::engine
