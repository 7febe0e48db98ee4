// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/http/web_spec.h"

#include <string>

#include "core/scenario/object_rules.h"

namespace threadline::engine {
namespace {

using scenario::ObjectDeclaration;
using scenario::ParameterNames;
using scenario::Value;

Error wrongField(const ObjectDeclaration& declaration, const std::string& field, const std::string& found,
                 const std::string& expected) {
  return {ErrorCode::kInvalidArgument, "found " + found + ", expected " + expected, declaration.pointer + "/" + field};
}

/// The field's value, or none where it is not given.
Result<Value> fieldOf(const ObjectDeclaration& declaration, const ParameterNames& names, const std::string& field) {
  const auto found = declaration.fields.find(field);
  if (found == declaration.fields.end()) return Value();
  Result<Value> value = found->second.evaluate(names);
  if (value) return value;
  Error error = value.error();
  if (error.context.empty()) error.context = declaration.pointer + "/" + field;
  return error;
}

/// Within the bounds that the table gives for a literal: a parameter must keep them too.
Status readNumber(const ObjectDeclaration& declaration, const ParameterNames& names, const std::string& field,
                  std::int64_t& into) {
  const Result<Value> value = fieldOf(declaration, names, field);
  if (!value) return value.error();
  if (value.value().isNone()) return ok();
  const scenario::ArgumentRule* rule = scenario::argumentNamed(scenario::ruleOf(declaration.kind).fields, field);
  const std::int64_t* number = value.value().asInteger();
  if (number == nullptr || *number < rule->min || *number > rule->max) {
    return wrongField(declaration, field, value.value().toText(),
                      "a whole number from " + std::to_string(rule->min) + " to " + std::to_string(rule->max));
  }
  into = *number;
  return ok();
}

}  // namespace

Result<ServerSpec> readServerSpec(const ObjectDeclaration& declaration, const ParameterNames& names) {
  ServerSpec spec;
  const std::pair<const char*, std::int64_t*> fields[] = {
      {"delay_ms", &spec.delayMs}, {"bytes", &spec.bytes}, {"limit", &spec.limit}, {"connect_ms", &spec.connectMs}};
  for (const auto& [field, into] : fields) {
    if (Status read = readNumber(declaration, names, field, *into); !read) return read.error();
  }
  return spec;
}

Result<SessionSpec> readSessionSpec(const ObjectDeclaration& declaration, const ParameterNames& names) {
  SessionSpec spec;
  const Result<Value> share = fieldOf(declaration, names, "share");
  if (!share) return share.error();
  const Value& word = share.value();
  if (word == Value("own")) {
    spec.share = SessionSpec::Share::kOwn;
  } else if (word == Value("shared")) {
    spec.share = SessionSpec::Share::kShared;
  } else if (word == Value("new")) {
    spec.share = SessionSpec::Share::kNew;
  } else {
    return wrongField(declaration, "share", '"' + word.toText() + '"', "own, shared or new");
  }
  const Result<Value> lock = fieldOf(declaration, names, "lock");
  if (!lock) return lock.error();
  if (const bool* hasLock = lock.value().asBool()) {
    spec.hasLock = *hasLock;
  } else if (!lock.value().isNone()) {
    return wrongField(declaration, "lock", lock.value().toText(), "true or false");
  }
  return spec;
}

}  // namespace threadline::engine
