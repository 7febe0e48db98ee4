// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/value_codec.h"

#include <cstdint>
#include <cstring>
#include <utility>

namespace threadline::engine {
namespace {

using scenario::List;
using scenario::Value;

enum class Kind : char { kNone = 0, kFalse = 1, kTrue = 2, kInteger = 3, kDecimal = 4, kText = 5, kList = 6 };

// Values are built by expressions of at most this depth; deeper bytes are damaged.
constexpr int kMaxDepth = 64;

template <typename Number>
void append(std::string& bytes, Number number) {
  char raw[sizeof number];
  std::memcpy(raw, &number, sizeof number);
  bytes.append(raw, sizeof number);
}

Status encodeInto(std::string& bytes, const Value& value) {
  if (value.asActor() != nullptr) {
    return Error{ErrorCode::kRunFailed, "an actor cannot be sent to another process", ""};
  }
  if (value.isNone()) {
    bytes.push_back(static_cast<char>(Kind::kNone));
  } else if (const bool* truth = value.asBool()) {
    bytes.push_back(static_cast<char>(*truth ? Kind::kTrue : Kind::kFalse));
  } else if (const std::int64_t* integer = value.asInteger()) {
    bytes.push_back(static_cast<char>(Kind::kInteger));
    append(bytes, *integer);
  } else if (const double* decimal = value.asDecimal()) {
    bytes.push_back(static_cast<char>(Kind::kDecimal));
    append(bytes, *decimal);
  } else if (const std::string* text = value.asText()) {
    bytes.push_back(static_cast<char>(Kind::kText));
    append(bytes, static_cast<std::uint32_t>(text->size()));
    bytes += *text;
  } else if (const List* list = value.asList()) {
    bytes.push_back(static_cast<char>(Kind::kList));
    append(bytes, static_cast<std::uint32_t>(list->size()));
    for (const Value& element : *list) {
      if (auto done = encodeInto(bytes, element); !done) return done;
    }
  }
  return ok();
}

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : m_bytes(bytes) {}

  Result<Value> value(int depth) {
    if (m_bytes.empty() || depth > kMaxDepth) return damaged();
    const auto kind = static_cast<Kind>(m_bytes.front());
    m_bytes.remove_prefix(1);
    switch (kind) {
      case Kind::kNone: return Value();
      case Kind::kFalse: return Value(false);
      case Kind::kTrue: return Value(true);
      case Kind::kInteger: return number<std::int64_t>();
      case Kind::kDecimal: return number<double>();
      case Kind::kText: return text();
      case Kind::kList: return list(depth);
    }
    return damaged();
  }
  [[nodiscard]] bool isAtEnd() const { return m_bytes.empty(); }

 private:
  static Error damaged() { return {ErrorCode::kInvalidInput, "an item of a queue is damaged", ""}; }

  template <typename Number>
  bool take(Number& number) {
    if (m_bytes.size() < sizeof number) return false;
    std::memcpy(&number, m_bytes.data(), sizeof number);
    m_bytes.remove_prefix(sizeof number);
    return true;
  }
  template <typename Number>
  Result<Value> number() {
    Number result{};
    if (!take(result)) return damaged();
    return Value(result);
  }
  Result<Value> text() {
    std::uint32_t size = 0;
    if (!take(size) || size > m_bytes.size()) return damaged();
    std::string result(m_bytes.substr(0, size));
    m_bytes.remove_prefix(size);
    return Value(std::move(result));
  }
  Result<Value> list(int depth) {
    std::uint32_t count = 0;
    // Each element takes a byte at least, so a count beyond the bytes left is false.
    if (!take(count) || count > m_bytes.size()) return damaged();
    List elements;
    for (std::uint32_t i = 0; i < count; ++i) {
      auto element = value(depth + 1);
      if (!element) return element.error();
      elements.push_back(element.take());
    }
    return Value(std::move(elements));
  }

  std::string_view m_bytes;
};

}  // namespace

Result<std::string> encodeValue(const Value& value) {
  std::string bytes;
  if (auto done = encodeInto(bytes, value); !done) return done.error();
  return bytes;
}

Result<Value> decodeValue(std::string_view bytes) {
  Decoder decoder(bytes);
  auto result = decoder.value(0);
  if (result && !decoder.isAtEnd()) return Error{ErrorCode::kInvalidInput, "an item of a queue is damaged", ""};
  return result;
}

}  // namespace threadline::engine
