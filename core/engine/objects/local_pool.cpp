// SPDX-License-Identifier: GPL-3.0-or-later
#include <deque>
#include <utility>

#include "core/engine/monotonic_condition.h"
#include "core/engine/objects/pool.h"

namespace threadline::engine {

void Pool::recordOffer(Recorder& recorder, PoolChunk& chunk, std::int64_t depth) const {
  chunk.flow = recorder.newFlow();
  recorder.flowOut(FlowKind::kPut, chunk.flow, m_id);
  recorder.counter(CounterKind::kDepth, m_id, depth);
}

namespace {

class LocalPool final : public Pool {
 public:
  using Pool::Pool;

  Status own(const ProcessRuntime& /*process*/) override { return ok(); }
  void addWorker(std::shared_ptr<const UniqueFd> /*pidfd*/) override { countWorker(); }

  Status offer(Recorder& recorder, PoolChunk chunk) override {
    const std::lock_guard lock(m_mutex);
    recordOffer(recorder, chunk, static_cast<std::int64_t>(m_chunks.size()) + 1);
    m_chunks.push_back(std::move(chunk));
    m_offered.signal();
    return ok();
  }

  Result<PoolResult> await() override {
    std::unique_lock lock(m_mutex);
    while (m_results.empty()) m_finished.wait(lock);
    PoolResult result = std::move(m_results.front());
    m_results.pop_front();
    return result;
  }

  void close() override {
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    m_offered.broadcast();
  }

  bool take(PoolChunk& chunk) override {
    std::unique_lock lock(m_mutex);
    while (m_chunks.empty() && !m_isClosed) m_offered.wait(lock);
    if (m_chunks.empty()) return false;
    chunk = std::move(m_chunks.front());
    m_chunks.pop_front();
    return true;
  }

  void recordTaken(Recorder& recorder, const PoolChunk& chunk) override {
    recorder.flowIn(FlowKind::kPut, chunk.flow, id());
    const std::lock_guard lock(m_mutex);
    recorder.counter(CounterKind::kDepth, id(), static_cast<std::int64_t>(m_chunks.size()));
  }

  void finish(PoolResult result) override {
    const std::lock_guard lock(m_mutex);
    m_results.push_back(std::move(result));
    m_finished.signal();
  }

  /// The child has none of its parent's threads: its pool begins anew.
  std::unique_ptr<Pool> copyForFork() const override {
    return std::make_unique<LocalPool>(id(), name(), runtime(), size());
  }

 private:
  std::mutex m_mutex;
  MonotonicCondition m_offered;
  MonotonicCondition m_finished;
  std::deque<PoolChunk> m_chunks;
  std::deque<PoolResult> m_results;
  bool m_isClosed = false;
};

}  // namespace

std::unique_ptr<Pool> makeLocalPool(const ObjectSpec& object) {
  const auto runtime = object.isSequential ? scenario::Runtime::kSequential : scenario::Runtime::kThread;
  return std::make_unique<LocalPool>(object.id, object.name, runtime, object.workers);
}

}  // namespace threadline::engine
