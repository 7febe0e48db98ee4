// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clipboard_texts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPixmap>
#include <QUrl>
#include <QWidget>

namespace threadline::widgets {
namespace {

/// Backslashes before all that Markdown or HTML could take for its own.
QString escaped(const QString& text) {
  static const QString kSpecial = QStringLiteral("\\`*_{}[]<>#|~");
  QString out;
  for (const QChar c : text.simplified()) {
    if (kSpecial.contains(c)) out += QLatin1Char('\\');
    out += c == QLatin1Char('&') ? QStringLiteral("&amp;") : QString(c);
  }
  return out;
}

/// A relative address: spaces and brackets would end it.
QString address(const QString& file) {
  return QString::fromLatin1(QUrl::toPercentEncoding(file, "/.-_~"));
}

QString pairOf(const QString& light, const QString& dark, const QString& alt) {
  return QStringLiteral(
             "<picture>\n  <source media=\"(prefers-color-scheme: dark)\" srcset=\"%1\">\n  <img alt=\"%2\" "
             "src=\"%3\">\n</picture>")
      .arg(address(dark), alt.simplified().toHtmlEscaped(), address(light));
}

}  // namespace

QString markdownOfPicture(const QStringList& files, const QString& alt, const QString& caption) {
  if (files.isEmpty()) return {};
  const QString picture = files.size() >= 2 ? pairOf(files[0], files[1], alt)
                                            : QStringLiteral("![") + escaped(alt) + QStringLiteral("](") +
                                                  address(files[0]) + QLatin1Char(')');
  const QString below = escaped(caption);
  return below.isEmpty() ? picture + QLatin1Char('\n') : picture + QStringLiteral("\n\n") + below + QLatin1Char('\n');
}

bool copyPictureOf(QWidget& widget) {
  const QPixmap picture = widget.grab();
  if (picture.isNull()) return false;
  QGuiApplication::clipboard()->setPixmap(picture);
  return true;
}

void copyText(const QString& text) {
  QGuiApplication::clipboard()->setText(text);
}

}  // namespace threadline::widgets
