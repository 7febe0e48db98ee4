// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/start_method/spawn_package.h"

#include <nlohmann/json.hpp>

#include <type_traits>
#include <utility>

namespace threadline::engine {

namespace {

using nlohmann::json;
using scenario::Value;

// An actor's handle is the one value that JSON has no word for.
constexpr const char* kActorKey = "actor";

json toJson(const Value& value) {
  return std::visit(
      [](const auto& content) -> json {
        using T = std::decay_t<decltype(content)>;
        if constexpr (std::is_same_v<T, std::monostate>) {
          return nullptr;
        } else if constexpr (std::is_same_v<T, std::shared_ptr<const scenario::List>>) {
          json list = json::array();
          for (const Value& item : *content) list.push_back(toJson(item));
          return list;
        } else if constexpr (std::is_same_v<T, scenario::ActorHandle>) {
          return json{{kActorKey, content.index}};
        } else {
          return content;
        }
      },
      value.storage());
}

Value toValue(const json& value) {
  switch (value.type()) {
    case json::value_t::boolean: return value.get<bool>();
    case json::value_t::number_integer:
    case json::value_t::number_unsigned: return value.get<std::int64_t>();
    case json::value_t::number_float: return value.get<double>();
    case json::value_t::string: return value.get<std::string>();
    case json::value_t::object: return scenario::ActorHandle{value.at(kActorKey).get<std::uint32_t>()};
    case json::value_t::array: {
      scenario::List list;
      for (const json& item : value) list.push_back(toValue(item));
      return list;
    }
    default: return {};
  }
}

json toJson(const ActorStart& start) {
  json arguments = json::array();
  for (const Value& argument : start.arguments) arguments.push_back(toJson(argument));
  return {{"function", start.function},
          {"arguments", std::move(arguments)},
          {"name", start.name},
          {"daemon", start.isDaemon},
          {"parent_lane", start.parentLane.value},
          {"slot", start.recorder.claim.slot},
          {"generation", start.recorder.claim.generation},
          {"lane", start.recorder.lane.value},
          {"texts_used", start.recorder.textsUsed},
          {"state", static_cast<unsigned>(start.recorder.state)},
          {"pool", start.pool.value},
          {"start_flow", start.startFlow}};
}

ActorStart toActorStart(const json& object) {
  ActorStart start;
  object.at("function").get_to(start.function);
  for (const json& argument : object.at("arguments")) start.arguments.push_back(toValue(argument));
  object.at("name").get_to(start.name);
  object.at("daemon").get_to(start.isDaemon);
  object.at("parent_lane").get_to(start.parentLane.value);
  object.at("slot").get_to(start.recorder.claim.slot);
  object.at("generation").get_to(start.recorder.claim.generation);
  object.at("lane").get_to(start.recorder.lane.value);
  object.at("texts_used").get_to(start.recorder.textsUsed);
  start.recorder.state = laneStateFromNumber(object.at("state").get<std::uint8_t>()).value_or(LaneState::kStarting);
  object.at("pool").get_to(start.pool.value);
  object.at("start_flow").get_to(start.startFlow);
  return start;
}

}  // namespace

std::string writeSpawnPackage(const SpawnPackage& package) {
  const json object = {{"process", package.identity.id.value}, {"parent", package.identity.parent.value},
                       {"name", package.identity.name},        {"daemon", package.identity.isDaemon},
                       {"register_fd", package.registerFd},    {"shared_fd", package.sharedFd},
                       {"requests_fd", package.requestsFd},    {"start", toJson(package.start)}};
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<SpawnPackage> readSpawnPackage(std::string_view bytes) {
  if (bytes.size() > kMaxSpawnPackageBytes)
    return Error{ErrorCode::kLimit, "the start of a spawned process is too large", {}};
  try {
    const json object = json::parse(bytes);
    SpawnPackage package;
    object.at("process").get_to(package.identity.id.value);
    object.at("parent").get_to(package.identity.parent.value);
    object.at("name").get_to(package.identity.name);
    object.at("daemon").get_to(package.identity.isDaemon);
    package.identity.startMethod = StartMethod::kSpawn;
    object.at("register_fd").get_to(package.registerFd);
    object.at("shared_fd").get_to(package.sharedFd);
    object.at("requests_fd").get_to(package.requestsFd);
    package.start = toActorStart(object.at("start"));
    return package;
  } catch (const json::exception& problem) {
    return Error{ErrorCode::kInvalidInput, std::string("the start of a spawned process: ") + problem.what(), {}};
  }
}

}  // namespace threadline::engine
