// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <string>
#include <utility>

#include "core/engine/objects/mailbox.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/loop_wait.h"
#include "core/engine/steps/step_table.h"

#include <boost/asio/post.hpp>

namespace threadline::engine {
namespace {

using scenario::Argument;
using scenario::Expression;
using scenario::Value;

/// Serves a mailbox from its making to the end of the scope.
class Service {
 public:
  explicit Service(Mailbox& mailbox) : m_mailbox(&mailbox) {}
  Service(Service&& other) noexcept : m_mailbox(std::exchange(other.m_mailbox, nullptr)) {}
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;
  Service& operator=(Service&&) = delete;
  ~Service() {
    if (m_mailbox != nullptr) m_mailbox->endService();
  }
  [[nodiscard]] Mailbox& mailbox() const { return *m_mailbox; }

 private:
  Mailbox* m_mailbox;
};

/// Where a service is.
struct Events {
  DurationNs period{};  // of its timer; 0: none
  TimeNs due{};         // the next tick
  StepIndex self;
  std::uint32_t label = 0;
  bool lastWasTick = false;
  bool isOver = false;

  [[nodiscard]] bool hasTimer() const { return period.ns > 0; }
  [[nodiscard]] Deadline deadline() const { return hasTimer() ? Deadline(due) : std::nullopt; }
};

class ServeStep final : public StepCode {
 public:
  ServeStep(const scenario::Step& step, ObjectRef mailbox, std::optional<Expression> until)
      : m_mailbox(std::move(mailbox)),
        m_tick(CodeBuilder::argument(step, "tick_ms")),
        m_until(std::move(until)),
        m_as(step.as) {}

  [[nodiscard]] StepSequence& body() { return m_body; }

  StepEnd run(Frame& frame) const override {
    const auto id = m_mailbox.resolve(frame);
    if (!id) return frame.fail(id.error());
    Events events;
    events.self = StepIndex{frame.step()};
    events.label = frame.label();
    const auto tick = frame.integerOr(m_tick, 0);
    if (!tick) return frame.fail(tick.error());
    if (m_tick && tick.value() < 1) {
      return frame.fail({ErrorCode::kRunFailed, "serve: tick_ms must be 1 or more", ""});
    }
    events.period = milliseconds(tick.value());
    events.due = monotonicNow() + events.period;
    Mailbox& mailbox = *frame.process().objects->mailbox(id.value());
    if (const Status begun = mailbox.beginService(frame.actor().name); !begun) return frame.fail(begun.error());
    Service service(mailbox);
    if (frame.task() != nullptr) return awaitStep(frame, serveInTask(frame, std::move(service), events));
    if (events.label != 0) frame.recorder().sliceBegin(events.label, frame.step());
    StepEnd end = StepEnd::kNext;
    while (end == StepEnd::kNext && !events.isOver) {
      if (take(frame, mailbox, events)) {
        end = m_body.run(frame);
        if (end == StepEnd::kNext) end = finish(frame, events);
      } else {
        end = wait(frame, mailbox, events);
      }
    }
    if (events.label != 0) frame.recorder().sliceEnd();
    return end;
  }

 private:
  Awaitable<StepEnd> serveInTask(Frame& frame, Service service, Events events) const {
    Mailbox& mailbox = service.mailbox();
    if (events.label != 0) frame.recorder().sliceBegin(events.label, frame.step());
    StepEnd end = StepEnd::kNext;
    while (end == StepEnd::kNext && !events.isOver && !frame.task()->isCancelled()) {
      if (take(frame, mailbox, events)) {
        end = co_await runInTask(m_body, frame);
        if (end == StepEnd::kNext) end = finish(frame, events);
      } else {
        co_await waitInTask(frame, mailbox, events);
      }
    }
    if (events.label != 0) frame.recorder().sliceEnd();
    co_return end;
  }

  /// The next event is in place: the oldest emitted one, or none for a tick. Neither can keep the other away for ever.
  bool take(Frame& frame, Mailbox& mailbox, Events& events) const {
    const bool isDue = events.hasTimer() && monotonicNow() >= events.due;
    if (isDue && (!events.lastWasTick || mailbox.depth() == 0)) {
      recordTick(frame, events);
      setEvent(frame, Value());
      events.lastWasTick = true;
      return true;
    }
    auto value = mailbox.tryTake(frame.recorder());
    if (!value) return false;
    setEvent(frame, std::move(*value));
    events.lastWasTick = false;
    return true;
  }

  void setEvent(Frame& frame, Value value) const {
    if (!m_as.empty()) frame.setLocal(m_as, std::move(value));
  }

  /// Ticks that were missed are not made up for.
  static void recordTick(Frame& frame, Events& events) {
    const DurationNs late = monotonicNow() - events.due;
    constexpr std::int64_t kNsPerMs = 1'000'000;
    Recorder& recorder = frame.recorder();
    const std::uint32_t text =
        late.ns > events.period.ns / 2 ? recorder.textOnce("+" + std::to_string(late.ns / kNsPerMs) + " ms") : 0;
    recorder.instant(InstantKind::kTick, text, LaneId::kNone, late.ns, static_cast<std::uint16_t>(events.self.value));
    events.due = events.due + DurationNs{events.period.ns * (late.ns / events.period.ns + 1)};
  }

  StepEnd finish(Frame& frame, Events& events) const {
    // The jump back, as in any loop of Python.
    frame.actor().yieldOnRequest();
    frame.enter(events.self);
    if (!m_until) return StepEnd::kNext;
    const auto isOver = m_until->evaluateBool(frame);
    if (!isOver) return frame.fail(isOver.error());
    events.isOver = isOver.value();
    return StepEnd::kNext;
  }

  static StateDetail waitingFor(const Frame& frame, const Mailbox& mailbox, const Events& events) {
    StateDetail detail = frame.waitFor(TargetKind::kObject, mailbox.id().value);
    detail.label = events.label;
    return detail;
  }

  static StepEnd wait(Frame& frame, Mailbox& mailbox, const Events& events) {
    if (EventLoop* own = ownLoop(frame)) {
      // Its tasks go on meanwhile, as in a window whose event loop is asyncio's too.
      mailbox.setWaker([own] { boost::asio::post(own->context(), [] {}); });
      const LoopWait wait{LaneState::kWaitingQueue, waitingFor(frame, mailbox, events), events.deadline()};
      bool isThere = false;
      return turnLoop(
          frame, *own, wait, [&] { return mailbox.depth() > 0; }, isThere);
    }
    const BlockingCall call(frame.actor(), LaneState::kWaitingQueue, waitingFor(frame, mailbox, events));
    mailbox.wait(events.deadline());
    return StepEnd::kNext;
  }

  static Awaitable<void> waitInTask(Frame& frame, Mailbox& mailbox, const Events& events) {
    Task& self = *frame.task();
    // Events come from any thread, but only the loop's own may touch the task, which by then may wait for something
    // else or have ended.
    const auto isWaiting = std::make_shared<bool>(true);
    mailbox.setWaker([&loop = self.loop(), &self, isWaiting] {
      boost::asio::post(loop.context(), [&self, isWaiting] {
        if (*isWaiting) self.wake();
      });
    });
    if (mailbox.depth() == 0) co_await self.park(waitingFor(frame, mailbox, events), events.deadline());
    mailbox.setWaker({});
    *isWaiting = false;
  }

  ObjectRef m_mailbox;
  std::optional<Argument> m_tick;
  std::optional<Expression> m_until;
  std::string m_as;
  StepSequence m_body;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeServe(const scenario::Step& step, CodeBuilder& builder) {
  auto mailbox = builder.object(step, "mailbox");
  if (!mailbox) return mailbox.error();
  std::optional<Expression> until;
  if (const Argument* condition = step.argument("until")) {
    if (condition->expression() == nullptr) {
      return Error{ErrorCode::kInvalidInput, "expected a condition", step.pointer + "/until"};
    }
    until = *condition->expression();
  }
  auto serve = std::make_unique<ServeStep>(step, mailbox.take(), std::move(until));
  if (auto built = builder.buildRepeated(step.body, serve->body()); !built) return built.error();
  return std::unique_ptr<StepCode>(std::move(serve));
}

}  // namespace threadline::engine
