// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "core/scenario/expression.h"
#include "core/scenario/expression_node.h"
#include "core/scenario/quote.h"

// Grammar (recursive descent, one function a line):
//
//   or         = and { "or" and }
//   and        = not { "and" not }
//   not        = "not" not | comparison
//   comparison = sum [ ("==" | "!=" | "<" | "<=" | ">" | ">=") sum ]      no chains: a < b < c is an error
//   sum        = product { ("+" | "-") product }
//   product    = unary { ("*" | "/" | "%") unary }
//   unary      = "-" unary | primary
//   primary    = INTEGER | 'TEXT' | none | true | false | "(" or ")" | ("min" | "max") "(" or { "," or } ")"
//              | NAME [ "[" or "]" ] [ "." NAME ]
//
// The depth counts every level of the tree that is built, chains of one operator too, because evaluation recurses
// over the tree and not over the text.

namespace threadline::scenario {

namespace {

using Node = Expression::Node;
using NodePtr = std::unique_ptr<const Node>;

constexpr std::size_t kMaxOperands = 16;  // of min and max
constexpr std::size_t kMaxUses = 200;     // names in one expression
constexpr std::size_t kMaxNameBytes = 64;

constexpr std::array<std::string_view, 8> kWords = {"and", "or", "not", "none", "true", "false", "min", "max"};

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

struct Part {
  NodePtr node;
  std::size_t depth = 1;
};
using Parsed = std::optional<Part>;  // nothing: the parser has an error

struct BinaryOperator {
  std::string_view sign;
  Operation operation;
};
constexpr std::array<BinaryOperator, 6> kComparisons = {{{"==", Operation::kEqual},
                                                         {"!=", Operation::kNotEqual},
                                                         {"<=", Operation::kLessEqual},
                                                         {">=", Operation::kGreaterEqual},
                                                         {"<", Operation::kLess},
                                                         {">", Operation::kGreater}}};
constexpr std::array<BinaryOperator, 2> kSums = {{{"+", Operation::kAdd}, {"-", Operation::kSubtract}}};
constexpr std::array<BinaryOperator, 3> kProducts = {
    {{"*", Operation::kMultiply}, {"/", Operation::kDivide}, {"%", Operation::kModulo}}};

class Parser {
 public:
  explicit Parser(std::string_view text) : m_text(text) {}

  Parsed whole() {
    Parsed part = disjunction(1);
    if (!part) return {};
    skipSpace();
    if (m_at < m_text.size()) return fail("an operator or the end");
    return part;
  }
  [[nodiscard]] const ParseFault& fault() const { return *m_fault; }
  std::vector<NameUse>& uses() { return m_uses; }

 private:
  Parsed disjunction(std::size_t level) {
    Parsed left = conjunction(level);
    while (left && takeWord("or")) left = join(Operation::kOr, std::move(left), conjunction(level + 1));
    return left;
  }
  Parsed conjunction(std::size_t level) {
    Parsed left = negation(level);
    while (left && takeWord("and")) left = join(Operation::kAnd, std::move(left), negation(level + 1));
    return left;
  }
  Parsed negation(std::size_t level) {
    if (!isShallow(level)) return {};
    if (!takeWord("not")) return comparison(level);
    return wrap(Operation::kNot, negation(level + 1));
  }
  Parsed comparison(std::size_t level) {
    Parsed left = sum(level);
    if (!left) return {};
    const std::optional<Operation> operation = takeOperator(kComparisons);
    if (!operation) return left;
    left = join(*operation, std::move(left), sum(level + 1));
    skipSpace();
    const std::size_t next = m_at;
    if (!left || !takeOperator(kComparisons)) return left;
    m_at = next;
    return fail("one comparison; join two with and");
  }
  Parsed sum(std::size_t level) {
    Parsed left = product(level);
    while (left) {
      const std::optional<Operation> operation = takeOperator(kSums);
      if (!operation) return left;
      left = join(*operation, std::move(left), product(level + 1));
    }
    return {};
  }
  Parsed product(std::size_t level) {
    Parsed left = unary(level);
    while (left) {
      const std::optional<Operation> operation = takeOperator(kProducts);
      if (!operation) return left;
      left = join(*operation, std::move(left), unary(level + 1));
    }
    return {};
  }
  Parsed unary(std::size_t level) {
    if (!isShallow(level)) return {};
    skipSpace();
    if (peek() != '-') return primary(level);
    if (m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1])) return number();  // so that -2^63 can be written
    ++m_at;
    return wrap(Operation::kNegate, unary(level + 1));
  }

  Parsed primary(std::size_t level) {
    if (isDigit(peek())) return number();
    if (peek() == '\'') return text();
    if (peek() == '(') {
      ++m_at;
      Parsed inner = disjunction(level + 1);
      if (!inner) return {};
      return takeSign(')') ? std::move(inner) : fail("\")\"");
    }
    if (!isLetter(peek())) return fail("a number, a name, a 'text' or \"(\"");
    const std::size_t start = m_at;
    const std::string_view word = takeIdentifier();
    if (word == "none") return literal(Value());
    if (word == "true" || word == "false") return literal(Value(word == "true"));
    if (word == "min" || word == "max") {
      return choice(word == "min" ? Operation::kMinimum : Operation::kMaximum, level);
    }
    if (!isName(word)) {
      m_at = start;
      return fail("a number, a name, a 'text' or \"(\"");
    }
    return reference(word, level);
  }

  Parsed number() {
    const char* const end = m_text.data() + m_text.size();
    std::int64_t value = 0;
    const auto [stop, status] = std::from_chars(m_text.data() + m_at, end, value);
    if (status != std::errc()) return fail("a whole number that fits 64 bits");
    const std::size_t start = std::exchange(m_at, static_cast<std::size_t>(stop - m_text.data()));
    if (peek() == '.' && m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1])) {
      m_at = start;
      return fail("a whole number (decimals stand outside of expressions only)");
    }
    if (isLetter(peek())) return fail("an operator after the number");
    return literal(Value(value));
  }

  Parsed text() {
    const std::size_t start = ++m_at;
    const std::size_t end = m_text.find('\'', start);
    if (end == std::string_view::npos) {
      m_at = m_text.size();
      return fail("the closing '");
    }
    m_at = end + 1;
    return literal(Value(std::string(m_text.substr(start, end - start))));
  }

  Parsed choice(Operation operation, std::size_t level) {
    if (!takeSign('(')) return fail("\"(\" after min or max");
    auto node = std::make_unique<Node>();
    node->operation = operation;
    std::size_t depth = 0;
    do {
      Parsed operand = disjunction(level + 1);
      if (!operand) return {};
      if (node->operands.size() == kMaxOperands) return fail("at most 16 values in min and max");
      depth = std::max(depth, operand->depth);
      node->operands.push_back(std::move(operand->node));
    } while (takeSign(','));
    if (!takeSign(')')) return fail("\",\" or \")\"");
    if (node->operands.size() < 2) return fail("two values or more in min and max");
    return finish(std::move(node), depth + 1);
  }

  Parsed reference(std::string_view word, std::size_t level) {
    auto node = std::make_unique<Node>();
    node->operation = Operation::kName;
    node->name = word;
    std::size_t depth = 0;
    if (takeSign('[')) {
      Parsed element = disjunction(level + 1);
      if (!element) return {};
      if (!takeSign(']')) return fail("\"]\"");
      depth = element->depth;
      node->operation = Operation::kElement;
      node->operands.push_back(std::move(element->node));
    }
    if (takeSign('.')) {
      skipSpace();
      if (!isLetter(peek())) return fail("the name of an attribute after \".\"");
      node->operation = Operation::kAttribute;
      node->attribute = takeIdentifier();
    }
    if (m_uses.size() == kMaxUses) return fail("at most 200 names in one expression");
    m_uses.push_back({node->name, node->attribute, !node->operands.empty()});
    return finish(std::move(node), depth + 1);
  }

  static Parsed literal(Value value) {
    auto node = std::make_unique<Node>();
    node->value = std::move(value);
    return Part{std::move(node), 1};
  }
  Parsed wrap(Operation operation, Parsed operand) {
    if (!operand) return {};
    auto node = std::make_unique<Node>();
    node->operation = operation;
    node->operands.push_back(std::move(operand->node));
    return finish(std::move(node), operand->depth + 1);
  }
  Parsed join(Operation operation, Parsed left, Parsed right) {
    if (!left || !right) return {};
    auto node = std::make_unique<Node>();
    node->operation = operation;
    node->operands.push_back(std::move(left->node));
    node->operands.push_back(std::move(right->node));
    return finish(std::move(node), std::max(left->depth, right->depth) + 1);
  }
  Parsed finish(std::unique_ptr<Node> node, std::size_t depth) {
    if (!isShallow(depth)) return {};
    return Part{std::move(node), depth};
  }
  bool isShallow(std::size_t depth) {
    if (depth <= kMaxExpressionDepth) return true;
    fail("an expression nested at most 32 deep");
    return false;
  }

  [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
  void skipSpace() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') ++m_at;
  }
  bool takeSign(char sign) {
    skipSpace();
    if (peek() != sign || m_at >= m_text.size()) return false;
    ++m_at;
    return true;
  }
  std::string_view takeIdentifier() {
    const std::size_t start = m_at;
    while (isLetter(peek()) || isDigit(peek())) ++m_at;
    return m_text.substr(start, m_at - start);
  }
  bool takeWord(std::string_view word) {
    skipSpace();
    const std::size_t start = m_at;
    if (isLetter(peek()) && takeIdentifier() == word) return true;
    m_at = start;
    return false;
  }
  template <std::size_t N>
  std::optional<Operation> takeOperator(const std::array<BinaryOperator, N>& operators) {
    skipSpace();
    for (const BinaryOperator& candidate : operators) {
      if (m_text.substr(m_at, candidate.sign.size()) != candidate.sign) continue;
      m_at += candidate.sign.size();
      return candidate.operation;
    }
    return {};
  }

  // Always nothing, so that a caller can return it. The first error stands.
  Parsed fail(const std::string& expected) {
    if (m_fault) return {};
    const std::string found = m_at < m_text.size() ? inQuotes(m_text.substr(m_at), 20) : std::string("the end");
    m_fault = ParseFault{found + " in column " + std::to_string(m_at + 1) + " of " + inQuotes(m_text), expected};
    return {};
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  std::optional<ParseFault> m_fault;
  std::vector<NameUse> m_uses;
};

bool sameUse(const NameUse& a, const NameUse& b) {
  return a.name == b.name && a.attribute == b.attribute && a.hasElement == b.hasElement;
}

}  // namespace

bool isName(std::string_view word) {
  if (word.empty() || word.size() > kMaxNameBytes || !isLetter(word.front())) return false;
  if (!std::all_of(word.begin(), word.end(), [](char c) { return isLetter(c) || isDigit(c); })) return false;
  return std::find(kWords.begin(), kWords.end(), word) == kWords.end();
}

Error ParseFault::toError() const {
  return {ErrorCode::kInvalidInput, "found " + found + ", expected " + expected, {}};
}

Result<Expression> Expression::parse(std::string_view text) {
  ParseFault fault;
  std::optional<Expression> expression = parse(text, fault);
  if (!expression) return fault.toError();
  return *std::move(expression);
}

std::optional<Expression> Expression::parse(std::string_view text, ParseFault& fault) {
  if (text.size() > kMaxExpressionBytes) {
    fault = {"an expression of " + std::to_string(text.size()) + " bytes",
             "at most " + std::to_string(kMaxExpressionBytes) + " bytes"};
    return {};
  }
  Parser parser(text);
  Parsed part = parser.whole();
  if (!part) {
    fault = parser.fault();
    return {};
  }
  Expression expression;
  expression.m_text = text;
  expression.m_root = std::move(part->node);
  for (const NameUse& use : parser.uses()) {
    auto& uses = expression.m_uses;
    auto& names = expression.m_names;
    if (std::none_of(uses.begin(), uses.end(), [&](const NameUse& known) { return sameUse(known, use); })) {
      uses.push_back(use);
    }
    if (std::find(names.begin(), names.end(), use.name) == names.end()) names.push_back(use.name);
  }
  return expression;
}

}  // namespace threadline::scenario
