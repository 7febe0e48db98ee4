// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a step changes by name: a local of the function, or an object that holds values: a variable of the process, a
// value or an element of an array, the actor's own part of a local object.
//
// Thread: any; the actor's while it stores.

#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/engine/steps/code_builder.h"
#include "core/engine/steps/frame.h"

namespace threadline::engine {

class NamedValue {
 public:
  /// Errors: kInvalidInput for a step that names none.
  [[nodiscard]] static Result<NamedValue> make(const scenario::Step& step, std::string_view argument,
                                               const CodeBuilder& builder);

  [[nodiscard]] bool isLocalName() const { return !m_object; }
  [[nodiscard]] const std::string& localName() const { return m_local; }
  /// A variable has steps and losses of its own.
  [[nodiscard]] bool isVariable() const { return m_kind == scenario::ObjectKind::kVariable; }

  /// Which object it is now, and which of its elements. Errors: kRunFailed.
  [[nodiscard]] Result<ObjectId> resolve(const Frame& frame) const;
  [[nodiscard]] Result<std::int64_t> element(const Frame& frame) const;

  /// Stores into the object (not for a local name). `stamp`: what the value was reckoned from.
  [[nodiscard]] Status store(Frame& frame, scenario::Value value, ReadStamp stamp) const;

 private:
  std::string m_local;
  std::optional<ObjectRef> m_object;
  std::optional<scenario::ObjectKind> m_kind;
  std::optional<scenario::Expression> m_element;  // of an array
};

}  // namespace threadline::engine
