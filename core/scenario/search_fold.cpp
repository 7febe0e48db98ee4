// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/search_fold.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace threadline::scenario {

namespace {

constexpr char32_t kFirstSyllable = 0xAC00;  // 가
constexpr char32_t kLastSyllable = 0xD7A3;   // 힣
constexpr char32_t kFinals = 28;
constexpr char32_t kVowels = 21;
constexpr char32_t kFirstConsonant = 0x3131;  // ㄱ
constexpr char32_t kLastConsonant = 0x314E;   // ㅎ

// The consonants as they are typed, by the number of the initial in a syllable.
constexpr std::u32string_view kInitials = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::u32string_view kFinalLetters = U" ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

struct Letter {
  char32_t code = 0;  // folded
  bool beginsWord = false;
};
using Letters = std::vector<Letter>;

bool isSyllable(char32_t c) {
  return c >= kFirstSyllable && c <= kLastSyllable;
}
bool isConsonant(char32_t c) {
  return c >= kFirstConsonant && c <= kLastConsonant;
}
char32_t finalOf(char32_t syllable) {
  return (syllable - kFirstSyllable) % kFinals;
}

/// A tense initial as its plain one: loan words are written with either.
char32_t plainInitial(char32_t initial) {
  constexpr std::array<char32_t, 5> kTense = {1, 4, 8, 10, 13};  // ㄲ ㄸ ㅃ ㅆ ㅉ
  return std::find(kTense.begin(), kTense.end(), initial) == kTense.end() ? initial : initial - 1;
}

char32_t plainVowel(char32_t vowel) {
  if (vowel == 1) return 5;  // ㅐ as ㅔ: they sound the same
  return vowel == 3 ? 7 : vowel;
}

char32_t initialOf(char32_t syllable) {
  return kInitials[(syllable - kFirstSyllable) / (kVowels * kFinals)];
}

char32_t folded(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c - U'A' + U'a';
  if (!isSyllable(c)) {
    const std::size_t initial = isConsonant(c) ? kInitials.find(c) : std::u32string_view::npos;
    return initial == std::u32string_view::npos ? c : kInitials[plainInitial(static_cast<char32_t>(initial))];
  }
  const char32_t place = c - kFirstSyllable;
  const char32_t initial = plainInitial(place / (kVowels * kFinals));
  const char32_t vowel = plainVowel(place / kFinals % kVowels);
  return kFirstSyllable + (initial * kVowels + vowel) * kFinals + place % kFinals;
}

/// The next character of UTF-8, moving `at` on; 0 for a byte that is none.
char32_t nextOf(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  if (first < 0x80) return first;
  const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
  if (more == 0 || at + more > text.size()) return 0;
  char32_t code = first & (0x3FU >> more);
  for (std::size_t i = 0; i < more; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0U) != 0x80) return 0;
    code = code << 6U | (byte & 0x3FU);
  }
  at += more;
  return code;
}

bool isGap(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'-' || c == U'_' || c == U'.' || c == U',' || c == U'(' ||
         c == U')' || c == U':';
}

Letters lettersOf(std::string_view text) {
  Letters letters;
  bool begins = true;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = nextOf(text, at);
    if (c == 0) continue;
    if (isGap(c)) {
      begins = true;
      continue;
    }
    letters.push_back({folded(c), begins});
    begins = false;
  }
  return letters;
}

bool isSame(char32_t wanted, char32_t found, const Letter* next, bool isLast) {
  if (wanted == found) return true;
  if (!isSyllable(found)) return false;
  if (isConsonant(wanted)) return initialOf(found) == wanted;
  if (!isLast || !isSyllable(wanted)) return false;
  // Still being typed: 데모 on its way to 데몬, 스렏 on its way to 스레드.
  if (finalOf(wanted) == 0) return found - finalOf(found) == wanted;
  const char32_t carried = folded(kFinalLetters[finalOf(wanted)]);
  return wanted - finalOf(wanted) == found && next && isSyllable(next->code) && initialOf(next->code) == carried;
}

bool beginsAt(const Letters& word, const Letters& text, std::size_t at) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const Letter* next = at + i + 1 < text.size() ? &text[at + i + 1] : nullptr;
    if (!isSame(word[i].code, text[at + i].code, next, i + 1 == word.size())) return false;
  }
  return true;
}

bool isIn(const Letters& word, const Letters& text) {
  // One syllable is in too many words (록 in 기록): it must begin one.
  const bool mustBegin = word.size() == 1 && word[0].code >= 0x80;
  for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
    if ((!mustBegin || text[at].beginsWord) && beginsAt(word, text, at)) return true;
  }
  return false;
}

// Words that mean the same; whoever types one finds them all.
constexpr std::array<std::array<std::string_view, 4>, 14> kSynonyms = {{
    {"락", "록", "잠금", "lock"},
    {"스레드", "thread", "", ""},
    {"프로세스", "process", "", ""},
    {"데몬", "daemon", "", ""},
    {"큐", "queue", "", ""},
    {"파이프", "pipe", "", ""},
    {"태스크", "task", "", ""},
    {"조인", "join", "", ""},
    {"포크", "fork", "", ""},
    {"스폰", "spawn", "스포닝", ""},
    {"세마포어", "semaphore", "세마포", ""},
    {"배리어", "barrier", "", ""},
    {"교착", "데드락", "deadlock", ""},
    {"코루틴", "coroutine", "", ""},
}};

bool isEqual(const Letters& a, const Letters& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Letter& one, const Letter& other) { return one.code == other.code; });
}

std::vector<Letters> spellingsOf(const Letters& word) {
  std::vector<Letters> spellings = {word};
  for (const auto& row : kSynonyms) {
    std::vector<Letters> same;
    for (const std::string_view one : row) {
      if (!one.empty()) same.push_back(lettersOf(one));
    }
    const bool isHere = std::any_of(same.begin(), same.end(), [&](const Letters& one) { return isEqual(one, word); });
    if (isHere) spellings.insert(spellings.end(), same.begin(), same.end());
  }
  return spellings;
}

bool isInAny(const Letters& word, const std::vector<Letters>& texts) {
  const std::vector<Letters> spellings = spellingsOf(word);
  return std::any_of(texts.begin(), texts.end(), [&](const Letters& text) {
    return std::any_of(spellings.begin(), spellings.end(), [&](const Letters& one) { return isIn(one, text); });
  });
}

std::vector<Letters> wordsOf(std::string_view query) {
  std::vector<Letters> words;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find(' '), query.size());
    Letters word = lettersOf(query.substr(0, end));
    if (!word.empty()) words.push_back(std::move(word));
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return words;
}

}  // namespace

bool matches(std::string_view query, const std::vector<std::string>& texts) {
  const std::vector<Letters> words = wordsOf(query);
  if (words.empty()) return true;
  std::vector<Letters> lettersOfTexts;
  lettersOfTexts.reserve(texts.size());
  for (const std::string& text : texts) lettersOfTexts.push_back(lettersOf(text));
  const bool hasAll =
      std::all_of(words.begin(), words.end(), [&](const Letters& word) { return isInAny(word, lettersOfTexts); });
  return hasAll || isInAny(lettersOf(query), lettersOfTexts);
}

}  // namespace threadline::scenario
