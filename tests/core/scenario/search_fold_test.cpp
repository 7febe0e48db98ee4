// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "core/scenario/search_fold.h"

namespace threadline::scenario {
namespace {

TEST(SearchFold, FindsAThreadHoweverItIsSpelled) {
  const std::vector<std::string> texts = {"데몬 스레드"};
  for (const char* query :
       {"스레드", "쓰레드", "쓰래드", "스래드", "thread", "Thread", "데몬스레드", "daemon thread"}) {
    EXPECT_TRUE(matches(query, texts)) << query;
  }
  EXPECT_FALSE(matches("프로세스", texts));
}

TEST(SearchFold, TakesLockInAnyOfItsWords) {
  for (const char* query : {"락", "록", "잠금", "lock", "LOCK"}) {
    EXPECT_TRUE(matches(query, {"전역 인터프리터 락"})) << query;
    EXPECT_TRUE(matches(query, {"Lock"})) << query;
  }
  EXPECT_FALSE(matches("록", {"기록하기"})) << "one syllable must begin a word";
}

TEST(SearchFold, FindsWordsByTheirInitialConsonants) {
  EXPECT_TRUE(matches("ㅅㄹㄷ", {"서브 스레드"}));
  EXPECT_TRUE(matches("ㅆㄹㄷ", {"스레드"}));
  EXPECT_TRUE(matches("ㄷㅁ", {"데몬 스레드"}));
  EXPECT_FALSE(matches("ㅅㄹㄷ", {"프로세스"}));
}

TEST(SearchFold, FindsWhatIsStillBeingTyped) {
  for (const char* query : {"스", "슬", "스레", "스렏", "쓰렏"}) EXPECT_TRUE(matches(query, {"스레드"})) << query;
  EXPECT_TRUE(matches("데모", {"데몬"}));
  EXPECT_FALSE(matches("스렌", {"스레드"}));
}

TEST(SearchFold, FindsNamesOfTheInterfaceWithoutCaseAndSpaces) {
  const std::vector<std::string> texts = {"ThreadPoolExecutor", "is_alive", "threading"};
  for (const char* query : {"threadpoolexecutor", "thread pool executor", "isalive", "is_alive", "POOL"}) {
    EXPECT_TRUE(matches(query, texts)) << query;
  }
  EXPECT_FALSE(matches("pool alife", texts));
}

TEST(SearchFold, FindsEverythingByNothingAndPassesOverBrokenBytes) {
  EXPECT_TRUE(matches("", {}));
  EXPECT_TRUE(matches("  - ", {"x"}));
  EXPECT_FALSE(matches("x", {}));
  EXPECT_TRUE(matches("ok", {"\xFF\xC3ok\xE0\x80"}));
}

}  // namespace
}  // namespace threadline::scenario
