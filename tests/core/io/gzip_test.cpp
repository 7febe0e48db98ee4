// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gzip.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace threadline::io {
namespace {

std::string packed(const std::string& bytes) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(bytes.size() + 1000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

TEST(Gzip, UnpacksWhatWasPackedInOneOrSeveralMembers) {
  const std::string text(700'000, 'x');
  EXPECT_EQ(gunzip(packed(text), 1'000'000).value().bytes, text);
  EXPECT_EQ(gunzip(packed("one") + packed("two") + std::string(64, '\0'), 100).value().bytes, "onetwo");
  EXPECT_TRUE(isGzip(packed("")));
  EXPECT_FALSE(isGzip("{}"));
}

TEST(Gzip, RefusesToUnpackBeyondTheLimit) {
  const std::string bomb = packed(std::string(5'000'000, '\0'));
  EXPECT_LT(bomb.size(), 10'000U);
  EXPECT_EQ(gunzip(bomb, 1'000'000).error().code, ErrorCode::kLimit);
}

TEST(Gzip, KeepsWhatCameBeforeACutOrDamage) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += std::to_string(i * 7919 % 100'003);
  std::string cut = packed(text);
  cut.resize(cut.size() / 2);
  const Result<Unpacked> half = gunzip(cut, 10'000'000);
  ASSERT_TRUE(half.isOk());
  EXPECT_TRUE(half.value().isCut);
  EXPECT_GT(half.value().bytes.size(), 50'000U);
  EXPECT_EQ(text.compare(0, half.value().bytes.size(), half.value().bytes), 0);
  EXPECT_EQ(gunzip("\x1F\x8B rubbish", 100).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(gunzip("\x1F\x8B", 100).error().code, ErrorCode::kInvalidInput);
}

}  // namespace
}  // namespace threadline::io
