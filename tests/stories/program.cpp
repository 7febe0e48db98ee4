// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stories/program.h"

#include <csignal>
#include <poll.h>
#include <QByteArray>
#include <QJsonDocument>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "core/base/clock.h"

namespace threadline::stories {
namespace {

namespace fs = std::filesystem;

constexpr int kPatienceMs = 20'000;

std::vector<std::string> filesBelow(const fs::path& folder) {
  std::vector<std::string> out;
  std::error_code problem;
  for (const auto& entry : fs::recursive_directory_iterator(folder, problem)) {
    if (!entry.is_directory(problem)) out.push_back(entry.path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string contentOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool isZombie(const fs::path& process) {
  const std::string stat = contentOf(process / "stat");
  const std::size_t bracket = stat.rfind(')');
  return bracket == std::string::npos || stat.compare(bracket, 3, ") Z") == 0 || stat.compare(bracket, 3, ") X") == 0;
}

}  // namespace

Program::Program(const Desktop& desktop, std::string locale, std::string path)
    : m_desktop(desktop), m_locale(std::move(locale)), m_path(std::move(path)), m_sharedBefore(filesBelow("/dev/shm")) {
  fs::create_directories(home("config/threadline"));
  fs::create_directories(home("documents"));
  fs::create_directory(m_temporary.path("runtime"));
  fs::permissions(m_temporary.path("runtime"), fs::perms::owner_all);
}

Program::~Program() {
  if (m_pid <= 0 || hasEnded()) return;
  kill();
  waitForEnd(m_pid);
}

void Program::beenHereBefore(const std::string& scenario) const {
  std::ofstream(home("config/threadline/threadline.conf")) << "[General]\nfirstRunDone=true\nlastScenario=" << scenario
                                                           << "\nlastExportFolder=" << home("documents") << "\n";
}

std::vector<std::string> Program::environment(int descriptor) const {
  std::vector<std::string> out{"DISPLAY=" + m_desktop.display(), "HOME=" + m_home.path(),
                               "XDG_CONFIG_HOME=" + home("config"), "XDG_DATA_HOME=" + home("data"),
                               "XDG_CACHE_HOME=" + home("cache"), "XDG_RUNTIME_DIR=" + m_temporary.path("runtime"),
                               "TMPDIR=" + m_temporary.path(), "LANG=" + m_locale, "TZ=UTC", "QT_QPA_PLATFORM=xcb",
                               "QT_QPA_GENERIC_PLUGINS=threadline-probe", "QT_PLUGIN_PATH=" THREADLINE_PROBE_FOLDER,
                               // Leaks of Qt's plugins are not this program's.
                               "ASAN_OPTIONS=detect_leaks=0", "THREADLINE_STORY=" + m_home.path(),
                               "THREADLINE_PROBE_FD=" + std::to_string(descriptor)};
  if (const char* path = std::getenv("PATH")) out.push_back(std::string("PATH=") + path);
  return out;
}

bool Program::start() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return false;
  m_probe.reset(ends[0]);
  const UniqueFd theirs(ends[1]);
  m_status.reset();
  m_pending.clear();
  m_startedAt = monotonicNow();
  m_pid = startProgram({m_path}, environment(theirs.get()), home("documents"), theirs.get());
  return m_pid > 0;
}

QJsonObject Program::ask(const std::string& line) {
  const std::string out = line + "\n";
  if (::send(m_probe.get(), out.data(), out.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(out.size())) return {};
  std::size_t end = m_pending.find('\n');
  while (end == std::string::npos) {
    pollfd wait{m_probe.get(), POLLIN, 0};
    std::array<char, 65536> buffer{};
    const ssize_t count =
        ::poll(&wait, 1, kPatienceMs) > 0 ? ::read(m_probe.get(), buffer.data(), buffer.size()) : ssize_t{0};
    if (count <= 0) return {};
    m_pending.append(buffer.data(), static_cast<std::size_t>(count));
    end = m_pending.find('\n');
  }
  const QByteArray answer(m_pending.data(), static_cast<qsizetype>(end));
  m_pending.erase(0, end + 1);
  return QJsonDocument::fromJson(answer).object();
}

bool Program::hasEnded() {
  int status = 0;
  if (!m_status && ::waitpid(m_pid, &status, WNOHANG) == m_pid) m_status = status;
  return m_status.has_value();
}

void Program::kill() const {
  ::kill(m_pid, SIGKILL);
}

std::vector<pid_t> Program::processes() const {
  const std::string mark = "THREADLINE_STORY=" + m_home.path();
  std::vector<pid_t> out;
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator("/proc", problem)) {
    const std::string name = entry.path().filename().string();
    pid_t pid = 0;
    if (std::from_chars(name.data(), name.data() + name.size(), pid).ec != std::errc{}) continue;
    const std::string environment = contentOf(entry.path() / "environ");
    if (environment.find(mark + '\0') != std::string::npos && !isZombie(entry.path())) out.push_back(pid);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> Program::leftovers() const {
  std::vector<std::string> out = filesBelow(m_temporary.path());
  const std::set<std::string> before(m_sharedBefore.begin(), m_sharedBefore.end());
  for (const std::string& file : filesBelow("/dev/shm")) {
    if (before.count(file) == 0 && file.find("threadline") != std::string::npos) out.push_back(file);
  }
  return out;
}

}  // namespace threadline::stories
