// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a parameter, a local, an argument or a queue's item can be: nothing, a truth value, a 64-bit integer, a decimal,
// a text, a list, or an actor's handle (a number into the handle table of the process that made it).

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace threadline::scenario {

struct ActorHandle {
  std::uint32_t index = 0;
  friend bool operator==(ActorHandle, ActorHandle) = default;
};

class Value;
using List = std::vector<Value>;

class Value {
 public:
  using Storage =
      std::variant<std::monostate, bool, std::int64_t, double, std::string, std::shared_ptr<const List>, ActorHandle>;

  Value() = default;
  Value(bool value) : m_storage(value) {}                      // NOLINT(google-explicit-constructor)
  Value(std::int64_t value) : m_storage(value) {}              // NOLINT(google-explicit-constructor)
  Value(double value) : m_storage(value) {}                    // NOLINT(google-explicit-constructor)
  Value(std::string value) : m_storage(std::move(value)) {}    // NOLINT(google-explicit-constructor)
  Value(const char* value) : m_storage(std::string(value)) {}  // NOLINT(google-explicit-constructor)
  Value(List value)
      : m_storage(std::make_shared<const List>(std::move(value))) {}  // NOLINT(google-explicit-constructor)
  Value(ActorHandle value) : m_storage(value) {}                      // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool isNone() const { return m_storage.index() == 0; }
  [[nodiscard]] const bool* asBool() const { return std::get_if<bool>(&m_storage); }
  [[nodiscard]] const std::int64_t* asInteger() const { return std::get_if<std::int64_t>(&m_storage); }
  [[nodiscard]] const double* asDecimal() const { return std::get_if<double>(&m_storage); }
  [[nodiscard]] const std::string* asText() const { return std::get_if<std::string>(&m_storage); }
  [[nodiscard]] const List* asList() const {
    const auto* list = std::get_if<std::shared_ptr<const List>>(&m_storage);
    return list ? list->get() : nullptr;
  }
  [[nodiscard]] const ActorHandle* asActor() const { return std::get_if<ActorHandle>(&m_storage); }
  [[nodiscard]] const Storage& storage() const { return m_storage; }

  /// As the documents' programs print it: None, True, 42, 2.0, hello, [1, 2].
  [[nodiscard]] std::string toText() const;
  /// The word for its type in messages: "none", "bool", "int", "decimal", "text", "list", "actor".
  [[nodiscard]] const char* typeName() const;

  /// Equal type and equal content; an integer equals a decimal of the same value; lists element by element.
  friend bool operator==(const Value& a, const Value& b);

 private:
  Storage m_storage;
};

}  // namespace threadline::scenario
