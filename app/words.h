// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the words of the command line and of its pictures are translated: Words::tr("...") from anywhere in app.
// Sentences are translated whole; %1 takes values, %n counts. Files: resources/i18n/threadline_*.ts.

#include <QCoreApplication>
#include <string>

namespace threadline::app {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Words)
};

}  // namespace threadline::app
