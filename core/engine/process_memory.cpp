// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/process_memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <charconv>

#include "core/base/unique_fd.h"

namespace threadline::engine {

namespace {

/// The number of KiB in the line that begins with `name`.
std::optional<std::int64_t> lineKb(std::string_view text, std::string_view name) {
  const std::size_t at = text.find(name);
  if (at == std::string_view::npos) return std::nullopt;
  const char* begin = text.data() + at + name.size();
  const char* end = text.data() + text.size();
  while (begin != end && *begin == ' ') ++begin;
  std::int64_t kb = 0;
  if (std::from_chars(begin, end, kb).ec != std::errc{}) return std::nullopt;
  return kb;
}

}  // namespace

std::optional<std::int64_t> privateKbIn(std::string_view smapsRollup) {
  // Clean pages are those of files. Whether they count as private changes with every other process that runs the same
  // program or uses the same library, by megabytes.
  return lineKb(smapsRollup, "\nPrivate_Dirty:");
}

std::optional<std::int64_t> readPrivateMemoryKb(ring::SharedRings& rings) {
  // A page of a ring that nobody else has mapped yet would count as this process's own. Taken out of the page table
  // the events stay where they are, and the next write maps the page again.
  ::madvise(rings.slotEvents(0), ring::kSlotCount * ring::kSlotBytes, MADV_DONTNEED);
  UniqueFd file(::open("/proc/self/smaps_rollup", O_RDONLY | O_CLOEXEC));
  if (!file.isOpen()) return std::nullopt;
  std::array<char, 2048> text;
  const ssize_t bytes = ::read(file.get(), text.data(), text.size());
  if (bytes <= 0) return std::nullopt;
  return privateKbIn({text.data(), static_cast<std::size_t>(bytes)});
}

}  // namespace threadline::engine
