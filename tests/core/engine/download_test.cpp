// SPDX-License-Identifier: GPL-3.0-or-later
// Downloads against servers that the test makes: one that keeps its word, and many that do not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <future>
#include <string>
#include <thread>

#include "core/engine/http/loopback_port.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/variable.h"
#include "tests/core/engine/engine_fixture.h"

namespace threadline::engine::testing {
namespace {

using ::testing::HasSubstr;

constexpr const char* kObjects = R"("site": {"kind": "server", "bytes": 10, "count": 2},
  "web": {"kind": "session", "share": "own"},
  "one": {"kind": "session", "share": "shared"},
  "queued": {"kind": "session", "share": "shared", "lock": true},
  "bytes": {"kind": "variable", "of": 0})";
constexpr int kPatienceMs = 10'000;

std::string answerOf(int bytes) {
  return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(bytes) + "\r\n\r\n" +
         std::string(static_cast<std::size_t>(bytes), 'x');
}

/// A server in a thread, which answers each request of each connection in turn with what it is told.
class WilfulServer {
 public:
  /// What it does with its n-th request on this socket; false: it hangs up.
  using Answer = std::function<bool(int socket, int request)>;

  explicit WilfulServer(Answer answer) : m_answer(std::move(answer)) {
    Result<LoopbackPort> port = listenOnLoopback(0);
    if (!port) return;
    m_port = port.take();
    m_thread = std::thread([this] { serve(); });
  }
  ~WilfulServer() {
    ::shutdown(m_port.socket.get(), SHUT_RDWR);
    if (m_thread.joinable()) m_thread.join();
  }
  WilfulServer(const WilfulServer&) = delete;
  WilfulServer& operator=(const WilfulServer&) = delete;

  [[nodiscard]] std::uint16_t port() const { return m_port.port; }
  [[nodiscard]] int connections() const { return m_connections; }

  static bool say(int socket, const std::string& bytes) {
    return ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
  }

 private:
  void serve() {
    while (true) {
      pollfd ready{m_port.socket.get(), POLLIN, 0};
      if (::poll(&ready, 1, kPatienceMs) <= 0) return;
      const UniqueFd client(::accept(m_port.socket.get(), nullptr, nullptr));
      if (!client.isOpen()) return;
      ++m_connections;
      while (readRequest(client.get()) && m_answer(client.get(), m_requests++)) {
      }
    }
  }

  static bool readRequest(int socket) {
    std::string request;
    std::array<char, 512> piece{};
    while (request.find("\r\n\r\n") == std::string::npos) {
      const ssize_t now = ::recv(socket, piece.data(), piece.size(), 0);
      if (now <= 0) return false;
      request.append(piece.data(), static_cast<std::size_t>(now));
    }
    return true;
  }

  Answer m_answer;
  LoopbackPort m_port;
  std::atomic<int> m_connections{0};
  int m_requests = 0;
  std::thread m_thread;
};

/// Runs main with this step against a server on this port.
class Downloading {
 public:
  explicit Downloading(std::uint16_t port, const std::string& steps, const std::string& functions = "")
      : m_run(functions + R"("main": {"steps": [)" + steps + "]}", kObjects) {
    offer(0, port);
  }
  void offer(std::int64_t site, std::uint16_t port) {
    m_run.process().shared->cell(m_run.program().objectNamed("site", site)).server.port.store(port);
  }
  [[nodiscard]] scenario::Value variable(std::string_view name) {
    return m_run.process().objects->variable(m_run.program().objectNamed(name, -1))->read().value;
  }
  ActorOutcome run() { return m_run.run(); }
  Recording read() { return m_run.read(); }

 private:
  EngineRun m_run;
};

std::string failureOf(const WilfulServer::Answer& answer, const std::string& more = "") {
  const WilfulServer server(answer);
  Downloading downloading(server.port(), R"({"print": "before"}, {"download": {"from": "site[0]")" + more + "}}");
  const ActorOutcome outcome = downloading.run();
  EXPECT_EQ(outcome.how, ActorOutcome::How::kException);
  const Recording recording = downloading.read();
  EXPECT_EQ(recording.lane("main").instants(InstantKind::kPrint).size(), 1U) << "the trace before it is kept";
  EXPECT_EQ(recording.problems(), "");
  return outcome.text;
}

std::string failureWhenItSays(const std::string& bytes) {
  return failureOf([bytes](int socket, int) { return WilfulServer::say(socket, bytes) && false; });
}

TEST(Download, GivesTheBytesAndWaitsInAnIoSpanThatNamesTheServer) {
  const WilfulServer server([](int socket, int) { return WilfulServer::say(socket, answerOf(10)); });
  Downloading downloading(server.port(), R"({"download": "site[0]", "as": "got", "label": "#1"})");
  EXPECT_EQ(downloading.run().how, ActorOutcome::How::kReturned);
  const Recording recording = downloading.read();
  const ReadLane& main = recording.lane("main");
  EXPECT_EQ(main.local("got"), scenario::Value(std::int64_t{10}));
  std::vector<std::string> labels;
  for (const ReadEvent& event : main.of(EventKind::kState)) {
    if (event.event.sub == static_cast<std::uint8_t>(LaneState::kWaitingIo)) labels.push_back(event.text);
  }
  EXPECT_THAT(labels, ::testing::ElementsAre("connect", "#1"));
}

TEST(Download, ReadsAResponseThatComesByteByByte) {
  const WilfulServer server([](int socket, int) {
    for (const char byte : answerOf(10)) {
      if (!WilfulServer::say(socket, std::string(1, byte))) return false;
    }
    return true;
  });
  Downloading downloading(server.port(), R"({"download": "site[0]", "as": "got"})");
  EXPECT_EQ(downloading.run().how, ActorOutcome::How::kReturned);
  EXPECT_EQ(downloading.read().lane("main").local("got"), scenario::Value(std::int64_t{10}));
}

TEST(Download, KeepsTheConnectionOfItsOwnSession) {
  const WilfulServer server([](int socket, int) { return WilfulServer::say(socket, answerOf(10)); });
  Downloading downloading(
      server.port(), R"({"repeat": {"times": 3, "steps": [{"download": {"from": "site[0]", "session": "web"}}]}})");
  EXPECT_EQ(downloading.run().how, ActorOutcome::How::kReturned);
  EXPECT_EQ(server.connections(), 1);
}

TEST(Download, ConnectsAnewForEachRequestWithoutASession) {
  const WilfulServer server([](int socket, int) { return WilfulServer::say(socket, answerOf(10)); });
  Downloading downloading(server.port(), R"({"repeat": {"times": 3, "steps": [{"download": "site[0]"}]}})");
  EXPECT_EQ(downloading.run().how, ActorOutcome::How::kReturned);
  EXPECT_EQ(server.connections(), 3);
}

TEST(Download, ConnectsAgainWhenTheServerHasEndedTheConnection) {
  const WilfulServer server([](int socket, int) {
    return WilfulServer::say(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nxx") && false;
  });
  Downloading downloading(
      server.port(), R"({"repeat": {"times": 2, "steps": [{"download": {"from": "site[0]", "session": "web"}}]}})");
  EXPECT_EQ(downloading.run().how, ActorOutcome::How::kReturned);
  EXPECT_EQ(server.connections(), 2);
}

TEST(Download, NamesTheStepWhenNobodyListens) {
  std::uint16_t free = 0;
  {
    Result<LoopbackPort> port = listenOnLoopback(0);
    ASSERT_TRUE(port);
    free = port.value().port;
  }
  Downloading downloading(free, R"({"download": "site[0]"})");
  EXPECT_EQ(downloading.run().text,
            "download from \"site[0]\": the server refuses connections (/functions/main/steps/0)");
}

TEST(Download, SaysWhenTheServerHangs) {
  EXPECT_EQ(failureOf([](int, int) { return true; }, R"(, "timeout_ms": 30)"),
            "download from \"site[0]\": the server does not answer in time (/functions/main/steps/1)");
}

TEST(Download, SaysWhenTheServerHangsWithinAResponse) {
  EXPECT_THAT(failureOf([](int socket, int) { return WilfulServer::say(socket, answerOf(10).substr(0, 45)); },
                        R"(, "timeout_ms": 30)"),
              HasSubstr("does not answer in time"));
}

TEST(Download, SaysWhenTheServerClosesWithoutAnAnswer) {
  EXPECT_THAT(failureWhenItSays(""), HasSubstr("closed the connection without an answer"));
  EXPECT_THAT(failureWhenItSays("HTTP/1.1 200"), HasSubstr("closed the connection without an answer"));
}

TEST(Download, SaysHowMuchOfAResponseCame) {
  EXPECT_THAT(failureWhenItSays("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n1234"),
              HasSubstr("the response was cut short: 4 of 10 bytes came"));
}

TEST(Download, RefusesAResponseThatIsTooLong) {
  EXPECT_THAT(failureWhenItSays(answerOf(11)), HasSubstr("too long: 11 bytes where at most 10 were expected"));
  EXPECT_THAT(failureWhenItSays("HTTP/1.1 200 OK\r\nContent-Length: 18446744073709551615\r\n\r\n"),
              HasSubstr("too long"));
  EXPECT_THAT(failureWhenItSays(answerOf(10) + "more"), HasSubstr("too long: more came after its end"));
  EXPECT_THAT(failureWhenItSays("HTTP/1.1 200 OK\r\n\r\n" + std::string(100'000, 'x')), HasSubstr("too long"));
}

TEST(Download, RefusesAnAnswerThatIsNoSuccessOrNoHttp) {
  EXPECT_THAT(failureWhenItSays("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"),
              HasSubstr("answers 503 Service Unavailable"));
  EXPECT_THAT(failureWhenItSays("SSH-2.0-OpenSSH_9.2\r\n\r\n"), HasSubstr("no HTTP"));
  EXPECT_THAT(failureWhenItSays("HTTP/1.1 200 OK\r\nX: " + std::string(20'000, 'y') + "\r\n\r\n"),
              HasSubstr("no HTTP"));
}

constexpr const char* kStartTwo = R"({"start": {"function": "work", "runtime": "thread", "count": 2,
  "name": "worker {index}"}, "as": "crew"}, {"join": "crew"})";

TEST(SharedSession, RefusesWhoComesWhileAnotherOneUsesIt) {
  // The first answer waits for a word of the one who was refused.
  std::promise<void> refused;
  const WilfulServer notified([&](int socket, int) {
    refused.set_value();
    return WilfulServer::say(socket, answerOf(10));
  });
  std::future<void> word = refused.get_future();
  const WilfulServer server([&](int socket, int) {
    return word.wait_for(std::chrono::milliseconds(kPatienceMs)) == std::future_status::ready &&
           WilfulServer::say(socket, answerOf(10));
  });
  Downloading downloading(server.port(), kStartTwo, R"("work": {"steps": [
    {"download": {"from": "site[0]", "session": "one"}, "as": "got"},
    {"download": "site[1]", "when": "got == none"}]},)");
  downloading.offer(1, notified.port());
  EXPECT_EQ(downloading.run().how, ActorOutcome::How::kReturned);
  const Recording recording = downloading.read();
  const bool firstWasServed = recording.lane("worker 0").local("got") == scenario::Value(std::int64_t{10});
  const ReadLane& served = recording.lane(firstWasServed ? "worker 0" : "worker 1");
  const ReadLane& other = recording.lane(firstWasServed ? "worker 1" : "worker 0");
  EXPECT_EQ(served.local("got"), scenario::Value(std::int64_t{10}));
  EXPECT_TRUE(served.instants(InstantKind::kRefused).empty());
  EXPECT_TRUE(other.local("got").isNone());
  ASSERT_EQ(other.instants(InstantKind::kRefused).size(), 1U);
  EXPECT_EQ(other.instants(InstantKind::kRefused)[0].text, served.name);
}

TEST(SharedSession, ServesOneAfterTheOtherWhereItHasALock) {
  const WilfulServer server([](int socket, int) { return WilfulServer::say(socket, answerOf(10)); });
  Downloading downloading(server.port(), kStartTwo, R"("work": {"steps": [
    {"repeat": {"times": 50, "steps": [{"download": {"from": "site[0]", "session": "queued"}, "as": "got"},
      {"add": {"to": "bytes", "value": "=got"}}]}}]},)");
  EXPECT_EQ(downloading.run().how, ActorOutcome::How::kReturned);
  EXPECT_EQ(server.connections(), 1);
  const Recording recording = downloading.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_EQ(downloading.variable("bytes"), scenario::Value(std::int64_t{1000}));
}

constexpr const char* kTwoTasks = R"({"start": {"function": "work", "runtime": "task", "count": 2,
  "name": "task {index}"}, "as": "crew"}, {"join": "crew"})";

TEST(TaskDownload, AwaitsTheServerAndKeepsTheConnection) {
  const WilfulServer server([](int socket, int) { return WilfulServer::say(socket, answerOf(10)); });
  Downloading downloading(
      server.port(), R"({"start": {"function": "work", "runtime": "task", "name": "task"}, "as": "t"}, {"join": "t"})",
      R"("work": {"steps": [{"repeat": {"times": 3, "steps": [
    {"download": {"from": "site[0]", "session": "web"}, "as": "got", "label": "item"}]}}]},)");
  EXPECT_EQ(downloading.run().how, ActorOutcome::How::kReturned);
  EXPECT_EQ(server.connections(), 1);
  const Recording recording = downloading.read();
  EXPECT_EQ(recording.problems(), "");
  const ReadLane& task = recording.lane("task");
  EXPECT_EQ(task.local("got"), scenario::Value(std::int64_t{10}));
  EXPECT_FALSE(task.has(LaneState::kWaitingIo)) << "a task awaits, its loop goes on";
}

TEST(TaskDownload, FailsAsAThreadsDoes) {
  const auto failureInATask = [](const WilfulServer::Answer& answer) {
    const WilfulServer server(answer);
    Downloading downloading(server.port(),
                            R"({"start": {"function": "work", "runtime": "task"}, "as": "t"}, {"join": "t"})",
                            R"("work": {"steps": [{"download": {"from": "site[0]", "timeout_ms": 50}}]},)");
    return downloading.run().text;
  };
  EXPECT_THAT(failureInATask([](int, int) { return true; }), HasSubstr("the server does not answer in time"));
  EXPECT_THAT(failureInATask([](int, int) { return false; }), HasSubstr("closed the connection without an answer"));
  EXPECT_THAT(failureInATask([](int socket, int) { return WilfulServer::say(socket, answerOf(11)); }),
              HasSubstr("too long"));
  EXPECT_THAT(failureInATask([](int socket, int) { return WilfulServer::say(socket, "no HTTP at all\r\n\r\n"); }),
              HasSubstr("no HTTP"));
}

TEST(TaskDownload, EndsWhenTheTaskIsCancelled) {
  const WilfulServer server([](int, int) { return true; });
  Downloading downloading(
      server.port(),
      R"({"start": {"function": "work", "runtime": "task", "name": "task"}, "as": "t"}, {"sleep": 20},
    {"kill": "t"}, {"join": {"actor": "t"}})",
      R"("work": {"steps": [{"download": {"from": "site[0]", "session": "queued"}}]},)");
  EXPECT_EQ(downloading.run().how, ActorOutcome::How::kReturned);
  const Recording recording = downloading.read();
  EXPECT_EQ(recording.problems(), "");
  const auto exceptions = recording.lane("task").instants(InstantKind::kException);
  ASSERT_EQ(exceptions.size(), 1U);
  EXPECT_THAT(exceptions[0].text, HasSubstr("CancelledError"));
}

TEST(TaskDownload, WaitsForItsTurnInASharedSessionWithALock) {
  const WilfulServer server([](int socket, int) { return WilfulServer::say(socket, answerOf(10)); });
  Downloading downloading(server.port(), kTwoTasks, R"("work": {"steps": [
    {"repeat": {"times": 50, "steps": [{"download": {"from": "site[0]", "session": "queued"}, "as": "got"},
      {"add": {"to": "bytes", "value": "=got"}}]}}]},)");
  EXPECT_EQ(downloading.run().how, ActorOutcome::How::kReturned);
  EXPECT_EQ(server.connections(), 1);
  EXPECT_EQ(downloading.read().problems(), "");
  EXPECT_EQ(downloading.variable("bytes"), scenario::Value(std::int64_t{1000}));
}

TEST(TaskDownload, IsRefusedASharedSessionWithoutALock) {
  // The first answer waits for a word of the task that was refused.
  std::promise<void> refused;
  const WilfulServer notified([&](int socket, int) {
    refused.set_value();
    return WilfulServer::say(socket, answerOf(10));
  });
  std::future<void> word = refused.get_future();
  const WilfulServer server([&](int socket, int) {
    return word.wait_for(std::chrono::milliseconds(kPatienceMs)) == std::future_status::ready &&
           WilfulServer::say(socket, answerOf(10));
  });
  Downloading downloading(server.port(), kTwoTasks, R"("work": {"steps": [
    {"download": {"from": "site[0]", "session": "one"}, "as": "got"},
    {"download": "site[1]", "when": "got == none"}]},)");
  downloading.offer(1, notified.port());
  EXPECT_EQ(downloading.run().how, ActorOutcome::How::kReturned);
  const Recording recording = downloading.read();
  EXPECT_EQ(recording.lane("task 0").local("got"), scenario::Value(std::int64_t{10}));
  EXPECT_TRUE(recording.lane("task 1").local("got").isNone());
  ASSERT_EQ(recording.lane("task 1").instants(InstantKind::kRefused).size(), 1U);
  EXPECT_EQ(recording.lane("task 1").instants(InstantKind::kRefused)[0].text, "task 0");
}

TEST(LoopbackPort, SaysWhenAPortIsTaken) {
  Result<LoopbackPort> first = listenOnLoopback(0);
  ASSERT_TRUE(first);
  const Result<LoopbackPort> second = listenOnLoopback(first.value().port);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().message, "port " + std::to_string(first.value().port) +
                                        " of 127.0.0.1 is taken: the server of the downloads cannot start");
}

TEST(File, WritesAndReadsBackAndLeavesNothing) {
  EngineRun run(R"("main": {"steps": [{"file": {"write": 300000}, "as": "w"},
    {"file": {"read": 300000, "sync": true}, "as": "r", "label": "read"}]})");
  EXPECT_EQ(run.run().how, ActorOutcome::How::kReturned);
  const Recording recording = run.read();
  EXPECT_EQ(recording.lane("main").local("w"), scenario::Value(std::int64_t{300'000}));
  EXPECT_EQ(recording.lane("main").local("r"), scenario::Value(std::int64_t{300'000}));
  EXPECT_TRUE(recording.lane("main").has(LaneState::kWaitingIo));
}

TEST(File, NamesTheStepWhenTheFolderIsMissing) {
  const char* before = std::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("TMPDIR", "/nowhere/at/all", 1);
  EngineRun run(R"("main": {"steps": [{"file": {"write": 1}}]})");
  const ActorOutcome outcome = run.run();
  before == nullptr ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", kept.c_str(), 1);
  EXPECT_EQ(outcome.text, "a file in /nowhere/at/all: No such file or directory (/functions/main/steps/0)");
}

}  // namespace
}  // namespace threadline::engine::testing
