// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a run controller and threadline-host agree on beside the rings: the descriptors by number, the words on the
// command line, and the exit codes. Both sides are of one version; nothing here is a public interface.

namespace threadline::ring {

inline constexpr int kRingFd = 3;      // memfd of the rings
inline constexpr int kPackageFd = 4;   // sealed memfd with the run package
inline constexpr int kLifelineFd = 5;  // read end of the pipe whose only writer is the controller
/// Mode "guard": write end of the pipe for the one message that says why it cannot run; closed in what it forks.
/// Modes "child" and "forkserver": memfd with the start of a spawned process.
inline constexpr int kModeFd = 6;
inline constexpr int kFirstOtherFd = 7;  // the controller leaves nothing open from here on

inline constexpr const char* kGuardMode = "guard";
inline constexpr const char* kChildMode = "child";
inline constexpr const char* kForkserverMode = "forkserver";

/// How threadline-host ends in mode "guard". (A spawned process ends as its main actor does.)
enum HostExit : int {
  kHostDone = 0,     // the run is over, however its processes ended
  kHostUsage = 2,    // not started by a controller
  kHostRefused = 3,  // the package cannot be run; the message says why
  kHostSystem = 4,   // the operating system refused something that every run needs; the message names it
};

inline constexpr unsigned kMaxHostMessageBytes = 4096;

}  // namespace threadline::ring
