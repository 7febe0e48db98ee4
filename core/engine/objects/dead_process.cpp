// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/dead_process.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstring>
#include <string>

#include "core/base/unique_fd.h"

namespace threadline::engine {

bool isDeadProcess(pid_t pid) {
  if (pid <= 0) return false;
  const UniqueFd file(open(("/proc/" + std::to_string(pid) + "/stat").c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.isOpen()) return true;
  char content[256];
  const ssize_t size = read(file.get(), content, sizeof content - 1);
  if (size <= 0) return true;
  content[size] = '\0';
  // "PID (NAME) STATE ...": the name may hold anything, so the last bracket counts.
  const char* bracket = std::strrchr(content, ')');
  return bracket != nullptr && bracket[1] == ' ' && (bracket[2] == 'Z' || bracket[2] == 'X');
}

}  // namespace threadline::engine
