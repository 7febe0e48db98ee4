// SPDX-License-Identifier: GPL-3.0-or-later
// A threadline-host for tests of the guard and the run controller: the real guard around a main process that does what
// the words of the package say. It knows no scenarios, so that these tests stand on the guard alone.
//
//   wait MS · exit N · forever · die SIGNAL (itself) · child WORD... end (forks a child that does these words; it and
//   the parent register it) · strange (messages about processes that are none) · descriptors (ends with the number of
//   descriptors that it should not have) · refuse BYTES (the guard says so many bytes and does not run)
#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include "core/engine/guard/guard.h"
#include "core/engine/guard/guard_setup.h"
#include "core/engine/register_message.h"
#include "core/ring/run_descriptors.h"

namespace {

using threadline::ProcessId;
using threadline::Result;
namespace engine = threadline::engine;
namespace ring = threadline::ring;

struct Probe {
  ring::SharedRings& rings;
  int registerFd = -1;
};

std::vector<std::string> readWords() {
  std::string bytes(1U << 16U, '\0');
  const ssize_t count = ::pread(ring::kPackageFd, bytes.data(), bytes.size(), 0);
  std::istringstream stream(bytes.substr(0, count < 0 ? 0 : static_cast<std::size_t>(count)));
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

void waitMs(long ms) {
  timespec left{ms / 1000, ms % 1000 * 1'000'000};
  while (::nanosleep(&left, &left) != 0) {
  }
}

int strangeDescriptors(const Probe& probe) {
  int count = 0;
  std::error_code problem;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd", problem)) {
    const int fd = std::atoi(entry.path().filename().c_str());
    const std::string target = std::filesystem::read_symlink(entry.path(), problem).string();
    const bool isKnown = fd <= ring::kModeFd || fd == probe.registerFd || fd == probe.rings.fd();
    if (!isKnown && !problem && target.find("/proc/") != 0) ++count;
  }
  return count;
}

/// A core limit, or a group that is not its leader's, is as wrong as a strange descriptor.
int strangeThings(const Probe& probe) {
  rlimit core{};
  ::getrlimit(RLIMIT_CORE, &core);
  return strangeDescriptors(probe) + (core.rlim_max == 0 ? 0 : 100) + (::getpgrp() == ::getppid() ? 0 : 50);
}

void sayStrangeThings(const Probe& probe) {
  engine::registerProcess(probe.registerFd, ProcessId{0xFFFFFFF0U}, 1);
  engine::registerProcess(probe.registerFd, ProcessId{7}, 1);  // not of this group
  engine::registerProcess(probe.registerFd, ProcessId{8}, -1);
  engine::registerProcess(probe.registerFd, ProcessId{0}, ::getpid());  // main again
}

std::size_t endOf(const std::vector<std::string>& words, std::size_t i) {
  int depth = 0;
  for (; i < words.size(); ++i) {
    if (words[i] == "child") ++depth;
    if (words[i] == "end" && --depth == 0) break;
  }
  return i;
}

[[noreturn]] void act(const Probe& probe, const std::vector<std::string>& words, std::size_t i, std::size_t end);

void startChild(const Probe& probe, const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  const ProcessId id{probe.rings.header().nextProcess.fetch_add(1)};
  const pid_t pid = ::fork();
  if (pid == 0) {
    engine::registerProcess(probe.registerFd, id, ::getpid());
    act(probe, words, from, to);
  }
  engine::registerProcess(probe.registerFd, id, pid);
}

void act(const Probe& probe, const std::vector<std::string>& words, std::size_t i, std::size_t end) {
  for (; i < end; ++i) {
    const auto argument = [&] { return std::atoi(words.at(i + 1).c_str()); };
    if (words[i] == "wait") waitMs(argument());
    if (words[i] == "exit") ::_exit(argument());
    if (words[i] == "die") ::raise(argument());
    if (words[i] == "descriptors") ::_exit(strangeThings(probe));
    if (words[i] == "strange") sayStrangeThings(probe);
    while (words[i] == "forever") ::poll(nullptr, 0, -1);
    if (words[i] != "child") continue;
    const std::size_t last = endOf(words, i);
    startChild(probe, words, i + 1, last);
    i = last;
  }
  ::_exit(0);
}

int refuse(std::size_t bytes) {
  const std::string message(bytes, 'x');
  for (std::size_t i = 0; i < bytes; i += 512) {
    if (::write(ring::kModeFd, message.data() + i, std::min<std::size_t>(512, bytes - i)) < 0) break;
  }
  return ring::kHostRefused;
}

int runGuard() {
  if (!engine::becomeGuard() || !engine::armLifeline(ring::kLifelineFd) || !engine::openRunOutput(false))
    return ring::kHostSystem;
  const std::vector<std::string> words = readWords();
  if (words.size() == 2 && words[0] == "refuse") return refuse(static_cast<std::size_t>(std::atoi(words[1].c_str())));
  Result<ring::SharedRings> rings = ring::SharedRings::attach(ring::kRingFd);
  if (!rings) return ring::kHostSystem;
  Result<engine::Guard> guard = engine::Guard::create(rings.value());
  if (!guard) return ring::kHostSystem;
  const Probe probe{rings.value(), guard.value().registerFd()};
  const ProcessId main{rings.value().header().nextProcess.fetch_add(1)};
  if (!guard.value().startMain(main, "main", [&] { act(probe, words, 0, words.size()); })) return ring::kHostSystem;
  guard.value().watchToTheEnd();
  return ring::kHostDone;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || std::string(argv[1]) != ring::kGuardMode) return ring::kHostUsage;
  return runGuard();
}
