// SPDX-License-Identifier: GPL-3.0-or-later

// libFuzzer target: everything in core/scenario that reads text from outside. Built only with clang, by the option
// THREADLINE_FUZZ; the shipped scenarios make a good first corpus.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/check.h"
#include "core/scenario/parameters.h"
#include "core/scenario/quote.h"
#include "core/scenario/run_package.h"
#include "core/scenario/scenario_reader.h"

namespace threadline::scenario {
namespace {

constexpr std::size_t kMostSteps = 64;  // evaluated of one scenario

void evaluate(std::string_view text) {
  const ParameterValues values = {{"n", Value(std::int64_t{3})}, {"list", Value(List{Value(2.5), Value("a")})}};
  const ParameterNames names(values);
  const Result<Expression> expression = Expression::parse(text);
  if (expression) (void)expression.value().evaluate(names);
  const Result<Template> filled = Template::parse(text);
  if (filled) (void)filled.value().evaluate(names);
}

void readAll(std::string_view text) {
  const ReadResult result = readScenario(text);
  TL_CHECK(result.scenario.has_value() == result.problems.empty());
  TL_CHECK(result.problems.size() <= kMaxProblems);
  for (const Problem& problem : result.problems) TL_CHECK(isUtf8(problem.toText("file")));
  if (!result.scenario) return;
  const Result<ParameterValues> values = bindParameters(*result.scenario, "", {});
  if (!values) return;
  const ParameterNames names(values.value());
  const Function* main = result.scenario->function("main");
  TL_CHECK(main != nullptr);
  for (std::size_t i = 0; i < main->steps.size() && i < kMostSteps; ++i) {
    for (const auto& [name, argument] : main->steps[i].arguments) (void)argument.evaluate(names);
  }
}

}  // namespace
}  // namespace threadline::scenario

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  threadline::scenario::evaluate(text);
  threadline::scenario::readAll(text);
  (void)threadline::scenario::readRunPackage(text);
  return 0;
}
