// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes a figure to its file(s) in a pool thread, so that a large page never holds up the window, and says in
// words for people what became of it.
//
// Thread: GUI. The destructor waits for nothing: the file is finished all the same, also when the program ends.

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>

#include <memory>

#include "core/base/result.h"
#include "ui/paint/figure.h"

namespace threadline::widgets {

class PictureSaving : public QObject {
  Q_OBJECT

 public:
  explicit PictureSaving(QObject* parent = nullptr);
  ~PictureSaving() override;

  /// One at a time; a second wish meanwhile is refused.
  bool save(const paint::FigureSubject& subject, const paint::FigureOptions& options, const QString& path);
  [[nodiscard]] bool isBusy() const { return m_isBusy; }

 signals:
  void saved(const QStringList& paths);
  void failed(const QString& sentence);

 private:
  using Outcome = std::shared_ptr<Result<std::vector<std::string>>>;
  void take();

  bool m_isBusy = false;
  QFutureWatcher<Outcome> m_watcher;
};

}  // namespace threadline::widgets
