// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which names an expression may use at one place of a file, and the problem where it uses another. What cannot be known
// before a run (does this local hold an actor by now?) is not asked here. Private to core/scenario.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/fields.h"

namespace threadline::scenario {

/// The names that a file declares, also those whose declaration has a problem of its own: what uses them is not
/// reported again.
struct DeclaredNames {
  explicit DeclaredNames(const Json& root);
  [[nodiscard]] bool has(const std::vector<std::string_view>& names, std::string_view name) const;

  std::vector<std::string_view> parameters;
  std::vector<std::string_view> objects;
  std::vector<std::string_view> functions;
};

/// The locals that a function's steps make anywhere: by `as`, `assign` and `index`.
[[nodiscard]] std::set<std::string, std::less<>> localsOf(const Json& function);

class NameScope {
 public:
  enum class Kind : std::uint8_t { kParameters, kFunction, kClaim };

  NameScope(ProblemList& problems, const Scenario& scenario, const DeclaredNames& declared, Kind kind)
      : m_problems(problems), m_scenario(scenario), m_declared(declared), m_kind(kind) {}

  /// For kFunction: its arguments and locals.
  void setLocals(std::vector<std::string> arguments, std::set<std::string, std::less<>> locals);
  /// `index` stands for the number of the actor being started.
  void setHasIndex(bool hasIndex) { m_hasIndex = hasIndex; }
  [[nodiscard]] bool isLocal(std::string_view name) const;

  void check(const std::string& pointer, const Expression& expression) const;
  void check(const std::string& pointer, const Template& text) const;
  /// All that is in it, lists too; references are not looked at, but their elements are.
  void check(const std::string& pointer, const Argument& argument) const;

  /// "one of a, b, c", or with the near one first.
  [[nodiscard]] std::string knownFor(std::string_view name) const;

 private:
  void checkUse(const std::string& pointer, const NameUse& use) const;
  void checkAttribute(const std::string& pointer, const NameUse& use) const;
  void checkClaimAttribute(const std::string& pointer, const NameUse& use) const;
  void checkPlain(const std::string& pointer, const NameUse& use) const;

  ProblemList& m_problems;
  const Scenario& m_scenario;
  const DeclaredNames& m_declared;
  Kind m_kind;
  std::vector<std::string> m_arguments;
  std::set<std::string, std::less<>> m_locals;
  bool m_hasIndex = false;
};

}  // namespace threadline::scenario
