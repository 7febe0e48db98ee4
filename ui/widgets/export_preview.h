// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The figure as it will be, fitted into the space there is. Composed and drawn by a pool thread, one picture at a time:
// while one is made, only the newest wish is kept.
//
// Thread: GUI. The destructor waits for nothing.

#include <QFutureWatcher>
#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

#include "ui/paint/figure.h"

namespace threadline::widgets {

class ExportPreview : public QWidget {
  Q_OBJECT

 public:
  explicit ExportPreview(QWidget* parent = nullptr);
  ~ExportPreview() override;

  /// For --page readme both of the pair are shown.
  void showFigure(const paint::FigureSubject& subject, const paint::FigureOptions& options);
  /// Nothing is shown but this sentence.
  void showSentence(const QString& sentence);
  [[nodiscard]] bool isBusy() const { return m_isBusy; }
  [[nodiscard]] const std::vector<QImage>& pictures() const { return m_pictures; }

  [[nodiscard]] QSize sizeHint() const override { return {640, 480}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {240, 180}; }

 signals:
  void shown();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Wish {
    paint::FigureSubject subject;
    paint::FigureOptions options;
  };
  void begin();
  void take();

  std::optional<Wish> m_wish;  // newest; kept for another size of the widget
  bool m_isBusy = false;
  bool m_isStale = false;  // m_wish is newer than what is being made
  QString m_sentence;
  std::vector<QImage> m_pictures;
  QFutureWatcher<std::vector<QImage>> m_watcher;
};

}  // namespace threadline::widgets
