// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/start_method/spawn_package.h"

#include <gtest/gtest.h>

#include <limits>

namespace threadline::engine {
namespace {

using scenario::List;
using scenario::Value;

SpawnPackage fullPackage() {
  SpawnPackage package;
  package.identity.id = {7};
  package.identity.parent = {3};
  package.identity.name = "worker \"two\" 둘";
  package.identity.isDaemon = true;
  package.registerFd = 8;
  package.sharedFd = 11;
  ActorStart& start = package.start;
  start.function = "work";
  start.arguments = {Value(),
                     Value(true),
                     Value(std::numeric_limits<std::int64_t>::min()),
                     Value(2.0),
                     Value("text <&>\n"),
                     Value(List{Value(std::int64_t{1}), Value(List{})}),
                     Value(1.0e300),
                     Value(scenario::ActorHandle{5})};
  start.name = "worker 2";
  start.isDaemon = true;
  start.parentLane = {12};
  start.recorder = {{1023, 1ULL << 61U}, {99}, 4, LaneState::kStarting};
  start.startFlow = 0xFFFFFFFFFFFFFFFFU;
  return package;
}

TEST(SpawnPackage, CarriesEverythingThatAnActorNeeds) {
  const SpawnPackage sent = fullPackage();
  const Result<SpawnPackage> read = readSpawnPackage(writeSpawnPackage(sent));
  ASSERT_TRUE(read.isOk()) << read.error().message;
  const SpawnPackage& got = read.value();
  EXPECT_EQ(got.identity.id, sent.identity.id);
  EXPECT_EQ(got.identity.parent, sent.identity.parent);
  EXPECT_EQ(got.identity.name, sent.identity.name);
  EXPECT_TRUE(got.identity.isDaemon);
  EXPECT_EQ(got.identity.startMethod, StartMethod::kSpawn);
  EXPECT_EQ(got.registerFd, sent.registerFd);
  EXPECT_EQ(got.sharedFd, sent.sharedFd);
  EXPECT_EQ(got.start.function, "work");
  EXPECT_EQ(got.start.name, "worker 2");
  EXPECT_TRUE(got.start.isDaemon);
  EXPECT_EQ(got.start.parentLane, sent.start.parentLane);
  EXPECT_EQ(got.start.recorder.claim, sent.start.recorder.claim);
  EXPECT_EQ(got.start.recorder.lane, sent.start.recorder.lane);
  EXPECT_EQ(got.start.recorder.textsUsed, 4U);
  EXPECT_EQ(got.start.recorder.state, LaneState::kStarting);
  EXPECT_EQ(got.start.startFlow, sent.start.startFlow);
}

TEST(SpawnPackage, ArgumentsKeepTheirTypes) {
  const SpawnPackage sent = fullPackage();
  const Result<SpawnPackage> read = readSpawnPackage(writeSpawnPackage(sent));
  ASSERT_TRUE(read.isOk());
  const std::vector<Value>& got = read.value().start.arguments;
  ASSERT_EQ(got.size(), sent.start.arguments.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    EXPECT_STREQ(got[i].typeName(), sent.start.arguments[i].typeName()) << i;
    EXPECT_EQ(got[i], sent.start.arguments[i]) << i;
  }
}

TEST(SpawnPackage, WhatIsNoPackageIsAnError) {
  const std::string whole = writeSpawnPackage(fullPackage());
  for (const std::string& bytes : {std::string(), std::string("{}"), std::string("[1]"), std::string("null"),
                                   whole.substr(0, whole.size() / 2), std::string("{\"process\": \"x\"}")}) {
    const Result<SpawnPackage> read = readSpawnPackage(bytes);
    ASSERT_FALSE(read.isOk()) << bytes;
    EXPECT_EQ(read.error().code, ErrorCode::kInvalidInput) << bytes;
  }
}

TEST(SpawnPackage, TextThatIsNoUnicodeStillTravels) {
  SpawnPackage package = fullPackage();
  package.start.arguments = {Value(std::string("\xff\xfe"))};
  EXPECT_TRUE(readSpawnPackage(writeSpawnPackage(package)).isOk());
}

}  // namespace
}  // namespace threadline::engine
