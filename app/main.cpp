// SPDX-License-Identifier: GPL-3.0-or-later

// threadline: reads the command line and does what it asks for.

#include <csignal>
#include <memory>
#include <QGuiApplication>
#include <string_view>
#include <vector>

#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/cli/notices.h"
#include "app/composition.h"
#include "app/language.h"
#include "ui/paint/frame_memory.h"

namespace threadline::app {
namespace {

ExitStatus execute(const ListOptions& options) {
  return listScenarios(options);
}
ExitStatus execute(const RunOptions& options) {
  return runScenario(options);
}
ExitStatus execute(const ExperimentOptions& options) {
  return runExperiment(options);
}
ExitStatus execute(const CompareOptions& options) {
  return compareTraces(options);
}
ExitStatus execute(const ValidateOptions& options) {
  return validateFile(options);
}
ExitStatus execute(const InfoOptions& options) {
  return showTrace(options);
}
ExitStatus execute(const RenderOptions& options) {
  return renderTrace(options);
}
ExitStatus execute(const ConvertOptions& options) {
  return convertTrace(options);
}
ExitStatus execute(const LaterOptions& options) {
  return answerLater(options);
}
ExitStatus execute(const WindowOptions&) {
  return ExitStatus::kFailed;  // main() opens the window itself
}

/// Fonts need a QGuiApplication; everything else starts faster without one. No command needs a display.
std::unique_ptr<QCoreApplication> makeApplication(bool isForPictures, int& argc, char** argv) {
  if (!isForPictures) return std::make_unique<QCoreApplication>(argc, argv);
  qputenv("QT_QPA_PLATFORM", "offscreen");
  return std::make_unique<QGuiApplication>(argc, argv);
}

/// What Qt wants to say to its developers (a missing runtime folder and the like) is not for the person.
void keepQtQuiet() {
  qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type == QtCriticalMsg || type == QtFatalMsg) complain(text);
  });
}

/// A closed pipe and a file limit become errors of write(2), which are said and leave old files whole.
void ignoreWriteSignals() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace
}  // namespace threadline::app

int main(int argc, char** argv) {
  using namespace threadline::app;
  ignoreWriteSignals();
  keepQtQuiet();
  threadline::paint::keepFrameMemory();
  // Qt sees the program's name only: it would take --style and the like out of the arguments.
  int qtArgumentCount = argc > 0 ? 1 : 0;
  auto application = makeApplication(mayDraw(argc, argv), qtArgumentCount, argv);
  installLanguage(chooseLanguage({argv, argv + argc}));
  const auto command = readCommandLine(argc, argv);
  if (const auto* status = std::get_if<ExitStatus>(&command)) return static_cast<int>(*status);
  if (const auto* window = std::get_if<WindowOptions>(&std::get<Command>(command))) {
    application.reset();  // the window has an application object of its own kind
    return static_cast<int>(openWindow(*window, qtArgumentCount, argv));
  }
  const auto status = std::visit([](const auto& options) { return execute(options); }, std::get<Command>(command));
  return static_cast<int>(status);
}
