// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <CLI/CLI.hpp>
#include <string_view>

#include "app/cli/notices.h"
#include "app/cli/picture_arguments.h"
#include "app/files.h"
#include "app/words.h"

namespace threadline::app {
namespace {

constexpr double kMaxTimeoutS = 1e6;

std::string say(const QString& text) {
  return text.toStdString();
}

/// All commands' options while they are read, and what becomes of them.
struct Reading {
  std::string language;
  std::string file;
  ListOptions list;
  RunOptions run;
  std::vector<std::string> settings;
  double timeoutS = 0;
  PictureArguments runPicture;
  ExperimentOptions experiment;
  double runTimeoutS = 0;
  std::vector<std::string> experimentSettings;
  std::vector<std::string> sweeps;
  std::int64_t repeat = 0;
  PictureArguments experimentPicture;
  CompareOptions compare;
  PictureArguments comparePicture;
  ValidateOptions validate;
  InfoOptions info;
  RenderOptions render;
  PictureArguments renderPicture;
  ConvertOptions convert;
};

CLI::App* addCommand(CLI::App& root, const std::string& name, const QString& description, const QString& examples) {
  CLI::App* command = root.add_subcommand(name, say(description));
  command->group(say(Words::tr("Commands")));
  command->option_defaults()->group(say(Words::tr("Options")));
  command->set_help_flag("-h,--help", say(Words::tr("Show this help")));
  command->footer("\n" + say(examples));
  return command;
}

void addJson(CLI::App* command, std::string& json) {
  command->add_option("--json", json, say(Words::tr("Write the figures as one JSON object; - is standard output")))
      ->type_name("FILE|-");
}

void addExport(CLI::App* command, std::vector<std::string>& exports) {
  command->add_option("--export", exports, say(Words::tr("Draw a picture: .svg, .png or .pdf; may be given again")))
      ->type_name("PICTURE")
      ->allow_extra_args(false);
}

void addTimeout(CLI::App* command, double& seconds, const QString& help) {
  command->add_option("--timeout", seconds, say(help))
      ->type_name("S")
      ->check(CLI::Range(0.001, kMaxTimeoutS).description(""));
}

void addTargets(CLI::App* command, ComparisonTargets& targets) {
  addExport(command, targets.exports);
  command
      ->add_option("--table", targets.tables,
                   say(Words::tr("Write the table: .csv (raw numbers) or .md (Markdown); may be given again")))
      ->type_name("FILE")
      ->allow_extra_args(false);
  addJson(command, targets.json);
}

void addRun(CLI::App& root, Reading& reading) {
  CLI::App* run = addCommand(
      root, "run", Words::tr("Run a scenario in real threads and processes and record every change of state"),
      Words::tr(
          "Examples:\n"
          "  threadline run sum --export sum.svg           run it, draw it\n"
          "  threadline run sum --set workers=4 --json -   other values, figures on standard output\n"
          "  threadline run fork-join --preset quick --save run.json --export run.png --page slide\n"
          "  threadline run my.threadline --timeout 10     your own file, at most ten seconds\n"
          "Leaves with 0 when all went well, 1 when the run failed or a claim does not hold, 2 for wrong arguments\n"
          "or files, 3 at the time limit, 130 after Ctrl+C. What was recorded is written in every case."));
  run->add_option("scenario", reading.run.scenario, say(Words::tr("A scenario's name (see threadline list) or file")))
      ->type_name("ID|FILE")
      ->required();
  run->add_option("--preset", reading.run.preset, say(Words::tr("Values under a name, such as quick or document")))
      ->type_name("NAME");
  run->add_option("--set", reading.settings, say(Words::tr("A parameter's value; may be given again")))
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  addExport(run, reading.run.exports);
  run->add_option("--save", reading.run.saves,
                  say(Words::tr("Save the trace: .json (Chrome trace) or .csv; may be given again")))
      ->type_name("TRACE")
      ->allow_extra_args(false);
  addJson(run, reading.run.json);
  addTimeout(run, reading.timeoutS, Words::tr("Stop the run after so many seconds"));
  run->add_flag("--echo", reading.run.echo, say(Words::tr("Show on standard error what the scenario prints")));
  addPictureArguments(run, reading.runPicture);
}

void addExperiment(CLI::App& root, Reading& reading) {
  CLI::App* experiment = addCommand(
      root, "experiment", Words::tr("Run the same work in several ways, one after the other, and compare them"),
      Words::tr(
          "Examples:\n"
          "  threadline experiment sum-compare --preset quick --export ways.svg\n"
          "  threadline experiment sum-compare --repeat 5 --json - | jq '.summary[].wall_ns'\n"
          "  threadline experiment sum --vary workers=1,2,4 --set n=50000000 --table workers.md\n"
          "Rounds go through all variants, so that what changes on the machine meets all of them.\n"
          "Leaves with 0 when all went well, 1 when a run failed or a claim does not hold, 2 for wrong arguments\n"
          "or files, 3 when a run was stopped at its time limit, 130 after Ctrl+C. What was finished is written in\n"
          "every case."));
  experiment
      ->add_option("experiment", reading.experiment.experiment,
                   say(Words::tr("An experiment's name or file; with --vary a scenario's")))
      ->type_name("ID|FILE")
      ->required();
  experiment
      ->add_option("--preset", reading.experiment.wishes.preset,
                   say(Words::tr("Values under a name, such as quick or document")))
      ->type_name("NAME");
  experiment
      ->add_option("--set", reading.experimentSettings,
                   say(Words::tr("A parameter's value in all runs; may be given again")))
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  experiment
      ->add_option("--vary", reading.sweeps,
                   say(Words::tr("Compare these values instead of the experiment's variants; of two parameters, all "
                                 "combinations")))
      ->type_name("NAME=V1,V2,...")
      ->allow_extra_args(false);
  experiment
      ->add_option("--repeat", reading.repeat, say(Words::tr("How many rounds; the experiment's own number otherwise")))
      ->type_name("N")
      ->check(CLI::Range(std::int64_t{1}, scenario::kMaxRepeat).description(""));
  addTimeout(experiment, reading.runTimeoutS, Words::tr("Stop a run after so many seconds; the others go on"));
  addTargets(experiment, reading.experiment.targets);
  addPictureArguments(experiment, reading.experimentPicture);
}

void addCompare(CLI::App& root, Reading& reading) {
  constexpr int kMostTraces = 64;
  CLI::App* compare =
      addCommand(root, "compare", Words::tr("Compare saved traces, under one another on one time axis"),
                 Words::tr("Examples:\n"
                           "  threadline compare before.json after.json\n"
                           "  threadline compare threads.json processes.json --export both.png --page blog --json -"));
  compare
      ->add_option("traces", reading.compare.traces,
                   say(Words::tr("Saved traces; the first is what the others are compared with")))
      ->type_name("TRACE")
      ->required()
      ->expected(2, kMostTraces);
  addTargets(compare, reading.compare.targets);
  addPictureArguments(compare, reading.comparePicture);
}

void addTraceCommands(CLI::App& root, Reading& reading) {
  CLI::App* info =
      addCommand(root, "info", Words::tr("Show what is in a trace: lanes, spans, time in each state, losses"),
                 Words::tr("Examples:\n"
                           "  threadline info run.json\n"
                           "  threadline info run.json --json - | jq '.lanes[].states'"));
  info->add_option("trace", reading.info.trace, say(Words::tr("A saved trace")))->type_name("TRACE")->required();
  addJson(info, reading.info.json);

  CLI::App* render = addCommand(
      root, "render", Words::tr("Draw a saved trace"),
      Words::tr("Examples:\n"
                "  threadline render run.json -o run.pdf --page a4\n"
                "  threadline render run.json -o detail.svg --range 12ms..80ms --lane 'worker*' --legend off\n"
                "  threadline render other.json -o other.svg --like run.svg     the same scale, to compare"));
  render->add_option("trace", reading.render.trace, say(Words::tr("A saved trace")))->type_name("TRACE")->required();
  render
      ->add_option("-o,--output", reading.render.pictures,
                   say(Words::tr("The picture: .svg, .png or .pdf; may be given again")))
      ->type_name("PICTURE")
      ->allow_extra_args(false)
      ->required();
  addPictureArguments(render, reading.renderPicture);

  CLI::App* convert = addCommand(root, "convert", Words::tr("Write a trace in another format, by the file's ending"),
                                 Words::tr("Example:\n  threadline convert run.json run.csv"));
  convert->add_option("in", reading.convert.in, say(Words::tr("The trace to read")))->type_name("IN")->required();
  convert->add_option("out", reading.convert.out, say(Words::tr("The trace to write: .json or .csv")))
      ->type_name("OUT")
      ->required();
}

constexpr std::array<const char*, 1> kLaterCommands{"record"};

/// The command of a later version that was given, whatever came after it; nothing otherwise.
std::optional<LaterOptions> laterCommand(const CLI::App& root) {
  for (const char* name : kLaterCommands) {
    if (root.got_subcommand(name)) return LaterOptions{name};
  }
  return std::nullopt;
}

void addLaterCommands(CLI::App& root) {
  const QString later = Words::tr("Comes in a later version");
  for (const char* name : kLaterCommands) {
    CLI::App* command = addCommand(root, name, later, {});
    command->fallthrough(false);
    command->allow_extras();
    command->prefix_command();
  }
}

void describeRoot(CLI::App& root, Reading& reading) {
  const auto formatter = std::make_shared<CLI::Formatter>();
  formatter->label("Usage", say(Words::tr("Usage")));
  formatter->label("OPTIONS", say(Words::tr("OPTIONS")));
  formatter->label("SUBCOMMAND", say(Words::tr("COMMAND")));
  formatter->label("Positionals", say(Words::tr("Arguments")));
  formatter->label("REQUIRED", "");
  formatter->column_width(32);
  root.formatter(formatter);
  root.description(
      say(Words::tr("Shows what threads and processes really do: runs small programs in real threads and\n"
                    "processes, records them, and draws them as a timeline.")));
  root.option_defaults()->group(say(Words::tr("Options")));
  root.set_help_flag("-h,--help", say(Words::tr("Show this help; after a command, that command's")));
  root.set_version_flag("--version", "threadline " THREADLINE_VERSION, say(Words::tr("Show the version")));
  const std::string examples =
      say(Words::tr("Examples:\n"
                    "  threadline list                                what there is to run\n"
                    "  threadline run sum --export sum.svg --json -   run, draw, and give the figures\n"
                    "  threadline run race --preset quick --save race.json\n"
                    "  threadline render race.json -o race.png --page blog\n"
                    "  threadline run --help                          more on one command"));
  const std::string comparing =
      say(Words::tr("  threadline experiment sum-compare --export ways.svg   the same work in several ways"));
  root.footer("\n" + examples + "\n" + comparing);
  root.add_option("--lang", reading.language, say(Words::tr("Language of everything that is said and drawn: ko or en")))
      ->type_name("ko|en")
      ->check(CLI::IsMember({"ko", "en"}).description(""));
  root.add_option("file", reading.file, say(Words::tr("A scenario or a trace, opened in the window")))
      ->type_name("FILE");
  root.fallthrough();
}

void addAll(CLI::App& root, Reading& reading) {
  describeRoot(root, reading);
  CLI::App* list =
      addCommand(root, "list", Words::tr("List all scenarios and experiments with their parameters and presets"),
                 Words::tr("Examples:\n  threadline list\n  threadline list --json | jq '.[].id'"));
  list->add_flag("--json", reading.list.json, say(Words::tr("As JSON, with bounds, defaults and both languages")));
  addRun(root, reading);
  addExperiment(root, reading);
  CLI::App* validate = addCommand(
      root, "validate", Words::tr("Check the file of a scenario or experiment and show every error with its place"),
      Words::tr("Example:\n  threadline validate my.threadline"));
  validate->add_option("file", reading.validate.file, say(Words::tr("The file")))->type_name("FILE")->required();
  addTraceCommands(root, reading);
  addCompare(root, reading);
  addLaterCommands(root);
  root.require_subcommand(0, 1);
}

ExitStatus refuse(const QString& text) {
  complain(text);
  return ExitStatus::kBadInput;
}

/// A word before any command that names no file was meant as a command.
bool isUnknownCommand(const CLI::App& root, const std::string& file) {
  return root.get_subcommands().empty() && !file.empty() && ::access(file.c_str(), F_OK) != 0;
}

ExitStatus refuseCommand(const std::string& file) {
  return refuse(
      Words::tr("there is no command and no file \"%1\"; see threadline --help").arg(QString::fromStdString(file)));
}

/// One line for what CLI11 found wrong, in the person's language where its kind allows.
ExitStatus refuseArguments(const CLI::ParseError& error) {
  const QString detail = QString::fromUtf8(error.what());
  const QString hint = Words::tr("see threadline --help");
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
    return refuse(Words::tr("unknown argument: %1; %2").arg(detail.section(QStringLiteral(": "), 1), hint));
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error)) {
    return refuse(Words::tr("something is missing: %1; %2").arg(detail, hint));
  }
  return refuse(Words::tr("wrong argument: %1; %2").arg(detail, hint));
}

/// "NAME=VALUE" in its parts; nothing where it is none.
std::optional<std::pair<std::string, std::string>> namedValue(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) return std::nullopt;
  return std::pair(text.substr(0, equals), text.substr(equals + 1));
}

/// The settings of --set; false, and said, where one is none.
bool readSettings(const std::vector<std::string>& texts, std::vector<std::pair<std::string, std::string>>& settings) {
  for (const std::string& text : texts) {
    const auto setting = namedValue(text);
    if (!setting) {
      complain(Words::tr("--set takes NAME=VALUE, found \"%1\"").arg(QString::fromStdString(text)));
      return false;
    }
    settings.push_back(*setting);
  }
  return true;
}

std::vector<std::string> splitAtCommas(const std::string& text) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::optional<DurationNs> timeLimitOf(double seconds) {
  if (seconds <= 0) return std::nullopt;
  return DurationNs{static_cast<std::int64_t>(seconds * 1e9)};
}

std::variant<Command, ExitStatus> finishRun(Reading& reading) {
  if (!readSettings(reading.settings, reading.run.settings)) return ExitStatus::kBadInput;
  reading.run.timeLimit = timeLimitOf(reading.timeoutS);
  auto picture = readPictureArguments(reading.runPicture);
  if (!picture) return refuse(QString::fromStdString(picture.error().message));
  reading.run.picture = picture.take();
  return Command(reading.run);
}

std::variant<Command, ExitStatus> finishExperiment(Reading& reading) {
  ExperimentOptions& options = reading.experiment;
  if (!readSettings(reading.experimentSettings, options.wishes.settings)) return ExitStatus::kBadInput;
  for (const std::string& text : reading.sweeps) {
    const auto sweep = namedValue(text);
    if (!sweep || sweep->second.empty()) {
      return refuse(Words::tr("--vary takes NAME=V1,V2,..., found \"%1\"").arg(QString::fromStdString(text)));
    }
    options.wishes.vary.emplace_back(sweep->first, splitAtCommas(sweep->second));
  }
  if (reading.repeat > 0) options.wishes.repeat = reading.repeat;
  options.timeLimit = timeLimitOf(reading.runTimeoutS);
  auto picture = readPictureArguments(reading.experimentPicture);
  if (!picture) return refuse(QString::fromStdString(picture.error().message));
  options.targets.picture = picture.take();
  return Command(options);
}

std::variant<Command, ExitStatus> finishCompare(Reading& reading) {
  auto picture = readPictureArguments(reading.comparePicture);
  if (!picture) return refuse(QString::fromStdString(picture.error().message));
  reading.compare.targets.picture = picture.take();
  return Command(reading.compare);
}

std::variant<Command, ExitStatus> finishRender(Reading& reading) {
  auto picture = readPictureArguments(reading.renderPicture);
  if (!picture) return refuse(QString::fromStdString(picture.error().message));
  reading.render.picture = picture.take();
  return Command(reading.render);
}

}  // namespace

std::variant<Command, ExitStatus> readCommandLine(int argc, const char* const* argv) {
  CLI::App root;
  Reading reading;
  addAll(root, reading);
  root.name("threadline");
  try {
    root.parse(argc, argv);
  } catch (const CLI::CallForVersion& version) {
    return writeAll(STDOUT_FILENO, std::string(version.what()) + '\n') ? ExitStatus::kDone : ExitStatus::kBadInput;
  } catch (const CLI::Success&) {
    return writeAll(STDOUT_FILENO, root.help()) ? ExitStatus::kDone : ExitStatus::kBadInput;
  } catch (const CLI::ParseError& error) {
    if (const auto later = laterCommand(root)) return Command(*later);
    return isUnknownCommand(root, reading.file) ? refuseCommand(reading.file) : refuseArguments(error);
  }
  if (isUnknownCommand(root, reading.file)) return refuseCommand(reading.file);
  if (root.get_subcommands().empty()) return Command(WindowOptions{reading.file, reading.language});
  const std::string name = root.get_subcommands().front()->get_name();
  if (name == "list") return Command(reading.list);
  if (name == "run") return finishRun(reading);
  if (name == "experiment") return finishExperiment(reading);
  if (name == "compare") return finishCompare(reading);
  if (name == "validate") return Command(reading.validate);
  if (name == "info") return Command(reading.info);
  if (name == "render") return finishRender(reading);
  if (name == "convert") return Command(reading.convert);
  return Command(laterCommand(root).value_or(LaterOptions{}));
}

bool mayDraw(int argc, const char* const* argv) {
  return std::any_of(argv + std::min(argc, 1), argv + argc, [](std::string_view argument) {
    return argument == "render" || argument.substr(0, 8) == "--export";
  });
}

}  // namespace threadline::app
