// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the processes of a run share with the process that serves: where each server is, the word that a request must
// bring along, and how many connections and requests it has had. Lies in the shared block.
//
// Thread: any. Address and token are written by the guard before anybody else exists; the counts by the server alone.

#include <array>
#include <atomic>
#include <cstdint>
#include <string>

namespace threadline::engine {

inline constexpr std::size_t kServerTokenBytes = 32;  // hexadecimal digits, 128 bits

struct SharedServer {
  std::atomic<std::int32_t> port;  // on 127.0.0.1; 0: there is no server
  std::array<char, kServerTokenBytes> token;
  std::atomic<std::int64_t> connections;  // accepted so far
  std::atomic<std::int64_t> requests;     // answered so far, those for a connection's beginning left out

  /// The path that every request begins with.
  [[nodiscard]] std::string path() const { return "/" + std::string(token.data(), token.size()); }
};

/// The request with which a connection begins where it costs something, and the one that is served.
inline constexpr const char* kHelloRequest = "/hello";
inline constexpr const char* kItemRequest = "/item";

}  // namespace threadline::engine
