// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <utility>
#include <vector>

#include "core/base/unique_fd.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

using scenario::Argument;
using scenario::Value;

constexpr std::size_t kPieceBytes = 256UL << 10U;

/// A file without a name in the folder for temporary files: the kernel removes it when it is closed, in whatever way
/// its process ends.
Result<UniqueFd> openNameless() {
  const char* folder = std::getenv("TMPDIR");
  if (folder == nullptr || *folder == '\0') folder = "/tmp";
  UniqueFd file(::open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
  if (file.isOpen()) return file;
  if (errno != EOPNOTSUPP && errno != EISDIR) return systemError(std::string("a file in ") + folder, errno);
  // Some file systems have no such files: this one has a name for a moment.
  std::string name = std::string(folder) + "/threadline-XXXXXX";
  file.reset(::mkostemp(name.data(), O_CLOEXEC));
  if (!file.isOpen()) return systemError(std::string("a file in ") + folder, errno);
  ::unlink(name.c_str());
  return file;
}

Status writeAll(int file, std::int64_t bytes, const std::vector<char>& piece) {
  for (std::int64_t done = 0; done < bytes;) {
    const auto wanted = static_cast<std::size_t>(std::min<std::int64_t>(bytes - done, kPieceBytes));
    const ssize_t now = ::write(file, piece.data(), wanted);
    if (now < 0 && errno == EINTR) continue;
    if (now <= 0) return systemError("write of a file", now < 0 ? errno : ENOSPC);
    done += now;
  }
  return ok();
}

Status readAll(int file, std::int64_t bytes, std::vector<char>& piece) {
  for (std::int64_t done = 0; done < bytes;) {
    const auto wanted = static_cast<std::size_t>(std::min<std::int64_t>(bytes - done, kPieceBytes));
    const ssize_t now = ::pread(file, piece.data(), wanted, done);
    if (now < 0 && errno == EINTR) continue;
    if (now < 0) return systemError("read of a file", errno);
    if (now == 0) return Error{ErrorCode::kRunFailed, "the file ended after " + std::to_string(done) + " bytes", {}};
    done += now;
  }
  return ok();
}

/// Writes a file, or writes one and reads it back.
class FileStep final : public StepCode {
 public:
  FileStep(Argument bytes, bool reads, std::optional<Argument> sync, std::string as)
      : m_bytes(std::move(bytes)), m_reads(reads), m_sync(std::move(sync)), m_as(std::move(as)) {}

  StepEnd run(Frame& frame) const override {
    const auto bytes = frame.integer(m_bytes);
    if (!bytes) return frame.fail(bytes.error());
    constexpr std::int64_t kMostBytes = 256LL << 20U;
    if (bytes.value() < 0 || bytes.value() > kMostBytes)
      return frame.fail({ErrorCode::kRunFailed, "file: expected 0 to " + std::to_string(kMostBytes) + " bytes", {}});
    const auto isSynced = frame.boolOr(m_sync, false);
    if (!isSynced) return frame.fail(isSynced.error());
    Status done = work(frame, bytes.value(), isSynced.value());
    if (!done) return frame.fail(done.error());
    if (!m_as.empty()) frame.setLocal(m_as, Value(bytes.value()));
    return StepEnd::kNext;
  }

 private:
  [[nodiscard]] Status work(Frame& frame, std::int64_t bytes, bool isSynced) const {
    std::vector<char> piece(kPieceBytes, 'x');
    const BlockingCall call(frame.actor(), LaneState::kWaitingIo, frame.waitFor(TargetKind::kNone, LaneId::kNone));
    Result<UniqueFd> file = openNameless();
    if (!file) return file.error();
    if (Status written = writeAll(file.value().get(), bytes, piece); !written) return written;
    if (isSynced && ::fsync(file.value().get()) != 0) return systemError("fsync", errno);
    if (m_reads) return readAll(file.value().get(), bytes, piece);
    return ok();
  }

  Argument m_bytes;
  bool m_reads;
  std::optional<Argument> m_sync;
  std::string m_as;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeFile(const scenario::Step& step, CodeBuilder& /*builder*/) {
  auto bytes = CodeBuilder::argument(step, "write");
  const bool reads = !bytes;
  if (reads) bytes = CodeBuilder::argument(step, "read");
  if (!bytes) return Error{ErrorCode::kInvalidInput, "expected write or read", step.pointer};
  return std::unique_ptr<StepCode>(
      std::make_unique<FileStep>(std::move(*bytes), reads, CodeBuilder::argument(step, "sync"), step.as));
}

}  // namespace threadline::engine
