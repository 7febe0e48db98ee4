// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stories/desktop.h"

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <QImage>
#include <QtEndian>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>

#include "core/base/unique_fd.h"
#include "tests/support/process_probe.h"

namespace threadline::stories {
namespace {

constexpr int kPatienceMs = 20'000;

std::vector<char*> pointersTo(const std::vector<std::string>& words) {
  std::vector<char*> out;
  for (const std::string& word : words) out.push_back(const_cast<char*>(word.c_str()));
  out.push_back(nullptr);
  return out;
}

bool isInPath(const std::string& program) {
  std::string path = std::getenv("PATH") == nullptr ? "" : std::getenv("PATH");
  path += ':';
  for (std::size_t end = path.find(':'); end != std::string::npos; end = path.find(':')) {
    if (::access((path.substr(0, end) + "/" + program).c_str(), X_OK) == 0) return true;
    path.erase(0, end + 1);
  }
  return false;
}

/// The first line that comes out of a descriptor; empty when none comes in time.
std::string firstLine(int descriptor) {
  std::string out;
  for (pollfd wait{descriptor, POLLIN, 0}; ::poll(&wait, 1, kPatienceMs) > 0;) {
    char byte = 0;
    if (::read(descriptor, &byte, 1) != 1 || byte == '\n') break;
    out += byte;
  }
  return out;
}

std::vector<std::string> environmentWith(const std::string& display) {
  std::vector<std::string> out{"DISPLAY=" + display, "LC_ALL=C.UTF-8"};
  for (const char* name : {"PATH", "HOME"}) {
    if (const char* value = std::getenv(name)) out.push_back(std::string(name) + "=" + value);
  }
  return out;
}

}  // namespace

pid_t startProgram(const std::vector<std::string>& words, const std::vector<std::string>& environment,
                   const std::string& folder, int kept) {
  const std::vector<char*> arguments = pointersTo(words);
  const std::vector<char*> variables = pointersTo(environment);
  const pid_t parent = ::getpid();
  const pid_t pid = ::fork();
  if (pid != 0) return pid;
  // The story has one thread, so PR_SET_PDEATHSIG means the story's end here.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent || ::chdir(folder.c_str()) != 0) ::_exit(127);
  if (kept >= 0) ::fcntl(kept, F_SETFD, 0);
  ::execvpe(arguments[0], arguments.data(), variables.data());
  ::_exit(127);
}

int waitForEnd(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

std::string Desktop::missingProgram() {
  for (const char* program : {"Xvfb", "openbox", "xdotool", "xkbcomp"}) {
    if (!isInPath(program)) return program;
  }
  return {};
}

Desktop::Desktop(int width, int height) {
  if (!startServer(width, height)) return;
  m_manager = startProgram({"openbox", "--sm-disable", "--startup", "touch " + m_folder.path("manager")},
                           environmentWith(m_display), m_folder.path());
  // Openbox runs its start-up command once it manages the screen.
  const auto isManaged = [this] { return ::access(m_folder.path("manager").c_str(), F_OK) == 0; };
  m_isThere = test::becomesTrue(isManaged);
}

Desktop::~Desktop() {
  for (const pid_t pid : {m_manager, m_server}) {
    if (pid <= 0) continue;
    ::kill(pid, SIGTERM);
    waitForEnd(pid);
  }
}

bool Desktop::startServer(int width, int height) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return false;
  const UniqueFd readEnd(pipe[0]);
  UniqueFd writeEnd(pipe[1]);
  const std::string size = std::to_string(width) + "x" + std::to_string(height) + "x24";
  m_server = startProgram({"Xvfb", "-displayfd", std::to_string(writeEnd.get()), "-screen", "0", size, "-nolisten",
                           "tcp", "-noreset", "-fbdir", m_folder.path()},
                          environmentWith(""), m_folder.path(), writeEnd.get());
  writeEnd.reset();
  const std::string number = firstLine(readEnd.get());
  m_display = ":" + number;
  return !number.empty();
}

void Desktop::doWithHands(const std::vector<std::string>& words) const {
  std::vector<std::string> all{"xdotool"};
  all.insert(all.end(), words.begin(), words.end());
  waitForEnd(startProgram(all, environmentWith(m_display), m_folder.path()));
}

void Desktop::plugInKeyboard(const std::string& keymap) const {
  const std::string file = m_folder.write("keymap.xkb", keymap);
  waitForEnd(startProgram({"xkbcomp", "-w", "0", file, m_display}, environmentWith(m_display), m_folder.path()));
}

bool Desktop::photograph(const std::string& path) const {
  // X11/XWDFile.h: numbers of 32 bit, most significant byte first; then colours of 12 bytes; then lines.
  // In one go: what is drawn meanwhile should not tear the photograph.
  std::ifstream in(m_folder.path("Xvfb_screen0"), std::ios::binary | std::ios::ate);
  if (!in) return false;
  std::string file(static_cast<std::size_t>(in.tellg()), '\0');
  in.seekg(0).read(file.data(), static_cast<std::streamsize>(file.size()));
  const auto number = [&](std::size_t index) {
    return index * 4 + 4 <= file.size() ? qFromBigEndian<quint32>(file.data() + index * 4) : 0U;
  };
  constexpr std::size_t kHeaderSize = 0;
  constexpr std::size_t kWidth = 4;
  constexpr std::size_t kHeight = 5;
  constexpr std::size_t kLine = 12;
  constexpr std::size_t kColours = 19;
  const std::size_t start = number(kHeaderSize) + std::size_t{12} * number(kColours);
  if (number(kWidth) == 0 || start + std::size_t{number(kLine)} * number(kHeight) > file.size()) return false;
  const QImage image(reinterpret_cast<const uchar*>(file.data() + start), static_cast<int>(number(kWidth)),
                     static_cast<int>(number(kHeight)), static_cast<int>(number(kLine)), QImage::Format_RGB32);
  return image.save(QString::fromStdString(path), "PNG");
}

}  // namespace threadline::stories
