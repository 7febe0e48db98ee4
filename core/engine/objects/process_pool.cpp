// SPDX-License-Identifier: GPL-3.0-or-later
#include <poll.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "core/engine/objects/pool.h"
#include "core/engine/objects/value_codec.h"
#include "core/engine/read_whole.h"
#include "core/engine/shared_block.h"
#include "core/engine/start_method/forkserver_message.h"

namespace threadline::engine {
namespace {

constexpr std::size_t kMaxChunkBytes = 64U << 20U;
constexpr std::size_t kMaxFailureText = 1000;

/// The items follow in a memfd, so that a chunk may be of any size and the message stays small.
struct ChunkMessage {
  std::int64_t number = 0;
  std::uint64_t flow = 0;
};

struct ResultMessage {
  std::int64_t number = 0;
  std::uint32_t hasFailed = 0;
  std::uint32_t textBytes = 0;
  std::array<char, kMaxFailureText> text{};
};

class ProcessPool final : public Pool {
 public:
  ProcessPool(ObjectId id, std::string name, std::int64_t size, SharedCell& cell)
      : Pool(id, std::move(name), scenario::Runtime::kProcess, size), m_cell(cell) {}

  Status own(const ProcessRuntime& process) override {
    if (m_isBroken) return broken();
    std::int32_t owner = 0;
    const auto self = static_cast<std::int32_t>(process.identity.pid);
    if (m_cell.ownerPid.compare_exchange_strong(owner, self) || owner == self) return ok();
    return Error{
        ErrorCode::kRunFailed, "the pool \"" + name() + "\" belongs to another process, which used it first", {}};
  }

  void addWorker(std::shared_ptr<const UniqueFd> pidfd) override {
    if (pidfd) m_pidfds.push_back(std::move(pidfd));
    countWorker();
  }

  Status offer(Recorder& recorder, PoolChunk chunk) override {
    scenario::List content = std::move(chunk.items);
    content.insert(content.begin(), scenario::Value(chunk.function));
    const Result<std::string> bytes = encodeValue(scenario::Value(std::move(content)));
    if (!bytes) return bytes.error();
    const Result<UniqueFd> memfd = contentFd(bytes.value());
    if (!memfd) return memfd.error();
    recordOffer(recorder, chunk, m_cell.depth.fetch_add(1) + 1);
    const ChunkMessage message{chunk.number, chunk.flow};
    return sendMessage(m_cell.writeEnd, &message, sizeof message, {memfd.value().get()});
  }

  Result<PoolResult> await() override {
    while (true) {
      std::vector<pollfd> waiting{{m_cell.resultReadEnd, POLLIN, 0}};
      for (const auto& pidfd : m_pidfds) waiting.push_back({pidfd->get(), POLLIN, 0});
      if (::poll(waiting.data(), waiting.size(), -1) < 0) {
        if (errno == EINTR) continue;
        return systemError("poll", errno);
      }
      // Results first: a worker may have finished its chunk before it ended.
      if (waiting.front().revents != 0) return receiveResult();
      m_isBroken = true;
      return broken();
    }
  }

  bool take(PoolChunk& chunk) override {
    ChunkMessage message;
    std::vector<UniqueFd> fds;
    Result<bool> came = false;
    while (came && !came.value()) {
      if (!waitForWork()) return false;
      came = receiveMessageIfThere(m_cell.readEnd, &message, sizeof message, fds);
    }
    if (!came || fds.size() != 1) return false;
    const Result<std::string> bytes = readWhole(fds.front().get(), kMaxChunkBytes, "a chunk of work");
    Result<scenario::Value> content = bytes ? decodeValue(bytes.value()) : Result<scenario::Value>(bytes.error());
    const scenario::List* list = content ? content.value().asList() : nullptr;
    if (list == nullptr || list->empty() || list->front().asText() == nullptr) return false;
    chunk.function = *list->front().asText();
    chunk.number = message.number;
    chunk.flow = message.flow;
    chunk.items.assign(list->begin() + 1, list->end());
    return true;
  }

  void recordTaken(Recorder& recorder, const PoolChunk& chunk) override {
    recorder.flowIn(FlowKind::kPut, chunk.flow, id());
    recorder.counter(CounterKind::kDepth, id(), m_cell.depth.fetch_sub(1) - 1);
  }

  void finish(PoolResult result) override {
    ResultMessage message;
    message.number = result.number;
    message.hasFailed = result.hasFailed ? 1 : 0;
    message.textBytes = static_cast<std::uint32_t>(std::min(result.text.size(), message.text.size()));
    std::copy_n(result.text.begin(), message.textBytes, message.text.begin());
    // Where nobody takes results any more the owner is gone, which the next wait for work finds out.
    static_cast<void>(sendMessage(m_cell.resultWriteEnd, &message, sizeof message));
  }

  std::unique_ptr<Pool> copyForFork() const override {
    return std::make_unique<ProcessPool>(id(), name(), size(), m_cell);
  }

 private:
  [[nodiscard]] Error broken() const {
    return {ErrorCode::kRunFailed, "a worker of the pool \"" + name() + "\" ended abruptly while work was left", {}};
  }

  static Result<UniqueFd> contentFd(std::string_view bytes) {
    UniqueFd fd(::memfd_create("threadline-chunk", MFD_CLOEXEC));
    if (!fd.isOpen()) return systemError("memfd_create", errno);
    while (!bytes.empty()) {
      const ssize_t written = ::write(fd.get(), bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return systemError("write of a chunk of work", errno);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return fd;
  }

  /// Every process of the run holds the owner's end open: so its death has to be looked for.
  bool waitForWork() {
    if (!m_owner.isOpen()) m_owner.reset(static_cast<int>(::syscall(SYS_pidfd_open, m_cell.ownerPid.load(), 0)));
    if (!m_owner.isOpen()) return false;
    while (true) {
      std::array<pollfd, 2> waiting{{{m_cell.readEnd, POLLIN, 0}, {m_owner.get(), POLLIN, 0}}};
      if (::poll(waiting.data(), waiting.size(), -1) < 0) {
        if (errno == EINTR) continue;
        return false;
      }
      return waiting[1].revents == 0;
    }
  }

  Result<PoolResult> receiveResult() {
    ResultMessage message;
    std::vector<UniqueFd> none;
    if (!receiveMessage(m_cell.resultReadEnd, &message, sizeof message, none)) {
      m_isBroken = true;
      return broken();
    }
    const std::size_t bytes = std::min<std::size_t>(message.textBytes, message.text.size());
    return PoolResult{message.number, message.hasFailed != 0, std::string(message.text.data(), bytes)};
  }

  SharedCell& m_cell;
  std::vector<std::shared_ptr<const UniqueFd>> m_pidfds;  // of the owner's: its workers
  UniqueFd m_owner;                                       // of a worker's
  bool m_isBroken = false;
};

}  // namespace

std::unique_ptr<Pool> makeProcessPool(const ObjectSpec& object, SharedCell& cell) {
  return std::make_unique<ProcessPool>(object.id, object.name, object.workers, cell);
}

}  // namespace threadline::engine
