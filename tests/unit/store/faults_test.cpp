//! Full disks, limits and kills: an error in words and no file, never a crash and never half a file.
// SPDX-License-Identifier: Apache-2.0
#include "scratch.hpp"

#include <cstdlib>
#include <functional>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <golive/base/error.hpp>
#include <golive/store/results_file.hpp>

/// HDF5 itself loses a few kilobytes when a file cannot be closed; under the address sanitizer that is
/// not our failure.
extern "C" const char* __lsan_default_suppressions() { return "leak:libhdf5"; }

namespace golive::store {
namespace {

using ::testing::IsEmpty;

constexpr int as_expected = 0;
constexpr int wrong_error = 2;
constexpr int no_error = 3;

/// Runs `action` in a child, which ends as a program does: through exit() and every handler of every library.
int status_of_child(const std::function<int()>& action) {
    const pid_t child = ::fork();
    if (child == 0) std::exit(action());
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

int write_expecting_a_full_disk(const std::filesystem::path& path, const std::string& reason) {
    try {
        write_sample(path, 300, {.weeks = 40}, 2);
    } catch (const Error& error) {
        const bool in_words = std::string_view{error.what()}.find(reason) != std::string_view::npos;
        return error.kind() == ErrorKind::resource && in_words ? as_expected : wrong_error;
    }
    return no_error;
}

TEST(FullDisk, IsAnErrorInWordsAtWhateverByteItHappens) {
    const Scratch scratch;
    write_sample(scratch.path("whole.h5"), 300, {.weeks = 40}, 2);
    const auto size = std::filesystem::file_size(scratch.path("whole.h5"));
    std::filesystem::remove(scratch.path("whole.h5"));
    for (int step = 0; step < 60; ++step) {
        const auto limit = static_cast<rlim_t>(size * static_cast<std::uintmax_t>(step) / 60);
        const int status = status_of_child([&] {
            ::signal(SIGXFSZ, SIG_IGN);  // the write then fails with EFBIG instead
            const rlimit wanted{limit, limit};
            ::setrlimit(RLIMIT_FSIZE, &wanted);
            return write_expecting_a_full_disk(scratch.path("r.h5"), "File too large");
        });
        ASSERT_TRUE(WIFEXITED(status))
            << "killed by signal " << WTERMSIG(status) << " with room for " << limit;
        EXPECT_EQ(WEXITSTATUS(status), as_expected)
            << "with room for " << limit << " of " << size << " bytes";
        EXPECT_THAT(scratch.names(), IsEmpty());
    }
}

TEST(FullDisk, LeavesTheProgramAbleToWriteElsewhere) {
    const Scratch scratch;
    const int status = status_of_child([&] {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit tight{20'000, RLIM_INFINITY};
        ::setrlimit(RLIMIT_FSIZE, &tight);
        const int failed = write_expecting_a_full_disk(scratch.path("a.h5"), "File too large");
        const rlimit free{RLIM_INFINITY, RLIM_INFINITY};
        ::setrlimit(RLIMIT_FSIZE, &free);
        write_sample(scratch.path("b.h5"), 20);
        return failed != as_expected
                   ? failed
                   : static_cast<int>(ResultsFile{scratch.path("b.h5")}.replications().size());
    });
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 20);
    EXPECT_THAT(scratch.names(), ::testing::ElementsAre("b.h5"));
}

TEST(FullDisk, OfARealFileSystemIsToldAsSuchAndFreedAgain) {
    const Scratch scratch;
    const auto mounted = scratch.path("small");
    std::filesystem::create_directory(mounted);
    if (::mount("none", mounted.c_str(), "tmpfs", 0, "size=256k") != 0) GTEST_SKIP() << "only root may mount";
    const int status = status_of_child(
        [&] { return write_expecting_a_full_disk(mounted / "r.h5", "No space left on device"); });
    const auto space = std::filesystem::space(mounted);
    ::umount2(mounted.c_str(), MNT_DETACH);
    ASSERT_TRUE(WIFEXITED(status)) << "killed by signal " << WTERMSIG(status);
    EXPECT_EQ(WEXITSTATUS(status), as_expected);
    EXPECT_EQ(space.free, space.capacity);
}

TEST(KilledWriter, LeavesNoFinalFileAndTheOldOneAsItWas) {
    const Scratch scratch;
    put_bytes(scratch.path("r.h5"), "old");
    for (int attempt = 0; attempt < 20; ++attempt) {
        const pid_t child = ::fork();
        if (child == 0) {
            const auto catalogue = sample::catalogue();
            ResultsWriter writer{scratch.path("r.h5"), sample::provenance(1'000'000), catalogue,
                                 Overwrite::yes};
            for (std::uint64_t n = 0;; ++n) writer.accept(sample::result(catalogue, n));
        }
        ::usleep(static_cast<useconds_t>(2000 + 3000 * attempt));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status));
        EXPECT_EQ(bytes_of(scratch.path("r.h5")), "old");
    }
    write_sample(scratch.path("new.h5"), 5);
    EXPECT_EQ(ResultsFile{scratch.path("new.h5")}.replications().size(), 5U)
        << "leavings of the killed are in nobody's way";
}

}  // namespace
}  // namespace golive::store
