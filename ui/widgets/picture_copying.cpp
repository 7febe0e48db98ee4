// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/picture_copying.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QPointer>

#include <utility>

#include "ui/models/pool_work.h"

namespace threadline::widgets {

void copyPicture(const paint::FigureSubject& subject, const paint::FigureOptions& options, QObject* context,
                 std::function<void(QSize)> then) {
  models::onPool<QImage>(
      qApp, [subject, options] { return paint::renderFigure(subject, options); },
      [context = QPointer<QObject>(context), then = std::move(then)](const QImage& picture) {
        if (!picture.isNull()) QGuiApplication::clipboard()->setImage(picture);
        if (context) then(picture.size());
      });
}

}  // namespace threadline::widgets
