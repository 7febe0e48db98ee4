// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "core/engine/http/http_connection.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/session.h"
#include "core/engine/shared_block.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

using scenario::Value;
using Share = SessionSpec::Share;

// Beyond what the server takes by itself; those who wait for their turn at a limited server may say more.
constexpr std::int64_t kPatienceMs = 60'000;
constexpr const char* kConnectLabel = "connect";

/// The right to use a shared session's connection, given back at the end.
class Turn {
 public:
  Turn(Session& session, const LockUser& user) : m_session(session), m_user(user) {}
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  ~Turn() {
    if (m_isMine) static_cast<void>(m_session.lock().release(m_user));
  }
  /// Waits where the session has a lock; false: somebody else uses it, and there is none.
  bool take(Frame& frame) {
    m_isMine = m_session.lock().tryAcquire(m_user);
    if (!m_isMine && m_session.spec().hasLock) {
      const StateDetail waiting = frame.waitFor(TargetKind::kObject, m_session.id().value, m_session.lock().holder());
      const BlockingCall call(frame.actor(), LaneState::kWaitingLock, waiting);
      m_isMine = m_session.lock().acquire(m_user, std::nullopt, waiting);
    }
    if (m_isMine) m_session.setUser(m_user.name);
    return m_isMine;
  }

 private:
  Session& m_session;
  LockUser m_user;
  bool m_isMine = false;
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
    const auto server = m_server.resolve(frame);
    if (!server) return frame.fail(server.error());
    const auto bytes = m_session ? inSession(frame, server.value()) : once(frame, server.value());
    if (!bytes) return frame.fail(bytes.error());
    if (!m_as.empty()) frame.setLocal(m_as, bytes.value());
    return StepEnd::kNext;
  }

 private:
  [[nodiscard]] Result<Value> once(Frame& frame, ObjectId server) const {
    HttpConnection connection;
    return fetch(frame, server, connection, false);
  }

  [[nodiscard]] Result<Value> inSession(Frame& frame, ObjectId server) const {
    const auto id = m_session->resolve(frame);
    if (!id) return id.error();
    Session& session = *frame.process().objects->session(id.value());
    if (session.spec().share == Share::kNew) return once(frame, server);
    Actor& actor = frame.actor();
    if (session.spec().share == Share::kOwn) {
      std::shared_ptr<HttpConnection>& own = actor.connections[session.id().value];
      if (!own) own = std::make_shared<HttpConnection>();
      return fetch(frame, server, *own, true);
    }
    Turn turn(session, {actor.recorder, actor.name, actor.process.identity.pid});
    if (turn.take(frame)) return fetch(frame, server, *session.connection(), true);
    const std::string refused = "refused: the session is in use by " + session.user();
    frame.recorder().instant(InstantKind::kMark, frame.recorder().text(refused), session.id().value, 0, frame.step());
    return Value();
  }

  [[nodiscard]] Result<Value> fetch(Frame& frame, ObjectId id, HttpConnection& connection, bool keepsAlive) const {
    const ObjectSpec& object = frame.process().program->objects[id.value];
    const SharedServer& server = frame.process().shared->cell(id).server;
    const auto patience = frame.integerOr(m_timeout, kPatienceMs + object.server.delayMs + object.server.connectMs);
    if (!patience) return patience.error();
    const Deadline deadline = deadlineIn(milliseconds(patience.value()));
    StateDetail waiting = frame.waitFor(TargetKind::kObject, id.value);
    if (!connection.isOpen() || connection.port() != server.port.load()) {
      StateDetail connecting = waiting;
      connecting.label = frame.recorder().text(kConnectLabel);
      const BlockingCall call(frame.actor(), LaneState::kWaitingIo, connecting);
      if (Status opened = connection.open(server, object.server, deadline); !opened)
        return named(opened.error(), object.name);
    }
    const BlockingCall call(frame.actor(), LaneState::kWaitingIo, waiting);
    const Result<std::int64_t> bytes = connection.request(server, object.server, keepsAlive, deadline);
    if (!bytes) return named(bytes.error(), object.name);
    return Value(bytes.value());
  }

  static Error named(const Error& error, const std::string& server) {
    return {error.code, "download from \"" + server + "\": " + error.message, {}};
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
