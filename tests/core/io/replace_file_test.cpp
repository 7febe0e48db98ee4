// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/replace_file.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/io/trace_file.h"
#include "tests/support/temp_dir.h"

namespace threadline::io {
namespace {

unsigned modeOf(const std::string& path) {
  struct stat facts {};
  EXPECT_EQ(::stat(path.c_str(), &facts), 0);
  return facts.st_mode & 07777;
}

/// A limit on the size of files while it lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit limit{bytes, m_before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

 private:
  rlimit m_before{};
};

TEST(ReplaceFile, MakesAFileAndReplacesItWhole) {
  const test::TempDir dir;
  ASSERT_TRUE(replaceFile(dir.path("a"), "first, and longer").isOk());
  ASSERT_TRUE(replaceFile(dir.path("a"), "second").isOk());
  EXPECT_EQ(dir.read("a"), "second");
  EXPECT_EQ(dir.fileCount(), 1U);
}

TEST(ReplaceFile, KeepsTheModeOfAnExistingFile) {
  const test::TempDir dir;
  dir.write("a", "old");
  ::chmod(dir.path("a").c_str(), 0640);
  ASSERT_TRUE(replaceFile(dir.path("a"), "new").isOk());
  EXPECT_EQ(modeOf(dir.path("a")), 0640U);
}

TEST(ReplaceFile, ANewFileHasTheModeThatTheUmaskAsksFor) {
  const test::TempDir dir;
  const mode_t before = ::umask(027);
  ASSERT_TRUE(replaceFile(dir.path("a"), "new").isOk());
  ::umask(before);
  EXPECT_EQ(modeOf(dir.path("a")), 0640U);
}

TEST(ReplaceFile, WritesThroughASymbolicLink) {
  const test::TempDir dir;
  dir.write("real", "old");
  ASSERT_EQ(::symlink("real", dir.path("link").c_str()), 0);
  ASSERT_TRUE(replaceFile(dir.path("link"), "new").isOk());
  EXPECT_EQ(dir.read("real"), "new");
  EXPECT_EQ(dir.fileCount(), 2U);
}

TEST(ReplaceFile, LeavesTheOldFileWhenTheDiskIsFull) {
  const test::TempDir dir;
  dir.write("a", "old");
  Status written = ok();
  {
    const FileSizeLimit limit(100'000);
    written = replaceFile(dir.path("a"), std::string(200'000, 'x'));
  }
  ASSERT_FALSE(written.isOk());
  EXPECT_EQ(written.error().code, ErrorCode::kSystem);
  EXPECT_EQ(written.error().context, dir.path("a"));
  EXPECT_EQ(dir.read("a"), "old");
  EXPECT_EQ(dir.fileCount(), 1U);
}

TEST(ReplaceFile, LeavesNoSignalBehindWhenTheSizeLimitWasReached) {
  const test::TempDir dir;
  {
    const FileSizeLimit limit(10);
    EXPECT_FALSE(replaceFile(dir.path("a"), "more than ten bytes").isOk());
  }
  sigset_t pending;
  sigset_t blocked;
  ::sigpending(&pending);
  ::pthread_sigmask(SIG_BLOCK, nullptr, &blocked);
  EXPECT_EQ(sigismember(&pending, SIGXFSZ), 0);
  EXPECT_EQ(sigismember(&blocked, SIGXFSZ), 0);
  EXPECT_EQ(dir.fileCount(), 0U);
}

TEST(ReplaceFile, TellsThatADeviceIsFull) {
  const Status written = replaceFile("/dev/full", "text");
  ASSERT_FALSE(written.isOk());
  EXPECT_EQ(written.error().message, "write: No space left on device");
  EXPECT_TRUE(replaceFile("/dev/null", "text").isOk());
}

TEST(ReplaceFile, RefusesAFolderThatIsNotThereOrCannotBeWritten) {
  const test::TempDir dir;
  EXPECT_EQ(replaceFile(dir.path("no/such"), "x").error().code, ErrorCode::kSystem);
  EXPECT_EQ(replaceFile(dir.path(), "x").error().code, ErrorCode::kSystem);
  EXPECT_EQ(replaceFile("/proc/threadline", "x").error().code, ErrorCode::kSystem);
  EXPECT_EQ(replaceFile("", "x").error().code, ErrorCode::kSystem);
}

TEST(ReplaceFile, WithoutCommitNothingHappens) {
  const test::TempDir dir;
  dir.write("a", "old");
  {
    Result<FileReplacement> file = FileReplacement::begin(dir.path("a"));
    ASSERT_TRUE(file.isOk());
    EXPECT_TRUE(file.value().append("half of it").isOk());
    EXPECT_EQ(dir.fileCount(), 2U);
  }
  EXPECT_EQ(dir.read("a"), "old");
  EXPECT_EQ(dir.fileCount(), 1U);
}

}  // namespace
}  // namespace threadline::io
