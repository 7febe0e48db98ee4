// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/object_table.h"

#include "core/engine/objects/lock.h"
#include "core/engine/objects/mailbox.h"
#include "core/engine/objects/numbers.h"
#include "core/engine/objects/pool.h"
#include "core/engine/objects/queue.h"
#include "core/engine/objects/session.h"
#include "core/engine/objects/sync_lock.h"
#include "core/engine/objects/task_queue.h"
#include "core/engine/objects/variable.h"
#include "core/engine/objects/waitable.h"
#include "core/engine/shared_block.h"

namespace threadline::engine {

struct ObjectTable::Entry {
  std::unique_ptr<Lock> lock;
  std::unique_ptr<Waitable> waitable;
  std::unique_ptr<Numbers> numbers;
  std::unique_ptr<Mailbox> mailbox;
  std::unique_ptr<Queue> queue;
  std::unique_ptr<Queue> secondEnd;
  std::unique_ptr<Variable> variable;
  std::unique_ptr<Session> session;
  std::unique_ptr<Pool> pool;
};

namespace {

std::unique_ptr<Queue> makeQueue(ProcessRuntime& process, const ObjectSpec& object) {
  if (object.isAwaited) return std::make_unique<TaskQueue>(object.id, object.capacity);
  if (!object.isShared) return makeLocalQueue(object.id, object.capacity, !object.isSequential);
  return makeProcessQueue(object.id, object.capacity, process.shared->cell(object.id), object.name);
}

std::unique_ptr<Lock> makeLock(const ObjectSpec& object, SharedCell* cell) {
  return cell == nullptr ? makeThreadLock(object.id) : makeProcessLock(object.id, cell->lock);
}

}  // namespace

ObjectTable::ObjectTable() = default;
ObjectTable::~ObjectTable() = default;

ObjectTable::ObjectTable(ProcessRuntime& process) {
  const Program& program = *process.program;
  for (const ObjectSpec& object : program.objects) {
    Entry& entry = m_entries.emplace_back();
    SharedCell* cell = object.isShared ? &process.shared->cell(object.id) : nullptr;
    SharedSyncWord* sync = cell == nullptr ? nullptr : &cell->sync;
    switch (object.kind) {
      case scenario::ObjectKind::kLock: entry.lock = makeLock(object, cell); break;
      case scenario::ObjectKind::kSemaphore:
        entry.lock = makeSemaphore(object.id, object.capacity, object.isBounded, sync);
        break;
      case scenario::ObjectKind::kRwLock: entry.lock = makeRwLock(object.id, sync); break;
      case scenario::ObjectKind::kEvent: entry.waitable = makeEvent(object.id, sync); break;
      case scenario::ObjectKind::kBarrier: entry.waitable = makeBarrier(object.id, object.capacity, sync); break;
      case scenario::ObjectKind::kValue:
      case scenario::ObjectKind::kArray:
        entry.lock = makeLock(object, cell);
        entry.numbers =
            std::make_unique<Numbers>(object, cell == nullptr ? nullptr : process.shared->numbers(object.id));
        break;
      case scenario::ObjectKind::kMailbox: entry.mailbox = std::make_unique<Mailbox>(object.id); break;
      case scenario::ObjectKind::kQueue: entry.queue = makeQueue(process, object); break;
      case scenario::ObjectKind::kVariable:
        entry.variable = std::make_unique<Variable>(object.id, object.initial, !program.hasGil);
        break;
      case scenario::ObjectKind::kSession: entry.session = std::make_unique<Session>(object.id, object.session); break;
      case scenario::ObjectKind::kPool:
        entry.pool = object.isShared ? makeProcessPool(object, process.shared->cell(object.id)) : makeLocalPool(object);
        break;
      case scenario::ObjectKind::kPipe:
        entry.queue = makePipeEnd(object.id, *cell, false);
        entry.secondEnd = makePipeEnd(object.id, *cell, true);
        break;
      default: break;  // a local lives in its actors; kinds of later versions: makeProgram refuses them
    }
  }
}

std::unique_ptr<ObjectTable> ObjectTable::copyForFork() const {
  std::unique_ptr<ObjectTable> copy(new ObjectTable);
  for (const Entry& entry : m_entries) {
    Entry& twin = copy->m_entries.emplace_back();
    if (entry.lock) twin.lock = entry.lock->copyForFork();
    if (entry.waitable) twin.waitable = entry.waitable->copyForFork();
    if (entry.numbers) twin.numbers = entry.numbers->copyForFork();
    if (entry.mailbox) twin.mailbox = entry.mailbox->copyForFork();
    if (entry.queue) twin.queue = entry.queue->copyForFork();
    if (entry.secondEnd) twin.secondEnd = entry.secondEnd->copyForFork();
    if (entry.variable) twin.variable = entry.variable->copyForFork();
    if (entry.pool) twin.pool = entry.pool->copyForFork();
    if (entry.session) twin.session = entry.session->copyForFork();
  }
  return copy;
}

Lock* ObjectTable::lock(ObjectId id) const {
  return id.value < m_entries.size() ? m_entries[id.value].lock.get() : nullptr;
}

Mailbox* ObjectTable::mailbox(ObjectId id) const {
  return id.value < m_entries.size() ? m_entries[id.value].mailbox.get() : nullptr;
}

Queue* ObjectTable::queue(ObjectId id) const {
  return id.value < m_entries.size() ? m_entries[id.value].queue.get() : nullptr;
}

Waitable* ObjectTable::waitable(ObjectId id) const {
  return id.value < m_entries.size() ? m_entries[id.value].waitable.get() : nullptr;
}

Numbers* ObjectTable::numbers(ObjectId id) const {
  return id.value < m_entries.size() ? m_entries[id.value].numbers.get() : nullptr;
}

Queue* ObjectTable::secondEnd(ObjectId id) const {
  return id.value < m_entries.size() ? m_entries[id.value].secondEnd.get() : nullptr;
}

Variable* ObjectTable::variable(ObjectId id) const {
  return id.value < m_entries.size() ? m_entries[id.value].variable.get() : nullptr;
}

Session* ObjectTable::session(ObjectId id) const {
  return id.value < m_entries.size() ? m_entries[id.value].session.get() : nullptr;
}

Pool* ObjectTable::pool(ObjectId id) const {
  return id.value < m_entries.size() ? m_entries[id.value].pool.get() : nullptr;
}

void ObjectTable::closePools() {
  for (const Entry& entry : m_entries) {
    if (entry.pool) entry.pool->close();
  }
}

void ObjectTable::finishFeeders(Actor& actor) {
  for (const Entry& entry : m_entries) {
    if (entry.queue) entry.queue->finishFeeder(actor);
  }
}

}  // namespace threadline::engine
