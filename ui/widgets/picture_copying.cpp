// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/picture_copying.h"

#include <QClipboard>
#include <QFuture>
#include <QGuiApplication>
#include <QImage>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace threadline::widgets {

void copyPicture(const paint::FigureSubject& subject, const paint::FigureOptions& options, QObject* context,
                 std::function<void(QSize)> then) {
  const auto promise = std::make_shared<QPromise<QImage>>();
  promise->future().then(qApp, [context = QPointer<QObject>(context), then = std::move(then)](const QImage& picture) {
    if (!picture.isNull()) QGuiApplication::clipboard()->setImage(picture);
    if (context) then(picture.size());
  });
  promise->start();
  QThreadPool::globalInstance()->start([promise, subject, options] {
    promise->addResult(paint::renderFigure(subject, options));
    promise->finish();
  });
}

}  // namespace threadline::widgets
