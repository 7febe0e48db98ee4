// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Result<T>: a value, or an Error that says what went wrong and where.
//
// Expected failures (bad input, a file that cannot be written, a limit reached) travel as Results;
// nothing in core throws across a folder boundary. A programmer's error is a TL_CHECK (check.h).
// Messages are plain English facts; the user interface maps the code to a translated text.

#include <string>
#include <utility>
#include <variant>

#include "core/base/check.h"

namespace threadline {

enum class ErrorCode {
  kInvalidArgument,  // a value that the caller chose is not acceptable
  kInvalidInput,     // a file or another process gave data that cannot be used
  kNotFound,         // a file, scenario or object that does not exist
  kLimit,            // a bound of this program would be passed
  kSystem,           // the operating system refused; the message names call and reason
  kUnsupported,      // understood, but not available in this version
  kRunFailed,        // a step of a run failed; the context is the step's pointer
};

struct Error {
  ErrorCode code = ErrorCode::kInvalidInput;
  std::string message;  // what happened, one sentence without a full stop
  std::string context;  // where: a file, a JSON pointer, a step; may be empty
};

/// The Error for a failed system call: "CALL: reason" for the errno value given.
[[nodiscard]] Error systemError(const std::string& call, int errnoValue);

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool isOk() const { return m_state.index() == 0; }
  explicit operator bool() const { return isOk(); }

  [[nodiscard]] const T& value() const& {
    TL_CHECK(isOk());
    return std::get<0>(m_state);
  }
  [[nodiscard]] T& value() & {
    TL_CHECK(isOk());
    return std::get<0>(m_state);
  }
  /// Moves the value out; the Result must not be read afterwards.
  [[nodiscard]] T take() {
    TL_CHECK(isOk());
    return std::move(std::get<0>(m_state));
  }
  [[nodiscard]] const Error& error() const {
    TL_CHECK(!isOk());
    return std::get<1>(m_state);
  }

 private:
  std::variant<T, Error> m_state;
};

/// The Result of an operation that has no value.
using Status = Result<std::monostate>;

inline Status ok() {
  return Status(std::monostate{});
}

}  // namespace threadline
