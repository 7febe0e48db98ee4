// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/verdict.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/report/ratio_interval.h"
#include "core/report/run_facts.h"
#include "core/report/sweeps.h"

namespace threadline::report {
namespace {

using scenario::LocalizedText;

constexpr std::size_t kMostFindings = 2;
constexpr double kNear = 0.05;     // within it two times are the same where no interval tells
constexpr double kNearOnce = 0.2;  // the same for two winners in one run each, so that noise names none of them
constexpr double kFarApart = 1.3;  // so much is seen even in one run each
constexpr double kSameLoad = 0.1;  // requests a second
constexpr double kBorne = 1.5;     // of the least median latency: above it requests pile up

std::string decimal(double value, int digits) {
  std::array<char, 48> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.*f", digits, value);
  return buffer.data();
}

void replaceAll(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

void append(LocalizedText& text, const LocalizedText& more) {
  if (!text.en.empty()) text.en += ' ';
  if (!text.ko.empty()) text.ko += ' ';
  text.en += more.en;
  text.ko += more.ko;
}

/// Text and figures of what was found in a run; `variant` is the comparison's.
void addFindings(const RunRecord& run, std::size_t most, std::optional<std::size_t> variant, Advice& advice) {
  const Evidence evidence = evidenceOf(run);
  std::vector<Finding> findings = findingsOf(evidence);
  if (findings.size() > most) findings.resize(most);
  for (const Finding& finding : findings) {
    append(advice.text, finding.text);
    advice.confidence =
        advice.confidence == Confidence::kNone ? finding.confidence : std::min(advice.confidence, finding.confidence);
    for (const Measure measure : finding.measures) {
      const Measured& measured = evidence.at(measure);
      const std::string said = measureText(measure, measured.value);
      advice.figures.push_back({nameOf(measure), measured.value, said, variant, measured.lane, measured.range});
    }
  }
}

/// Everything that the sentences about a comparison need.
class Comparing {
 public:
  Comparing(const Comparison& comparison, const std::vector<VariantSummary>& summaries)
      : m_comparison(comparison), m_summaries(summaries) {
    for (std::size_t i = 0; i < summaries.size(); ++i) {
      if (summaries[i].wallNs && summaries[i].wallNs->median > 0) m_counted.push_back(i);
    }
  }

  Advice judge() {
    if (m_counted.size() < 2) return {};
    m_first = m_counted.front();
    m_best = *std::min_element(m_counted.begin(), m_counted.end(),
                               [&](std::size_t a, std::size_t b) { return wallOf(a) < wallOf(b); });
    if (std::all_of(m_counted.begin(), m_counted.end(), [&](std::size_t one) { return hasRequests(one); })) {
      sayWhatIsBorne();
    } else if (m_best == m_first) {
      sayFirstIsFastest();
    } else {
      sayBest();
    }
    return std::move(m_advice);
  }

 private:
  [[nodiscard]] double wallOf(std::size_t variant) const {
    return static_cast<double>(m_summaries[variant].wallNs->median);
  }
  [[nodiscard]] std::vector<double> wallsOf(std::size_t variant) const {
    std::vector<double> walls;
    for (const ComparedRun& run : m_comparison.runs) {
      if (run.variant != variant || !counts(*run.record)) continue;
      walls.push_back(static_cast<double>(wallTime(*run.record->snapshot).ns));
    }
    return walls;
  }
  [[nodiscard]] std::optional<RatioInterval> intervalOf(std::size_t above, std::size_t below) const {
    return ratioInterval(wallsOf(above), wallsOf(below));
  }
  [[nodiscard]] bool isSame(double ratio, const std::optional<RatioInterval>& interval) const {
    return interval ? interval->spansOne() : std::abs(ratio - 1) <= kNear;
  }
  [[nodiscard]] bool isMachineBusy() const { return foreignLoadOf(m_comparison).has_value(); }
  [[nodiscard]] Confidence confidenceOf(double ratio, const std::optional<RatioInterval>& interval) const {
    if (isMachineBusy()) return Confidence::kLow;
    if (interval && !interval->spansOne()) return Confidence::kHigh;
    return std::max(ratio, 1 / ratio) >= kFarApart ? Confidence::kMedium : Confidence::kLow;
  }

  /// The sentence with {best}, {first}, {other}, {ratio}, {low} and {high} in it.
  void say(LocalizedText text, std::size_t other, double ratio, const std::optional<RatioInterval>& interval) {
    const auto fill = [&](std::string& sentence, auto language) {
      replaceAll(sentence, "{ratio}", decimal(ratio, 2));
      replaceAll(sentence, "{low}", interval ? decimal(interval->low, 2) : std::string());
      replaceAll(sentence, "{high}", interval ? decimal(interval->high, 2) : std::string());
      replaceAll(sentence, "{best}", m_comparison.variants[m_best].label.*language);
      replaceAll(sentence, "{first}", m_comparison.variants[m_first].label.*language);
      replaceAll(sentence, "{other}", m_comparison.variants[other].label.*language);
    };
    fill(text.en, &LocalizedText::en);
    fill(text.ko, &LocalizedText::ko);
    append(m_advice.text, text);
  }
  void figure(const char* name, double value, std::string text, std::size_t variant) {
    m_advice.figures.push_back({name, value, std::move(text), variant, {}, {}});
  }
  void figures(std::size_t variant, double ratio, const std::optional<RatioInterval>& interval) {
    figure("speedup", ratio, decimal(ratio, 2), variant);
    if (!interval) return;
    figure("speedup_low", interval->low, decimal(interval->low, 2), variant);
    figure("speedup_high", interval->high, decimal(interval->high, 2), variant);
  }

  void sayNoDifference(std::size_t other, double ratio, const std::optional<RatioInterval>& interval) {
    if (interval) {
      say({"No difference was seen: between “{first}” and “{other}” the ratio of the times lies between {low} and "
           "{high}, so it may be 1.",
           "차이가 보이지 않습니다. “{first}”, “{other}” 두 가지 사이의 시간 비율은 {low}에서 {high} 사이이므로 1일 "
           "수도 "
           "있습니다."},
          other, ratio, interval);
    } else {
      say({"No difference was seen between “{first}” and “{other}”.",
           "“{first}”, “{other}” 두 가지 사이에는 차이가 보이지 않습니다."},
          other, ratio, interval);
    }
    figures(other, ratio, interval);
    m_advice.confidence = isMachineBusy() || !interval ? Confidence::kLow : Confidence::kMedium;
  }

  void sayFirstIsFastest() {
    std::size_t next = m_counted[1];
    for (const std::size_t one : m_counted) {
      if (one != m_best && wallOf(one) < wallOf(next)) next = one;
    }
    const double ratio = wallOf(next) / wallOf(m_best);
    const auto interval = intervalOf(next, m_best);
    if (isSame(ratio, interval)) return sayNoDifference(next, ratio, interval);
    say({"Nothing was faster than “{best}”; the next, “{other}”, took {ratio} times as long.",
         "“{best}” 쪽보다 빠른 것은 없었습니다. 그다음인 “{other}” 쪽은 시간이 {ratio}배 걸렸습니다."},
        next, ratio, interval);
    figure("factor", ratio, decimal(ratio, 2), next);
    m_advice.confidence = confidenceOf(ratio, interval);
  }

  /// Those that cannot be told from the fastest, it among them, in the order of the variants.
  [[nodiscard]] std::vector<std::size_t> winners() const {
    std::vector<std::size_t> out;
    for (const std::size_t one : m_counted) {
      const double ratio = wallOf(one) / wallOf(m_best);
      const auto interval = intervalOf(one, m_best);
      const bool isNear = interval ? interval->spansOne() || ratio <= 1 + kNear : ratio <= 1 + kNearOnce;
      if (one == m_best || (one != m_first && isNear)) out.push_back(one);
    }
    return out;
  }

  void sayBest() {
    const double ofAll = wallOf(m_first) / wallOf(m_best);
    if (const auto interval = intervalOf(m_first, m_best); isSame(ofAll, interval)) {
      return sayNoDifference(m_best, ofAll, interval);
    }
    const std::vector<std::size_t> best = winners();
    if (!numberSweepOf(m_comparison)) m_best = best.front();
    const double ratio = wallOf(m_first) / wallOf(m_best);
    const auto interval = intervalOf(m_first, m_best);
    if (best.size() > 1 && !numberSweepOf(m_comparison)) {
      sayWinners(best, ratio, interval);
    } else if (interval) {
      say({"“{best}” was fastest: {ratio} times as fast as “{first}” (95 % of it between {low} and {high}).",
           "“{best}” 쪽이 가장 빨랐습니다. “{first}” 쪽의 {ratio}배입니다(95 % 구간 {low}~{high})."},
          m_best, ratio, interval);
    } else {
      say({"“{best}” was fastest: {ratio} times as fast as “{first}”.",
           "“{best}” 쪽이 가장 빨랐습니다. “{first}” 쪽의 {ratio}배입니다."},
          m_best, ratio, interval);
    }
    figures(m_best, ratio, best.size() > 1 ? std::nullopt : interval);
    const Confidence confidence = confidenceOf(ratio, interval);
    if (!sayEnough()) sayWhy(m_first);
    m_advice.confidence = confidence;
  }

  void sayWinners(const std::vector<std::size_t>& best, double ratio, const std::optional<RatioInterval>& interval) {
    if (best.size() == 2) {
      return say({"“{best}” and “{other}” were fastest and cannot be told apart: {ratio} times as fast as “{first}”.",
                  "“{best}”, “{other}” 두 가지가 가장 빨랐고 서로 가릴 수 없습니다. “{first}” 쪽의 {ratio}배입니다."},
                 best.back(), ratio, interval);
    }
    LocalizedText text{
        "{count} were fastest and cannot be told apart, “{best}” among them: {ratio} times as fast as “{first}”.",
        "“{best}” 등 {count}가지가 가장 빨랐고 서로 가릴 수 없습니다. “{first}” 쪽의 {ratio}배입니다."};
    for (std::string* sentence : {&text.en, &text.ko}) replaceAll(*sentence, "{count}", std::to_string(best.size()));
    say(text, m_best, ratio, interval);
  }

  [[nodiscard]] bool hasRequests(std::size_t variant) const {
    const VariantSummary& summary = m_summaries[variant];
    return summary.requestsPerS && summary.latencyP50Ns && summary.latencyP99Ns;
  }
  [[nodiscard]] double throughputOf(std::size_t variant) const { return *m_summaries[variant].requestsPerS; }
  [[nodiscard]] std::string latencyText(std::size_t variant) const {
    constexpr double kNsPerMs = 1e6;
    const double ms = static_cast<double>(*m_summaries[variant].latencyP99Ns) / kNsPerMs;
    return decimal(ms, ms < 10 ? 1 : 0);
  }

  /// Requests come when they come: how long they all took says nothing, how long each had to wait says all.
  void sayWhatIsBorne() {
    const auto latency = [&](std::size_t one) { return static_cast<double>(*m_summaries[one].latencyP50Ns); };
    const double least = latency(*std::min_element(
        m_counted.begin(), m_counted.end(), [&](std::size_t a, std::size_t b) { return latency(a) < latency(b); }));
    std::vector<std::size_t> borne;
    std::optional<std::size_t> broken;
    for (const std::size_t one : m_counted) {
      if (latency(one) <= kBorne * least) {
        borne.push_back(one);
      } else if (!broken || latency(one) > latency(*broken)) {
        broken = one;
      }
    }
    // Of those that bore as much the first: noise shall not name another one each time.
    double most = 0;
    for (const std::size_t one : borne) most = std::max(most, throughputOf(one));
    m_best = *std::find_if(borne.begin(), borne.end(),
                           [&](std::size_t one) { return throughputOf(one) >= (1 - kSameLoad) * most; });
    const bool isOneLoad = std::all_of(m_counted.begin(), m_counted.end(), [&](std::size_t one) {
      return std::abs(throughputOf(one) / throughputOf(m_best) - 1) <= kSameLoad;
    });
    LocalizedText text;
    if (broken) {
      text = {
          "“{best}” kept up with the most: {rate} requests a second, 99 % of them within {p99} ms. “{other}” did not "
          "keep up: 99 % within {p99 other} ms.",
          "가장 많이 견딘 것은 “{best}” 쪽입니다. 1초에 {rate}개를 처리했고 99 %가 {p99} ms 안에 끝났습니다. “{other}” "
          "쪽은 견디지 못했습니다. 99 %가 {p99 other} ms 안에 끝났습니다."};
    } else if (isOneLoad) {
      text = {
          "Each of them kept up with {rate} requests a second; with “{best}” 99 % of them were done within {p99} ms.",
          "모두 1초에 {rate}개를 견뎠습니다. “{best}” 쪽에서는 99 %가 {p99} ms 안에 끝났습니다."};
    } else {
      text = {"Each of them kept up. The most was “{best}”: {rate} requests a second, 99 % of them within {p99} ms.",
              "모두 견뎠습니다. 가장 많았던 것은 “{best}” 쪽으로, 1초에 {rate}개를 처리했고 99 %가 {p99} ms 안에 "
              "끝났습니다."};
    }
    const std::string rate = decimal(throughputOf(m_best), 0);
    for (std::string* sentence : {&text.en, &text.ko}) {
      replaceAll(*sentence, "{rate}", rate);
      replaceAll(*sentence, "{p99}", latencyText(m_best));
      if (broken) replaceAll(*sentence, "{p99 other}", latencyText(*broken));
    }
    say(text, broken.value_or(m_best), 1, std::nullopt);
    figure("throughput", throughputOf(m_best), rate, m_best);
    figure("latency_p99_ns", static_cast<double>(*m_summaries[m_best].latencyP99Ns), latencyText(m_best), m_best);
    if (broken) {
      figure("latency_p99_ns", static_cast<double>(*m_summaries[*broken].latencyP99Ns), latencyText(*broken), *broken);
      sayWhy(*broken);
    }
    m_advice.confidence = isMachineBusy() ? Confidence::kLow : Confidence::kMedium;
  }

  /// Of a sweep: the least value that is nearly as fast as the best, where greater ones were tried too.
  bool sayEnough() {
    const auto sweep = numberSweepOf(m_comparison);
    if (!sweep) return false;
    const auto less = [&](std::size_t a, std::size_t b) { return sweep->values[a] < sweep->values[b]; };
    std::vector<std::size_t> sorted = m_counted;
    std::sort(sorted.begin(), sorted.end(), less);
    const auto enough = std::find_if(sorted.begin(), sorted.end(),
                                     [&](std::size_t one) { return wallOf(one) <= (1 + kNear) * wallOf(m_best); });
    if (enough == sorted.end() || enough + 1 == sorted.end() || enough == sorted.begin()) return false;
    say({"From “{other}” on, more gained nothing.", "“{other}” 이후로는 더 늘려도 얻는 것이 없었습니다."}, *enough, 1,
        std::nullopt);
    figure("enough", sweep->values[*enough], m_comparison.variants[*enough].label.en, *enough);
    return true;
  }

  /// Why one is slower, as its typical run shows it.
  void sayWhy(std::size_t variant) {
    const auto typical = m_summaries[variant].typical;
    if (!typical) return;
    Advice why;
    addFindings(*m_comparison.runs[*typical].record, 1, variant, why);
    if (why.text.en.empty()) return;
    const auto& label = m_comparison.variants[variant].label;
    append(m_advice.text, {"In “" + label.en + "”: " + why.text.en, "“" + label.ko + "”에서: " + why.text.ko});
    m_advice.figures.insert(m_advice.figures.end(), why.figures.begin(), why.figures.end());
  }

  const Comparison& m_comparison;
  const std::vector<VariantSummary>& m_summaries;
  std::vector<std::size_t> m_counted;
  std::size_t m_first = 0;
  std::size_t m_best = 0;
  Advice m_advice;
};

}  // namespace

Advice adviceOf(const RunRecord& run) {
  Advice advice;
  addFindings(run, kMostFindings, std::nullopt, advice);
  return advice;
}

Advice adviceOf(const Comparison& comparison, const std::vector<VariantSummary>& summaries) {
  return Comparing(comparison, summaries).judge();
}

}  // namespace threadline::report
