// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/http/http_server.h"

#include <sys/socket.h>

#include <chrono>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/engine/loop/asio.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

namespace threadline::engine {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::beast::error_code;

constexpr std::size_t kMaxRequestBytes = 8192;
// When no descriptor is free for a connection: until some other one has been closed.
constexpr std::chrono::milliseconds kAcceptPause{20};

/// One server of the scenario: its answers, and the requests that wait for their turn.
class Site {
 public:
  Site(asio::io_context& io, SiteOffer offer)
      : m_acceptor(io, tcp::v4(), offer.socket.release()),
        m_pause(io),
        m_spec(offer.spec),
        m_shared(*offer.shared),
        m_path(offer.shared->path()),
        m_item(answerOf("200 OK", static_cast<std::size_t>(offer.spec.bytes), "")),
        m_hello(answerOf("200 OK", 0, "")),
        m_refusal(answerOf("404 Not Found", 0, "Connection: close\r\n")) {}

  void accept();

  [[nodiscard]] const ServerSpec& spec() const { return m_spec; }
  [[nodiscard]] bool isHello(std::string_view target) const { return target == m_path + kHelloRequest; }
  [[nodiscard]] bool isItem(std::string_view target) const { return target == m_path + kItemRequest; }
  [[nodiscard]] const std::string& item() const { return m_item; }
  [[nodiscard]] const std::string& hello() const { return m_hello; }
  [[nodiscard]] const std::string& refusal() const { return m_refusal; }

  /// Calls `serve` when it is this request's turn, at once where there is room. Each call is answered by one leave().
  void enter(std::function<void()> serve) {
    if (m_spec.limit > 0 && m_serving >= m_spec.limit) {
      m_queue.push_back(std::move(serve));
      return;
    }
    ++m_serving;
    serve();
  }
  void leave() {
    m_shared.requests.fetch_add(1, std::memory_order_relaxed);
    --m_serving;
    if (m_queue.empty()) return;
    const std::function<void()> next = std::move(m_queue.front());
    m_queue.pop_front();
    ++m_serving;
    next();
  }

 private:
  static std::string answerOf(std::string_view status, std::size_t bytes, std::string_view more) {
    std::string answer = "HTTP/1.1 " + std::string(status) + "\r\nContent-Type: application/octet-stream\r\n" +
                         std::string(more) + "Content-Length: " + std::to_string(bytes) + "\r\n\r\n";
    answer.append(bytes, 'x');
    return answer;
  }

  tcp::acceptor m_acceptor;
  asio::steady_timer m_pause;
  ServerSpec m_spec;
  SharedServer& m_shared;
  std::string m_path;
  std::string m_item;  // whole answers, made once
  std::string m_hello;
  std::string m_refusal;
  std::int64_t m_serving = 0;
  std::deque<std::function<void()>> m_queue;
};

/// One connection, for as long as its client keeps it.
class Visit : public std::enable_shared_from_this<Visit> {
 public:
  Visit(tcp::socket socket, Site& site) : m_socket(std::move(socket)), m_site(site), m_timer(m_socket.get_executor()) {}

  void listen() {
    m_parser.emplace();
    m_parser->header_limit(kMaxRequestBytes);
    m_parser->body_limit(0);
    http::async_read(m_socket, m_buffer, *m_parser, [self = shared_from_this()](error_code error, std::size_t) {
      if (!error) self->answer();  // else the client has gone, or speaks no HTTP: so ends the visit
    });
  }

 private:
  void answer() {
    const auto target = m_parser->get().target();
    const std::string_view path(target.data(), target.size());
    if (m_site.isItem(path)) {
      m_site.enter([self = shared_from_this()] { self->serve(); });
    } else if (m_site.isHello(path)) {
      after(m_site.spec().connectMs, [self = shared_from_this()] { self->write(self->m_site.hello(), true); });
    } else {
      write(m_site.refusal(), false);
    }
  }

  void serve() {
    after(m_site.spec().delayMs, [self = shared_from_this()] {
      self->m_site.leave();
      self->write(self->m_site.item(), self->m_parser->get().keep_alive());
    });
  }

  template <typename Next>
  void after(std::int64_t ms, Next next) {
    m_timer.expires_after(std::chrono::milliseconds(ms));
    m_timer.async_wait([next = std::move(next)](error_code) { next(); });
  }

  void write(const std::string& answer, bool goesOn) {
    asio::async_write(m_socket, asio::buffer(answer),
                      [self = shared_from_this(), goesOn](error_code error, std::size_t) {
                        if (!error && goesOn) self->listen();
                      });
  }

  tcp::socket m_socket;
  Site& m_site;
  asio::steady_timer m_timer;
  boost::beast::flat_buffer m_buffer{kMaxRequestBytes};
  std::optional<http::request_parser<http::empty_body>> m_parser;
};

/// No delay before small answers; and a connection that this end closes is gone at once, so that a run leaves no socket
/// behind that the kernel keeps for a minute.
void prepare(tcp::socket& socket) {
  error_code ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  socket.set_option(asio::socket_base::linger(true, 0), ignored);
}

void Site::accept() {
  m_acceptor.async_accept([this](error_code error, tcp::socket socket) {
    if (error) {
      m_pause.expires_after(kAcceptPause);
      m_pause.async_wait([this](error_code) { accept(); });
      return;
    }
    m_shared.connections.fetch_add(1, std::memory_order_relaxed);
    prepare(socket);
    std::make_shared<Visit>(std::move(socket), *this)->listen();
    accept();
  });
}

}  // namespace

void serveUntilEnd(std::vector<SiteOffer>& offers, int life) {
  try {
    asio::io_context io(1);
    std::vector<std::unique_ptr<Site>> sites;
    sites.reserve(offers.size());
    for (SiteOffer& offer : offers) sites.push_back(std::make_unique<Site>(io, std::move(offer)));
    asio::posix::stream_descriptor end(io, life);
    end.async_wait(asio::posix::stream_descriptor::wait_read, [&io](error_code) { io.stop(); });
    for (const std::unique_ptr<Site>& site : sites) site->accept();
    io.run();
  } catch (const std::exception&) {
    // Out of memory or descriptors: the clients see their connections end, and say so.
  }
}

}  // namespace threadline::engine
