// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a value or an array holds: numbers of one type, fixed by what they begin with, as multiprocessing's Value and
// Array hold C numbers. Each access is whole; a read and a store that belong together need the object's lock.
//
// Thread: any; in the shared block any thread of any process of the run.

#include <cstdint>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/engine/shared_block.h"
#include "core/scenario/value.h"

namespace threadline::engine {

class Numbers {
 public:
  /// Writes the initial numbers unless they lie in the shared block, where they stand already.
  Numbers(const ObjectSpec& object, SharedNumber* shared);

  [[nodiscard]] std::int64_t count() const { return m_count; }
  /// Errors: kRunFailed for an element that it does not have.
  [[nodiscard]] Result<scenario::Value> read(std::int64_t element) const;
  /// Errors: the same; kRunFailed for a value that is no number of its type. A whole number becomes a decimal.
  [[nodiscard]] Status store(std::int64_t element, const scenario::Value& value);
  /// For a forked child: the same numbers between processes, else a copy.
  [[nodiscard]] std::unique_ptr<Numbers> copyForFork() const;

 private:
  Numbers(const Numbers& other);
  [[nodiscard]] Status checkElement(std::int64_t element) const;

  const std::string m_name;
  const bool m_isDecimal;
  const std::int64_t m_count;
  std::unique_ptr<SharedNumber[]> m_own;
  SharedNumber* m_numbers = nullptr;
};

/// Puts the initial numbers of a value or array into memory that has room for them.
void beginNumbers(const ObjectSpec& object, SharedNumber* numbers);

}  // namespace threadline::engine
