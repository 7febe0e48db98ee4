// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/verdict.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "core/report/ratio_interval.h"
#include "core/report/run_facts.h"

namespace threadline::report {
namespace {

using scenario::LocalizedText;

constexpr std::size_t kMostFindings = 2;
constexpr double kNear = 0.05;         // within it two times are the same where no interval tells
constexpr double kFarApart = 1.3;      // so much is seen even in one run each
constexpr double kBusyMachine = 0.25;  // of the cores, used by other programs

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
      advice.figures.push_back({nameOf(measure), measured.value, variant, measured.lane, measured.range});
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
    if (m_best == m_first) {
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
  [[nodiscard]] bool isMachineBusy() const {
    return std::any_of(m_comparison.runs.begin(), m_comparison.runs.end(), [](const ComparedRun& run) {
      const auto cores = coresOf(run.record->machine);
      return cores && run.record->otherLoad > kBusyMachine * *cores;
    });
  }
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
  void figure(const char* name, double value, std::size_t variant) {
    m_advice.figures.push_back({name, value, variant, {}, {}});
  }
  void figures(std::size_t variant, double ratio, const std::optional<RatioInterval>& interval) {
    figure("speedup", ratio, variant);
    if (!interval) return;
    figure("speedup_low", interval->low, variant);
    figure("speedup_high", interval->high, variant);
  }

  void sayNoDifference(std::size_t other, double ratio, const std::optional<RatioInterval>& interval) {
    if (interval) {
      say({"No difference was seen: between “{first}” and “{other}” the ratio of the times lies between {low} and "
           "{high}, so it may be 1.",
           "차이가 보이지 않습니다. “{first}” 및 “{other}” 사이의 시간 비율은 {low}에서 {high} 사이이므로 1일 수도 "
           "있습니다."},
          other, ratio, interval);
    } else {
      say({"No difference was seen between “{first}” and “{other}”.",
           "“{first}” 및 “{other}” 사이에는 차이가 보이지 않습니다."},
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
    figure("factor", ratio, next);
    m_advice.confidence = confidenceOf(ratio, interval);
  }

  void sayBest() {
    const double ratio = wallOf(m_first) / wallOf(m_best);
    const auto interval = intervalOf(m_first, m_best);
    if (isSame(ratio, interval)) return sayNoDifference(m_best, ratio, interval);
    if (interval) {
      say({"“{best}” was fastest: {ratio} times as fast as “{first}” (95 % of it between {low} and {high}).",
           "“{best}” 쪽이 가장 빨랐습니다. “{first}” 쪽의 {ratio}배입니다(95 % 구간 {low}~{high})."},
          m_best, ratio, interval);
    } else {
      say({"“{best}” was fastest: {ratio} times as fast as “{first}”.",
           "“{best}” 쪽이 가장 빨랐습니다. “{first}” 쪽의 {ratio}배입니다."},
          m_best, ratio, interval);
    }
    figures(m_best, ratio, interval);
    const Confidence confidence = confidenceOf(ratio, interval);
    if (!sayEnough()) sayWhy();
    m_advice.confidence = confidence;
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
    figure("enough", sweep->values[*enough], *enough);
    return true;
  }

  /// Why the first one is slower, as its typical run shows it.
  void sayWhy() {
    const auto typical = m_summaries[m_first].typical;
    if (!typical) return;
    Advice why;
    addFindings(*m_comparison.runs[*typical].record, 1, m_first, why);
    if (why.text.en.empty()) return;
    const auto& label = m_comparison.variants[m_first].label;
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

std::optional<double> numberOf(const scenario::Value& value) {
  if (value.asBool()) return std::nullopt;
  const std::string text = value.toText();
  double number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

Advice adviceOf(const RunRecord& run) {
  Advice advice;
  addFindings(run, kMostFindings, std::nullopt, advice);
  return advice;
}

Advice adviceOf(const Comparison& comparison, const std::vector<VariantSummary>& summaries) {
  return Comparing(comparison, summaries).judge();
}

std::optional<NumberSweep> numberSweepOf(const Comparison& comparison) {
  if (comparison.variants.size() < 2) return std::nullopt;
  NumberSweep sweep;
  for (const scenario::Variant& variant : comparison.variants) {
    if (variant.set.size() != 1) return std::nullopt;
    const auto& [name, value] = *variant.set.begin();
    if (sweep.parameter.empty()) sweep.parameter = name;
    const auto number = numberOf(value);
    if (name != sweep.parameter || !number) return std::nullopt;
    sweep.values.push_back(*number);
  }
  return sweep;
}

}  // namespace threadline::report
