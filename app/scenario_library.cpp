// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scenario_library.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <filesystem>
#include <tuple>

#include "app/files.h"
#include "core/report/figures.h"

namespace threadline::app {
namespace {

const QString kBuiltIn = QStringLiteral(":/scenarios");
const QString kExperiments = QStringLiteral(":/experiments");
constexpr std::size_t kMaxOwnFiles = 1000;
// From the simple to the composed, as somebody learns them; other topics come after.
constexpr std::array<std::string_view, 5> kTopics{"threads", "gil", "processes", "exchange", "io"};

std::size_t placeOf(const std::string& topic) {
  return static_cast<std::size_t>(std::find(kTopics.begin(), kTopics.end(), topic) - kTopics.begin());
}

bool isScenarioEnding(const std::string& ending) {
  return ending == ".threadline" || ending == ".json";
}

Result<LibraryEntry> entryOf(std::string json, const std::string& file) {
  scenario::ReadResult read = readWhole(json);
  if (!read.problems.empty() || !read.scenario) {
    std::string text = read.problems.empty() ? std::string("unreadable") : read.problems.front().toText({});
    if (read.problems.size() > 1)
      text += " (and " + std::to_string(read.problems.size() - 1) + " more: threadline validate)";
    return Error{ErrorCode::kInvalidInput, std::move(text), file};
  }
  return LibraryEntry{std::move(*read.scenario), std::move(json), file};
}

Result<LibraryEntry> readBuiltIn(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return Error{ErrorCode::kNotFound, "there is no such scenario", path.toStdString()};
  return entryOf(file.readAll().toStdString(), path.toStdString());
}

Result<LibraryEntry> readOwn(const std::string& path) {
  auto json = readFile(path, scenario::kMaxScenarioBytes);
  if (!json) return json.error();
  return entryOf(json.take(), path);
}

std::vector<std::string> ownFiles() {
  const std::filesystem::path folder =
      QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString();
  std::vector<std::string> files;
  std::error_code problem;
  for (std::filesystem::directory_iterator it(folder / "threadline" / "scenarios", problem), end; !problem && it != end;
       it.increment(problem)) {
    if (isScenarioEnding(endingOf(it->path().string()))) files.push_back(it->path().string());
    if (files.size() >= kMaxOwnFiles) break;
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// How many single-character edits lie between two ids; small inputs only.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

Error noSuchScenario(const std::string& id, const Library& library) {
  std::string near;
  for (const LibraryEntry& entry : library.entries) {
    const std::string& other = entry.scenario.id;
    const bool isNear = (id.size() < 64 && distance(id, other) <= 2) || other.find(id) != std::string::npos;
    if (isNear) near += (near.empty() ? "" : ", ") + other;
  }
  const std::string hint = near.empty() ? "threadline list names them all" : "there is " + near;
  return Error{ErrorCode::kNotFound, "there is no scenario of this name; " + hint, id};
}

}  // namespace

scenario::ReadResult readWhole(const std::string& json) {
  scenario::ReadResult read = scenario::readScenario(json);
  if (!read.scenario) return read;
  read.problems = report::checkFigures(*read.scenario);
  if (!read.problems.empty()) read.scenario.reset();
  return read;
}

Library loadLibrary() {
  Library library;
  const auto add = [&](Result<LibraryEntry> entry) {
    if (entry) {
      library.entries.push_back(entry.take());
    } else {
      library.problems.push_back(entry.error());
    }
  };
  for (const QString& name : QDir(kBuiltIn).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
    add(readBuiltIn(kBuiltIn + QLatin1Char('/') + name));
  }
  for (const std::string& file : ownFiles()) add(readOwn(file));
  for (const QString& name : QDir(kExperiments).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
    QFile file(kExperiments + QLatin1Char('/') + name);
    if (!file.open(QIODevice::ReadOnly)) continue;
    auto read = scenario::readExperiment(file.readAll().toStdString());
    if (read.experiment) {
      library.experiments.push_back(std::move(*read.experiment));
    } else {
      library.problems.push_back({ErrorCode::kInvalidInput, read.problems.front().toText({}), name.toStdString()});
    }
  }
  std::stable_sort(library.entries.begin(), library.entries.end(), [](const LibraryEntry& a, const LibraryEntry& b) {
    return std::make_tuple(placeOf(a.scenario.topic), a.scenario.topic, a.scenario.order) <
           std::make_tuple(placeOf(b.scenario.topic), b.scenario.topic, b.scenario.order);
  });
  return library;
}

Result<LibraryEntry> findScenario(const std::string& idOrFile) {
  std::error_code problem;
  const bool isFile = idOrFile.find('/') != std::string::npos || isScenarioEnding(endingOf(idOrFile)) ||
                      std::filesystem::is_regular_file(idOrFile, problem);
  if (isFile) return readOwn(idOrFile);
  const QString builtIn = kBuiltIn + QLatin1Char('/') + QString::fromStdString(idOrFile) + QStringLiteral(".json");
  if (QFile::exists(builtIn)) return readBuiltIn(builtIn);
  Library library = loadLibrary();
  for (LibraryEntry& entry : library.entries) {
    if (entry.scenario.id == idOrFile) return std::move(entry);
  }
  return noSuchScenario(idOrFile, library);
}

}  // namespace threadline::app
