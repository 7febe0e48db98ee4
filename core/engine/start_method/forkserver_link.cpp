// SPDX-License-Identifier: GPL-3.0-or-later
// A process's side of the fork server: makes it when a child is first asked for, and again when it has died, as
// multiprocessing does; then asks for the child and waits for its pid.
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "core/engine/actor/lane_factory.h"
#include "core/engine/register_message.h"
#include "core/engine/shared_block.h"
#include "core/engine/start_method/forkserver_message.h"
#include "core/engine/start_method/start_method.h"
#include "core/ring/run_descriptors.h"

namespace threadline::engine {

namespace {

constexpr const char* kServerName = "forkserver";

void recordServer(ProcessRuntime& parent, Recorder& starter, ProcessId server, pid_t pid) {
  const std::uint32_t name = starter.text(kServerName);
  Event event;
  event.kind = EventKind::kProcess;
  event.target = server.value;
  event.other = parent.identity.id.value;
  event.value = static_cast<std::uint64_t>(pid);
  event.sub = static_cast<std::uint8_t>(StartMethod::kExec);
  event.step = 0;
  event.text = name;
  starter.push(event);
}

Result<SpawnPackage> introduceServer(ProcessRuntime& parent, Recorder& starter) {
  SpawnPackage package;
  package.identity.id = ProcessId{parent.rings->header().nextProcess.fetch_add(1, std::memory_order_relaxed)};
  package.identity.parent = parent.identity.id;
  package.identity.name = kServerName;
  recordServer(parent, starter, package.identity.id, 0);
  LaneRequest request;
  request.kind = LaneKind::kService;
  request.process = package.identity.id;
  request.parent = starter.lane();
  request.name = kServerName;
  request.isMain = true;
  const Result<RecorderSeed> lane = makeLane(*parent.rings, request);
  if (!lane) return lane.error();
  package.start.name = kServerName;
  package.start.parentLane = starter.lane();
  package.start.recorder = lane.value();
  package.registerFd = parent.registerFd;
  if (parent.shared != nullptr) package.sharedFd = parent.shared->memfd();
  return package;
}

Status startServer(ProcessRuntime& parent, Recorder& starter) {
  if (parent.forkserverFd >= 0) ::close(std::exchange(parent.forkserverFd, -1));
  Result<std::array<UniqueFd, 2>> sockets = makeMessageSockets();
  if (!sockets) return sockets.error();
  Result<SpawnPackage> package = introduceServer(parent, starter);
  if (!package) return package.error();
  package.value().requestsFd = sockets.value()[1].get();
  std::vector<int> fds = runDescriptors(parent);
  fds.push_back(sockets.value()[1].get());
  const Result<UniqueFd> start = packageFd(package.value());
  const Result<pid_t> pid =
      start ? spawnSelf(ring::kForkserverMode, fds, start.value().get()) : Result<pid_t>(start.error());
  if (!pid) {
    Recorder(*parent.rings, package.value().start.recorder).laneEnds(LaneExit::kException, pid.error().message, false);
    return pid.error();
  }
  registerProcess(parent.registerFd, package.value().identity.id, pid.value());
  recordServer(parent, starter, package.value().identity.id, pid.value());
  parent.forkserverFd = sockets.value()[0].release();
  return ok();
}

/// One try, until the server has taken the request. `answers` is this side of the socket for the answers.
Status request(const ProcessRuntime& parent, int package, UniqueFd& answers) {
  Result<std::array<UniqueFd, 2>> sockets = makeMessageSockets();
  if (!sockets) return sockets.error();
  answers = std::move(sockets.value()[0]);
  const ForkRequest message;
  Status sent = sendMessage(parent.forkserverFd, &message, sizeof message,
                            {package, sockets.value()[1].get(), parent.forkserverFd});
  if (!sent) return sent;
  sockets.value()[1].reset();
  ForkTaken taken;
  std::vector<UniqueFd> none;
  return receiveMessage(answers.get(), &taken, sizeof taken, none);
}

}  // namespace

Result<StartedProcess> startByForkserver(ProcessRuntime& parent, Recorder& starter, const ProcessIdentity& child,
                                         const ActorStart& start) {
  SpawnPackage package{child, start, parent.registerFd};
  if (parent.shared != nullptr) package.sharedFd = parent.shared->memfd();
  const Result<UniqueFd> packaged = packageFd(package);
  if (!packaged) return packaged.error();
  UniqueFd answers;
  Status asked = parent.forkserverFd < 0 ? Status(Error{ErrorCode::kNotFound, "no server so far", {}})
                                         : request(parent, packaged.value().get(), answers);
  if (!asked) {
    if (Status made = startServer(parent, starter); !made) return made.error();
    asked = request(parent, packaged.value().get(), answers);
    if (!asked) return asked.error();
  }
  ForkAnswer answer;
  std::vector<UniqueFd> fds;
  if (Status came = receiveMessage(answers.get(), &answer, sizeof answer, fds); !came) return StartedProcess{};
  if (answer.problem != 0) return startError("fork in the fork server", answer.problem);
  if (answer.pid <= 0 || fds.size() != 1)
    return Error{ErrorCode::kRunFailed, "the fork server gave an answer without a process", {}};
  return StartedProcess{answer.pid, std::move(fds.front()), std::move(answers)};
}

}  // namespace threadline::engine
