// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/claim_words.h"

#include <QStringList>

#include "ui/scene/units.h"

namespace threadline::models {
namespace {

constexpr int kDecimals = 3;
constexpr int kLongestList = 120;  // characters

QString textOf(const scenario::Value& value, bool isTime) {
  if (const auto* integer = value.asInteger()) {
    return QString::fromStdString(isTime ? scene::durationText({*integer}) : scene::numberText(*integer));
  }
  if (const auto* decimal = value.asDecimal()) {
    const auto whole = static_cast<std::int64_t>(*decimal);
    return QString::fromStdString(isTime ? scene::durationText({whole}) : scene::decimalText(*decimal, kDecimals));
  }
  const scenario::List* list = value.asList();
  if (list == nullptr) return QString::fromStdString(value.toText());
  QStringList parts;
  qsizetype length = 0;
  for (const scenario::Value& item : *list) {
    parts << textOf(item, isTime);
    length += parts.back().size() + 2;
    if (length <= kLongestList) continue;
    parts.back() = QStringLiteral("…");
    break;
  }
  return parts.join(QStringLiteral(", "));
}

QString textOf(const std::optional<scenario::Value>& value, bool isTime) {
  return value ? textOf(*value, isTime) : QString();
}

}  // namespace

ClaimColumns claimColumns(const report::ClaimResult& result) {
  return {textOf(result.measured, result.isTime), textOf(result.reference, result.isTime),
          textOf(result.document, result.isTime)};
}

QString expectedText(const report::ClaimResult& result) {
  if (result.bounds.empty()) return {};
  const QString first = textOf(result.bounds[0], result.isTime);
  switch (result.band) {
    case scenario::Claim::Band::kEquals: return QStringLiteral("= %1").arg(first);
    case scenario::Claim::Band::kAbove: return QStringLiteral("> %1").arg(first);
    case scenario::Claim::Band::kBelow: return QStringLiteral("< %1").arg(first);
    case scenario::Claim::Band::kBetween: break;
  }
  return result.bounds.size() < 2 ? first
                                  : QStringLiteral("%1 … %2").arg(first, textOf(result.bounds[1], result.isTime));
}

}  // namespace threadline::models
