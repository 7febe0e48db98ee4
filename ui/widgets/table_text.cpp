// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table_text.h"

#include <QAbstractItemModel>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace threadline::widgets {
namespace {

std::vector<int> rowsOf(const QAbstractItemModel& model, const std::vector<int>& wanted) {
  std::vector<int> rows = wanted;
  if (rows.empty()) {
    rows.resize(static_cast<std::size_t>(model.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
  }
  if (rows.size() > kMostCopiedRows) rows.resize(kMostCopiedRows);
  return rows;
}

QString markdownCell(QString text) {
  text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
  text.replace(QLatin1Char('|'), QStringLiteral("\\|"));
  text.replace(QLatin1Char('<'), QStringLiteral("&lt;"));
  return text.simplified();
}

QString csvCell(QString text) {
  // Names come from foreign files; a spreadsheet must not take one for a formula.
  if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front())) text.prepend(QLatin1Char('\''));
  const bool isPlain = !text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) &&
                       !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r'));
  if (isPlain) return text;
  text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
  return QLatin1Char('"') + text + QLatin1Char('"');
}

QStringList cellsOf(const QAbstractItemModel& model, int row, QString (*escape)(QString)) {
  QStringList cells;
  for (int column = 0; column < model.columnCount(); ++column) {
    const QVariant value =
        row < 0 ? model.headerData(column, Qt::Horizontal) : model.index(row, column).data(Qt::DisplayRole);
    cells += escape(value.toString());
  }
  return cells;
}

QString markdownLine(const QStringList& cells) {
  return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

}  // namespace

QString markdownOf(const QAbstractItemModel& model, const std::vector<int>& rows) {
  if (model.columnCount() == 0) return {};
  QString out = markdownLine(cellsOf(model, -1, markdownCell));
  QStringList rule;
  for (int column = 0; column < model.columnCount(); ++column) {
    const int alignment = model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
    rule += (alignment & Qt::AlignRight) != 0 ? QStringLiteral("---:") : QStringLiteral("---");
  }
  out += markdownLine(rule);
  for (const int row : rowsOf(model, rows)) out += markdownLine(cellsOf(model, row, markdownCell));
  return out;
}

QString csvOf(const QAbstractItemModel& model, const std::vector<int>& rows) {
  if (model.columnCount() == 0) return {};
  QString out = cellsOf(model, -1, csvCell).join(QLatin1Char(',')) + QLatin1Char('\n');
  for (const int row : rowsOf(model, rows)) {
    out += cellsOf(model, row, csvCell).join(QLatin1Char(',')) + QLatin1Char('\n');
  }
  return out;
}

}  // namespace threadline::widgets
