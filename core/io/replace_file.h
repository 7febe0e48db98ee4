// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Atomic replacement of a file, piece by piece: a temporary file in the same folder, fsync, rename. Until commit() the
// old file stays as it is; without commit() the temporary file goes away. An existing file's mode is kept. A target
// that is no regular file (a pipe, a device) is written straight.
//
// A limit on file sizes (RLIMIT_FSIZE) is an error here and no signal.
// Thread: one.

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/unique_fd.h"

namespace threadline::io {

class FileReplacement {
 public:
  /// Errors: kSystem, with the path as context.
  [[nodiscard]] static Result<FileReplacement> begin(const std::string& path);
  FileReplacement(FileReplacement&& other) noexcept;
  FileReplacement& operator=(FileReplacement&&) = delete;
  ~FileReplacement();

  [[nodiscard]] Status append(std::string_view bytes);
  [[nodiscard]] Status commit();

 private:
  FileReplacement() = default;
  [[nodiscard]] Status openTemporary();
  [[nodiscard]] Error failed(const char* call, int errnoValue) const;

  UniqueFd m_fd;
  std::string m_asked;      // the path as given, for messages
  std::string m_target;     // with symbolic links followed
  std::string m_temporary;  // empty: written straight
};

}  // namespace threadline::io
