// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A scenario made ready to run: parameters bound, objects numbered, process settings evaluated. Built once in
// threadline-host (and again in each spawned process, from the same package); forked processes inherit it. Immutable.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/engine/http/web_spec.h"
#include "core/event/event.h"
#include "core/scenario/parameters.h"
#include "core/scenario/run_package.h"
#include "core/scenario/scenario.h"

namespace threadline::engine {

class Recorder;
class Code;  // steps/code.h: the functions' steps, ready to run

/// One object of a run; a counted declaration gives one for each element.
struct ObjectSpec {
  ObjectId id;
  std::string name;  // "result", "fork[0]"
  scenario::ObjectKind kind{};
  bool isShared = false;      // between processes: lives in the shared block or in pipes
  bool isAwaited = false;     // between the tasks of one event loop
  bool isSequential = false;  // queue: no other actor will ever put or get
  std::int64_t capacity = 0;  // queue: 0 = unbounded; semaphore: permits; barrier: parties
  bool isBounded = true;      // semaphore
  std::int64_t elements = 0;  // value: 1; array: how many
  bool isDecimal = false;     // value, array: decimals, not whole numbers
  scenario::Value initial;    // variable, local, value; array: a list of numbers
  std::int64_t workers = 0;   // pool: how many it has
  ServerSpec server;          // server
  SessionSpec session;        // session
};

struct Program {
  scenario::Scenario scenario;
  scenario::ParameterValues parameters;
  std::vector<ObjectSpec> objects;  // by ObjectId
  bool echo = false;
  bool hasGil = true;
  std::int64_t intervalUs = 5000;
  StartMethod startMethod = StartMethod::kFork;
  std::shared_ptr<const Code> code;

  /// The object with this declared name and element (-1: not counted), or none.
  [[nodiscard]] ObjectId objectNamed(std::string_view name, std::int64_t element) const;
};

/// The method with this word. Errors: kInvalidArgument.
[[nodiscard]] Result<StartMethod> startMethodNamed(std::string_view word);

/// kObject for each object of the program, into the calling lane's ring.
void introduceObjects(const Program& program, Recorder& recorder);

/// Errors: whatever keeps the package from running, with its place.
[[nodiscard]] Result<Program> makeProgram(const scenario::RunPackage& package);

}  // namespace threadline::engine
