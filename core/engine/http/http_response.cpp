// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/http/http_response.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http.hpp>

namespace threadline::engine {

namespace {

namespace http = boost::beast::http;
using boost::beast::error_code;

constexpr std::size_t kMaxHeaderBytes = 8192;

Error failed(std::string message) {
  return {ErrorCode::kRunFailed, std::move(message), {}};
}

}  // namespace

HttpResponse::HttpResponse(std::int64_t maxBytes) : m_maxBytes(maxBytes) {
  m_parser.eager(true);
  m_parser.header_limit(kMaxHeaderBytes);
  m_parser.body_limit(std::numeric_limits<std::uint64_t>::max());
}

Status HttpResponse::add(const char* data, std::size_t size) {
  // A header may come in several pieces, and the parser wants it whole; a body it takes as it comes.
  m_pending.append(data, size);
  while (!m_pending.empty() && !m_parser.is_done()) {
    error_code error;
    prepareBody();
    const std::size_t used = m_parser.put(boost::asio::buffer(m_pending), error);
    m_pending.erase(0, used);
    countBody();
    if (error == http::error::need_more) return ok();
    if (error == http::error::need_buffer) error = {};
    if (error) return failed("what the server answers is no HTTP: " + error.message());
    if (Status fits = judge(); !fits) return fits;
    if (used == 0) return ok();
  }
  if (!m_pending.empty()) return failed("the response is too long: more came after its end");
  return ok();
}

Error HttpResponse::cutShort() const {
  if (!m_parser.is_header_done()) return failed("the server closed the connection without an answer");
  const auto whole = m_parser.content_length();
  return failed("the response was cut short: " + std::to_string(m_bodyBytes) +
                (whole ? " of " + std::to_string(*whole) : "") + " bytes came");
}

void HttpResponse::prepareBody() {
  m_parser.get().body().data = m_scratch.data();
  m_parser.get().body().size = m_scratch.size();
}

void HttpResponse::countBody() {
  m_bodyBytes += static_cast<std::int64_t>(m_scratch.size() - m_parser.get().body().size);
}

Status HttpResponse::judge() {
  if (!m_parser.is_header_done()) return ok();
  const auto& head = m_parser.get();
  if (head.result() != http::status::ok) {
    const auto reason = head.reason();
    return failed("the server answers " + std::to_string(head.result_int()) + " " +
                  std::string(reason.data(), reason.size()));
  }
  const auto length = m_parser.content_length();
  const std::int64_t expected =
      length ? static_cast<std::int64_t>(std::min<std::uint64_t>(*length, std::numeric_limits<std::int64_t>::max()))
             : m_bodyBytes;
  if (expected <= m_maxBytes && m_bodyBytes <= m_maxBytes) return ok();
  return failed("the response is too long: " + std::to_string(std::max(expected, m_bodyBytes)) +
                " bytes where at most " + std::to_string(m_maxBytes) + " were expected");
}

}  // namespace threadline::engine
