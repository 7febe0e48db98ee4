// SPDX-License-Identifier: GPL-3.0-or-later
#include <pthread.h>
#include <unistd.h>

#include <string>

#include "core/engine/actor/handle_table.h"
#include "core/engine/actor/process_actor.h"
#include "core/engine/actor/thread_actor.h"
#include "core/engine/loop/task_registry.h"
#include "core/engine/process_memory.h"
#include "core/engine/steps/frame.h"

namespace threadline::engine {
namespace {

using scenario::Runtime;
using scenario::Value;

// A loop that asks again and again shows the same answer at most this often.
constexpr std::int64_t kSameAnswerEveryNs = 1'000'000;

Error noAttribute(std::string_view attribute) {
  return {ErrorCode::kNotFound, "an actor has no attribute \"" + std::string(attribute) + "\"", ""};
}

void recordAnswer(ActorRun& run, const HandleEntry& entry, bool isAlive) {
  Recorder& recorder = run.actor.recorder;
  const std::string answer = "is_alive: " + Value(isAlive).toText();
  const std::string asked = entry.start.name + answer;
  const std::int64_t now = monotonicNow().ns;
  if (asked == run.lastAnswer && now - run.lastAnswerNs < kSameAnswerEveryNs) return;
  run.lastAnswer = asked;
  run.lastAnswerNs = now;
  recorder.instant(InstantKind::kAnswer, recorder.text(answer), entry.start.recorder.lane.value);
}

Value numberOrNone(std::uint64_t number) {
  return number == 0 ? Value() : Value(static_cast<std::int64_t>(number));
}

Result<Value> threadAttribute(ActorRun& run, const HandleEntry& entry, std::string_view attribute) {
  const ThreadRecord record = entry.hasStarted ? run.actor.process.threads->record(entry.number) : ThreadRecord{};
  if (attribute == "alive") {
    const bool isAlive = entry.hasStarted && record.hasStarted && !record.hasEnded;
    recordAnswer(run, entry, isAlive);
    return Value(isAlive);
  }
  if (attribute == "ident") return numberOrNone(record.ident);
  if (attribute == "native_id") return numberOrNone(static_cast<std::uint64_t>(record.tid));
  if (attribute == "pid") return Value(static_cast<std::int64_t>(run.actor.process.identity.pid));
  if (attribute == "exit_code") return Value();
  return noAttribute(attribute);
}

Result<Value> processAttribute(ActorRun& run, const HandleEntry& entry, std::string_view attribute) {
  ChildRegistry& children = *run.actor.process.children;
  if (attribute == "alive") {
    const bool isAlive = entry.hasStarted && children.isAlive(run.actor.recorder, entry.number);
    recordAnswer(run, entry, isAlive);
    return Value(isAlive);
  }
  if (attribute == "exit_code") {
    // As in Python, asking is a look at the child.
    if (entry.hasStarted) static_cast<void>(children.isAlive(run.actor.recorder, entry.number));
    const ChildProcess child = children.child(entry.number);
    return child.exitCode ? Value(*child.exitCode) : Value();
  }
  if (attribute == "pid" || attribute == "ident" || attribute == "native_id") {
    return numberOrNone(static_cast<std::uint64_t>(children.child(entry.number).pid));
  }
  return noAttribute(attribute);
}

/// A task has its thread's numbers; its own are none.
Result<Value> taskAttribute(ActorRun& run, const HandleEntry& entry, std::string_view attribute) {
  if (attribute == "alive") {
    const bool isAlive = entry.hasStarted && !run.actor.process.tasks->record(entry.number).hasEnded;
    recordAnswer(run, entry, isAlive);
    return Value(isAlive);
  }
  if (attribute == "pid") return Value(static_cast<std::int64_t>(run.actor.process.identity.pid));
  if (attribute == "ident" || attribute == "native_id" || attribute == "exit_code") return Value();
  return noAttribute(attribute);
}

}  // namespace

Result<Value> actorAttribute(ActorRun& run, scenario::ActorHandle handle, std::string_view attribute) {
  const auto entry = run.actor.process.handles->entry(handle);
  if (!entry) return Error{ErrorCode::kRunFailed, "this actor belongs to another process", ""};
  if (attribute == "name") return Value(entry->start.name);
  if (entry->runtime == Runtime::kProcess) return processAttribute(run, *entry, attribute);
  if (entry->runtime == Runtime::kThread) return threadAttribute(run, *entry, attribute);
  if (entry->runtime == Runtime::kTask) return taskAttribute(run, *entry, attribute);
  // A sequential actor has run when its start returns.
  if (attribute == "alive") {
    recordAnswer(run, *entry, false);
    return Value(false);
  }
  return Value();
}

Result<Value> ownAttribute(const Actor& actor, std::string_view attribute) {
  const ProcessIdentity& process = actor.process.identity;
  if (attribute == "name") return Value(actor.name);
  if (attribute == "pid") return Value(static_cast<std::int64_t>(process.pid));
  if (attribute == "parent_pid") return Value(static_cast<std::int64_t>(process.parentPid));
  if (attribute == "memory_kb") {
    const auto kb = readPrivateMemoryKb(*actor.process.rings);
    return kb ? Value(*kb) : Value();
  }
  if (attribute == "ident") return Value(static_cast<std::int64_t>(pthread_self()));
  if (attribute == "native_id") return Value(static_cast<std::int64_t>(gettid()));
  return Error{ErrorCode::kNotFound, "self has no attribute \"" + std::string(attribute) + "\"", ""};
}

}  // namespace threadline::engine
