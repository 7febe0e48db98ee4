// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/read_whole.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace threadline::engine {

Result<std::string> readWhole(int fd, std::size_t limit, const std::string& what) {
  struct stat status {};
  if (::fstat(fd, &status) != 0) return systemError("fstat of " + what, errno);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (status.st_size < 0 || size > limit) return Error{ErrorCode::kLimit, what + " is too large", {}};
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t count = ::pread(fd, bytes.data() + filled, size - filled, static_cast<off_t>(filled));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return systemError("read of " + what, errno);
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace threadline::engine
