// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The built threadline as a child: started with arguments, watched, signalled, and its results read.

#include <sys/types.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/unique_fd.h"

namespace threadline::test {

struct ProgramOptions {
  std::map<std::string, std::string> environment;  // on top of LC_ALL=C.UTF-8
  std::optional<std::uint64_t> fileSizeLimit;      // RLIMIT_FSIZE, bytes
  std::string standardOutput;                      // a file instead of a pipe
};

struct ProgramResult {
  int status = -1;  // exit code, or minus the signal's number
  std::string out;
  std::string err;
};

class Program {
 public:
  explicit Program(const std::vector<std::string>& arguments, const ProgramOptions& options = {});
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program();  // kills what still runs

  [[nodiscard]] pid_t pid() const { return m_pid; }
  /// Reads standard error until it holds this text; false when the program ended or half a minute passed before.
  [[nodiscard]] bool waitForError(const std::string& text);
  void signal(int number) const;
  /// Reads both streams to their ends and reaps the program.
  [[nodiscard]] ProgramResult finish();

 private:
  bool readSome(int timeoutMs);
  pid_t m_pid = -1;
  UniqueFd m_out;
  UniqueFd m_err;
  ProgramResult m_result;
};

[[nodiscard]] ProgramResult runProgram(const std::vector<std::string>& arguments, const ProgramOptions& options = {});

/// True when the process with this number is gone, within ten seconds.
[[nodiscard]] bool isGone(pid_t pid);

/// A folder of its own for one test, removed with all that is in it.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();
  [[nodiscard]] std::string path(const std::string& name) const { return m_path + "/" + name; }
  /// Writes a file and returns its path.
  std::string file(const std::string& name, const std::string& content) const;
  [[nodiscard]] std::string content(const std::string& name) const;
  /// Whether the file has this text in it.
  [[nodiscard]] bool holds(const std::string& name, const std::string& text) const;
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  std::string m_path;
};

/// A scenario's text: these functions (JSON, without the braces) under the id "test".
[[nodiscard]] std::string scenarioOf(const std::string& functions, const std::string& more = "");

}  // namespace threadline::test
