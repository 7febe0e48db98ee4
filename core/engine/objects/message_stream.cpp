// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/message_stream.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>

#include "core/engine/objects/value_codec.h"

namespace threadline::engine {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} * 1024;

/// All of it, however the pipe takes it; a pipe without reader loses it.
bool writeAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool writeFiller(int fd, std::int64_t bytes) {
  static constexpr std::array<char, kBlockBytes> kBlock{};
  while (bytes > 0) {
    const auto size = static_cast<std::size_t>(std::min<std::int64_t>(bytes, static_cast<std::int64_t>(kBlock.size())));
    if (!writeAll(fd, std::string_view(kBlock.data(), size))) return false;
    bytes -= static_cast<std::int64_t>(size);
  }
  return true;
}

bool readAll(int fd, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::read(fd, bytes, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool skipAll(int fd, std::size_t size) {
  std::string block(std::min(size, kBlockBytes), '\0');
  while (size > 0) {
    const std::size_t part = std::min(size, block.size());
    if (!readAll(fd, block.data(), part)) return false;
    size -= part;
  }
  return true;
}

Error damagedPipe() {
  return {ErrorCode::kRunFailed, "the pipe is damaged: a process was killed while it wrote", ""};
}

}  // namespace

bool writeMessage(int fd, std::uint64_t flow, std::string_view content, std::int64_t fillerBytes) {
  QueueMessage message;
  message.flow = flow;
  message.isFiller = fillerBytes > 0 ? 1 : 0;
  message.bytes = fillerBytes > 0
                      ? static_cast<std::uint32_t>(std::min<std::int64_t>(fillerBytes, QueueMessage::kMaxBytes))
                      : static_cast<std::uint32_t>(content.size());
  // The header goes with the content where it can: a small message is then in the pipe whole or not at all.
  std::string bytes(reinterpret_cast<const char*>(&message), sizeof message);
  if (message.isFiller == 0) bytes += content;
  return writeAll(fd, bytes) && (message.isFiller == 0 || writeFiller(fd, message.bytes));
}

Status readMessage(int fd, QueueItem& item) {
  QueueMessage message;
  if (!readAll(fd, reinterpret_cast<char*>(&message), sizeof message) || message.magic != QueueMessage::kMagic ||
      message.bytes > QueueMessage::kMaxBytes) {
    return damagedPipe();
  }
  item.flow = message.flow;
  if (message.isFiller != 0) {
    if (!skipAll(fd, message.bytes)) return damagedPipe();
    item.value = static_cast<std::int64_t>(message.bytes);
    return ok();
  }
  std::string content(message.bytes, '\0');
  if (!readAll(fd, content.data(), content.size())) return damagedPipe();
  auto value = decodeValue(content);
  if (!value) return damagedPipe();
  item.value = value.take();
  return ok();
}

}  // namespace threadline::engine
