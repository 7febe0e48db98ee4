// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words that stand within the lanes, in the picture's language. The scene knows no languages; ui/paint fills this
// in.

#include <string>

#include "core/event/lane_state.h"

namespace threadline::scene {

struct Words {
  PerState<std::string> states;  // "running or ready", "waiting for I/O", ...
  std::string waitingAtExit;
  std::string waitingForPipe;
  std::string waitingForEvent;
  std::string waitingForBarrier;
  std::string waitingForSemaphore;
  std::string mainThread;
  std::string thread;
  std::string daemonThread;
  std::string task;
  std::string service;
  std::string process;
  std::string daemon;     // beside a process: "daemon"
  std::string pid;        // "pid"
  std::string exitCode;   // "exit code"
  std::string gilHolder;  // left of a holder strip
  std::string held;       // "held by", before a name: in hints
  std::string lost;       // "lost updates"
  // Where %1 stands, a name goes.
  std::string cancels;         // "cancels %1"
  std::string refused;         // "refused: in use by %1"
  std::string deadlockOfHeld;  // "deadlock: waits for %1, held by %2"
  std::string deadlockOfEnd;   // "deadlock: waits for the end of %1"
  std::string notCollected;    // a zombie
  std::string largest;         // "max": of a counter
};

}  // namespace threadline::scene
