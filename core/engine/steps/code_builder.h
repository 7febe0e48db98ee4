// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a verb's factory gets to turn a step of the scenario into a StepCode: arguments by name, objects and functions
// resolved. References with an element in brackets are resolved when the step runs.
//
// Thread: that which makes the program.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/engine/program.h"
#include "core/engine/steps/code.h"
#include "core/scenario/scenario.h"

namespace threadline::engine {

/// A declared object, or an element of a counted one.
class ObjectRef {
 public:
  /// Errors: kRunFailed when the element is none of the object's.
  [[nodiscard]] Result<ObjectId> resolve(const scenario::Names& names) const;
  /// "a" or "b" of a pipe; else empty.
  [[nodiscard]] const std::string& part() const { return m_part; }

 private:
  friend class CodeBuilder;
  std::string m_name;
  ObjectId m_first;
  std::int64_t m_count = 1;
  std::optional<scenario::Expression> m_element;
  std::string m_part;
};

class CodeBuilder {
 public:
  using Functions = std::map<std::string, std::unique_ptr<FunctionCode>, std::less<>>;
  CodeBuilder(const Program& program, const Functions& functions) : m_program(program), m_functions(functions) {}

  [[nodiscard]] Status build(const std::vector<scenario::Step>& steps, StepSequence& into);
  /// Steps under a repeat: `start` grows its local there.
  [[nodiscard]] Status buildRepeated(const std::vector<scenario::Step>& steps, StepSequence& into);
  [[nodiscard]] bool isInRepeat() const { return m_repeatDepth > 0; }

  /// A copy of an argument, or nothing.
  [[nodiscard]] static std::optional<scenario::Argument> argument(const scenario::Step& step, std::string_view name);
  /// An object of one of the kinds that the table of verbs names for this argument.
  /// Errors: kInvalidInput when the argument is there but names no such thing.
  [[nodiscard]] Result<ObjectRef> object(const scenario::Step& step, std::string_view argument) const;
  [[nodiscard]] Result<const FunctionCode*> function(const scenario::Step& step, std::string_view argument) const;
  [[nodiscard]] Result<scenario::Reference> reference(const scenario::Step& step, std::string_view argument) const;
  /// A declared object of this kind under this name, or nothing.
  [[nodiscard]] std::optional<ObjectRef> objectNamed(const scenario::Reference& reference,
                                                     scenario::ObjectKind kind) const;
  /// The kind of the declared object of this name, or nothing.
  [[nodiscard]] std::optional<scenario::ObjectKind> kindOf(const std::string& name) const;

 private:
  const Program& m_program;
  const Functions& m_functions;
  int m_repeatDepth = 0;
};

}  // namespace threadline::engine
