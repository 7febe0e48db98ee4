// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Names for expression tests: what the test puts in, and nothing else.

#include <map>
#include <string>

#include "core/scenario/expression.h"

namespace threadline::scenario {

class MapNames final : public Names {
 public:
  MapNames() = default;
  MapNames(std::initializer_list<std::pair<const std::string, Value>> values) : m_values(values) {}

  [[nodiscard]] Result<Value> name(std::string_view name) const override { return find(std::string(name)); }
  [[nodiscard]] Result<Value> attribute(std::string_view base, std::int64_t element,
                                        std::string_view attribute) const override {
    const std::string index = element < 0 ? "" : "[" + std::to_string(element) + "]";
    return find(std::string(base) + index + "." + std::string(attribute));
  }

 private:
  [[nodiscard]] Result<Value> find(const std::string& name) const {
    const auto it = m_values.find(name);
    if (it == m_values.end()) return Error{ErrorCode::kNotFound, "no " + name, {}};
    return it->second;
  }

  std::map<std::string, Value> m_values;
};

}  // namespace threadline::scenario
