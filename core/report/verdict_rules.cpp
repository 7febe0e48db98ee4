// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/verdict_rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string_view>

namespace threadline::report {
namespace {

constexpr double kClearly = 1.2;       // a bound is passed clearly by a fifth
constexpr double kBusyMachine = 0.25;  // of the cores, used by other programs

std::vector<Rule> makeRules() {
  using M = Measure;
  using P = Pattern;
  return {
      {P::kConvoy,
       {{M::kLanes, true, 2}, {M::kConvoyShare, true, 0.4}, {M::kConvoyTimes, true, 5}, {M::kConvoyWaits, true, 10}},
       {},
       "“{convoy_share.name}” spent {convoy_share} of its time waiting for the GIL, each time {convoy_times} times as "
       "long as it then worked: a convoy behind a thread that computes.",
       "“{convoy_share.name}” 레인은 시간의 {convoy_share}를 GIL을 기다리는 데 썼고, 한 번 기다린 시간이 일한 시간의 "
       "{convoy_times}배였습니다. 계산하는 스레드 뒤에 줄을 선 모습입니다."},
      {P::kGilBound,
       {{M::kLanes, true, 2}, {M::kGilShare, true, 0.3}},
       {P::kConvoy},
       "{gil_share} of the workers' time went into waiting for the GIL: they could only take turns.",
       "워커들은 시간의 {gil_share}를 GIL을 기다리는 데 썼습니다. 번갈아 가며 일할 수밖에 없었습니다."},
      {P::kLockBound,
       {{M::kLanes, true, 2}, {M::kLockShare, true, 0.3}, {M::kOneLock, true, 0.7}, {M::kOverlap, false, 0.3}},
       {},
       "{lock_share} of the workers' time went into waiting for locks, {one_lock_share} of it for "
       "“{one_lock_share.name}”: this one lock lets them work only one after the other.",
       "워커들은 시간의 {lock_share}를 락을 기다리는 데 썼고, 그 가운데 {one_lock_share}가 “{one_lock_share.name}” "
       "락이었습니다. 이 락 하나 때문에 한 번에 하나씩만 일했습니다."},
      {P::kFewWorkers,
       {{M::kBacklog, true, 2}, {M::kTakersWait, true, 0.5}, {M::kCoresBusy, false, 0.6}},
       {},
       "On average {backlog} things for each worker stood in “{backlog.name}”, while the workers waited for "
       "{takers_wait} of their time and {cores_used} of {cores} cores were used: more workers would help.",
       "“{backlog.name}” 큐에는 워커 하나마다 평균 {backlog}개가 밀려 있었지만, 워커들은 시간의 {takers_wait}를 "
       "기다렸고 코어는 {cores}개 가운데 {cores_used}개만 쓰였습니다. 워커를 늘리면 빨라집니다."},
      {P::kStarvedQueue,
       {{M::kStarvedShare, true, 0.6}, {M::kStarvedDepth, false, 1}},
       {},
       "Those who take from “{starved_share.name}” waited {starved_share} of their time for something to come: the "
       "givers set the pace.",
       "“{starved_share.name}” 큐에서 꺼내는 쪽은 시간의 {starved_share}를 빈 큐 앞에서 기다렸습니다. 넣는 쪽이 속도를 "
       "정합니다."},
      {P::kOversubscribed,
       {{M::kLanes, true, 3},
        {M::kWantRunPerCore, true, 1.5},
        {M::kRunPerCpu, true, 1.4},
        {M::kCoresBusy, true, 0.7},
        {M::kForeign, false, kBusyMachine}},
       {},
       "On average {want_run} workers wanted to run on {cores} cores: they shared them, and more of them gain nothing.",
       "평균 {want_run}개의 워커가 코어 {cores}개를 나누어 썼습니다. 워커를 더 늘려도 얻는 것이 없습니다."},
      {P::kUnbalanced,
       {{M::kLanes, true, 2}, {M::kBusiest, true, 1.3}, {M::kAlone, true, 0.2}},
       {},
       "The work was shared unevenly: “{busiest.name}” had {busiest} times the average, and for {alone_share} of the "
       "time only the last one was still there.",
       "일이 고르게 나뉘지 않았습니다. “{busiest.name}” 쪽의 일이 평균의 {busiest}배였고, 시간의 {alone_share} 동안은 "
       "마지막 하나만 남아 있었습니다."},
      {P::kStartup,
       {{M::kStartingShare, true, 0.3}},
       {},
       "{starting_share} of the workers' time passed before their first step: starting them is a large part of the "
       "whole.",
       "워커들의 시간 가운데 {starting_share}가 첫 단계를 시작하기도 전에 지나갔습니다. 시작하는 비용이 큽니다."},
      {P::kIdleCores,
       {{M::kIoShare, true, 0.5}, {M::kCoresBusy, false, 0.5}},
       {P::kFewWorkers, P::kStarvedQueue},
       "{io_share} of the workers' time went into waiting for input and output, and {cores_used} of {cores} cores were "
       "used: more of it could go on at the same time.",
       "워커들은 시간의 {io_share}를 입출력을 기다리는 데 썼고 코어는 {cores}개 가운데 {cores_used}개만 쓰였습니다. "
       "동시에 더 많이 할 수 있습니다."},
  };
}

std::optional<Measure> measureNamed(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Measure::kConvoyWaits); ++i) {
    if (name == nameOf(static_cast<Measure>(i))) return static_cast<Measure>(i);
  }
  return std::nullopt;
}

bool isShare(Measure measure) {
  const std::string_view name = nameOf(measure);
  const std::string_view ending = "_share";
  return measure == Measure::kTakersWait || measure == Measure::kOverlap ||
         (name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending);
}

/// The sentence with its numbers; each measure that it names is added to `measures` once.
std::string filled(std::string_view sentence, const Evidence& evidence, std::vector<Measure>& measures) {
  std::string out;
  while (!sentence.empty()) {
    const std::size_t open = sentence.find('{');
    out += sentence.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = sentence.find('}', open);
    std::string_view place = sentence.substr(open + 1, close - open - 1);
    const std::size_t dot = place.find('.');
    const auto measure = measureNamed(place.substr(0, dot));
    const auto found = measure ? evidence.find(*measure) : evidence.end();
    if (found != evidence.end()) {
      out += dot == std::string_view::npos ? measureText(*measure, found->second.value) : found->second.name;
      if (std::find(measures.begin(), measures.end(), *measure) == measures.end()) measures.push_back(*measure);
    }
    sentence.remove_prefix(close + 1);
  }
  return out;
}

/// How far from its bound the number is: 1 at the bound, more beyond it; nothing where it does not hold.
std::optional<double> holds(const Condition& condition, const Evidence& evidence) {
  const auto found = evidence.find(condition.measure);
  if (found == evidence.end()) return std::nullopt;
  const double value = found->second.value;
  if (condition.isAtLeast ? value < condition.bound : value > condition.bound) return std::nullopt;
  const bool isCount = condition.measure == Measure::kLanes || condition.measure == Measure::kForeign;
  if (isCount) return kClearly;
  if (condition.isAtLeast) return value / condition.bound;
  return value > 0 ? condition.bound / value : kClearly;
}

Confidence confidenceOf(double margin, const Evidence& evidence) {
  const auto foreign = evidence.find(Measure::kForeign);
  if (foreign != evidence.end() && foreign->second.value > kBusyMachine) return Confidence::kLow;
  return margin >= kClearly ? Confidence::kHigh : Confidence::kMedium;
}

constexpr std::array<const char*, 9> kPatternNames{"convoy",      "gil_bound",     "lock_bound",
                                                   "few_workers", "starved_queue", "oversubscribed",
                                                   "unbalanced",  "start_up",      "idle_cores"};
constexpr std::array<const char*, 4> kConfidenceNames{"", "low", "medium", "high"};

}  // namespace

const std::vector<Rule>& verdictRules() {
  static const std::vector<Rule> kRules = makeRules();
  return kRules;
}

std::string measureText(Measure measure, double value) {
  std::array<char, 48> buffer{};
  constexpr double kWhole = 10;
  const bool isWhole = std::abs(value) >= kWhole || value == std::floor(value);
  const char* format = isShare(measure) ? "%.0f\u00A0%%" : isWhole ? "%.0f" : "%.1f";
  std::snprintf(buffer.data(), buffer.size(), format, isShare(measure) ? value * 100 : value);
  return buffer.data();
}

const char* nameOf(Pattern pattern) {
  return kPatternNames.at(static_cast<std::size_t>(pattern));
}

const char* nameOf(Confidence confidence) {
  return kConfidenceNames.at(static_cast<std::size_t>(confidence));
}

std::vector<Finding> findingsOf(const Evidence& evidence) {
  std::vector<Finding> out;
  for (const Rule& rule : verdictRules()) {
    double margin = kClearly;
    bool isFired = true;
    for (const Condition& condition : rule.conditions) {
      const auto distance = holds(condition, evidence);
      isFired = isFired && distance.has_value();
      margin = std::min(margin, distance.value_or(0));
    }
    const bool isSaidBetter = std::any_of(out.begin(), out.end(), [&](const Finding& other) {
      return std::find(rule.unless.begin(), rule.unless.end(), other.pattern) != rule.unless.end();
    });
    if (!isFired || isSaidBetter) continue;
    Finding finding;
    finding.pattern = rule.pattern;
    finding.text = {filled(rule.en, evidence, finding.measures), filled(rule.ko, evidence, finding.measures)};
    finding.confidence = confidenceOf(margin, evidence);
    out.push_back(std::move(finding));
  }
  return out;
}

}  // namespace threadline::report
