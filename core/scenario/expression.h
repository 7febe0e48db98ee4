// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Expressions of the scenario format: whole-number arithmetic with overflow checks, comparison, and/or/not, names,
// attributes (`t.alive`) and elements (`crew[0].pid`). min, max, and nothing else. Depth at most 32. No side effects.
// Grammar: expression_parser.cpp. Meaning of none, text and the operators: expression_evaluation.cpp.
//
// Thread: any; an Expression is immutable once parsed.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/scenario/value.h"

namespace threadline::scenario {

inline constexpr std::size_t kMaxExpressionDepth = 32;
inline constexpr std::size_t kMaxExpressionBytes = 4096;

/// Where an expression finds its names. `name` is one plain name such as "n", "index", "cores"; `attribute` is asked
/// for `base.attribute` or `base[i].attribute`: `base` is the name, `element` the index or -1.
class Names {
 public:
  virtual ~Names() = default;
  /// Errors: kNotFound for a name that does not exist here.
  [[nodiscard]] virtual Result<Value> name(std::string_view name) const = 0;
  [[nodiscard]] virtual Result<Value> attribute(std::string_view base, std::int64_t element,
                                                std::string_view attribute) const = 0;
  /// `base[index]`; unless overridden the element of the list that name(base) is. Errors: kRunFailed outside of it.
  [[nodiscard]] virtual Result<Value> element(std::string_view base, std::int64_t index) const;
};

/// One use of a name in an expression, for checks before a run.
struct NameUse {
  std::string name;
  std::string attribute;  // of name.attribute; empty: none
  bool hasElement = false;
};

/// Why a text is no expression.
struct ParseFault {
  std::string found;  // what stands there and in which column
  std::string expected;
  [[nodiscard]] Error toError() const;
};

class Expression {
 public:
  struct Node;  // expression_node.h

  /// Errors: kInvalidInput; the message says what was found and expected, and the column.
  [[nodiscard]] static Result<Expression> parse(std::string_view text);
  /// The same, with the message in its parts: nothing and `fault` set, or the expression.
  [[nodiscard]] static std::optional<Expression> parse(std::string_view text, ParseFault& fault);

  /// Errors: kRunFailed for overflow, division by zero, wrong types; what Names answers.
  [[nodiscard]] Result<Value> evaluate(const Names& names) const;
  /// The same, demanding a truth value (an integer counts as true when it is not 0).
  [[nodiscard]] Result<bool> evaluateBool(const Names& names) const;
  /// Plain names used (without attributes' names), each once: for checks before a run.
  [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
  /// Every use of a name with its attribute, each once.
  [[nodiscard]] const std::vector<NameUse>& uses() const { return m_uses; }
  [[nodiscard]] const std::string& text() const { return m_text; }

 private:
  std::string m_text;
  std::shared_ptr<const Node> m_root;
  std::vector<std::string> m_names;
  std::vector<NameUse> m_uses;
};

/// A text with {name} or {expression} in it: "worker {index}". "{{" stands for "{", "}}" for "}"; a "}" that closes
/// nothing is itself.
class Template {
 public:
  /// Errors: kInvalidInput, as Expression::parse.
  [[nodiscard]] static Result<Template> parse(std::string_view text);
  [[nodiscard]] static std::optional<Template> parse(std::string_view text, ParseFault& fault);
  /// Errors: those of the expressions; kRunFailed when the text would pass 1 MiB.
  [[nodiscard]] Result<std::string> evaluate(const Names& names) const;
  [[nodiscard]] bool isPlain() const;  // no names in it: evaluate() always gives the same
  [[nodiscard]] std::vector<std::string> names() const;
  [[nodiscard]] std::vector<NameUse> uses() const;
  /// As it is written in a file: "worker {index}".
  [[nodiscard]] std::string text() const;

 private:
  struct Piece {
    std::string text;
    std::shared_ptr<const Expression> expression;  // null: plain text
  };
  std::vector<Piece> m_pieces;
};

/// A word that can be a name: a letter or "_", then letters, digits, "_"; ASCII; at most 64; no word of the language.
[[nodiscard]] bool isName(std::string_view word);

}  // namespace threadline::scenario
