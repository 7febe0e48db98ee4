// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <filesystem>

#include "core/base/unique_fd.h"

namespace threadline::app {
namespace {

constexpr std::size_t kReadStep = 64 * 1024;

Error placed(Error error, const std::string& path) {
  error.context = path;
  return error;
}

}  // namespace

Result<std::string> readFile(const std::string& path, std::size_t maxBytes) {
  // Non-blocking: opening a pipe without a writer would wait for ever.
  const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.isOpen()) {
    const int problem = errno;
    if (problem == ENOENT) return Error{ErrorCode::kNotFound, "there is no such file", path};
    return placed(systemError("open", problem), path);
  }
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return placed(systemError("fstat", errno), path);
  if (!S_ISREG(status.st_mode)) return Error{ErrorCode::kInvalidInput, "this is not a regular file", path};
  std::string content;
  while (content.size() <= maxBytes) {
    const std::size_t had = content.size();
    content.resize(had + kReadStep);
    const ssize_t got = ::read(file.get(), content.data() + had, kReadStep);
    content.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return placed(systemError("read", errno), path);
    if (got == 0) return content;
  }
  return Error{ErrorCode::kLimit, "the file is larger than " + std::to_string(maxBytes >> 20U) + " MiB", path};
}

Status checkWritable(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) return Error{ErrorCode::kInvalidArgument, "this is a folder", path};
    if (::access(path.c_str(), W_OK) != 0) return placed(systemError("open for writing", errno), path);
    if (!S_ISREG(status.st_mode)) return ok();
  }
  const std::string folder = std::filesystem::path(path).parent_path().string();
  const std::string parent = folder.empty() ? "." : folder;
  if (::stat(parent.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
    return Error{ErrorCode::kNotFound, "there is no folder \"" + parent + "\"", path};
  }
  if (::access(parent.c_str(), W_OK) != 0) return placed(systemError("writing into its folder", errno), path);
  return ok();
}

Status writeAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return systemError("write", errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ok();
}

std::string endingOf(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  const std::size_t slash = path.rfind('/');
  if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return {};
  std::string ending(path.substr(dot));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return ending;
}

}  // namespace threadline::app
