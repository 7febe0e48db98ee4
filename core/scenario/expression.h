// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Expressions of the scenario format: whole-number arithmetic with overflow checks, comparison, and/or/not, names,
// attributes (`t.alive`) and elements (`crew[0].pid`). min, max, and nothing else. Depth at most 32. No side effects.
// Grammar and the meaning of none/text: see expression.cpp.
//
// Thread: any; an Expression is immutable once parsed.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/scenario/value.h"

namespace threadline::scenario {

/// Where an expression finds its names. `path` is a dotted name such as "n", "index", "cores"; `attribute` is asked
/// for `base.attribute` or `base[i].attribute`: `base` is the name, `element` the index or -1.
class Names {
 public:
  virtual ~Names() = default;
  /// Errors: kNotFound for a name that does not exist here.
  [[nodiscard]] virtual Result<Value> name(std::string_view name) const = 0;
  [[nodiscard]] virtual Result<Value> attribute(std::string_view base, std::int64_t element,
                                                std::string_view attribute) const = 0;
};

class Expression {
 public:
  struct Node;  // expression.cpp

  /// Errors: kInvalidInput with what was found and expected, and the column.
  [[nodiscard]] static Result<Expression> parse(std::string_view text);

  /// Errors: kRunFailed for overflow, division by zero, wrong types; what Names answers.
  [[nodiscard]] Result<Value> evaluate(const Names& names) const;
  /// The same, demanding a truth value (an integer counts as true when it is not 0).
  [[nodiscard]] Result<bool> evaluateBool(const Names& names) const;
  /// Plain names used (without attributes' names), each once: for checks before a run.
  [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
  [[nodiscard]] const std::string& text() const { return m_text; }

 private:
  std::string m_text;
  std::shared_ptr<const Node> m_root;
  std::vector<std::string> m_names;
};

/// A text with {name} or {expression} in it: "worker {index}". "{{" stands for "{".
class Template {
 public:
  [[nodiscard]] static Result<Template> parse(std::string_view text);
  [[nodiscard]] Result<std::string> evaluate(const Names& names) const;
  [[nodiscard]] bool isPlain() const;  // no names in it: evaluate() always gives the same
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  struct Piece {
    std::string text;
    std::shared_ptr<const Expression> expression;  // null: plain text
  };
  std::vector<Piece> m_pieces;
};

}  // namespace threadline::scenario
