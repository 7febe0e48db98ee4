// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture_scale.h"

#include <QImageReader>
#include <QXmlStreamReader>

#include "app/files.h"
#include "app/words.h"

namespace threadline::app {
namespace {

constexpr std::size_t kMaxPictureBytes = 256U << 20U;
const QString kKey = QStringLiteral("ns_per_px");

QString scaleInSvg(const std::string& content) {
  QXmlStreamReader xml(QByteArray::fromRawData(content.data(), static_cast<qsizetype>(content.size())));
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    const bool isOurs = xml.name() == QLatin1String("value") && xml.attributes().value(QLatin1String("name")) == kKey;
    if (isOurs) return xml.readElementText(QXmlStreamReader::SkipChildElements);
  }
  return {};
}

}  // namespace

Result<double> readPictureScale(const std::string& path) {
  const std::string ending = endingOf(path);
  if (ending != ".svg" && ending != ".png") {
    return Error{ErrorCode::kUnsupported, Words::tr("--like reads .svg and .png").toStdString(), path};
  }
  const auto content = readFile(path, kMaxPictureBytes);
  if (!content) return content.error();
  const QString text =
      ending == ".svg" ? scaleInSvg(content.value())
                       : QImageReader(QString::fromStdString(path), "png").text(QStringLiteral("threadline-") + kKey);
  bool isNumber = false;
  const double scale = text.toDouble(&isNumber);
  if (!isNumber || !(scale > 0)) {
    return Error{ErrorCode::kInvalidInput, Words::tr("this picture carries no time scale of ours").toStdString(), path};
  }
  return scale;
}

}  // namespace threadline::app
