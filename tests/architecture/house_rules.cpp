// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/house_rules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <set>

namespace threadline::architecture {
namespace {

constexpr std::size_t kMaxHeaderLines = 250;
constexpr std::size_t kMaxSourceLines = 600;
constexpr std::size_t kMaxFunctionLines = 80;

enum class Qt { kNone, kCore, kGui, kCharts, kAll };

struct Room {
  std::vector<std::string> mayUse;  // directly; what these may use comes with them
  Qt qt = Qt::kNone;
};

// The table of design.md, "The house".
const std::map<std::string, Room, std::less<>>& rooms() {
  static const std::map<std::string, Room, std::less<>> table = {
      {"core/base", {{}, Qt::kNone}},
      {"core/event", {{"core/base"}, Qt::kNone}},
      {"core/ring", {{"core/event"}, Qt::kNone}},
      {"core/scenario", {{"core/base"}, Qt::kNone}},
      {"core/engine", {{"core/ring", "core/scenario"}, Qt::kNone}},
      {"core/model", {{"core/event"}, Qt::kNone}},
      {"core/report", {{"core/scenario", "core/model"}, Qt::kNone}},
      {"core/capture", {{"core/model", "core/ring"}, Qt::kNone}},
      {"core/io", {{"core/model", "core/scenario"}, Qt::kNone}},
      {"core/relay", {{"core/ring", "core/scenario", "core/model", "core/report", "core/capture"}, Qt::kCore}},
      {"ui/scene", {{"core/model"}, Qt::kNone}},
      {"ui/paint", {{"ui/scene"}, Qt::kGui}},
      {"ui/models", {{"core/relay", "core/io", "ui/scene"}, Qt::kCore}},
      {"ui/charts", {{"ui/models"}, Qt::kCharts}},
      {"ui/widgets", {{"ui/charts", "ui/paint", "core/relay"}, Qt::kAll}},
  };
  return table;
}

std::optional<std::string> roomOf(std::string_view path) {
  const auto first = path.find('/');
  if (first == std::string_view::npos) return std::nullopt;
  const std::string_view top = path.substr(0, first);
  if (top == "app" || top == "tests") return std::string(top);
  if (top != "core" && top != "ui") return std::nullopt;
  const auto second = path.find('/', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  return std::string(path.substr(0, second));
}

void addReachable(const std::string& room, std::set<std::string>& reached) {
  if (!reached.insert(room).second) return;
  const auto found = rooms().find(room);
  if (found == rooms().end()) return;
  for (const std::string& next : found->second.mayUse) addReachable(next, reached);
}

bool startsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}
bool endsWith(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

std::vector<std::string_view> linesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

/// What stands between the brackets of an #include line; `isQuoted` tells "..." from <...>.
std::optional<std::string_view> includeIn(std::string_view line, bool& isQuoted) {
  if (!startsWith(line, "#include ")) return std::nullopt;
  line.remove_prefix(9);
  if (line.size() < 2 || (line[0] != '"' && line[0] != '<')) return std::nullopt;
  isQuoted = line[0] == '"';
  const auto end = line.find(isQuoted ? '"' : '>', 1);
  if (end == std::string_view::npos) return std::nullopt;
  return line.substr(1, end - 1);
}

/// Qt's own headers: <QString>, <QtCore/QString>, <QtCharts>.
bool isQtHeader(std::string_view name) {
  return name.size() > 1 && name[0] == 'Q' &&
         (std::isupper(static_cast<unsigned char>(name[1])) != 0 || name[1] == 't');
}

// Classes of QtCore that the relay and the models may name without their module; anything else must say its module.
constexpr std::array kCoreHeaders = {std::string_view("QObject"),
                                     std::string_view("QThread"),
                                     std::string_view("QString"),
                                     std::string_view("QFuture"),
                                     std::string_view("QFutureWatcher"),
                                     std::string_view("QPromise"),
                                     std::string_view("QThreadPool"),
                                     std::string_view("QTimer"),
                                     std::string_view("QVariant"),
                                     std::string_view("QList"),
                                     std::string_view("QMetaType"),
                                     std::string_view("QPointer"),
                                     std::string_view("QAbstractItemModel"),
                                     std::string_view("QAbstractTableModel"),
                                     std::string_view("QModelIndex"),
                                     std::string_view("QCoreApplication"),
                                     std::string_view("QSocketNotifier"),
                                     std::string_view("QElapsedTimer"),
                                     std::string_view("QSortFilterProxyModel"),
                                     std::string_view("QByteArray"),
                                     std::string_view("QStringList")};

bool qtAllowed(Qt allowed, std::string_view header) {
  const bool isCore =
      startsWith(header, "QtCore") || std::find(kCoreHeaders.begin(), kCoreHeaders.end(), header) != kCoreHeaders.end();
  const bool isChart = startsWith(header, "QtCharts") || header.find("Chart") != std::string_view::npos ||
                       endsWith(header, "Series") || endsWith(header, "Axis");
  const bool isWidget = startsWith(header, "QtWidgets") || endsWith(header, "Widget");
  switch (allowed) {
    case Qt::kNone: return false;
    case Qt::kCore: return isCore;
    case Qt::kGui: return !isChart && !isWidget;
    case Qt::kCharts: return true;
    case Qt::kAll: return !isChart;
  }
  return false;
}

class Judge {
 public:
  Judge(std::string_view path, std::string_view text) : m_path(path), m_lines(linesOf(text)) {}

  std::vector<std::string> judge() {
    checkName();
    checkBeginning();
    checkLength();
    checkIncludes();
    checkFunctions();
    if (startsWith(m_path, "tests/")) checkTestMacros();
    return std::move(m_found);
  }

 private:
  [[nodiscard]] bool isHeader() const { return endsWith(m_path, ".h"); }

  void report(std::size_t line, std::string_view what) {
    m_found.push_back(std::string(m_path) + ":" + std::to_string(line) + ": " + std::string(what));
  }

  void checkName() {
    const std::string_view name = m_path.substr(m_path.rfind('/') + 1);
    for (const char* word : {"manager", "helper", "util", "common"}) {
      if (name.find(word) != std::string_view::npos) report(1, "a file named " + std::string(word) + " says nothing");
    }
    const bool isSnakeCase = std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    });
    if (!isSnakeCase) report(1, "file names are snake_case");
  }

  void checkBeginning() {
    if (m_lines.empty() || m_lines[0] != "// SPDX-License-Identifier: GPL-3.0-or-later") {
      report(1, "the first line is the SPDX licence identifier");
    }
    if (isHeader() && std::find(m_lines.begin(), m_lines.end(), "#pragma once") == m_lines.end()) {
      report(1, "a header says #pragma once");
    }
  }

  void checkLength() {
    const std::size_t limit = isHeader() ? kMaxHeaderLines : kMaxSourceLines;
    if (m_lines.size() > limit) {
      report(m_lines.size(), "longer than " + std::to_string(limit) + " lines: split it by duty");
    }
  }

  void checkIncludes() {
    const auto room = roomOf(m_path);
    if (!room) return;
    const auto entry = rooms().find(*room);
    if (entry == rooms().end() && *room != "app" && *room != "tests") {
      report(1, "the house has no room " + *room);
      return;
    }
    std::set<std::string> reachable;
    addReachable(*room, reachable);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      bool isQuoted = false;
      const auto name = includeIn(m_lines[i], isQuoted);
      if (!name) continue;
      if (isQuoted) {
        checkProjectInclude(i + 1, *name, *room, reachable);
      } else if (entry != rooms().end() && isQtHeader(*name) && !qtAllowed(entry->second.qt, *name)) {
        report(i + 1, *room + " may not use " + std::string(*name));
      }
    }
  }

  void checkProjectInclude(std::size_t line, std::string_view name, const std::string& room,
                           const std::set<std::string>& reachable) {
    if (endsWith(name, ".moc")) return;
    const auto target = roomOf(name);
    if (!target) {
      report(line, "includes are written from the root: " + std::string(name));
      return;
    }
    if (*target == room || room == "tests") return;
    if (*target == "tests" || *target == "app") {
      report(line, "nothing includes " + *target);
    } else if (room != "app" && reachable.count(*target) == 0) {
      report(line, room + " may not use " + *target);
    }
    if (endsWith(name, "_p.h")) report(line, "a private header stays in its folder");
  }

  // By the format that clang-format gives: a function outside a class begins and ends in the first column.
  void checkFunctions() {
    bool inside = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      const std::string_view line = m_lines[i];
      if (startsWith(line, "}")) {
        if (inside && i - begin + 1 > kMaxFunctionLines) {
          report(begin + 1, "a function of more than " + std::to_string(kMaxFunctionLines) + " lines");
        }
        inside = false;
      } else if (!inside && endsWith(line, ") {") && std::isalpha(static_cast<unsigned char>(line[0])) != 0) {
        inside = true;
        begin = i;
      }
    }
  }

  // Tried: a QVERIFY(false) in a GoogleTest passes.
  void checkTestMacros() {
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      const std::string_view line = m_lines[i];
      const std::string_view statement = line.substr(std::min(line.find_first_not_of(' '), line.size()));
      for (const char* macro : {"QVERIFY", "QCOMPARE", "QTRY_"}) {
        if (startsWith(statement, macro)) report(i + 1, "cannot fail a GoogleTest; use EXPECT_*");
      }
    }
  }

  std::string_view m_path;
  std::vector<std::string_view> m_lines;
  std::vector<std::string> m_found;
};

}  // namespace

std::vector<std::string> violations(std::string_view path, std::string_view text) {
  return Judge(path, text).judge();
}

}  // namespace threadline::architecture
