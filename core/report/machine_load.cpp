// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/machine_load.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

#include "core/base/clock.h"
#include "core/base/unique_fd.h"

namespace threadline::report {
namespace {

constexpr std::int64_t kNsPerSecond = 1'000'000'000;
constexpr std::size_t kColumns = 8;  // user nice system idle iowait irq softirq steal
constexpr std::size_t kIdle = 3;
constexpr std::size_t kIoWait = 4;

DurationNs cpuOf(int who) {
  rusage usage{};
  ::getrusage(who, &usage);
  return seconds(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         microseconds(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

double coreCount() {
  return static_cast<double>(std::max(1L, ::sysconf(_SC_NPROCESSORS_ONLN)));
}

}  // namespace

std::optional<DurationNs> busyTimeOf(std::string_view procStat, long ticksPerSecond) {
  if (procStat.substr(0, 4) != "cpu " || ticksPerSecond <= 0) return std::nullopt;
  const char* at = procStat.data() + 4;
  const char* end = procStat.data() + procStat.size();
  std::int64_t ticks = 0;
  for (std::size_t column = 0; column < kColumns; ++column) {
    while (at < end && *at == ' ') ++at;
    std::int64_t value = 0;
    const auto [next, error] = std::from_chars(at, end, value);
    if (error != std::errc{} || value < 0) return std::nullopt;
    if (column != kIdle && column != kIoWait) ticks += value;
    at = next;
  }
  return DurationNs{ticks * (kNsPerSecond / ticksPerSecond)};
}

MachineLoad::Reading MachineLoad::read() {
  Reading reading;
  const UniqueFd file(::open("/proc/stat", O_RDONLY | O_CLOEXEC));
  std::array<char, 512> text{};
  const ssize_t length = file.isOpen() ? ::read(file.get(), text.data(), text.size()) : -1;
  if (length > 0) {
    reading.busy = busyTimeOf({text.data(), static_cast<std::size_t>(length)}, ::sysconf(_SC_CLK_TCK));
  }
  reading.own = cpuOf(RUSAGE_SELF) + cpuOf(RUSAGE_CHILDREN);
  reading.time = monotonicNow();
  return reading;
}

MachineLoad::MachineLoad() : m_start(read()) {}

double MachineLoad::othersSince(DurationNs ownCpu) const {
  const Reading now = read();
  if (!now.busy || !m_start.busy || now.time <= m_start.time) return 0;
  const DurationNs own = std::max(now.own - m_start.own, ownCpu);
  const DurationNs others = (*now.busy - *m_start.busy) - own;
  const double cores = static_cast<double>(others.ns) / static_cast<double>((now.time - m_start.time).ns);
  return std::clamp(cores, 0.0, coreCount());
}

std::string machineName() {
  utsname name{};
  const auto cores = static_cast<int>(coreCount());
  std::string text = std::to_string(cores) + (cores == 1 ? " core" : " cores");
  if (::uname(&name) == 0) {
    // "6.1.0-18-amd64": what follows the numbers is the packager's.
    const std::string release = name.release;
    text += std::string(", ") + name.sysname + ' ' + release.substr(0, release.find('-'));
  }
  return text;
}

std::string localTimeNow() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  std::array<char, 32> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &local);
  return {text.data(), length};
}

}  // namespace threadline::report
