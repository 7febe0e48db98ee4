// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An HTTP/1.1 server over Boost.Beast: answers each request after the site's delay with a body of the site's size,
// keeps connections alive, and serves no more requests at once than the site's limit; the others wait in the order in
// which they came. A request without the site's token gets 404 and loses its connection.
//
// Thread: one, which runs until the end.

#include <vector>

#include "core/base/unique_fd.h"
#include "core/engine/http/shared_server.h"
#include "core/engine/http/web_spec.h"

namespace threadline::engine {

struct SiteOffer {
  UniqueFd socket;  // listening
  ServerSpec spec;
  SharedServer* shared = nullptr;  // counts go here; not null
};

/// Serves all sites until the other end of `life` is closed by all who hold it. Takes the sockets and `life` over.
void serveUntilEnd(std::vector<SiteOffer>& offers, int life);

}  // namespace threadline::engine
