// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/relay/mailbox.h"

#include <gtest/gtest.h>

#include <memory>

namespace threadline::relay {
namespace {

TEST(Mailbox, GivesNothingBeforeSomethingWasPut) {
  Mailbox<int> mailbox;
  EXPECT_EQ(mailbox.take(), std::nullopt);
}

TEST(Mailbox, GivesTheLatestValueOnce) {
  Mailbox<int> mailbox;
  mailbox.put(1);
  mailbox.put(2);
  EXPECT_EQ(mailbox.take(), 2);
  EXPECT_EQ(mailbox.take(), std::nullopt);
}

TEST(Mailbox, LetsGoOfAValueThatNobodyTook) {
  Mailbox<std::shared_ptr<int>> mailbox;
  std::weak_ptr<int> first;
  {
    auto value = std::make_shared<int>(1);
    first = value;
    mailbox.put(std::move(value));
  }
  EXPECT_FALSE(first.expired());
  mailbox.put(std::make_shared<int>(2));
  EXPECT_TRUE(first.expired());
}

}  // namespace
}  // namespace threadline::relay
