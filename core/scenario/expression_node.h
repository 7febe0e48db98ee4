// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tree between expression_parser.cpp, which makes it, and expression_evaluation.cpp, which walks it. Private to
// these two. Depth is bounded by the parser, so recursion over it is.

#include <memory>
#include <string>
#include <vector>

#include "core/scenario/expression.h"

namespace threadline::scenario {

enum class Operation : std::uint8_t {
  kLiteral,    // value
  kName,       // name
  kElement,    // name[operand 0]
  kAttribute,  // name.attribute, or name[operand 0].attribute
  kNegate,
  kNot,
  kAnd,
  kOr,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kModulo,
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kMinimum,
  kMaximum,
};

struct Expression::Node {
  Operation operation = Operation::kLiteral;
  Value value;
  std::string name;
  std::string attribute;
  std::vector<std::unique_ptr<const Node>> operands;
};

/// Errors: as Expression::evaluate.
[[nodiscard]] Result<Value> evaluateNode(const Expression::Node& node, const Names& names);

/// Whether a value holds as a condition. Errors: kRunFailed for what is neither a truth value nor an integer.
[[nodiscard]] Result<bool> truthOf(const Value& value);

}  // namespace threadline::scenario
