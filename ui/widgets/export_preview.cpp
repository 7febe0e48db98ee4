// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/export_preview.h"

#include <QPainter>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <cmath>
#include <utility>

namespace threadline::widgets {
namespace {

constexpr int kGap = 12;  // around pictures and between them

/// The pictures of one export: one, or the light and dark pair.
std::vector<QImage> draw(const paint::FigureSubject& subject, paint::FigureOptions options, QSize bound) {
  if (options.page != paint::Page::kReadme) return {paint::renderFigure(subject, options, bound)};
  const QSize half(bound.width(), std::max(1, bound.height() / 2));
  std::vector<QImage> out;
  for (const auto theme : {paint::ThemeKind::kLight, paint::ThemeKind::kDark}) {
    options.theme = theme;
    out.push_back(paint::renderFigure(subject, options, half));
  }
  return out;
}

}  // namespace

ExportPreview::ExportPreview(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("exportPreview"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(&m_watcher, &QFutureWatcher<std::vector<QImage>>::finished, this, &ExportPreview::take);
}

ExportPreview::~ExportPreview() {
  m_watcher.disconnect(this);  // what is being drawn is drawn for nobody, and nobody waits for it
}

void ExportPreview::showFigure(const paint::FigureSubject& subject, const paint::FigureOptions& options) {
  m_sentence.clear();
  m_wish = Wish{subject, options};
  m_isStale = true;
  if (!m_isBusy) begin();
}

void ExportPreview::showSentence(const QString& sentence) {
  m_sentence = sentence;
  m_wish.reset();
  m_isStale = false;
  m_pictures.clear();
  update();
}

void ExportPreview::begin() {
  m_isBusy = true;
  m_isStale = false;
  const QSize inner = (size() - QSize(2 * kGap, 2 * kGap)).expandedTo(QSize(16, 16)) * devicePixelRatioF();
  auto promise = std::make_shared<QPromise<std::vector<QImage>>>();
  m_watcher.setFuture(promise->future());
  QThreadPool::globalInstance()->start([promise, wish = *m_wish, inner] {
    promise->start();
    promise->addResult(draw(wish.subject, wish.options, inner));
    promise->finish();
  });
}

void ExportPreview::take() {
  m_isBusy = false;
  if (m_wish && m_watcher.future().resultCount() > 0) {
    m_pictures = m_watcher.result();
    for (QImage& picture : m_pictures) picture.setDevicePixelRatio(devicePixelRatioF());
    update();
  }
  if (m_isStale && m_wish) {
    begin();
  } else {
    emit shown();
  }
}

void ExportPreview::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (!m_wish) return;
  m_isStale = true;
  if (!m_isBusy) begin();
}

void ExportPreview::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.fillRect(rect(), palette().color(QPalette::Mid));
  if (!m_sentence.isEmpty() || m_pictures.empty()) {
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.drawText(rect().adjusted(kGap, kGap, -kGap, -kGap), Qt::AlignCenter | Qt::TextWordWrap, m_sentence);
    return;
  }
  const int slot = (height() - kGap) / static_cast<int>(m_pictures.size());
  for (std::size_t i = 0; i < m_pictures.size(); ++i) {
    const QRectF room(kGap, kGap + static_cast<double>(i) * slot, width() - 2 * kGap, slot - kGap);
    const QSizeF natural = m_pictures[i].deviceIndependentSize();
    const QSizeF fitted = natural.width() > room.width() || natural.height() > room.height()
                              ? natural.scaled(room.size(), Qt::KeepAspectRatio)
                              : natural;
    const QPointF corner(std::round(room.center().x() - fitted.width() / 2),
                         std::round(room.center().y() - fitted.height() / 2));
    painter.drawImage(QRectF(corner, fitted), m_pictures[i]);
  }
}

}  // namespace threadline::widgets
