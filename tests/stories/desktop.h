// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A screen of a story's own: Xvfb with a window manager, a mouse and a keyboard. It is gone with the object; whatever
// kills the story, the kernel ends both servers.
//
// Thread: one.

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/support/temp_dir.h"

namespace threadline::stories {

class Desktop {
 public:
  /// The programs that it needs; what is missing is named.
  [[nodiscard]] static std::string missingProgram();

  Desktop(int width, int height);
  ~Desktop();
  Desktop(const Desktop&) = delete;
  Desktop& operator=(const Desktop&) = delete;

  [[nodiscard]] bool isThere() const { return m_isThere; }
  /// ":7"
  [[nodiscard]] const std::string& display() const { return m_display; }
  /// One call of xdotool: what the hands do.
  void doWithHands(const std::vector<std::string>& words) const;
  /// Another keyboard, as xkbcomp reads it.
  void plugInKeyboard(const std::string& keymap) const;
  /// What the screen shows, as a PNG.
  [[nodiscard]] bool photograph(const std::string& path) const;

 private:
  [[nodiscard]] bool startServer(int width, int height);

  test::TempDir m_folder;
  std::string m_display;
  pid_t m_server = -1;
  pid_t m_manager = -1;
  bool m_isThere = false;
};

/// Starts a program found in PATH. Its standard streams stay; -1 when it could not be started. `environment` holds
/// "NAME=VALUE". The descriptor `kept` stays open in it, every other closes. It dies with this process.
[[nodiscard]] pid_t startProgram(const std::vector<std::string>& words, const std::vector<std::string>& environment,
                                 const std::string& folder, int kept = -1);
/// Waits for its end; the status as waitpid() tells it.
int waitForEnd(pid_t pid);

}  // namespace threadline::stories
