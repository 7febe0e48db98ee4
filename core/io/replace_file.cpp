// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/replace_file.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <utility>

#include "core/io/trace_file.h"

namespace threadline::io {
namespace {

constexpr int kNameTries = 100;

/// Keeps SIGXFSZ from ending the program while it lives, and takes away one that was raised meanwhile.
class SizeSignalBlocked {
 public:
  SizeSignalBlocked() {
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGXFSZ);
    pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
  }
  ~SizeSignalBlocked() {
    const timespec atOnce{};
    while (sigtimedwait(&m_signals, nullptr, &atOnce) > 0) {
    }
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
  }
  SizeSignalBlocked(const SizeSignalBlocked&) = delete;
  SizeSignalBlocked& operator=(const SizeSignalBlocked&) = delete;

 private:
  sigset_t m_signals;
  sigset_t m_before;
};

std::string folderOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// The path without symbolic links when the file exists, else as it is.
std::string resolved(const std::string& path) {
  const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), std::free);
  return real == nullptr ? path : std::string(real.get());
}

}  // namespace

FileReplacement::FileReplacement(FileReplacement&& other) noexcept
    : m_fd(std::move(other.m_fd)),
      m_asked(std::move(other.m_asked)),
      m_target(std::move(other.m_target)),
      m_temporary(std::exchange(other.m_temporary, {})) {}

FileReplacement::~FileReplacement() {
  if (!m_temporary.empty()) ::unlink(m_temporary.c_str());
}

Error FileReplacement::failed(const char* call, int errnoValue) const {
  Error error = systemError(call, errnoValue);
  error.context = m_asked;
  return error;
}

Result<FileReplacement> FileReplacement::begin(const std::string& path) {
  FileReplacement file;
  file.m_asked = path;
  file.m_target = resolved(path);
  struct stat old {};
  const bool exists = ::stat(file.m_target.c_str(), &old) == 0;
  if (exists && !S_ISREG(old.st_mode)) {
    file.m_fd.reset(::open(file.m_target.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.m_fd.isOpen()) return file.failed("open", errno);
    return file;
  }
  // A file that may not be written is not replaced either, although rename() could.
  if (exists && ::access(file.m_target.c_str(), W_OK) != 0) return file.failed("open", errno);
  if (Status opened = file.openTemporary(); !opened) return opened.error();
  if (exists && ::fchmod(file.m_fd.get(), old.st_mode & 07777) != 0) return file.failed("fchmod", errno);
  return file;
}

Status FileReplacement::openTemporary() {
  static std::atomic<unsigned> counter{0};
  for (int i = 0; i < kNameTries; ++i) {
    const std::string name = folderOf(m_target) + "/.threadline-" + std::to_string(::getpid()) + "-" +
                             std::to_string(counter.fetch_add(1, std::memory_order_relaxed)) + ".tmp";
    m_fd.reset(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (m_fd.isOpen()) {
      m_temporary = name;
      return ok();
    }
    if (errno != EEXIST) return failed("open", errno);
  }
  return failed("open", EEXIST);
}

Status FileReplacement::append(std::string_view bytes) {
  const SizeSignalBlocked blocked;
  while (!bytes.empty()) {
    const ssize_t written = ::write(m_fd.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failed("write", errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ok();
}

Status FileReplacement::commit() {
  if (m_temporary.empty()) {
    // Devices and pipes cannot be synced; what they refuse was told by write or is told by close.
    return ::close(m_fd.release()) == 0 ? ok() : Status(failed("close", errno));
  }
  if (::fsync(m_fd.get()) != 0) return failed("fsync", errno);
  if (::close(m_fd.release()) != 0) return failed("close", errno);
  if (::rename(m_temporary.c_str(), m_target.c_str()) != 0) return failed("rename", errno);
  m_temporary.clear();
  // The new name is safe once the folder is; a file system that cannot do it has told all that it can.
  const UniqueFd folder(::open(folderOf(m_target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.isOpen()) ::fsync(folder.get());
  return ok();
}

Status replaceFile(const std::string& path, std::string_view content) {
  Result<FileReplacement> file = FileReplacement::begin(path);
  if (!file) return file.error();
  if (Status written = file.value().append(content); !written) return written;
  return file.value().commit();
}

}  // namespace threadline::io
