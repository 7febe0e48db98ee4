// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <utility>

#include "core/engine/http/http_connection.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/session.h"
#include "core/engine/shared_block.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/loop_wait.h"
#include "core/engine/steps/step_table.h"

#include <boost/asio/post.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

namespace threadline::engine {
namespace {

namespace asio = boost::asio;
using scenario::Value;
using Share = SessionSpec::Share;

// Beyond what the server takes by itself; those who wait for their turn at a limited server may say more.
constexpr std::int64_t kPatienceMs = 60'000;
constexpr const char* kConnectLabel = "connect";

/// Where from, over what, how long at most.
struct Fetch {
  const ObjectSpec* object = nullptr;  // the server
  SharedServer* server = nullptr;
  Session* session = nullptr;                  // a shared one, to be used in turn
  std::shared_ptr<HttpConnection> connection;  // null: in use by somebody else, and refused
  bool keepsAlive = false;
  DurationNs patience{};
  StateDetail waiting;

  [[nodiscard]] bool mustOpen() const { return !connection->isOpen() || connection->port() != server->port.load(); }
};

LockUser userOf(const Frame& frame) {
  const Actor& actor = frame.actor();
  return {actor.recorder, actor.name, actor.process.identity.pid};
}

/// The right to use a shared session's connection, given back at the end.
class Turn {
 public:
  explicit Turn(const Frame& frame) : m_user(userOf(frame)) {}
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  ~Turn() {
    if (m_session != nullptr) m_session->giveBack(m_user);
  }
  bool tryTake(Session& session) {
    if (session.lock().tryAcquire(m_user)) isMine(session);
    return m_session != nullptr;
  }
  /// In a thread: waits where the session has a lock; false: somebody else uses it, and there is none.
  bool take(Frame& frame, Session& session) {
    if (tryTake(session) || !session.spec().hasLock) return m_session != nullptr;
    const StateDetail waiting = frame.waitFor(TargetKind::kObject, session.id().value, session.lock().holder());
    const BlockingCall call(frame.actor(), LaneState::kWaitingLock, waiting);
    if (session.lock().acquire(m_user, std::nullopt, waiting)) isMine(session);
    return m_session != nullptr;
  }

 private:
  void isMine(Session& session) {
    m_session = &session;
    session.setUser(m_user.name);
  }

  LockUser m_user;
  Session* m_session = nullptr;
};

class DownloadStep final : public StepCode {
 public:
  DownloadStep(ObjectRef server, std::optional<ObjectRef> session, std::optional<scenario::Argument> timeout,
               std::string as)
      : m_server(std::move(server)),
        m_session(std::move(session)),
        m_timeout(std::move(timeout)),
        m_as(std::move(as)) {}

  StepEnd run(Frame& frame) const override {
    auto fetch = prepare(frame);
    if (!fetch) return frame.fail(fetch.error());
    if (frame.task() != nullptr) return awaitStep(frame, runInTask(frame, fetch.take()));
    Turn turn(frame);
    if (Session* session = fetch.value().session; session != nullptr) {
      if (!turn.take(frame, *session)) return refuse(frame, *session);
    }
    return finish(frame, fetch.value(), inThread(frame, fetch.value()));
  }

 private:
  [[nodiscard]] Result<Fetch> prepare(Frame& frame) const {
    const auto id = m_server.resolve(frame);
    if (!id) return id.error();
    Fetch fetch;
    fetch.object = &frame.process().program->objects[id.value().value];
    fetch.server = &frame.process().shared->cell(id.value()).server;
    fetch.waiting = frame.waitFor(TargetKind::kObject, id.value().value);
    const ServerSpec& spec = fetch.object->server;
    const auto patience = frame.integerOr(m_timeout, kPatienceMs + spec.delayMs + spec.connectMs);
    if (!patience) return patience.error();
    fetch.patience = milliseconds(patience.value());
    if (Status chosen = chooseConnection(frame, fetch); !chosen) return chosen.error();
    return fetch;
  }

  [[nodiscard]] Status chooseConnection(Frame& frame, Fetch& fetch) const {
    if (m_session) {
      const auto id = m_session->resolve(frame);
      if (!id) return id.error();
      Session& session = *frame.process().objects->session(id.value());
      fetch.keepsAlive = session.spec().share != Share::kNew;
      if (session.spec().share == Share::kShared) {
        fetch.session = &session;
        fetch.connection = session.connection();
      } else if (session.spec().share == Share::kOwn) {
        std::shared_ptr<HttpConnection>& own = frame.actor().connections[session.id().value];
        if (!own) own = std::make_shared<HttpConnection>();
        fetch.connection = own;
      }
    }
    if (!fetch.connection) fetch.connection = std::make_shared<HttpConnection>();
    return ok();
  }

  // ---- in a thread
  static Status inThread(Frame& frame, const Fetch& fetch) {
    const Deadline deadline = deadlineIn(fetch.patience);
    if (fetch.mustOpen()) {
      const BlockingCall call(frame.actor(), LaneState::kWaitingIo, connecting(frame, fetch));
      if (Status begun = fetch.connection->beginOpen(*fetch.server, fetch.object->server); !begun) return begun;
      if (Status opened = fetch.connection->finishBlocking(deadline); !opened) return opened;
    }
    const BlockingCall call(frame.actor(), LaneState::kWaitingIo, fetch.waiting);
    fetch.connection->beginRequest(*fetch.server, fetch.object->server, fetch.keepsAlive);
    return fetch.connection->finishBlocking(deadline);
  }

  // ---- in a task
  [[nodiscard]] Awaitable<StepEnd> runInTask(Frame& frame, Fetch fetch) const {
    Turn turn(frame);
    if (fetch.session != nullptr && !co_await takeInTask(frame, turn, *fetch.session)) {
      if (frame.task()->isCancelled()) co_return StepEnd::kNext;
      co_return refuse(frame, *fetch.session);
    }
    Status fetched = co_await fetchInTask(frame, fetch);
    if (frame.task()->isCancelled()) {
      fetch.connection->close();
      co_return StepEnd::kNext;
    }
    co_return finish(frame, fetch, fetched);
  }

  /// False: refused, or the task was cancelled.
  static Awaitable<bool> takeInTask(Frame& frame, Turn& turn, Session& session) {
    Task& task = *frame.task();
    while (!turn.tryTake(session)) {
      if (!session.spec().hasLock) co_return false;
      const StateDetail waiting = frame.waitFor(TargetKind::kObject, session.id().value, session.lock().holder());
      EventLoop* loop = &task.loop();
      const std::uint64_t word = session.leaveWord([loop, number = task.number()] {
        asio::post(loop->context(), [loop, number] {
          if (Task* called = loop->task(number); called != nullptr) called->wake();
        });
      });
      // It may have become free before the word was left.
      if (turn.tryTake(session)) {
        if (!session.takeWordBack(word)) session.callNext();
        co_return true;
      }
      co_await task.park(waiting, std::nullopt);
      const bool wasCalled = !session.takeWordBack(word);
      if (!task.isCancelled()) continue;
      if (wasCalled) session.callNext();
      co_return false;
    }
    co_return true;
  }

  static Awaitable<Status> fetchInTask(Frame& frame, const Fetch& fetch) {
    const Deadline deadline = deadlineIn(fetch.patience);
    if (fetch.mustOpen()) {
      if (Status begun = fetch.connection->beginOpen(*fetch.server, fetch.object->server); !begun) co_return begun;
      Status opened = co_await finishInTask(frame, *fetch.connection, connecting(frame, fetch), deadline);
      if (!opened || frame.task()->isCancelled()) co_return opened;
    }
    fetch.connection->beginRequest(*fetch.server, fetch.object->server, fetch.keepsAlive);
    co_return co_await finishInTask(frame, *fetch.connection, fetch.waiting, deadline);
  }

  static Awaitable<Status> finishInTask(Frame& frame, HttpConnection& connection, StateDetail waiting,
                                        Deadline deadline) {
    Task& task = *frame.task();
    while (true) {
      const Result<HttpConnection::Progress> progress = connection.proceed();
      if (!progress) co_return progress.error();
      if (progress.value() == HttpConnection::Progress::kDone) co_return ok();
      const bool reads = progress.value() == HttpConnection::Progress::kWantsToRead;
      const bool isReady = co_await readyInTask(task, connection.socket(), reads, waiting, deadline);
      if (task.isCancelled()) co_return ok();
      if (!isReady) co_return connection.outOfTime();
    }
  }

  /// False: the deadline has come, or a cancellation.
  static Awaitable<bool> readyInTask(Task& task, int socket, bool reads, StateDetail waiting, Deadline deadline) {
    using Descriptor = asio::posix::stream_descriptor;
    Descriptor descriptor(task.loop().context(), socket);
    // The handler may run after the wait is over: then it must not touch the task.
    const auto isWaiting = std::make_shared<bool>(true);
    descriptor.async_wait(reads ? Descriptor::wait_read : Descriptor::wait_write,
                          [isWaiting, &task](const boost::system::error_code& error) {
                            if (*isWaiting && !error) task.wake();
                          });
    const bool isReady = co_await task.park(waiting, deadline);
    *isWaiting = false;
    descriptor.release();  // the socket stays the connection's
    co_return isReady;
  }

  // ---- the end
  static StateDetail connecting(Frame& frame, const Fetch& fetch) {
    StateDetail detail = fetch.waiting;
    detail.label = frame.recorder().text(kConnectLabel);
    return detail;
  }

  StepEnd refuse(Frame& frame, const Session& session) const {
    Recorder& recorder = frame.recorder();
    recorder.instant(InstantKind::kRefused, recorder.text(session.user()), session.id().value, 0, frame.step());
    if (!m_as.empty()) frame.setLocal(m_as, Value());
    return StepEnd::kNext;
  }

  StepEnd finish(Frame& frame, const Fetch& fetch, const Status& fetched) const {
    if (!fetched) {
      const Error& error = fetched.error();
      return frame.fail({error.code, "download from \"" + fetch.object->name + "\": " + error.message, {}});
    }
    if (!m_as.empty()) frame.setLocal(m_as, Value(fetch.connection->bodyBytes()));
    return StepEnd::kNext;
  }

  ObjectRef m_server;
  std::optional<ObjectRef> m_session;
  std::optional<scenario::Argument> m_timeout;
  std::string m_as;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeDownload(const scenario::Step& step, CodeBuilder& builder) {
  auto server = builder.object(step, "from");
  if (!server) return server.error();
  std::optional<ObjectRef> session;
  if (step.argument("session") != nullptr) {
    auto named = builder.object(step, "session");
    if (!named) return named.error();
    session = named.take();
  }
  return std::unique_ptr<StepCode>(std::make_unique<DownloadStep>(server.take(), std::move(session),
                                                                  CodeBuilder::argument(step, "timeout_ms"), step.as));
}

}  // namespace threadline::engine
