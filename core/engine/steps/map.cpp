// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/engine/actor/process_actor.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/pool.h"
#include "core/engine/steps/launcher.h"
#include "core/engine/steps/pool_worker.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

using scenario::Argument;
using scenario::Runtime;
using scenario::Value;

// Chunks on their way at once, beside one for each worker: enough that nobody waits for the owner, and few enough that
// neither side can fill a socket while the other waits for room in it.
constexpr std::int64_t kAhead = 32;

/// multiprocessing's: four chunks for each worker, and one more for the rest. A pool of threads takes items singly, as
/// concurrent.futures does.
std::int64_t defaultChunk(const Pool& pool, std::int64_t items) {
  if (pool.runtime() == Runtime::kThread) return 1;
  const std::int64_t parts = pool.size() * 4;
  return std::max<std::int64_t>(1, (items + parts - 1) / parts);
}

class MapStep final : public StepCode {
 public:
  MapStep(const scenario::Step& step, ObjectRef pool, const FunctionCode& function)
      : m_pool(std::move(pool)),
        m_function(function),
        m_over(CodeBuilder::argument(step, "over")),
        m_times(CodeBuilder::argument(step, "times")),
        m_chunk(CodeBuilder::argument(step, "chunk")),
        m_as(step.as) {}

  StepEnd run(Frame& frame) const override {
    const auto id = m_pool.resolve(frame);
    if (!id) return frame.fail(id.error());
    Pool& pool = *frame.process().objects->pool(id.value());
    auto items = itemsOf(frame);
    if (!items) return frame.fail(items.error());
    const auto count = static_cast<std::int64_t>(items.value().size());
    const auto chunk = frame.integerOr(m_chunk, defaultChunk(pool, count));
    if (!chunk) return frame.fail(chunk.error());
    const Status done = pool.runtime() == Runtime::kSequential
                            ? runHere(frame, items.value())
                            : distribute(frame, pool, items.value(), std::max<std::int64_t>(1, chunk.value()));
    if (!done && frame.hasEnded()) return StepEnd::kActorEnds;
    if (!done) return frame.fail(done.error());
    if (!m_as.empty()) frame.setLocal(m_as, Value(count));
    return StepEnd::kNext;
  }

 private:
  Result<scenario::List> itemsOf(Frame& frame) const {
    scenario::List items;
    if (m_over) {
      auto over = frame.value(*m_over);
      if (!over) return over.error();
      const scenario::List* list = over.value().asList();
      if (list == nullptr) return Error{ErrorCode::kRunFailed, "map over: expected a list", {}};
      return *list;
    }
    const auto times = frame.integerOr(m_times, 0);
    if (!times) return times.error();
    for (std::int64_t i = 0; i < times.value(); ++i) items.emplace_back(i);
    return items;
  }

  Status runHere(Frame& frame, const scenario::List& items) const {
    const PoolResult result = runChunk(frame.run(), {m_function.name, 0, items, 0});
    if (result.hasFailed) return Error{ErrorCode::kRunFailed, result.text, {}};
    return frame.hasEnded() ? Status(Error{ErrorCode::kRunFailed, "SystemExit", {}}) : ok();
  }

  Status distribute(Frame& frame, Pool& pool, const scenario::List& items, std::int64_t chunk) const {
    if (frame.actor().serves == pool.id()) {
      return Error{ErrorCode::kRunFailed, "a worker of a pool cannot map on it: it would wait for itself", {}};
    }
    std::unique_lock lock(pool.mapMutex(), std::try_to_lock);
    if (!lock.owns_lock()) {
      const BlockingCall call(frame.actor(), LaneState::kWaitingQueue,
                              frame.waitFor(TargetKind::kObject, pool.id().value));
      lock.lock();
    }
    if (auto owned = pool.own(frame.process()); !owned) return owned;
    const auto count = static_cast<std::int64_t>(items.size());
    const std::int64_t chunks = (count + chunk - 1) / chunk;
    if (auto staffed = staff(frame, pool, chunks); !staffed) return staffed;
    return exchange(frame, pool, items, chunk);
  }

  /// Threads are started as they are needed, processes all at once, as in Python.
  Status staff(Frame& frame, Pool& pool, std::int64_t chunks) const {
    const bool isThreads = pool.runtime() == Runtime::kThread;
    const std::int64_t wanted = isThreads ? std::min(pool.size(), chunks) : pool.size();
    while (pool.workers() < wanted) {
      ActorStart start;
      start.function = m_function.name;
      start.pool = pool.id();
      start.name = pool.name() + "-" + std::to_string(pool.workers() + 1);
      start.parentLane = frame.recorder().lane();
      start.isDaemon = !isThreads;
      const auto worker =
          makeActor(frame, pool.runtime(), std::move(start), frame.process().program->startMethod, true);
      if (!worker) return worker.error();
      pool.addWorker(isThreads ? nullptr : pidfdOf(frame, worker.value()));
    }
    return ok();
  }

  /// Hands chunks out as results come in, so that only some are on their way at once.
  Status exchange(Frame& frame, Pool& pool, const scenario::List& items, std::int64_t chunk) const {
    const auto count = static_cast<std::int64_t>(items.size());
    std::int64_t next = 0;
    std::int64_t given = 0;
    std::int64_t open = 0;
    std::optional<Error> failure;
    while (next < count || open > 0) {
      while (next < count && open < pool.size() + kAhead) {
        const std::int64_t end = std::min(next + chunk, count);
        PoolChunk work{m_function.name, given, {items.begin() + next, items.begin() + end}, 0};
        if (auto offered = pool.offer(frame.recorder(), std::move(work)); !offered) return offered;
        next = end;
        ++given;
        ++open;
      }
      const auto result = [&] {
        const BlockingCall call(frame.actor(), LaneState::kWaitingQueue,
                                frame.waitFor(TargetKind::kObject, pool.id().value));
        return pool.await();
      }();
      if (!result) return result.error();
      --open;
      // As in Python: the others are finished first, then the first failure is told.
      if (result.value().hasFailed && !failure) failure = Error{ErrorCode::kRunFailed, result.value().text, {}};
    }
    return failure ? Status(*failure) : ok();
  }

  ObjectRef m_pool;
  const FunctionCode& m_function;
  std::optional<Argument> m_over;
  std::optional<Argument> m_times;
  std::optional<Argument> m_chunk;
  std::string m_as;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeMap(const scenario::Step& step, CodeBuilder& builder) {
  auto pool = builder.object(step, "pool");
  if (!pool) return pool.error();
  const auto function = builder.function(step, "function");
  if (!function) return function.error();
  if (function.value()->arguments.size() != 1) {
    return Error{ErrorCode::kInvalidInput, "expected a function with one argument: map calls it with each item",
                 step.pointer + "/map/function"};
  }
  return std::unique_ptr<StepCode>(std::make_unique<MapStep>(step, pool.take(), *function.value()));
}

}  // namespace threadline::engine
