// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/trace_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

#include "core/base/unique_fd.h"
#include "core/io/chrome_json_reader.h"
#include "core/io/chrome_json_writer.h"
#include "core/io/csv_reader.h"
#include "core/io/csv_writer.h"
#include "core/io/gzip.h"
#include "core/io/replace_file.h"
#include "core/io/text_out.h"

namespace threadline::io {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{3} << 30U;  // the parser's own bound is 4 GiB
constexpr std::size_t kReadPieceBytes = std::size_t{1} << 20U;

bool endsWith(std::string_view path, std::string_view ending) {
  return path.size() >= ending.size() && path.substr(path.size() - ending.size()) == ending;
}

Error inFile(Error error, const std::string& path) {
  error.context = error.context.empty() ? path : path + ": " + error.context;
  return error;
}

Result<std::string> readWhole(const std::string& path) {
  const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd.isOpen()) {
    Error error = systemError("open", errno);
    if (errno == ENOENT || errno == ENOTDIR) error.code = ErrorCode::kNotFound;
    return inFile(error, path);
  }
  struct stat facts {};
  std::string bytes;
  if (::fstat(fd.get(), &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0) {
    if (static_cast<std::uint64_t>(facts.st_size) > kMaxFileBytes) {
      return Error{ErrorCode::kLimit, "larger than " + std::to_string(kMaxFileBytes) + " bytes", path};
    }
    bytes.reserve(static_cast<std::size_t>(facts.st_size) + kReadPieceBytes);
  }
  std::size_t used = 0;
  while (true) {
    bytes.resize(used + kReadPieceBytes);
    const ssize_t got = ::read(fd.get(), bytes.data() + used, kReadPieceBytes);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return inFile(systemError("read", errno), path);
    used += static_cast<std::size_t>(got);
    if (got == 0) break;
    if (used > kMaxFileBytes) {
      return Error{ErrorCode::kLimit, "larger than " + std::to_string(kMaxFileBytes) + " bytes", path};
    }
  }
  bytes.resize(used);
  return bytes;
}

/// By content: JSON starts with a bracket or a brace, our table with its first title.
bool looksLikeJson(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (bytes[first] == '[' || bytes[first] == '{');
}

}  // namespace

Result<TraceFile> readTrace(const std::string& path) {
  Result<std::string> read = readWhole(path);
  if (!read) return read.error();
  std::string bytes = read.take();
  bool isCut = false;
  if (isGzip(bytes)) {
    Result<Unpacked> unpacked = gunzip(bytes, kMaxFileBytes);
    if (!unpacked) return inFile(unpacked.error(), path);
    isCut = unpacked.value().isCut;
    bytes = std::move(unpacked.value().bytes);
  }
  const bool isJson = looksLikeJson(bytes);
  if (!isJson && !endsWith(path, ".csv") && !endsWith(path, ".json") && !endsWith(path, ".json.gz")) {
    return Error{ErrorCode::kUnsupported,
                 "no trace format that can be read: .json (Chrome trace events) or .csv (spans)", path};
  }
  Result<TraceFile> trace = isJson || !endsWith(path, ".csv") ? readChromeJson(std::move(bytes)) : readCsv(bytes);
  if (!trace) return inFile(trace.error(), path);
  if (isCut) trace.value().repairs.insert(trace.value().repairs.begin(), "the packed file ends early");
  return trace;
}

Status writeTrace(const model::Snapshot& snapshot, const Metadata& metadata, const std::string& path) {
  const bool isJson = endsWith(path, ".json");
  if (!isJson && !endsWith(path, ".csv")) {
    return Error{ErrorCode::kUnsupported, "a trace is saved as .json (Chrome trace events) or .csv (spans)", path};
  }
  Result<FileReplacement> file = FileReplacement::begin(path);
  if (!file) return file.error();
  TextOut out(file.value());
  if (isJson) {
    writeChromeJson(snapshot, metadata, out);
  } else {
    writeCsv(snapshot, out);
  }
  if (Status written = out.finish(); !written) return written;
  return file.value().commit();
}

}  // namespace threadline::io
