// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/figure.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QMarginsF>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QXmlStreamWriter>

#include <cmath>

#include "ui/paint/figure_page.h"
#include "ui/paint/fonts.h"
#include "ui/paint/pane_stack.h"
#include "ui/paint/svg_writer.h"
#include "ui/paint/timeline_painter.h"

namespace threadline::paint {
namespace {

enum class Format { kPng, kSvg, kPdf };

struct Picture {
  const FigureSubject& subject;
  const PageMetrics& page;
  const scene::DrawList& list;
  const Theme& theme;
};

Result<Format> formatOf(const std::string& path) {
  const QString ending = QFileInfo(QString::fromStdString(path)).suffix().toLower();
  if (ending == QLatin1String("png")) return Format::kPng;
  if (ending == QLatin1String("svg")) return Format::kSvg;
  if (ending == QLatin1String("pdf")) return Format::kPdf;
  return Error{ErrorCode::kInvalidArgument, "a picture's name must end in .png, .svg or .pdf", path};
}

std::string describing(const FigureSubject& subject) {
  return subject.altText.empty() ? subject.caption : subject.altText;
}

Result<QByteArray> pngOf(const Picture& picture) {
  QImage image = rasterOf(picture.list, picture.theme, picture.page.imageScale);
  if (image.isNull()) {
    return Error{
        ErrorCode::kLimit, "the picture would be more than " + std::to_string(kLargestImage) + " pixels on a side", {}};
  }
  constexpr double kMillimetresPerMetre = 1000;
  const int dots =
      static_cast<int>(std::lround(picture.page.imageScale * kMillimetresPerMetre / picture.page.millimetresPerPx));
  image.setDotsPerMeterX(dots);
  image.setDotsPerMeterY(dots);
  image.setText(QStringLiteral("Title"), xmlText(picture.subject.title));
  image.setText(QStringLiteral("Description"), xmlText(describing(picture.subject)));
  image.setText(QStringLiteral("Software"), QStringLiteral("Threadline " THREADLINE_VERSION));
  for (const auto& [key, value] : picture.subject.metadata) {
    image.setText(QStringLiteral("threadline-") + xmlText(key), xmlText(value));
  }
  QByteArray bytes;
  QBuffer buffer(&bytes);
  if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG")) {
    return Error{ErrorCode::kSystem, "the PNG could not be made", {}};
  }
  return bytes;
}

/// XMP: title, description, and what the picture was made of. Source: ISO 16684-1.
QByteArray xmpOf(const FigureSubject& subject) {
  const QString rdf = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
  const QString dc = QStringLiteral("http://purl.org/dc/elements/1.1/");
  const QString own = QStringLiteral("urn:threadline:figure");
  QByteArray bytes = "<?xpacket begin='\xEF\xBB\xBF' id='W5M0MpCehiHzreSzNTczkc9d'?>";
  QByteArray body;
  QXmlStreamWriter xml(&body);
  xml.writeNamespace(QStringLiteral("adobe:ns:meta/"), QStringLiteral("x"));
  xml.writeStartElement(QStringLiteral("adobe:ns:meta/"), QStringLiteral("xmpmeta"));
  xml.writeNamespace(rdf, QStringLiteral("rdf"));
  xml.writeNamespace(dc, QStringLiteral("dc"));
  xml.writeNamespace(own, QStringLiteral("threadline"));
  xml.writeStartElement(rdf, QStringLiteral("RDF"));
  xml.writeStartElement(rdf, QStringLiteral("Description"));
  xml.writeAttribute(rdf, QStringLiteral("about"), QString());
  for (const auto& [name, words] : {std::pair("title", subject.title), std::pair("description", describing(subject))}) {
    xml.writeStartElement(dc, QLatin1String(name));
    xml.writeStartElement(rdf, QStringLiteral("Alt"));
    xml.writeStartElement(rdf, QStringLiteral("li"));
    xml.writeAttribute(QStringLiteral("xml:lang"), QStringLiteral("x-default"));
    xml.writeCharacters(xmlText(words));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }
  xml.writeStartElement(own, QStringLiteral("values"));
  xml.writeStartElement(rdf, QStringLiteral("Bag"));
  for (const auto& [key, value] : subject.metadata) {
    xml.writeTextElement(rdf, QStringLiteral("li"), xmlText(key + ": " + value));
  }
  xml.writeEndDocument();
  return bytes + body + "<?xpacket end='w'?>";
}

Result<QByteArray> pdfOf(const Picture& picture) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  if (!buffer.open(QIODevice::WriteOnly)) return Error{ErrorCode::kSystem, "the PDF could not be made", {}};
  QPdfWriter writer(&buffer);
  constexpr int kResolution = 1200;  // so that whole device units are finer than a hundredth of a pixel
  constexpr double kPointsPerMillimetre = 72 / 25.4;
  // Pages have whole points in Qt: the width is rounded, and the drawing is as wide as the page.
  const double width = std::round(picture.list.width * picture.page.millimetresPerPx * kPointsPerMillimetre);
  const double toPoints = width / picture.list.width;
  const QSizeF size(width, std::ceil(picture.list.height * toPoints));
  writer.setResolution(kResolution);
  writer.setTitle(xmlText(picture.subject.title));
  writer.setCreator(QStringLiteral("Threadline " THREADLINE_VERSION));
  writer.setDocumentXmpMetadata(xmpOf(picture.subject));
  writer.setPageLayout(QPageLayout(QPageSize(size, QPageSize::Point, QString(), QPageSize::ExactMatch),
                                   QPageLayout::Portrait, QMarginsF(0, 0, 0, 0), QPageLayout::Point));
  QPainter painter;
  if (!painter.begin(&writer)) return Error{ErrorCode::kSystem, "the PDF could not be made", {}};
  const double scale = toPoints * kResolution / 72;
  painter.scale(scale, scale);
  paintVector(painter, picture.list, picture.theme);
  painter.end();
  return bytes;
}

Result<QByteArray> bytesOf(Format format, const Picture& picture) {
  switch (format) {
    case Format::kPng: return pngOf(picture);
    case Format::kPdf: return pdfOf(picture);
    case Format::kSvg: break;
  }
  return svgOf(picture.list, picture.theme,
               {picture.subject.title, describing(picture.subject), picture.subject.metadata});
}

/// A device or pipe cannot be replaced by renaming a file over it; it is written to.
Status writeBytes(const std::string& path, const QByteArray& bytes) {
  const QString name = QString::fromStdString(path);
  const QFileInfo target(name);
  const auto failed = [&](const QFileDevice& file) {
    return Status(Error{ErrorCode::kSystem, file.errorString().toStdString(), path});
  };
  if (target.exists() && !target.isFile() && !target.isDir()) {
    QFile device(name);
    if (!device.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) return failed(device);
    return device.write(bytes) == bytes.size() ? ok() : failed(device);
  }
  QSaveFile file(name);
  // Unbuffered: the last flush of a buffer takes a part that could be written for all of it.
  if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) return failed(file);
  for (qint64 done = 0; done < bytes.size();) {
    const qint64 written = file.write(bytes.constData() + done, bytes.size() - done);
    if (written <= 0) return failed(file);
    done += written;
  }
  return file.commit() ? ok() : failed(file);
}

/// "1234.5": no exponent, no grouping; a thousandth of a nanosecond is exact enough for the widest page.
std::string plainDecimal(double value) {
  QString text = QString::number(value, 'f', 3);
  while (text.endsWith(QLatin1Char('0'))) text.chop(1);
  if (text.endsWith(QLatin1Char('.'))) text.chop(1);
  return text.toStdString();
}

Status writeOne(const FigureSubject& subject, const FigureOptions& options, Format format, const std::string& path) {
  const PageMetrics page = pageMetricsFor(options);
  const FontMeasure measure;
  const ComposedPage composed = composePage(subject, options, page, measure);
  FigureSubject described = subject;
  described.metadata.emplace_back("ns_per_px", plainDecimal(composed.nsPerPx));
  const Result<QByteArray> bytes = bytesOf(format, {described, page, composed.list, themeFor(options.theme)});
  if (!bytes) {
    Error error = bytes.error();
    error.context = path;
    return error;
  }
  return writeBytes(path, bytes.value());
}

std::string pairedPath(const std::string& path, const char* which) {
  const std::size_t dot = path.rfind('.');
  return path.substr(0, dot) + which + path.substr(dot);
}

}  // namespace

Result<std::vector<std::string>> writeFigure(const FigureSubject& subject, const FigureOptions& options,
                                             const std::string& path) {
  const Result<Format> format = formatOf(path);
  if (!format) return format.error();
  if (!hasTrace(subject)) return Error{ErrorCode::kInvalidArgument, "there is no trace to draw", path};
  if (options.page != Page::kReadme) {
    const Status written = writeOne(subject, options, format.value(), path);
    if (!written) return written.error();
    return std::vector<std::string>{path};
  }
  FigureOptions light = options;
  light.theme = ThemeKind::kLight;
  FigureOptions dark = options;
  dark.theme = ThemeKind::kDark;
  const std::vector<std::string> paths{pairedPath(path, "-light"), pairedPath(path, "-dark")};
  for (const auto& [one, file] : {std::pair{&light, &paths[0]}, std::pair{&dark, &paths[1]}}) {
    const Status written = writeOne(subject, *one, format.value(), *file);
    if (!written) return written.error();
  }
  return paths;
}

QImage renderFigure(const FigureSubject& subject, const FigureOptions& options, QSize bound) {
  if (!hasTrace(subject)) return {};
  const PageMetrics page = pageMetricsFor(options);
  const FontMeasure measure;
  const ComposedPage composed = composePage(subject, options, page, measure);
  double scale = page.imageScale;
  if (!bound.isEmpty()) {
    scale = std::min({scale, bound.width() / composed.list.width, bound.height() / composed.list.height});
  }
  return rasterOf(composed.list, themeFor(options.theme), scale);
}

}  // namespace threadline::paint
