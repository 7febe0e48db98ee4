// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The event: 32 bytes that a lane writes into its ring, and the only thing that a run tells its reader.
//
// A ring belongs to one lane. Its events are in time order and tell the lane's whole life: the creator claims the ring
// and writes kLane and the states created/starting, then hands the ring over to the new actor, which goes on writing.
// So a lane can be built from its own ring alone; what ties lanes together (flows, joins, the GIL) is matched by id,
// never by order. Slot 0 is the guard's: it has no lane, only facts about processes.
//
// The reader trusts nothing: each number is checked before use. The layout is an ABI between two programs of one
// version (kEventAbi); append kinds, never renumber.

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace threadline {

inline constexpr std::uint32_t kEventAbi = 2;

/// Use of the fields by kind; a field that is not named is 0 (or Id::kNone where it is an id).
/// `text` is a text's number within this ring (see kText), 0 = none.
enum class EventKind : std::uint8_t {
  kNone = 0,

  /// Introduces a text: text = its number (> 0, each used once per ring), value = its length in bytes (at most
  /// kMaxTextBytes). ceil(value / 32) raw slots with the UTF-8 bytes follow at once; they are not events.
  kText = 1,

  // ---- the lane's life
  /// First event of a lane's ring. target = LaneId, other = ProcessId, sub = LaneKind, text = name,
  /// step = LaneFlag bits, value = parent LaneId or Id::kNone.
  kLane = 2,
  /// The actor is there. target = tid, value = ident (pthread_t; 0 for a task).
  kLaneIdentity = 3,
  /// From now on: sub = LaneState, text = label, target = what it waits for (ObjectId, or LaneId when joining),
  /// other = LaneId of the holder where known, step = StepIndex (kNoStep: none), value = TargetKind.
  kState = 4,
  /// The lane's own end. sub = LaneExit, text = an exception's text, value = CPU nanoseconds of the thread,
  /// target = voluntary switches, other = involuntary switches (kUnknownCount each where not known, and always for a
  /// task).
  kLaneEnd = 5,

  // ---- within a lane
  /// A call begins or ends: text = label, step. Slices nest.
  kSliceBegin = 6,
  kSliceEnd = 7,
  /// A point: sub = InstantKind, text, target, value and step as the InstantKind says.
  kInstant = 8,
  /// A flow leaves here: value = flow id, sub = FlowKind, target = ObjectId or Id::kNone, text = what is carried.
  kFlowOut = 9,
  /// A flow arrives here: value = flow id, sub = FlowKind, target = ObjectId or Id::kNone.
  kFlowIn = 10,
  /// A number of an object from now on: sub = CounterKind, target = ObjectId, value = the number (int64).
  kCounter = 11,
  /// A local of the actor at its end: text = its name; sub = LocalKind, value = the integer (or the bits of the double,
  /// or the text's number).
  kLocal = 12,
  /// The GIL of the lane's process: sub = GilEvent; target = LaneId of the last holder, value = switch number.
  kGil = 13,
  /// Events were dropped for want of room between the event before this one and this one: value = how many.
  kLost = 14,

  // ---- facts of the run, in any ring
  /// An object of the scenario exists: target = ObjectId, text = its name ("fork[0]"), sub = ObjectKind (core/base).
  kObject = 32,
  /// A process is about to be made or was made (same event twice: the second time with its pid): target = ProcessId,
  /// other = parent ProcessId, value = pid or 0, sub = StartMethod, step = ProcessFlag bits, text = name.
  kProcess = 33,
  /// The process's own last word before _exit: target = ProcessId, sub = ProcessEndHow, value = code (int64), text.
  kProcessLastWord = 34,
  /// The process was seen to be dead (pidfd): target = ProcessId. Its lanes end at this event's time.
  kProcessDead = 35,
  /// The process was collected by its parent (or the guard): target = ProcessId, value = wait status as waitid gives
  /// it: sub = ProcessEndHow (exited, signalled), value = code or signal number.
  kProcessCollected = 36,
  /// CPU nanoseconds (user + system) of a process and of all that it had collected: target = ProcessId, value.
  kProcessCpu = 37,
  /// Private memory of a process in KiB, read by itself before its end: target = ProcessId, value.
  kProcessMemory = 38,
  /// The group is empty, nothing more will come. Written by the guard, last.
  kRunEnd = 39,
};

enum class LaneKind : std::uint8_t { kThread = 0, kTask = 1, kService = 2 };
enum LaneFlag : std::uint16_t { kLaneDaemon = 1, kLaneMain = 2 };
enum ProcessFlag : std::uint16_t { kProcessDaemon = 1 };
enum class StartMethod : std::uint8_t { kMain = 0, kFork = 1, kSpawn = 2, kForkserver = 3, kExec = 4 };
enum class LaneExit : std::uint8_t { kReturned = 0, kException = 1, kEndedWithProcess = 2 };
enum class ProcessEndHow : std::uint8_t { kReturned = 0, kExited = 1, kSignalled = 2, kException = 3 };
enum class TargetKind : std::uint8_t { kNone = 0, kObject = 1, kLane = 2, kProcess = 3 };
enum class LocalKind : std::uint8_t { kNone = 0, kInteger = 1, kDecimal = 2, kText = 3, kBool = 4 };
enum class FlowKind : std::uint8_t { kStart = 0, kPut = 1, kEmit = 2, kRelease = 3, kSignal = 4, kJoin = 5 };
enum class CounterKind : std::uint8_t { kDepth = 0, kValue = 1, kCpuPercent = 2, kMemoryKb = 3 };
enum class GilEvent : std::uint8_t {
  kTaken = 0,             // this lane holds it from now on
  kDropped = 1,           // given up of its own accord (it blocks, sleeps, ends)
  kDroppedOnRequest = 2,  // given up because a waiter asked
  kRequested = 3,         // this lane asks the holder (target) to drop it
};
enum class InstantKind : std::uint8_t {
  kStart = 0,       // started another actor: target = its LaneId
  kCodeEnd = 1,     // the actor's code has ended; what follows is waiting at exit
  kPrint = 2,       // text = what was printed; longer prints continue in kPrintMore
  kPrintMore = 3,   // text = the next piece of the same print
  kSignal = 4,      // sent a signal: target = ProcessId, value = its number
  kAnswer = 5,      // an attribute was read: text = "is_alive: True"
  kException = 6,   // text = what was thrown
  kCrash = 7,       // about to crash: text = kind
  kExit = 8,        // asks for the process's end: value = code
  kLostUpdate = 9,  // a store wiped out others: target = ObjectId, value = how many updates were lost
  kTimeout = 10,    // a wait ended by its time limit
  kMark = 11,       // text = data of the run that is no print, as a variable's value: to be shown as it is
  kTick = 12,       // a timer came: value = how many ns late; text where that is more than half of its period
  kCancel = 13,     // cancelled a task: text = its name
  kRefused = 14,    // an object is in use by another and would not be shared: target = ObjectId, text = who uses it
  kDeadlock = 15,   // written by the reader alone: waits for ever for target = ObjectId (none: for an end); value = the
                    // LaneId of its holder, or of whose end it waits for
};
inline constexpr std::size_t kInstantKindCount = 16;

inline constexpr std::uint16_t kNoStep = 0xFFFF;
inline constexpr std::uint32_t kUnknownCount = 0xFFFFFFFF;
inline constexpr std::uint32_t kMaxTextBytes = 64 * 1024;

struct Event {
  std::int64_t timeNs = 0;  // CLOCK_MONOTONIC
  EventKind kind = EventKind::kNone;
  std::uint8_t sub = 0;
  std::uint16_t step = kNoStep;
  std::uint32_t text = 0;
  std::uint32_t target = 0xFFFFFFFF;
  std::uint32_t other = 0xFFFFFFFF;
  std::uint64_t value = 0;
};
static_assert(sizeof(Event) == 32);
static_assert(alignof(Event) == 8);
static_assert(std::is_trivially_copyable_v<Event>);

}  // namespace threadline
