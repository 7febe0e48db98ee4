// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Boost.Asio as this house takes it: the one place that includes its heart, so that every file sees the same switches.
// Whoever needs more of Asio or Beast includes this header first.
//
// Asio 1.74 forgets to include <utility>; its fences, which a context run by one thread does not need, are unknown to
// thread sanitizers; and it does not find the coroutines of clang, which checks this code and does not build it.

#define BOOST_ASIO_DISABLE_FENCED_BLOCK 1
#ifdef __clang__
#define BOOST_ASIO_HAS_CO_AWAIT 1
#define BOOST_ASIO_HAS_STD_COROUTINE 1
#endif

#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace threadline::engine {

/// What a coroutine of a step returns. It does not begin before it is awaited.
template <typename T>
using Awaitable = boost::asio::awaitable<T>;

}  // namespace threadline::engine
