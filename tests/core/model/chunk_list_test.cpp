// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/chunk_list.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <string>

#include "core/base/time.h"
#include "core/model/ordered_list.h"

namespace threadline::model {
namespace {

template <typename T>
std::vector<T> contents(const Sequence<T>& list) {
  return {list.begin(), list.end()};
}

TEST(ChunkList, AViewKeepsWhatItShowedWhileElementsAreAddedChangedAndRemoved) {
  std::mt19937 random(1);
  ChunkList<std::uint64_t> list;
  std::vector<std::uint64_t> model;
  std::vector<std::pair<Sequence<std::uint64_t>, std::vector<std::uint64_t>>> views;
  for (std::uint64_t step = 0; step < 20'000; ++step) {
    const auto dice = random() % 1000;
    if (dice < 900 || model.empty()) {
      list.push(step);
      model.push_back(step);
    } else if (dice < 990) {
      const std::size_t i = random() % model.size();
      list.edit(i) = step * 7;
      model[i] = step * 7;
    } else if (dice < 994) {
      const std::size_t keep = model.size() - random() % std::min<std::size_t>(model.size(), 50);
      list.truncate(keep);
      model.resize(keep);
    } else {
      views.emplace_back(list.share(), model);
    }
  }
  ASSERT_GT(views.size(), 50U);
  for (const auto& [view, expected] : views) ASSERT_EQ(contents(view), expected);
}

TEST(ChunkList, SharesChunksBetweenViewsInsteadOfCopying) {
  ChunkList<std::uint64_t> list;
  for (std::uint64_t i = 0; i < 3 * kChunkItems<std::uint64_t>; ++i) list.push(i);
  const Sequence<std::uint64_t> first = list.share();
  list.edit(0) = 99;
  list.push(1);
  const Sequence<std::uint64_t> second = list.share();
  EXPECT_NE(&first[0], &second[0]);
  EXPECT_EQ(&first[kChunkItems<std::uint64_t>], &second[kChunkItems<std::uint64_t>]);
  EXPECT_EQ(first[0], 0U);
  EXPECT_EQ(second[0], 99U);
}

TEST(ChunkList, AnEmptyViewHasNoElements) {
  ChunkList<std::string> list;
  EXPECT_TRUE(list.share().empty());
  EXPECT_EQ(Sequence<int>().begin(), Sequence<int>().end());
}

struct TimeOf {
  TimeNs operator()(const std::pair<std::int64_t, int>& item) const { return {item.first}; }
};

TEST(OrderedList, KeepsWhatComesFromSeveralSourcesInTimeOrder) {
  std::mt19937 random(2);
  OrderedList<std::pair<std::int64_t, int>, TimeOf> list;
  std::vector<std::pair<std::int64_t, int>> model;
  for (int i = 0; i < 3000; ++i) {
    const std::int64_t time = i * 10 - static_cast<std::int64_t>(random() % 400);
    list.push({time, i});
    model.emplace_back(time, i);
    if (i % 70 == 0) {
      const auto view = list.share({{time + 1'000'000, -1}});
      ASSERT_EQ(view.back().second, -1);
      ASSERT_EQ(view.size(), model.size() + 1);
    }
  }
  std::stable_sort(model.begin(), model.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  const auto view = list.share();
  ASSERT_EQ(view.size(), model.size());
  EXPECT_TRUE(std::is_sorted(view.begin(), view.end(), [](const auto& a, const auto& b) { return a.first < b.first; }));
  std::vector<std::int64_t> times;
  for (const auto& item : view) times.push_back(item.first);
  for (std::size_t i = 0; i < model.size(); ++i) ASSERT_EQ(times[i], model[i].first);
}

}  // namespace
}  // namespace threadline::model
