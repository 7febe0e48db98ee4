// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A scenario's functions, ready to run: names of objects resolved, each step an object of its verb's class. Made once
// with the program, never changed, shared by all actors of a process.
//
// Thread: any.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/scenario/scenario.h"

namespace threadline::engine {

class Frame;
struct Program;

enum class StepEnd : std::uint8_t {
  kNext,
  kActorEnds,  // the frame has the outcome
  kAwaits,     // in a task only: the rest of the step is to be awaited (loop/task.h)
};

/// One step of one verb. Implemented in one file per verb, once for all runtimes: loop/task.h says how it awaits.
class StepCode {
 public:
  virtual ~StepCode() = default;
  [[nodiscard]] virtual StepEnd run(Frame& frame) const = 0;
};

/// What a step is for the lane's picture.
enum class StepNature : std::uint8_t {
  kWork,     // takes time on the CPU: its span carries its label and step
  kWaits,    // always waits: its own wait carries them
  kInstant,  // takes no time worth a span of its own; with a label it is treated as work
  kNested,   // is made of steps: a slice carries its label
  kLooks,    // a look that may find nothing: the lane stays `checking` over it
};

struct StepEntry {
  std::unique_ptr<StepCode> code;
  StepIndex index;
  std::optional<scenario::Expression> when;
  std::optional<scenario::Argument> label;
  StepNature nature = StepNature::kInstant;
  bool looksAtBreaker = false;  // in Python a call: the breaker is read after it
};

/// What comes before a step's code: its condition, its label, its lane's state. False: the step is left out.
[[nodiscard]] Result<bool> beginEntry(const StepEntry& entry, Frame& frame);

class StepSequence {
 public:
  void add(StepEntry entry) { m_entries.push_back(std::move(entry)); }
  [[nodiscard]] const std::vector<StepEntry>& entries() const { return m_entries; }
  /// In a thread; loop/task.h has the task's twin.
  [[nodiscard]] StepEnd run(Frame& frame) const;

 private:
  std::vector<StepEntry> m_entries;
};

struct FunctionCode {
  std::string name;
  std::vector<std::string> arguments;
  StepSequence steps;
};

class Code {
 public:
  /// Null when there is none of that name.
  [[nodiscard]] const FunctionCode* function(std::string_view name) const;
  /// The object of that name that holds a value (an array, several), or none. Counted ones are named "v[0]".
  [[nodiscard]] ObjectId variable(std::string_view name) const;

 private:
  friend Result<std::shared_ptr<const Code>> makeCode(const Program& program);
  std::map<std::string, std::unique_ptr<FunctionCode>, std::less<>> m_functions;
  std::map<std::string, ObjectId, std::less<>> m_variables;
};

/// Errors: whatever the reader did not find wrong and yet cannot run, with the step's pointer.
[[nodiscard]] Result<std::shared_ptr<const Code>> makeCode(const Program& program);

}  // namespace threadline::engine
