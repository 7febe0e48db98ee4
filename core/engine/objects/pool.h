// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A pool: workers that wait for work in chunks, and one owner that hands it out and takes the results. What a chunk is
// and who starts the workers is the matter of the step `map`; the pool carries both ways.
//
// A pool of processes belongs to the process that uses it first. When one of its workers ends with work left, the pool
// is broken: nobody can tell what the dead one had taken.
//
// Thread: owner's calls one at a time (mapMutex), workers' calls from any.

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/unique_fd.h"
#include "core/engine/actor/actor.h"
#include "core/engine/program.h"
#include "core/scenario/value.h"
#include "core/scenario/verbs.h"

namespace threadline::engine {

struct SharedCell;

struct PoolChunk {
  std::string function;
  std::int64_t number = 0;
  scenario::List items;
  std::uint64_t flow = 0;  // from whoever handed it out
};

struct PoolResult {
  std::int64_t number = 0;
  bool hasFailed = false;
  std::string text;  // of the first failure in the chunk
};

class Pool {
 public:
  Pool(ObjectId id, std::string name, scenario::Runtime runtime, std::int64_t size)
      : m_id(id), m_name(std::move(name)), m_runtime(runtime), m_size(size) {}
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;
  virtual ~Pool() = default;

  [[nodiscard]] ObjectId id() const { return m_id; }
  [[nodiscard]] const std::string& name() const { return m_name; }
  [[nodiscard]] scenario::Runtime runtime() const { return m_runtime; }
  [[nodiscard]] std::int64_t size() const { return m_size; }
  /// Held over a whole map.
  [[nodiscard]] std::mutex& mapMutex() { return m_mapMutex; }

  // ---- the owner
  /// Makes this process the owner. Errors: kRunFailed when another one is, or the pool is broken.
  [[nodiscard]] virtual Status own(const ProcessRuntime& process) = 0;
  [[nodiscard]] std::int64_t workers() const { return m_workers; }
  /// A worker was started; `pidfd` of one that is a process.
  virtual void addWorker(std::shared_ptr<const UniqueFd> pidfd) = 0;
  /// Hands a chunk out and records its flow. Errors: kRunFailed, kSystem.
  [[nodiscard]] virtual Status offer(Recorder& recorder, PoolChunk chunk) = 0;
  /// Waits for a result; the caller has given up the GIL. Errors: kRunFailed when the pool breaks.
  [[nodiscard]] virtual Result<PoolResult> await() = 0;
  /// No more work comes: workers that are threads end.
  virtual void close() {}

  // ---- the workers
  /// Waits for a chunk; false when no more will come. The worker is idle and has given up the GIL.
  [[nodiscard]] virtual bool take(PoolChunk& chunk) = 0;
  /// The chunk's flow arrives, in the lane of its worker, which has the GIL again.
  virtual void recordTaken(Recorder& recorder, const PoolChunk& chunk) = 0;
  virtual void finish(PoolResult result) = 0;

  [[nodiscard]] virtual std::unique_ptr<Pool> copyForFork() const = 0;

 protected:
  void countWorker() { ++m_workers; }
  void recordOffer(Recorder& recorder, PoolChunk& chunk, std::int64_t depth) const;

 private:
  const ObjectId m_id;
  const std::string m_name;
  const scenario::Runtime m_runtime;
  const std::int64_t m_size;
  std::int64_t m_workers = 0;
  std::mutex m_mapMutex;
};

/// Of threads of this process, or (sequential) of none.
[[nodiscard]] std::unique_ptr<Pool> makeLocalPool(const ObjectSpec& object);
[[nodiscard]] std::unique_ptr<Pool> makeProcessPool(const ObjectSpec& object, SharedCell& cell);

}  // namespace threadline::engine
