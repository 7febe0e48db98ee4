// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/mailbox.h"

#include <cstddef>
#include <utility>

#include "core/engine/objects/flow_text.h"

namespace threadline::engine {
namespace {

// Far more than any picture shows; a mailbox that nobody serves must not eat the machine's memory.
constexpr std::size_t kMostLetters = 1'000'000;

}  // namespace

Status Mailbox::emit(Recorder& recorder, scenario::Value value) {
  const std::lock_guard lock(m_mutex);
  if (m_letters.size() >= kMostLetters) {
    return Error{ErrorCode::kLimit,
                 "a mailbox holds at most " + std::to_string(kMostLetters) + " events; let an actor serve it", ""};
  }
  // Recorded under the mutex, so that depths and flows stand in the trace in the order in which they happened.
  Letter letter{std::move(value), recorder.newFlow()};
  recorder.flowOut(FlowKind::kEmit, letter.flow, m_id, recorder.text(flowText(letter.value)));
  m_letters.push_back(std::move(letter));
  recorder.counter(CounterKind::kDepth, m_id, static_cast<std::int64_t>(m_letters.size()));
  if (m_waker) {
    m_waker();
  } else {
    m_notEmpty.signal();
  }
  return ok();
}

std::int64_t Mailbox::depth() const {
  const std::lock_guard lock(m_mutex);
  return static_cast<std::int64_t>(m_letters.size());
}

Status Mailbox::beginService(std::string who) {
  const std::lock_guard lock(m_mutex);
  if (!m_server.empty()) {
    return Error{ErrorCode::kRunFailed, "the mailbox is served by \"" + m_server + "\" already", ""};
  }
  m_server = who.empty() ? "an actor" : std::move(who);
  return ok();
}

void Mailbox::endService() {
  const std::lock_guard lock(m_mutex);
  m_server.clear();
  m_waker = {};
}

std::optional<scenario::Value> Mailbox::tryTake(Recorder& recorder) {
  const std::lock_guard lock(m_mutex);
  if (m_letters.empty()) return std::nullopt;
  Letter letter = std::move(m_letters.front());
  m_letters.pop_front();
  recorder.flowIn(FlowKind::kEmit, letter.flow, m_id);
  recorder.counter(CounterKind::kDepth, m_id, static_cast<std::int64_t>(m_letters.size()));
  return std::move(letter.value);
}

void Mailbox::wait(const Deadline& deadline) {
  std::unique_lock lock(m_mutex);
  m_waker = {};
  bool isInTime = true;
  while (m_letters.empty() && isInTime) isInTime = m_notEmpty.waitUntil(lock, deadline);
}

void Mailbox::setWaker(Waker waker) {
  const std::lock_guard lock(m_mutex);
  m_waker = std::move(waker);
}

}  // namespace threadline::engine
