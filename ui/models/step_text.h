// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A step of a scenario as a person reads it: "start work as threads × workers → crew". Expressions stand as in the
// file, because their names are those of the form and of the lesson.
//
// Thread: GUI (the language of the installed translators).

#include <QCoreApplication>
#include <QString>

#include "core/scenario/scenario.h"

namespace threadline::models {

class StepText {
  Q_DECLARE_TR_FUNCTIONS(threadline::models::StepText)

 public:
  /// One line, with where its result goes and its condition.
  [[nodiscard]] static QString of(const scenario::Step& step);
  /// "work(from, to)".
  [[nodiscard]] static QString of(const scenario::Function& function);
  /// An argument as it is written in a file, without quotes and "=".
  [[nodiscard]] static QString of(const scenario::Argument& argument);

 private:
  [[nodiscard]] static QString action(const scenario::Step& step);
  [[nodiscard]] static QString work(const scenario::Step& step);
  [[nodiscard]] static QString actors(const scenario::Step& step);
  [[nodiscard]] static QString exchange(const scenario::Step& step);
  [[nodiscard]] static QString repetition(const scenario::Step& step);
  [[nodiscard]] static QString call(const scenario::Step& step);
  [[nodiscard]] static QString runtime(const scenario::Step& step);
};

}  // namespace threadline::models
