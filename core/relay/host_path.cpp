// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/relay/host_path.h"

#include <unistd.h>

#include <filesystem>
#include <system_error>

namespace threadline::relay {

std::string findHost() {
  std::error_code problem;
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", problem);
  if (problem) return "threadline-host";
  const std::filesystem::path beside = self.parent_path() / "threadline-host";
  const std::filesystem::path installed = self.parent_path().parent_path() / "libexec/threadline/threadline-host";
  const bool isInstalled = ::access(beside.c_str(), X_OK) != 0 && ::access(installed.c_str(), X_OK) == 0;
  return isInstalled ? installed.string() : beside.string();
}

}  // namespace threadline::relay
