// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/requests.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/report/comparison.h"
#include "core/report/figures.h"
#include "core/report/run_report.h"
#include "tests/core/report/sample_run.h"

namespace threadline::report {
namespace {

using scenario::Value;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Clients pace three requests by their step 1. The first is taken at once, the second waits for the worker, the third
/// is noticed 60 ns late and nobody takes it. Zero is 1000 on the clock.
constexpr const char* kThreeRequests = R"(
    0 900 process 0 main pid=77 name=MainProcess
    1 1000 lane 0 process=0 main name=clients
    2 1000 lane 1 process=0 name=worker
    1 1000 state sleeping label=r1 step=1
    2 1000 state waiting_queue
    1 1100 state running
    1 1100 instant timeout text=r1 value=0 step=1
    2 1110 state waiting_io label=r1 step=2
    1 1120 state sleeping label=r2 step=1
    1 1200 state running
    1 1200 instant timeout text=r2 value=0 step=1
    1 1360 instant timeout text=r3 value=60 step=1
    2 1300 state running label=r1 step=3
    2 1350 state waiting_io label=r2 step=2
    2 1400 state running label=r2 step=3
    2 1500 state waiting_queue
    2 1600 end returned
    1 1700 end returned
    0 1750 word 0 returned 0
    0 1800 dead 0
    finish 1900
  )";

Result<Value> measured(std::string_view text, const RunRecord& run) {
  const auto figure = parseFigure(text);
  if (!figure) return figure.error();
  return measure(figure.value(), run);
}

std::int64_t integerIn(std::string_view text, const RunRecord& run) {
  const auto value = measured(text, run);
  EXPECT_TRUE(value.isOk()) << text << ": " << (value ? "" : value.error().message);
  return value && value.value().asInteger() != nullptr ? *value.value().asInteger() : -1;
}

TEST(Requests, CountFromWhenTheyWereDue) {
  const RunRecord run = test::recordOf(kThreeRequests);
  const auto requests = requestsOf(*run.snapshot, "*");
  ASSERT_TRUE(requests) << requests.error().message;
  ASSERT_EQ(requests.value().size(), 3U);
  EXPECT_EQ(requests.value()[2].name, "r3");
  EXPECT_EQ(requests.value()[2].due.ns, 300) << "the client noticed it 60 ns late";
  EXPECT_FALSE(requests.value()[2].taken);
  EXPECT_THAT(lengthsOf(requests.value(), Stretch::kLatency), ElementsAre(250, 300));
  EXPECT_THAT(lengthsOf(requests.value(), Stretch::kWait), ElementsAre(10, 150));
  EXPECT_THAT(lengthsOf(requests.value(), Stretch::kService), ElementsAre(240, 150));
}

TEST(Requests, AreFiguresOfClaims) {
  const RunRecord run = test::recordOf(kThreeRequests);
  EXPECT_EQ(integerIn("requests('*').count", run), 3);
  EXPECT_EQ(integerIn("requests('*').served", run), 2);
  EXPECT_EQ(integerIn("requests('*').latency_p50", run), 250);
  EXPECT_EQ(integerIn("requests('*').latency_p99", run), 300);
  EXPECT_EQ(integerIn("requests('r2').wait_max", run), 150);
  EXPECT_EQ(integerIn("requests('r1').service_p90", run), 240);
  const auto rate = measured("requests('*').per_s", run);
  ASSERT_TRUE(rate);
  // Two, from the first that was due at 100 to the last that was done at 500.
  EXPECT_DOUBLE_EQ(*rate.value().asDecimal(), 2 * 1e9 / 400);
  EXPECT_THAT(measured("requests('login*').count", run).error().message, HasSubstr("no request"));
  EXPECT_THAT(measured("requests('r3').latency_p50", run).error().message, HasSubstr("no request was served"));
}

TEST(Requests, RefuseFiguresThatThereAreNot) {
  for (const char* text : {"requests('*')", "requests('*').p50", "requests('*').latency", "requests('*').latency_p42",
                           "requests('*').age_p50", "requests().count"}) {
    EXPECT_FALSE(parseFigure(text)) << text;
  }
}

TEST(Requests, OfOneNameCannotBeToldApart) {
  const RunRecord run = test::recordOf(R"(
    0 900 process 0 main pid=77 name=MainProcess
    1 1000 lane 0 process=0 main name=clients
    1 1000 state running
    1 1100 instant timeout text=r1 value=0 step=1
    1 1200 instant timeout text=r1 value=0 step=1
    1 1300 end returned
    0 1800 dead 0
    finish 1900
  )");
  EXPECT_THAT(requestsOf(*run.snapshot, "*").error().message, HasSubstr("two requests are called \"r1\""));
  EXPECT_FALSE(requestSummary(*run.snapshot));
}

TEST(Requests, ATimeLimitWithoutANameIsNone) {
  const RunRecord run = test::recordOf(R"(
    0 900 process 0 main pid=77 name=MainProcess
    1 1000 lane 0 process=0 main name=main
    1 1000 state running
    1 1100 instant timeout target=3
    1 1300 end returned
    0 1800 dead 0
    finish 1900
  )");
  EXPECT_FALSE(requestsOf(*run.snapshot, "*"));
}

TEST(Requests, StandInTheReportOfTheirRunAndInNoOther) {
  const RunRecord run = test::recordOf(kThreeRequests);
  EXPECT_THAT(runReport(run, {}), HasSubstr("\"requests\""));
  EXPECT_THAT(runReport(test::sampleRun(), {}), ::testing::Not(HasSubstr("\"requests\"")));
}

TEST(Requests, StandBesideOneAnotherInAComparison) {
  Comparison comparison;
  comparison.variants.resize(2);
  comparison.runs.push_back({0, 0, std::make_shared<const RunRecord>(test::recordOf(kThreeRequests))});
  comparison.runs.push_back({1, 0, std::make_shared<const RunRecord>(test::sampleRun())});
  const auto summaries = summarise(comparison);
  EXPECT_EQ(summaries[0].latencyP50Ns, 250);
  EXPECT_EQ(summaries[0].latencyP99Ns, 300);
  EXPECT_TRUE(summaries[0].requestsPerS.has_value());
  EXPECT_FALSE(summaries[1].latencyP50Ns.has_value());
}

}  // namespace
}  // namespace threadline::report
