// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/picture_saving.h"

#include <QPromise>
#include <QThreadPool>

namespace threadline::widgets {

PictureSaving::PictureSaving(QObject* parent) : QObject(parent) {
  connect(&m_watcher, &QFutureWatcher<Outcome>::finished, this, &PictureSaving::take);
}

PictureSaving::~PictureSaving() {
  m_watcher.disconnect(this);
}

bool PictureSaving::save(const paint::FigureSubject& subject, const paint::FigureOptions& options,
                         const QString& path) {
  if (m_isBusy) return false;
  m_isBusy = true;
  auto promise = std::make_shared<QPromise<Outcome>>();
  m_watcher.setFuture(promise->future());
  QThreadPool::globalInstance()->start([promise, subject, options, file = path.toStdString()] {
    promise->start();
    promise->addResult(std::make_shared<Result<std::vector<std::string>>>(paint::writeFigure(subject, options, file)));
    promise->finish();
  });
  return true;
}

void PictureSaving::take() {
  m_isBusy = false;
  const Outcome outcome = m_watcher.result();
  if (outcome->isOk()) {
    QStringList paths;
    for (const std::string& path : outcome->value()) paths += QString::fromStdString(path);
    emit saved(paths);
    return;
  }
  const Error& error = outcome->error();
  switch (error.code) {
    case ErrorCode::kLimit: emit failed(tr("The picture would be too large. Choose a smaller width or scale.")); break;
    case ErrorCode::kInvalidArgument: emit failed(tr("The name of a picture ends in .png, .svg or .pdf.")); break;
    default: emit failed(tr("The picture could not be written: %1").arg(QString::fromStdString(error.message)));
  }
}

}  // namespace threadline::widgets
