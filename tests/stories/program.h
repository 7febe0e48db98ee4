// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program as people use it, on a desktop of the story's own, with a home of its own, and the probe that tells what
// its windows show. Everything that it starts carries the story's mark, so that nothing of it can hide.
//
// Thread: one. A program that still runs when the object goes is killed.

#include <QJsonObject>
#include <QString>
#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/base/unique_fd.h"
#include "tests/stories/desktop.h"
#include "tests/support/temp_dir.h"

namespace threadline::stories {

class Program {
 public:
  /// `locale`: "C.UTF-8" or "ko_KR.UTF-8". `path`: another program, to compare with.
  Program(const Desktop& desktop, std::string locale, std::string path = THREADLINE_PROGRAM);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// Settings of a person who has seen the first page already, and was at this example.
  void beenHereBefore(const std::string& scenario) const;
  [[nodiscard]] bool start();
  [[nodiscard]] pid_t pid() const { return m_pid; }
  /// When it was started.
  [[nodiscard]] TimeNs startedAt() const { return m_startedAt; }
  /// Asks the probe; empty when the program has ended or does not answer.
  [[nodiscard]] QJsonObject ask(const std::string& line);
  [[nodiscard]] bool hasEnded();
  /// As waitpid() tells it, once it has ended.
  [[nodiscard]] std::optional<int> status() const { return m_status; }
  void kill() const;

  /// Where the person keeps files.
  [[nodiscard]] std::string home(const std::string& name = {}) const { return m_home.path(name); }
  /// All processes that this program or its children started and that are not zombies, itself among them.
  [[nodiscard]] std::vector<pid_t> processes() const;
  /// Files, sockets and shared memory that should not be there when no run lives.
  [[nodiscard]] std::vector<std::string> leftovers() const;

 private:
  [[nodiscard]] std::vector<std::string> environment(int descriptor) const;

  const Desktop& m_desktop;
  std::string m_locale;
  std::string m_path;
  test::TempDir m_home;
  test::TempDir m_temporary;  // TMPDIR and the runtime folder: empty when nothing is left behind
  std::vector<std::string> m_sharedBefore;
  pid_t m_pid = -1;
  TimeNs m_startedAt{};
  std::optional<int> m_status;
  UniqueFd m_probe;
  std::string m_pending;
};

}  // namespace threadline::stories
