// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pool_work.h"

#include <QCoreApplication>
#include <QSemaphore>
#include <QTest>

#include <gtest/gtest.h>

namespace threadline::models {
namespace {

TEST(PoolWork, IsDoneElsewhereAndToldHere) {
  QObject context;
  Qt::HANDLE worker = nullptr;
  Qt::HANDLE teller = nullptr;
  onPool<Qt::HANDLE>(
      &context, [] { return QThread::currentThreadId(); },
      [&](const Qt::HANDLE& made) {
        worker = made;
        teller = QThread::currentThreadId();
      });
  ASSERT_TRUE(QTest::qWaitFor([&] { return teller != nullptr; }, 20'000));
  EXPECT_EQ(teller, QThread::currentThreadId());
  EXPECT_NE(worker, teller);
}

TEST(PoolWork, IsToldToNobodyWhoIsGone) {
  QSemaphore mayEnd;
  bool isTold = false;
  auto context = std::make_unique<QObject>();
  onPool<int>(
      context.get(),
      [&] {
        mayEnd.acquire();
        return 1;
      },
      [&](const int&) { isTold = true; });
  context.reset();
  mayEnd.release();
  QThreadPool::globalInstance()->waitForDone();
  QCoreApplication::sendPostedEvents();
  EXPECT_FALSE(isTold);
}

}  // namespace
}  // namespace threadline::models
