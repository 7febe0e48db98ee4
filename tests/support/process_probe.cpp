// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/process_probe.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
#include <thread>

#include "core/base/clock.h"

namespace threadline::test {

namespace {

struct Member {
  pid_t pid = 0;
  char state = '?';
};

std::vector<Member> membersOf(pid_t group) {
  std::vector<Member> members;
  std::error_code problem;
  for (const auto& entry : std::filesystem::directory_iterator("/proc", problem)) {
    const std::string name = entry.path().filename().string();
    pid_t pid = 0;
    if (std::from_chars(name.data(), name.data() + name.size(), pid).ec != std::errc{}) continue;
    std::ifstream file(entry.path() / "stat");
    std::string line;
    if (!std::getline(file, line)) continue;
    // The name stands in brackets and may contain anything: what follows the last bracket is numbers.
    std::istringstream rest(line.substr(line.rfind(')') + 1));
    char state = '?';
    pid_t parent = 0;
    pid_t processGroup = 0;
    if (rest >> state >> parent >> processGroup && processGroup == group) members.push_back({pid, state});
  }
  return members;
}

}  // namespace

std::vector<pid_t> liveProcessesOf(pid_t group) {
  std::vector<pid_t> pids;
  for (const Member& member : membersOf(group)) {
    if (member.state != 'Z' && member.state != 'X') pids.push_back(member.pid);
  }
  return pids;
}

std::vector<pid_t> processesOf(pid_t group) {
  std::vector<pid_t> pids;
  for (const Member& member : membersOf(group)) pids.push_back(member.pid);
  return pids;
}

pid_t pidOf(int pidfd) {
  std::ifstream file("/proc/self/fdinfo/" + std::to_string(pidfd));
  std::string word;
  while (file >> word) {
    pid_t pid = 0;
    if (word == "Pid:" && file >> pid) return pid;
  }
  return -1;
}

std::vector<std::string> openDescriptors() {
  std::vector<std::string> result;
  std::error_code problem;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd", problem)) {
    const std::filesystem::path target = std::filesystem::read_symlink(entry.path(), problem);
    if (!problem && target.string().find("/proc/") != 0) result.push_back(target.string());
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::size_t mappingsNamed(const std::string& part) {
  std::ifstream file("/proc/self/maps");
  std::string line;
  std::size_t count = 0;
  while (std::getline(file, line)) count += line.find(part) != std::string::npos ? 1 : 0;
  return count;
}

bool becomesTrue(const std::function<bool()>& condition, DurationNs limit) {
  const TimeNs deadline = monotonicNow() + limit;
  while (!condition()) {
    if (monotonicNow() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::microseconds(500));
  }
  return true;
}

}  // namespace threadline::test
