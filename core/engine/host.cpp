// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/host.h"

#include <unistd.h>

#include <memory>
#include <string>
#include <utility>

#include "core/engine/actor/lane_factory.h"
#include "core/engine/actor/process_actor.h"
#include "core/engine/guard/guard.h"
#include "core/engine/guard/guard_setup.h"
#include "core/engine/http/server_process.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/program.h"
#include "core/engine/read_whole.h"
#include "core/engine/register_message.h"
#include "core/engine/shared_block.h"
#include "core/engine/start_method/forkserver.h"
#include "core/engine/start_method/spawn_package.h"
#include "core/ring/run_descriptors.h"
#include "core/scenario/scenario_reader.h"

namespace threadline::engine {

namespace {

// The scenario as JSON text inside of JSON: each byte may have become six.
constexpr std::size_t kMaxPackageBytes = 8 * scenario::kMaxScenarioBytes;
constexpr const char* kMainFunction = "main";
// As Python calls them.
constexpr const char* kMainProcess = "MainProcess";
constexpr const char* kMainThread = "MainThread";

/// What every process of a run has, made once and never destroyed: processes end by _exit.
struct RunParts {
  Program program;
  ring::SharedRings rings;
  std::unique_ptr<SharedBlock> shared;
};

Result<Program> readProgram() {
  Result<std::string> bytes = readWhole(ring::kPackageFd, kMaxPackageBytes, "the run package");
  if (!bytes) return bytes.error();
  Result<scenario::RunPackage> package = scenario::readRunPackage(bytes.value());
  if (!package) return package.error();
  return makeProgram(package.value());
}

int reportTo(int fd, const Error& error) {
  std::string message = error.context.empty() ? error.message : error.context + ": " + error.message;
  message.resize(std::min<std::size_t>(message.size(), ring::kMaxHostMessageBytes));
  // Whoever should read it may be gone; then the exit code has to do.
  [[maybe_unused]] const ssize_t written = ::write(fd, message.data(), message.size());
  return error.code == ErrorCode::kSystem ? ring::kHostSystem : ring::kHostRefused;
}

std::unique_ptr<ProcessRuntime> makeRuntime(RunParts& parts, const ProcessIdentity& identity, int registerFd) {
  auto process = std::make_unique<ProcessRuntime>();
  process->program = &parts.program;
  process->rings = &parts.rings;
  process->shared = parts.shared.get();
  process->registerFd = registerFd;
  process->packageFd = ring::kPackageFd;
  process->identity = identity;
  process->identity.pid = ::getpid();
  process->identity.parentPid = ::getppid();
  equipProcess(*process, nullptr);
  return process;
}

[[noreturn]] void runMain(RunParts& parts, ProcessId id, int registerFd, const ActorStart& start) {
  ::close(ring::kModeFd);  // the guard's own word
  ProcessIdentity identity;
  identity.id = id;
  identity.name = kMainProcess;
  identity.startMethod = StartMethod::kMain;
  runProcess(*makeRuntime(parts, identity, registerFd).release(), start);
}

Result<ActorStart> makeMainStart(ring::SharedRings& rings, ProcessId process) {
  LaneRequest request;
  request.process = process;
  request.name = kMainThread;
  request.isMain = true;
  Result<RecorderSeed> lane = makeLane(rings, request);
  if (!lane) return lane.error();
  ActorStart start;
  start.function = kMainFunction;
  start.name = kMainProcess;
  start.recorder = lane.take();
  return start;
}

Status guardRun(RunParts& parts) {
  Result<UniqueFd> servers = startServers(parts.program, *parts.shared);
  if (!servers) return servers.error();
  Result<Guard> made = Guard::create(parts.rings);
  if (!made) return made.error();
  Guard& guard = made.value();
  const ProcessId main{parts.rings.header().nextProcess.fetch_add(1)};
  const Result<ActorStart> start = makeMainStart(parts.rings, main);
  if (!start) return start.error();
  const int registerFd = guard.registerFd();
  Status started = guard.startMain(main, kMainProcess, [&] { runMain(parts, main, registerFd, start.value()); });
  servers.value().reset();  // from now on the server lives as long as the processes of the run
  if (started) guard.watchToTheEnd();
  return started;
}

Status tryGuard() {
  if (Status ready = becomeGuard(); !ready) return ready;
  if (Status armed = armLifeline(ring::kLifelineFd); !armed) return armed;
  Result<Program> program = readProgram();
  if (!program) return program.error();
  if (Status output = openRunOutput(program.value().echo); !output) return output;
  Result<ring::SharedRings> rings = ring::SharedRings::attach(ring::kRingFd);
  if (!rings) return rings.error();
  Result<std::unique_ptr<SharedBlock>> shared = SharedBlock::create(program.value());
  if (!shared) return shared.error();
  RunParts parts{program.take(), rings.take(), shared.take()};
  return guardRun(parts);
}

Status canRun(const SpawnPackage& package) {
  if (package.start.recorder.claim.slot < ring::kSlotCount) return ok();
  return Error{ErrorCode::kInvalidInput, "the start of a spawned process names a ring that does not exist", {}};
}

/// What a spawned process was given, and what it makes of it.
struct SpawnedParts {
  SpawnPackage package;
  RunParts parts;
};

Result<SpawnedParts> readSpawned() {
  Result<std::string> bytes = readWhole(ring::kModeFd, kMaxSpawnPackageBytes, "the start of a spawned process");
  if (!bytes) return bytes.error();
  ::close(ring::kModeFd);
  Result<SpawnPackage> package = readSpawnPackage(bytes.value());
  if (!package) return package.error();
  const SpawnPackage& given = package.value();
  registerProcess(given.registerFd, given.identity.id, ::getpid());
  Result<Program> program = readProgram();
  if (!program) return program.error();
  Result<ring::SharedRings> rings = ring::SharedRings::attach(ring::kRingFd);
  if (!rings) return rings.error();
  if (Status right = canRun(given); !right) return right.error();
  Result<std::unique_ptr<SharedBlock>> shared = SharedBlock::attach(program.value(), given.sharedFd);
  if (!shared) return shared.error();
  return SpawnedParts{package.take(), RunParts{program.take(), rings.take(), shared.take()}};
}

Status tryChild() {
  Result<SpawnedParts> spawned = readSpawned();
  if (!spawned) return spawned.error();
  const SpawnPackage& given = spawned.value().package;
  runProcess(*makeRuntime(spawned.value().parts, given.identity, given.registerFd).release(), given.start);
}

Status tryForkserver() {
  Result<SpawnedParts> spawned = readSpawned();
  if (!spawned) return spawned.error();
  RunParts& parts = spawned.value().parts;
  serveForks(parts.rings, spawned.value().package, [&parts](const SpawnPackage& package, UniqueFd self) {
    registerProcess(package.registerFd, package.identity.id, ::getpid());
    if (!canRun(package)) ::_exit(ring::kHostSystem);
    std::unique_ptr<ProcessRuntime> process = makeRuntime(parts, package.identity, package.registerFd);
    process->forkserverFd = self.release();
    runProcess(*process.release(), package.start);
  });
}

}  // namespace

int runAsGuard() {
  const Status status = tryGuard();
  return status ? static_cast<int>(ring::kHostDone) : reportTo(ring::kModeFd, status.error());
}

int runAsForkserver() {
  const Status status = tryForkserver();
  return status ? static_cast<int>(ring::kHostSystem) : reportTo(STDERR_FILENO, status.error());
}

int runAsChild() {
  const Status status = tryChild();
  return status ? static_cast<int>(ring::kHostSystem) : reportTo(STDERR_FILENO, status.error());
}

}  // namespace threadline::engine
