// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/physical_keys.h"

#include <algorithm>
#include <array>
#include <utility>

namespace threadline::widgets {
namespace {

using KeyPair = std::pair<unsigned, int>;

/// Hangul compatibility letters of the two-set layout, and the doubled ones of Shift.
constexpr std::array<KeyPair, 16> kLetters{{{0x3148, Qt::Key_W},
                                            {0x3149, Qt::Key_W},
                                            {0x3134, Qt::Key_S},
                                            {0x3141, Qt::Key_A},
                                            {0x3147, Qt::Key_D},
                                            {0x3139, Qt::Key_F},
                                            {0x314B, Qt::Key_Z},
                                            {0x3161, Qt::Key_M},
                                            {0x314F, Qt::Key_K},
                                            {0x314A, Qt::Key_C},
                                            {0x314E, Qt::Key_G},
                                            {0x3145, Qt::Key_T},
                                            {0x3146, Qt::Key_T},
                                            {0x314C, Qt::Key_X},
                                            {0x3142, Qt::Key_Q},
                                            {0x3143, Qt::Key_Q}}};

/// X11 and Wayland key codes: evdev's and eight. Source: linux/input-event-codes.h.
constexpr std::array<KeyPair, 13> kCodes{{{25, Qt::Key_W},
                                          {38, Qt::Key_A},
                                          {39, Qt::Key_S},
                                          {40, Qt::Key_D},
                                          {41, Qt::Key_F},
                                          {52, Qt::Key_Z},
                                          {58, Qt::Key_M},
                                          {45, Qt::Key_K},
                                          {54, Qt::Key_C},
                                          {42, Qt::Key_G},
                                          {28, Qt::Key_T},
                                          {53, Qt::Key_X},
                                          {24, Qt::Key_Q}}};

template <std::size_t N>
int find(const std::array<KeyPair, N>& table, unsigned what) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const KeyPair& pair) { return pair.first == what; });
  return found == table.end() ? 0 : found->second;
}

}  // namespace

int physicalKey(const QKeyEvent& event) {
  const QString text = event.text();
  if (text.size() == 1) {
    if (const int key = find(kLetters, text.front().unicode()); key != 0) return key;
  }
  const int key = event.key();
  if (const int letter = find(kLetters, static_cast<unsigned>(key)); letter != 0) return letter;
  // Latin letters and named keys are what they say, on every layout.
  const bool isNamed = key >= 0x01000000 && key != Qt::Key_unknown;
  if ((key > 0 && key < 0x80) || isNamed) return key;
  const int code = find(kCodes, event.nativeScanCode());
  return code != 0 ? code : key;
}

}  // namespace threadline::widgets
