// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/picture_arguments.h"

#include <array>
#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

#include "app/words.h"

namespace threadline::app {
namespace {

// Beyond these a layout is either unreadable or does not fit into memory.
constexpr double kMinWidthPx = 200;
constexpr double kMaxWidthPx = 20000;
constexpr double kMaxScale = 8;
constexpr double kMaxNsPerPx = 1e15;
constexpr double kMaxSeconds = 1e9;

std::string say(const QString& text) {
  return text.toStdString();
}

Error wrong(const QString& text) {
  return Error{ErrorCode::kInvalidArgument, text.toStdString(), {}};
}

/// A time with its unit; nothing when it is none.
std::optional<TimeNs> readTime(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, double>, 5> kUnits{
      {{"ns", 1.0}, {"us", 1e3}, {"µs", 1e3}, {"ms", 1e6}, {"s", 1e9}}};
  for (const auto& [unit, ns] : kUnits) {
    if (text.size() <= unit.size() || text.substr(text.size() - unit.size()) != unit) continue;
    const std::string_view number = text.substr(0, text.size() - unit.size());
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc{} || end != number.data() + number.size()) continue;
    if (!std::isfinite(value) || std::abs(value * ns) > kMaxSeconds * 1e9) return std::nullopt;
    return TimeNs{std::llround(value * ns)};
  }
  return std::nullopt;
}

const std::map<std::string, paint::Page>& pages() {
  static const std::map<std::string, paint::Page> table{{"", paint::Page::kFree},
                                                        {"blog", paint::Page::kBlog},
                                                        {"slide", paint::Page::kSlide},
                                                        {"a4", paint::Page::kA4},
                                                        {"readme", paint::Page::kReadme}};
  return table;
}

std::optional<std::string> only(const std::vector<std::string>& given) {
  if (given.empty()) return std::nullopt;
  return given.back();
}

CLI::Option* addText(CLI::App* command, const char* name, std::vector<std::string>& value, const QString& description) {
  return command->add_option(name, value, say(description))->type_name("TEXT")->allow_extra_args(false);
}

report::LaneWish laneWish(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) return {text, {}};
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace

void addPictureArguments(CLI::App* command, PictureArguments& a) {
  const std::string group = say(Words::tr("Pictures"));
  const auto defaults = command->option_defaults()->get_group();
  command->option_defaults()->group(group);
  command
      ->add_option("--page", a.page,
                   say(Words::tr("Layout for a blog, a slide, an A4 page or a README (light and dark)")))
      ->type_name("blog|slide|a4|readme")
      ->check(CLI::IsMember({"blog", "slide", "a4", "readme"}).description(""));
  command->add_option("--width", a.widthPx, say(Words::tr("Width of the layout in pixels")))
      ->type_name("PX")
      ->check(CLI::Range(kMinWidthPx, kMaxWidthPx).description(""));
  command->add_option("--scale", a.scale, say(Words::tr("PNG: pixels for each pixel of the layout")))
      ->type_name("X")
      ->check(CLI::Range(0.1, kMaxScale).description(""));
  command->add_option("--range", a.range, say(Words::tr("Part of the run, such as 12ms..80ms, from its zero")))
      ->type_name("FROM..TO");
  command->add_option("--ns-per-px", a.nsPerPx, say(Words::tr("Time scale: nanoseconds for each pixel")))
      ->type_name("N")
      ->check(CLI::Range(1e-3, kMaxNsPerPx).description(""));
  command->add_option("--like", a.like, say(Words::tr("The same time scale as this picture of ours (.svg or .png)")))
      ->type_name("PICTURE");
  command->add_option("--style", a.style, say(Words::tr("diagram: for print and pages; screen: as in the window")))
      ->type_name("diagram|screen")
      ->check(CLI::IsMember({"diagram", "screen"}).description(""));
  command->add_option("--theme", a.theme, say(Words::tr("Light or dark background")))
      ->type_name("light|dark")
      ->check(CLI::IsMember({"light", "dark"}).description(""));
  command->add_option("--legend", a.legend, say(Words::tr("With or without the legend")))
      ->type_name("on|off")
      ->check(CLI::IsMember({"on", "off"}).description(""));
  addText(command, "--title", a.title, Words::tr("Another title"));
  addText(command, "--caption", a.caption, Words::tr("Another caption"));
  addText(command, "--alt", a.alt, Words::tr("Another description for people who do not see the picture"));
  command
      ->add_option("--lane", a.lanes,
                   say(Words::tr("Only these lanes, in this order, under this name; may be given again")))
      ->type_name("GLOB[=NAME]")
      ->allow_extra_args(false);
  command->option_defaults()->group(defaults);
}

Result<TimeRange> readRange(const std::string& text) {
  const QString shown = QString::fromStdString(text);
  const std::size_t dots = text.find("..");
  if (dots == std::string::npos) {
    return wrong(Words::tr("--range takes FROM..TO such as 12ms..80ms, found \"%1\"").arg(shown));
  }
  TimeRange range{TimeNs{std::numeric_limits<std::int64_t>::min() / 4},
                  TimeNs{std::numeric_limits<std::int64_t>::max() / 4}};
  const std::string from = text.substr(0, dots);
  const std::string to = text.substr(dots + 2);
  if (!from.empty()) {
    const auto time = readTime(from);
    if (!time)
      return wrong(Words::tr("--range: \"%1\" is no time; write 12ms, 1.5s, 300us").arg(QString::fromStdString(from)));
    range.start = *time;
  }
  if (!to.empty()) {
    const auto time = readTime(to);
    if (!time)
      return wrong(Words::tr("--range: \"%1\" is no time; write 12ms, 1.5s, 300us").arg(QString::fromStdString(to)));
    range.end = *time;
  }
  if (range.end <= range.start) return wrong(Words::tr("--range \"%1\" is empty").arg(shown));
  return range;
}

Result<PictureOptions> readPictureArguments(const PictureArguments& a) {
  PictureOptions options;
  options.figure.page = pages().at(a.page);
  if (a.widthPx > 0) options.figure.widthPx = a.widthPx;
  if (a.scale > 0) options.figure.scale = a.scale;
  if (a.nsPerPx > 0) options.figure.nsPerPx = a.nsPerPx;
  if (!a.like.empty() && a.nsPerPx > 0) {
    return wrong(Words::tr("--like and --ns-per-px both set the time scale; give one of them"));
  }
  options.like = a.like;
  options.figure.style = a.style == "screen" ? paint::Style::kScreen : paint::Style::kDiagram;
  options.figure.theme = a.theme == "dark" ? paint::ThemeKind::kDark : paint::ThemeKind::kLight;
  options.figure.legend = a.legend != "off";
  if (!a.range.empty()) {
    const auto range = readRange(a.range);
    if (!range) return range.error();
    options.view.range = range.value();
  }
  options.title = only(a.title);
  options.caption = only(a.caption);
  options.alt = only(a.alt);
  for (const std::string& lane : a.lanes) options.view.lanes.push_back(laneWish(lane));
  return options;
}

}  // namespace threadline::app
