// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace threadline::test {
namespace {

constexpr int kPatienceMs = 30'000;
constexpr int kGonePatienceMs = 10'000;
constexpr int kStepMs = 1'000;

std::array<UniqueFd, 2> makePipe() {
  std::array<int, 2> ends{-1, -1};
  EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
  return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

/// In the child between fork and exec.
[[noreturn]] void becomeProgram(std::vector<std::string> arguments, const ProgramOptions& options, int out, int err) {
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  ::setenv("LC_ALL", "C.UTF-8", 1);
  // What is tested is the command line: with the display of whoever runs the tests a window would open and stay.
  for (const char* display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) ::unsetenv(display);
  for (const auto& [name, value] : options.environment) ::setenv(name.c_str(), value.c_str(), 1);
  if (options.fileSizeLimit) {
    const rlimit limit{*options.fileSizeLimit, *options.fileSizeLimit};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  std::string program = THREADLINE_PROGRAM;
  std::vector<char*> argv{program.data()};
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  ::execv(program.c_str(), argv.data());
  ::_exit(127);
}

/// Appends what is there; false at the end of the stream.
bool appendFrom(int fd, std::string& to) {
  std::array<char, 65536> buffer{};
  const ssize_t got = ::read(fd, buffer.data(), buffer.size());
  if (got > 0) to.append(buffer.data(), static_cast<std::size_t>(got));
  return got > 0;
}

}  // namespace

Program::Program(const std::vector<std::string>& arguments, const ProgramOptions& options) {
  auto out = makePipe();
  auto err = makePipe();
  if (!options.standardOutput.empty()) {
    out[1].reset(::open(options.standardOutput.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
  }
  m_pid = ::fork();
  if (m_pid == 0) becomeProgram(arguments, options, out[1].get(), err[1].get());
  EXPECT_GT(m_pid, 0);
  m_out = std::move(out[0]);
  m_err = std::move(err[0]);
}

Program::~Program() {
  if (m_pid <= 0) return;
  ::kill(m_pid, SIGKILL);
  ::waitpid(m_pid, nullptr, 0);
}

bool Program::readSome(int timeoutMs) {
  std::array<pollfd, 2> streams{{{m_out.get(), POLLIN, 0}, {m_err.get(), POLLIN, 0}}};
  if (::poll(streams.data(), streams.size(), timeoutMs) <= 0) return false;
  if (streams[0].revents != 0 && !appendFrom(m_out.get(), m_result.out)) m_out.reset();
  if (streams[1].revents != 0 && !appendFrom(m_err.get(), m_result.err)) m_err.reset();
  return true;
}

bool Program::waitForError(const std::string& text) {
  for (int waited = 0; waited < kPatienceMs;) {
    if (m_result.err.find(text) != std::string::npos) return true;
    if (!m_err.isOpen()) return false;
    if (!readSome(kStepMs)) waited += kStepMs;
  }
  return false;
}

void Program::signal(int number) const {
  ::kill(m_pid, number);
}

ProgramResult Program::finish() {
  for (int waited = 0; (m_out.isOpen() || m_err.isOpen()) && waited < kPatienceMs;) {
    if (!readSome(kStepMs)) waited += kStepMs;
  }
  EXPECT_FALSE(m_err.isOpen()) << "the program did not end";
  if (m_err.isOpen()) ::kill(m_pid, SIGKILL);
  int status = 0;
  ::waitpid(m_pid, &status, 0);
  m_pid = -1;
  m_result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return m_result;
}

ProgramResult runProgram(const std::vector<std::string>& arguments, const ProgramOptions& options) {
  return Program(arguments, options).finish();
}

bool isGone(pid_t pid) {
  const UniqueFd process(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  if (!process.isOpen()) return true;
  pollfd wanted{process.get(), POLLIN, 0};
  return ::poll(&wanted, 1, kGonePatienceMs) == 1;
}

Folder::Folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "threadline-test-XXXXXX").string();
  EXPECT_NE(::mkdtemp(pattern.data()), nullptr);
  m_path = pattern;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(m_path, ignored);
}

std::string Folder::file(const std::string& name, const std::string& content) const {
  std::ofstream(path(name), std::ios::binary) << content;
  return path(name);
}

std::string Folder::content(const std::string& name) const {
  std::ostringstream out;
  out << std::ifstream(path(name), std::ios::binary).rdbuf();
  return out.str();
}

bool Folder::holds(const std::string& name, const std::string& text) const {
  return content(name).find(text) != std::string::npos;
}

std::vector<std::string> Folder::names() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(m_path))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string scenarioOf(const std::string& functions, const std::string& more) {
  return R"({"threadline": 1, "id": "test", "title": {"en": "A test", "ko": "시험"}, )" + more + R"("functions": {)" +
         functions + "}}";
}

}  // namespace threadline::test
