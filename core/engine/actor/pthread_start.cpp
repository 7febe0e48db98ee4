// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/actor/pthread_start.h"

#include <pthread.h>

#include <cstddef>
#include <string>

#include "core/engine/whole_characters.h"

namespace threadline::engine {
namespace {

constexpr std::size_t kKernelNameBytes = 15;
// Steps nest a few dozen frames deep; the rest is for what a sanitizer adds. A thousand of these are address space
// only.
constexpr std::size_t kStackBytes = std::size_t{1} << 20U;

}  // namespace

void nameThisThread(std::string_view name) {
  const std::string kernelName(wholeCharacters(name, kKernelNameBytes));
  pthread_setname_np(pthread_self(), kernelName.c_str());
}

Status startPthread(void* (*entry)(void*), void* argument) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kStackBytes);
  // Detached, as Python's: the number of a thread that has ended may come again for the next one.
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_t thread{};
  const int failed = pthread_create(&thread, &attributes, entry, argument);
  pthread_attr_destroy(&attributes);
  if (failed != 0) {
    Error error = systemError("pthread_create", failed);
    error.message = "can't start new thread (" + error.message + ")";
    return error;
  }
  return ok();
}

}  // namespace threadline::engine
