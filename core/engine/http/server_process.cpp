// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/http/server_process.h"

#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <vector>

#include "core/engine/http/http_server.h"
#include "core/engine/http/loopback_port.h"
#include "core/ring/run_descriptors.h"

namespace threadline::engine {

namespace {

Status makeToken(std::array<char, kServerTokenBytes>& token) {
  constexpr const char* kDigits = "0123456789abcdef";
  std::array<unsigned char, kServerTokenBytes / 2> random{};
  if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
    return systemError("getrandom", errno);
  for (std::size_t i = 0; i < token.size(); ++i) token[i] = kDigits[(random[i / 2] >> (i % 2 == 0 ? 4U : 0U)) & 0xFU];
  return ok();
}

Result<std::vector<SiteOffer>> openSites(const Program& program, SharedBlock& shared) {
  std::vector<SiteOffer> sites;
  for (const ObjectSpec& object : program.objects) {
    if (object.kind != scenario::ObjectKind::kServer) continue;
    Result<LoopbackPort> port = listenOnLoopback(0);
    if (!port) return Error{port.error().code, port.error().message, object.name};
    SharedServer& server = shared.cell(object.id).server;
    if (Status made = makeToken(server.token); !made) return made.error();
    server.port.store(port.value().port);
    sites.push_back({std::move(port.value().socket), object.server, &server});
  }
  return sites;
}

/// Everything but what serving needs: above all the pipes of the run, whose ends others wait for.
void closeTheRest(const std::vector<SiteOffer>& sites, int life) {
  std::vector<unsigned> keep = {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO, static_cast<unsigned>(ring::kLifelineFd),
                                static_cast<unsigned>(life)};
  for (const SiteOffer& site : sites) keep.push_back(static_cast<unsigned>(site.socket.get()));
  std::sort(keep.begin(), keep.end());
  unsigned next = 0;
  for (const unsigned fd : keep) {
    if (fd > next) ::close_range(next, fd - 1, 0);
    next = fd + 1;
  }
  ::close_range(next, UINT_MAX, 0);
}

}  // namespace

Result<UniqueFd> startServers(const Program& program, SharedBlock& shared) {
  Result<std::vector<SiteOffer>> sites = openSites(program, shared);
  if (!sites) return sites.error();
  if (sites.value().empty()) return UniqueFd();
  std::array<int, 2> life{};
  if (::pipe2(life.data(), O_CLOEXEC) != 0) return systemError("pipe2", errno);
  UniqueFd readEnd(life[0]);
  UniqueFd writeEnd(life[1]);
  const pid_t pid = ::fork();
  if (pid < 0) return systemError("fork of the server", errno);
  if (pid == 0) {
    closeTheRest(sites.value(), readEnd.get());
    serveUntilEnd(sites.value(), readEnd.release());
    ::_exit(0);
  }
  for (const ObjectSpec& object : program.objects) {
    if (object.kind != scenario::ObjectKind::kServer) continue;
    shared.cell(object.id).writeEnd = writeEnd.get();
    break;
  }
  return writeEnd;
}

}  // namespace threadline::engine
