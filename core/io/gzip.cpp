// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace threadline::io {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 18U;
constexpr int kGzipOnly = 16 + MAX_WBITS;

}  // namespace

bool isGzip(std::string_view bytes) {
  return bytes.size() >= 2 && bytes[0] == '\x1F' && bytes[1] == '\x8B';
}

Result<Unpacked> gunzip(std::string_view bytes, std::size_t maxBytes) {
  z_stream stream{};
  if (inflateInit2(&stream, kGzipOnly) != Z_OK) return Error{ErrorCode::kSystem, "zlib cannot start", {}};
  Unpacked unpacked;
  int state = Z_OK;
  std::string piece(kPieceBytes, '\0');
  while (state != Z_STREAM_END || !bytes.empty()) {
    if (stream.avail_in == 0 && !bytes.empty()) {
      const std::size_t given = std::min<std::size_t>(bytes.size(), std::numeric_limits<int>::max());
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib does not write there
      stream.avail_in = static_cast<uInt>(given);
    }
    const std::size_t before = stream.avail_in;
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    state = inflate(&stream, Z_NO_FLUSH);
    bytes.remove_prefix(before - stream.avail_in);
    const std::size_t made = piece.size() - stream.avail_out;
    if (unpacked.bytes.size() + made > maxBytes) {
      inflateEnd(&stream);
      return Error{ErrorCode::kLimit, "unpacks to more than " + std::to_string(maxBytes) + " bytes", {}};
    }
    unpacked.bytes.append(piece, 0, made);
    if (state == Z_STREAM_END && isGzip(bytes)) {
      state = inflateReset(&stream);  // gzip files may be joined
    } else if (state == Z_STREAM_END) {
      break;  // what follows is padding
    } else if (state != Z_OK || (bytes.empty() && made == 0)) {
      unpacked.isCut = true;
      break;
    }
  }
  inflateEnd(&stream);
  if (unpacked.bytes.empty()) return Error{ErrorCode::kInvalidInput, "the gzip data is damaged or empty", {}};
  return unpacked;
}

}  // namespace threadline::io
