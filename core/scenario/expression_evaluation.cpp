// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>

#include "core/scenario/expression.h"
#include "core/scenario/expression_node.h"

// What the operators mean, in Python's sense wherever Python has one:
//
//   + - * / %   on integers of 64 bits. A result that does not fit is an error that names the operation. "/" rounds
//               towards minus infinity (Python's //), the result of "%" has the sign of its right side: -7/2 is -4,
//               -7%2 is 1. Division by zero and the smallest integer / -1 are errors.
//   - x         on decimals too: it is the one arithmetic that a decimal has.
//   == !=       on everything; values of different types are different, except 2 == 2.0.
//   < <= > >=   on two numbers; anything else is an error.
//   and or not  on truth values and integers (0 is false), short circuit, always give a truth value.
//   min max     on integers.
//   none        equals only itself; no arithmetic with it.

namespace threadline::scenario {

namespace {

using Node = Expression::Node;

constexpr std::int64_t kSmallest = std::numeric_limits<std::int64_t>::min();

Error failed(std::string message) {
  return {ErrorCode::kRunFailed, std::move(message), {}};
}

const char* signOf(Operation operation) {
  switch (operation) {
    case Operation::kAdd: return "+";
    case Operation::kSubtract:
    case Operation::kNegate: return "-";
    case Operation::kMultiply: return "*";
    case Operation::kDivide: return "/";
    case Operation::kModulo: return "%";
    case Operation::kLess: return "<";
    case Operation::kLessEqual: return "<=";
    case Operation::kGreater: return ">";
    case Operation::kGreaterEqual: return ">=";
    case Operation::kMinimum: return "min";
    case Operation::kMaximum: return "max";
    default: return "?";
  }
}

Error overflow(Operation operation, std::int64_t a, std::int64_t b) {
  return failed(std::to_string(a) + " " + signOf(operation) + " " + std::to_string(b) + " does not fit 64 bits");
}
Error wrongTypes(Operation operation, const Value& a, const Value& b) {
  return failed(std::string("\"") + signOf(operation) + "\" needs two numbers, found " + a.typeName() + " and " +
                b.typeName());
}

Result<Value> divide(Operation operation, std::int64_t a, std::int64_t b) {
  if (b == 0) return failed(std::to_string(a) + " " + signOf(operation) + " 0 is a division by zero");
  if (b == -1) {  // the processor traps on the smallest integer, even for the remainder
    if (operation == Operation::kModulo) return Value(std::int64_t{0});
    if (a == kSmallest) return overflow(operation, a, b);
    return Value(-a);
  }
  const std::int64_t remainder = a % b;
  const bool isBelow = remainder != 0 && (remainder < 0) != (b < 0);
  if (operation == Operation::kDivide) return Value(a / b - (isBelow ? 1 : 0));
  return Value(isBelow ? remainder + b : remainder);
}

Result<Value> arithmetic(Operation operation, const Value& left, const Value& right) {
  const std::int64_t* a = left.asInteger();
  const std::int64_t* b = right.asInteger();
  if (!a || !b) {
    if ((a || left.asDecimal()) && (b || right.asDecimal())) {
      return failed(std::string("\"") + signOf(operation) + "\" needs whole numbers, found a decimal");
    }
    return wrongTypes(operation, left, right);
  }
  std::int64_t result = 0;
  switch (operation) {
    case Operation::kAdd:
      if (__builtin_add_overflow(*a, *b, &result)) return overflow(operation, *a, *b);
      return Value(result);
    case Operation::kSubtract:
      if (__builtin_sub_overflow(*a, *b, &result)) return overflow(operation, *a, *b);
      return Value(result);
    case Operation::kMultiply:
      if (__builtin_mul_overflow(*a, *b, &result)) return overflow(operation, *a, *b);
      return Value(result);
    default: return divide(operation, *a, *b);
  }
}

template <typename T>
bool holds(Operation operation, T a, T b) {
  switch (operation) {
    case Operation::kLess: return a < b;
    case Operation::kLessEqual: return a <= b;
    case Operation::kGreater: return a > b;
    default: return a >= b;
  }
}

Result<Value> compare(Operation operation, const Value& left, const Value& right) {
  if (operation == Operation::kEqual) return Value(left == right);
  if (operation == Operation::kNotEqual) return Value(!(left == right));
  const std::int64_t* a = left.asInteger();
  const std::int64_t* b = right.asInteger();
  if (a && b) return Value(holds(operation, *a, *b));
  if (!(a || left.asDecimal()) || !(b || right.asDecimal())) return wrongTypes(operation, left, right);
  const double x = a ? static_cast<double>(*a) : *left.asDecimal();
  const double y = b ? static_cast<double>(*b) : *right.asDecimal();
  return Value(holds(operation, x, y));
}

Result<Value> negate(const Value& operand) {
  if (const double* decimal = operand.asDecimal()) return Value(-*decimal);
  const std::int64_t* number = operand.asInteger();
  if (!number) return failed(std::string("\"-\" needs a number, found ") + operand.typeName());
  if (*number == kSmallest) return failed("- " + std::to_string(*number) + " does not fit 64 bits");
  return Value(-*number);
}

Result<Value> logic(const Node& node, const Names& names) {
  const Result<Value> left = evaluateNode(*node.operands[0], names);
  if (!left) return left.error();
  const Result<bool> first = truthOf(left.value());
  if (!first) return first.error();
  if (node.operation == Operation::kNot) return Value(!first.value());
  if (first.value() == (node.operation == Operation::kOr)) return Value(first.value());
  const Result<Value> right = evaluateNode(*node.operands[1], names);
  if (!right) return right.error();
  const Result<bool> second = truthOf(right.value());
  if (!second) return second.error();
  return Value(second.value());
}

Result<Value> extreme(const Node& node, const Names& names) {
  std::int64_t best = 0;
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    const Result<Value> operand = evaluateNode(*node.operands[i], names);
    if (!operand) return operand.error();
    const std::int64_t* number = operand.value().asInteger();
    if (!number) {
      return failed(std::string(signOf(node.operation)) + " needs whole numbers, found " + operand.value().typeName());
    }
    const bool isBetter = node.operation == Operation::kMinimum ? *number < best : *number > best;
    if (i == 0 || isBetter) best = *number;
  }
  return Value(best);
}

Result<Value> lookUp(const Node& node, const Names& names) {
  if (node.operands.empty()) {
    return node.attribute.empty() ? names.name(node.name) : names.attribute(node.name, -1, node.attribute);
  }
  const Result<Value> index = evaluateNode(*node.operands[0], names);
  if (!index) return index.error();
  const std::int64_t* number = index.value().asInteger();
  if (!number || *number < 0) {
    return failed("an element of " + node.name + " needs a number from 0, found " +
                  (number ? std::to_string(*number) : std::string(index.value().typeName())));
  }
  return node.attribute.empty() ? names.element(node.name, *number)
                                : names.attribute(node.name, *number, node.attribute);
}

}  // namespace

Result<Value> Names::element(std::string_view base, std::int64_t index) const {
  const Result<Value> whole = name(base);
  if (!whole) return whole.error();
  const List* list = whole.value().asList();
  if (!list) return failed(std::string(base) + " has no elements: it is " + whole.value().typeName());
  if (index < 0 || static_cast<std::uint64_t>(index) >= list->size()) {
    return failed(std::string(base) + " has " + std::to_string(list->size()) + " elements, there is no [" +
                  std::to_string(index) + "]");
  }
  return (*list)[static_cast<std::size_t>(index)];
}

Result<bool> truthOf(const Value& value) {
  if (const bool* truth = value.asBool()) return *truth;
  if (const std::int64_t* number = value.asInteger()) return *number != 0;
  return failed(std::string("a condition needs true, false or a number, found ") + value.typeName());
}

Result<Value> evaluateNode(const Node& node, const Names& names) {
  switch (node.operation) {
    case Operation::kLiteral: return node.value;
    case Operation::kName:
    case Operation::kElement:
    case Operation::kAttribute: return lookUp(node, names);
    case Operation::kNot:
    case Operation::kAnd:
    case Operation::kOr: return logic(node, names);
    case Operation::kMinimum:
    case Operation::kMaximum: return extreme(node, names);
    default: break;
  }
  const Result<Value> left = evaluateNode(*node.operands[0], names);
  if (!left) return left.error();
  if (node.operation == Operation::kNegate) return negate(left.value());
  const Result<Value> right = evaluateNode(*node.operands[1], names);
  if (!right) return right.error();
  if (node.operation >= Operation::kEqual) return compare(node.operation, left.value(), right.value());
  return arithmetic(node.operation, left.value(), right.value());
}

Result<Value> Expression::evaluate(const Names& names) const {
  if (!m_root) return Error{ErrorCode::kInvalidArgument, "an empty expression has no value", {}};
  return evaluateNode(*m_root, names);
}

Result<bool> Expression::evaluateBool(const Names& names) const {
  const Result<Value> value = evaluate(names);
  if (!value) return value.error();
  return truthOf(value.value());
}

}  // namespace threadline::scenario
