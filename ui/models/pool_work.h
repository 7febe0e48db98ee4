// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Work that would hold up the window, done on a pool thread.
//
// Thread: called in the context's thread, which is where `done` is called too.

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace threadline::models {

/// Runs `work` on the pool and `done` with what it made, unless the context is gone by then. Not QFuture::then with a
/// context: in Qt 6.4 that asserts when the context dies while the work goes on.
template <typename Made>
void onPool(QObject* context, std::function<Made()> work, std::function<void(const Made&)> done) {
  const auto promise = std::make_shared<QPromise<Made>>();
  auto* watcher = new QFutureWatcher<Made>(context);
  QObject::connect(watcher, &QFutureWatcher<Made>::finished, context, [watcher, done = std::move(done)] {
    watcher->deleteLater();
    done(watcher->result());
  });
  watcher->setFuture(promise->future());
  promise->start();
  QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
    promise->addResult(work());
    promise->finish();
  });
}

}  // namespace threadline::models
