// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/comparison_output.h"

#include "app/cli/comparison_summary.h"
#include "app/cli/json_output.h"
#include "app/cli/notices.h"
#include "app/cli/text_table.h"
#include "app/files.h"
#include "app/language.h"
#include "app/picture_writing.h"
#include "app/words.h"
#include "core/io/trace_file.h"
#include "core/report/comparison_table.h"

namespace threadline::app {
namespace {

Status checkTable(const std::string& path) {
  const std::string ending = endingOf(path);
  if (ending == ".csv" || ending == ".md") return checkWritable(path);
  return Error{ErrorCode::kInvalidArgument, Words::tr("a table ends in .csv or .md").toStdString(), path};
}

Status writeTable(const ComparisonSource& source, const std::string& path) {
  const report::Comparison& comparison = source.comparison;
  if (endingOf(path) == ".md") {
    return io::replaceFile(path, markdownTable(tableOf(comparison, source.summaries)).toStdString());
  }
  std::vector<std::string> labels;
  for (const scenario::Variant& variant : comparison.variants) {
    labels.push_back(inLanguage(variant.label).toStdString());
  }
  return io::replaceFile(path, report::comparisonCsv(comparison, source.summaries, labels));
}

}  // namespace

Status checkTargets(const ComparisonTargets& targets) {
  if (Status possible = checkPictures(targets.exports, targets.picture); !possible) return possible;
  for (const std::string& path : targets.tables) {
    if (Status possible = checkTable(path); !possible) return possible;
  }
  if (targets.json.empty() || targets.json == "-") return ok();
  return checkWritable(targets.json);
}

bool writeResults(const ComparisonTargets& targets, const ComparisonSource& source,
                  const std::vector<report::ClaimResult>& claims) {
  const bool isKorean = currentLanguage() == Language::kKorean;
  bool isAllWritten = true;
  const auto check = [&](const auto& result, const std::string& path) {
    if (result) return;
    Error error = result.error();
    if (error.context.empty()) error.context = path;
    complain(error);
    isAllWritten = false;
  };
  if (!targets.json.empty()) {
    check(writeJson(report::comparisonReport(source.comparison, claims, isKorean), targets.json), targets.json);
  }
  for (const std::string& path : targets.tables) check(writeTable(source, path), path);
  for (const std::string& path : targets.exports) check(writeComparison(source, targets.picture, path), path);
  return isAllWritten;
}

}  // namespace threadline::app
