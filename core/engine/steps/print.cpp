// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <cerrno>
#include <string>
#include <string_view>

#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"
#include "core/engine/whole_characters.h"

namespace threadline::engine {
namespace {

void recordPrint(Frame& frame, std::string_view text) {
  Recorder& recorder = frame.recorder();
  InstantKind kind = InstantKind::kPrint;
  do {
    const std::string_view piece = wholeCharacters(text, kMaxTextBytes);
    recorder.instant(kind, recorder.textOnce(piece), LaneId::kNone, 0, frame.step());
    text.remove_prefix(piece.size());
    kind = InstantKind::kPrintMore;
  } while (!text.empty());
}

/// To the run's output. A reader that has gone loses the rest: the run goes on.
void writeOut(std::string_view line) {
  while (!line.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, line.data(), line.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    line.remove_prefix(static_cast<std::size_t>(written));
  }
}

class PrintStep final : public StepCode {
 public:
  explicit PrintStep(scenario::Argument text) : m_text(std::move(text)) {}

  StepEnd run(Frame& frame) const override {
    auto text = frame.text(m_text);
    if (!text) return frame.fail(text.error());
    std::string line = text.take();
    recordPrint(frame, line);
    line += '\n';
    const BlockingCall call(frame.actor(), LaneState::kWaitingIo, frame.waitFor(TargetKind::kNone, LaneId::kNone));
    writeOut(line);
    return StepEnd::kNext;
  }

 private:
  scenario::Argument m_text;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makePrint(const scenario::Step& step, CodeBuilder& /*builder*/) {
  auto text = CodeBuilder::argument(step, "text");
  if (!text) return Error{ErrorCode::kInvalidInput, "expected a text", step.pointer};
  return std::unique_ptr<StepCode>(std::make_unique<PrintStep>(std::move(*text)));
}

}  // namespace threadline::engine
