// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/numbers.h"

#include <bit>

namespace threadline::engine {
namespace {

using scenario::Value;

std::uint64_t bitsOf(const Value& value, bool isDecimal) {
  const std::int64_t* integer = value.asInteger();
  const double* decimal = value.asDecimal();
  if (isDecimal) {
    if (decimal != nullptr) return std::bit_cast<std::uint64_t>(*decimal);
    return std::bit_cast<std::uint64_t>(integer == nullptr ? 0.0 : static_cast<double>(*integer));
  }
  return integer == nullptr ? 0 : static_cast<std::uint64_t>(*integer);
}

}  // namespace

void beginNumbers(const ObjectSpec& object, SharedNumber* numbers) {
  const scenario::List* list = object.initial.asList();
  for (std::int64_t i = 0; i < object.elements; ++i) {
    const auto place = static_cast<std::size_t>(i);
    numbers[place].store(bitsOf(list == nullptr ? object.initial : (*list)[place], object.isDecimal));
  }
}

Numbers::Numbers(const ObjectSpec& object, SharedNumber* shared)
    : m_name(object.name), m_isDecimal(object.isDecimal), m_count(object.elements), m_numbers(shared) {
  if (shared != nullptr) return;
  m_own = std::make_unique<SharedNumber[]>(static_cast<std::size_t>(m_count));
  m_numbers = m_own.get();
  beginNumbers(object, m_numbers);
}

Numbers::Numbers(const Numbers& other)
    : m_name(other.m_name), m_isDecimal(other.m_isDecimal), m_count(other.m_count), m_numbers(other.m_numbers) {
  if (!other.m_own) return;
  m_own = std::make_unique<SharedNumber[]>(static_cast<std::size_t>(m_count));
  m_numbers = m_own.get();
  for (std::size_t i = 0; i < static_cast<std::size_t>(m_count); ++i) m_numbers[i].store(other.m_numbers[i].load());
}

std::unique_ptr<Numbers> Numbers::copyForFork() const {
  return std::unique_ptr<Numbers>(new Numbers(*this));
}

Status Numbers::checkElement(std::int64_t element) const {
  if (element >= 0 && element < m_count) return ok();
  return Error{ErrorCode::kRunFailed,
               "there is no " + m_name + "[" + std::to_string(element) + "]: it has " + std::to_string(m_count), ""};
}

Result<Value> Numbers::read(std::int64_t element) const {
  if (auto isThere = checkElement(element); !isThere) return isThere.error();
  const std::uint64_t bits = m_numbers[element].load();
  if (m_isDecimal) return Value(std::bit_cast<double>(bits));
  return Value(static_cast<std::int64_t>(bits));
}

Status Numbers::store(std::int64_t element, const Value& value) {
  if (auto isThere = checkElement(element); !isThere) return isThere;
  const bool fits = value.asInteger() != nullptr || (m_isDecimal && value.asDecimal() != nullptr);
  if (!fits) {
    return Error{ErrorCode::kRunFailed,
                 m_name + " holds " + (m_isDecimal ? "decimals" : "whole numbers") + ", found a value of type " +
                     value.typeName(),
                 ""};
  }
  m_numbers[element].store(bitsOf(value, m_isDecimal));
  return ok();
}

}  // namespace threadline::engine
