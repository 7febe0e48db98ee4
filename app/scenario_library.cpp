// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scenario_library.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <tuple>
#include <utility>

#include "app/files.h"
#include "core/report/experiment_check.h"
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

Error broken(const std::vector<scenario::Problem>& problems, const std::string& file) {
  std::string text = problems.empty() ? std::string("unreadable") : problems.front().toText({});
  if (problems.size() > 1) text += " (and " + std::to_string(problems.size() - 1) + " more: threadline validate)";
  return Error{ErrorCode::kInvalidInput, std::move(text), file};
}

Result<LibraryEntry> entryOf(std::string json, const std::string& file) {
  scenario::ReadResult read = readWhole(json);
  if (!read.problems.empty() || !read.scenario) return broken(read.problems, file);
  return LibraryEntry{std::move(*read.scenario), std::move(json), file};
}

Result<ExperimentEntry> experimentOf(std::string json, const std::string& file, const Library& library) {
  scenario::ExperimentReadResult read = readWholeExperiment(json, library);
  if (!read.problems.empty() || !read.experiment) return broken(read.problems, file);
  return ExperimentEntry{std::move(*read.experiment), std::move(json), file};
}

/// What a scenario is to whoever varies its parameters: its presets and words, and nothing to compare yet.
ExperimentEntry experimentOver(LibraryEntry entry) {
  ExperimentEntry out;
  scenario::Experiment& experiment = out.experiment;
  experiment.id = entry.scenario.id;
  experiment.topic = entry.scenario.topic;
  experiment.documents = entry.scenario.documents;
  experiment.title = entry.scenario.title;
  experiment.scenario = entry.scenario.id;
  experiment.caption = entry.scenario.view.caption;
  for (const scenario::Preset& preset : entry.scenario.presets) {
    experiment.presets.push_back({preset.name, preset.values, std::nullopt});
  }
  out.json = entry.json;
  out.file = entry.file;
  experiment.own = std::make_shared<const scenario::RunnableScenario>(
      scenario::RunnableScenario{std::move(entry.scenario), std::move(entry.json)});
  return out;
}

Result<std::string> builtInText(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return Error{ErrorCode::kNotFound, "there is no such scenario", path.toStdString()};
  return file.readAll().toStdString();
}

Result<LibraryEntry> readBuiltIn(const QString& path) {
  auto json = builtInText(path);
  if (!json) return json.error();
  return entryOf(json.take(), path.toStdString());
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

bool isNear(const std::string& id, const std::string& other) {
  return (id.size() < 64 && distance(id, other) <= 2) || (!id.empty() && other.find(id) != std::string::npos);
}

Error noSuchScenario(const std::string& id, const Library& library) {
  std::string near;
  for (const LibraryEntry& entry : library.entries) {
    if (isNear(id, entry.scenario.id)) near += (near.empty() ? "" : ", ") + entry.scenario.id;
  }
  for (const ExperimentEntry& entry : library.experiments) {
    if (entry.experiment.id == id)
      return Error{ErrorCode::kNotFound, "this is an experiment; threadline experiment runs it", id};
  }
  const std::string hint = near.empty() ? "threadline list names them all" : "there is " + near;
  return Error{ErrorCode::kNotFound, "there is no scenario of this name; " + hint, id};
}

Error noSuchExperiment(const std::string& id, const Library& library) {
  std::string near;
  for (const ExperimentEntry& entry : library.experiments) {
    if (isNear(id, entry.experiment.id)) near += (near.empty() ? "" : ", ") + entry.experiment.id;
  }
  for (const LibraryEntry& entry : library.entries) {
    if (isNear(id, entry.scenario.id)) near += (near.empty() ? "" : ", ") + entry.scenario.id;
  }
  const std::string hint = near.empty() ? "threadline list names them all" : "there is " + near;
  return Error{ErrorCode::kNotFound, "there is no experiment of this name; " + hint, id};
}

bool isFileName(const std::string& idOrFile) {
  std::error_code problem;
  return idOrFile.find('/') != std::string::npos || isScenarioEnding(endingOf(idOrFile)) ||
         std::filesystem::is_regular_file(idOrFile, problem);
}

template <typename Entry, typename Place>
void sortByPlace(std::vector<Entry>& entries, Place placeOfEntry) {
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const Entry& a, const Entry& b) { return placeOfEntry(a) < placeOfEntry(b); });
}

template <typename Text>
auto placeIn(const Text& about) {
  return std::make_tuple(placeOf(about.topic), about.topic, about.order);
}

/// Files whose texts are known; scenarios first, since experiments name them.
class LibraryBuilder {
 public:
  void add(std::string json, const std::string& file) {
    if (scenario::saysExperiment(json)) {
      m_experiments.emplace_back(std::move(json), file);
    } else {
      take(entryOf(std::move(json), file), m_library.entries);
    }
  }
  void addProblem(const Error& problem) { m_library.problems.push_back(problem); }

  Library build() {
    sortByPlace(m_library.entries, [](const LibraryEntry& entry) { return placeIn(entry.scenario); });
    for (auto& [json, file] : m_experiments) {
      take(experimentOf(std::move(json), file, m_library), m_library.experiments);
    }
    sortByPlace(m_library.experiments, [](const ExperimentEntry& entry) { return placeIn(entry.experiment); });
    return std::move(m_library);
  }

 private:
  template <typename Entry>
  void take(Result<Entry> entry, std::vector<Entry>& entries) {
    if (entry) {
      entries.push_back(entry.take());
    } else {
      addProblem(entry.error());
    }
  }

  Library m_library;
  std::vector<std::pair<std::string, std::string>> m_experiments;
};

}  // namespace

scenario::ReadResult readWhole(const std::string& json) {
  scenario::ReadResult read = scenario::readScenario(json);
  if (!read.scenario) return read;
  read.problems = report::checkFigures(*read.scenario);
  if (!read.problems.empty()) read.scenario.reset();
  return read;
}

scenario::ExperimentReadResult readWholeExperiment(const std::string& json, const Library& library) {
  scenario::ExperimentReadResult read = scenario::readExperiment(json);
  if (!read.experiment) return read;
  const auto find = [&](const std::string& id) -> const scenario::Scenario* {
    const LibraryEntry* entry = library.scenario(id);
    return entry ? &entry->scenario : nullptr;
  };
  if (read.experiment->own) read.problems = report::checkFigures(read.experiment->own->scenario);
  for (scenario::Problem& problem : read.problems) problem.pointer = "/scenario" + problem.pointer;
  auto problems = report::checkExperiment(*read.experiment, find);
  read.problems.insert(read.problems.end(), problems.begin(), problems.end());
  if (!read.problems.empty()) read.experiment.reset();
  return read;
}

const LibraryEntry* Library::scenario(std::string_view id) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const LibraryEntry& entry) { return entry.scenario.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

Library loadLibrary() {
  LibraryBuilder builder;
  const auto add = [&](Result<std::string> json, const std::string& file) {
    if (json) {
      builder.add(json.take(), file);
    } else {
      builder.addProblem(json.error());
    }
  };
  for (const QString& folder : {kBuiltIn, kExperiments}) {
    for (const QString& name : QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
      const QString path = folder + QLatin1Char('/') + name;
      add(builtInText(path), path.toStdString());
    }
  }
  for (const std::string& file : ownFiles()) add(readFile(file, scenario::kMaxScenarioBytes), file);
  return builder.build();
}

Result<LibraryEntry> findScenario(const std::string& idOrFile) {
  if (isFileName(idOrFile)) return readOwn(idOrFile);
  const QString builtIn = kBuiltIn + QLatin1Char('/') + QString::fromStdString(idOrFile) + QStringLiteral(".json");
  if (QFile::exists(builtIn)) return readBuiltIn(builtIn);
  Library library = loadLibrary();
  for (LibraryEntry& entry : library.entries) {
    if (entry.scenario.id == idOrFile) return std::move(entry);
  }
  return noSuchScenario(idOrFile, library);
}

Result<ExperimentEntry> findExperiment(const std::string& idOrFile, const Library& library) {
  if (isFileName(idOrFile)) {
    auto json = readFile(idOrFile, scenario::kMaxScenarioBytes);
    if (!json) return json.error();
    if (scenario::saysExperiment(json.value())) return experimentOf(json.take(), idOrFile, library);
    auto entry = entryOf(json.take(), idOrFile);
    if (!entry) return entry.error();
    return experimentOver(entry.take());
  }
  for (const ExperimentEntry& entry : library.experiments) {
    if (entry.experiment.id == idOrFile) return entry;
  }
  if (const LibraryEntry* entry = library.scenario(idOrFile)) return experimentOver(*entry);
  return noSuchExperiment(idOrFile, library);
}

}  // namespace threadline::app
