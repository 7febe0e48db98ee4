// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/notices.h"
#include "app/words.h"

namespace threadline::app {

ExitStatus answerLater(const LaterOptions& options) {
  complain(
      Words::tr("\"%1\" comes in a later version; see threadline --help").arg(QString::fromStdString(options.command)));
  return ExitStatus::kBadInput;
}

}  // namespace threadline::app
