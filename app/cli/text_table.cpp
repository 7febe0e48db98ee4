// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_table.h"

#include <algorithm>

namespace threadline::app {
namespace {

/// Hangul, ideographs, kana and full-width forms. Source: Unicode East Asian Width, classes W and F.
bool isWide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1F64F) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool isSaid(const std::vector<QStringList>& rows, qsizetype column) {
  return std::any_of(rows.begin() + 1, rows.end(),
                     [&](const QStringList& row) { return column < row.size() && !row[column].isEmpty(); });
}

}  // namespace

int placesOf(const QString& text) {
  int places = 0;
  for (const char32_t c : text.toUcs4()) places += isWide(c) ? 2 : 1;
  return places;
}

QStringList tableLines(const std::vector<QStringList>& rows) {
  if (rows.empty()) return {};
  QStringList lines;
  lines.reserve(static_cast<qsizetype>(rows.size()));
  for (std::size_t i = 0; i < rows.size(); ++i) lines += QStringLiteral("  ");
  for (qsizetype column = 0; column < rows.front().size(); ++column) {
    if (column > 0 && !isSaid(rows, column)) continue;
    int width = 0;
    for (const QStringList& row : rows) width = std::max(width, placesOf(row.value(column)));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const QString cell = rows[i].value(column);
      const QString room(width - placesOf(cell), QLatin1Char(' '));
      QString& line = lines[static_cast<qsizetype>(i)];
      line += column == 0 ? cell + room : QStringLiteral("  ") + room + cell;
    }
  }
  for (QString& line : lines) {
    while (line.endsWith(QLatin1Char(' '))) line.chop(1);
  }
  return lines;
}

QString markdownTable(const std::vector<QStringList>& rows) {
  if (rows.empty()) return {};
  QString out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    QString rule = QStringLiteral("|");
    out += QLatin1Char('|');
    for (qsizetype column = 0; column < rows.front().size(); ++column) {
      if (column > 0 && !isSaid(rows, column)) continue;
      QString cell = rows[i].value(column);
      cell.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('|'), QStringLiteral("\\|"));
      out += QLatin1Char(' ') + cell + QStringLiteral(" |");
      rule += column == 0 ? QStringLiteral(" --- |") : QStringLiteral(" ---: |");
    }
    out += QLatin1Char('\n');
    if (i == 0) out += rule + QLatin1Char('\n');
  }
  return out;
}

}  // namespace threadline::app
