// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/glob.h"

namespace threadline::report {
namespace {

std::size_t nextCharacter(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

}  // namespace

bool matchesGlob(std::string_view glob, std::string_view name) {
  // Greedy with one remembered star: on a mismatch the last star takes one character more.
  std::size_t g = 0;
  std::size_t n = 0;
  std::size_t star = std::string_view::npos;
  std::size_t starName = 0;
  while (n < name.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      starName = n;
    } else if (g < glob.size() && glob[g] == '?') {
      ++g;
      n = nextCharacter(name, n);
    } else if (g < glob.size() && glob[g] == name[n]) {
      ++g;
      ++n;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      n = starName = nextCharacter(name, starName);
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

}  // namespace threadline::report
