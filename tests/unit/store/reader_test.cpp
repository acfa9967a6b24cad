//! Files that are not ours, or no longer whole, are refused in words, whatever their bytes.
// SPDX-License-Identifier: Apache-2.0
#include "scratch.hpp"
#include "store/atomic_file.hpp"
#include "store/hdf.hpp"

#include <array>
#include <gmock/gmock.h>

#include <golive/base/error.hpp>
#include <golive/base/hash.hpp>
#include <golive/store/results_file.hpp>

namespace golive::store {
namespace {

using ::testing::HasSubstr;

/// The message with which a file is refused; empty where it is not.
std::string refusal(const std::filesystem::path& path) {
    try {
        const ResultsFile file{path};
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_THAT(error.what(), HasSubstr(path.string()));
        return error.what();
    }
    return "";
}

class Refusal : public ::testing::Test {
 protected:
    std::string refusal_of_bytes(std::string_view bytes) {
        put_bytes(scratch_.path("x.h5"), bytes);
        return refusal(scratch_.path("x.h5"));
    }
    std::string sample_bytes() {
        write_sample(scratch_.path("whole.h5"), 3, {}, 1);
        return bytes_of(scratch_.path("whole.h5"));
    }
    /// A file of somebody else's that bears a seal nevertheless.
    template <class Action>
    std::string refusal_of_sealed(Action&& fill) {
        {
            const hdf::Handle file = hdf::create_file(scratch_.path("other.h5"));
            fill(file.id());
        }
        Seal::append(scratch_.path("other.h5"));
        return refusal(scratch_.path("other.h5"));
    }
    Scratch scratch_;
};

TEST_F(Refusal, OfWhatIsNoResultsFileSaysWhatItIs) {
    EXPECT_THAT(refusal(scratch_.path("missing.h5")), HasSubstr("No such file or directory"));
    EXPECT_THAT(refusal(scratch_.folder()), HasSubstr("it is a folder"));
    EXPECT_THAT(refusal("/dev/null"), HasSubstr("not an ordinary file"));
    EXPECT_THAT(refusal_of_bytes(""), HasSubstr("it is not HDF5"));
    EXPECT_THAT(refusal_of_bytes("[scenario]\nname = \"clinic\"\n"), HasSubstr("it is not HDF5"));
    EXPECT_THAT(refusal_of_bytes("\x89HDF\r\n\x1a\n"), HasSubstr("too short"));
}

TEST_F(Refusal, OfAFileCutShortComesAtEveryLength) {
    const std::string whole = sample_bytes();
    for (std::size_t length = 0; length < whole.size(); length += 1 + whole.size() / 400) {
        EXPECT_NE(refusal_of_bytes(whole.substr(0, length)), "") << length;
    }
    EXPECT_THAT(refusal_of_bytes(whole.substr(0, whole.size() - 1)), HasSubstr("checksum is missing"));
}

TEST_F(Refusal, OfADamagedFileComesWhicheverBitIsTurned) {
    const std::string whole = sample_bytes();
    EXPECT_EQ(refusal_of_bytes(whole), "");
    for (std::uint64_t i = 0; i < 1000; ++i) {
        std::string damaged = whole;
        const std::uint64_t draw = mix_bits(i);
        damaged[draw % damaged.size()] ^= static_cast<char>(1U << (draw >> 61));
        EXPECT_NE(refusal_of_bytes(damaged), "") << "byte " << draw % damaged.size();
    }
    EXPECT_THAT(refusal_of_bytes(whole + "\n"), HasSubstr("checksum is missing"));
}

TEST_F(Refusal, OfRandomBytesBehindAnHdf5SignatureIsCalm) {
    for (std::uint64_t i = 0; i < 100; ++i) {
        std::string bytes = "\x89HDF\r\n\x1a\n";
        for (std::uint64_t j = 0; j < 500; ++j) bytes += static_cast<char>(combine(i, j));
        EXPECT_NE(refusal_of_bytes(bytes), "");
    }
}

TEST_F(Refusal, OfAnotherProgramsHdf5FileSaysSo) {
    {
        const hdf::Handle file = hdf::create_file(scratch_.path("plain.h5"));
    }
    EXPECT_THAT(refusal(scratch_.path("plain.h5")), HasSubstr("another program made or changed it"));
    EXPECT_THAT(refusal_of_sealed([](hid_t) {}), HasSubstr("holds no results of golive"));
}

TEST_F(Refusal, OfAnotherMajorVersionNamesBoth) {
    const std::string message = refusal_of_sealed([](hid_t file) {
        hdf::set_attribute(file, "filetype", std::string_view{"golive results"});
        hdf::set_attribute(file, "format_version", std::array<std::int32_t, 2>{2, 0});
    });
    EXPECT_THAT(message, HasSubstr("version 2 of the results format (this program reads version 1)"));
}

TEST_F(Refusal, OfAFileThatLacksADatasetNamesIt) {
    const std::string message = refusal_of_sealed([](hid_t file) {
        hdf::set_attribute(file, "filetype", std::string_view{"golive results"});
        hdf::set_attribute(file, "format_version", std::array<std::int32_t, 2>{1, 7});
        hdf::set_attribute(file, "title", std::string_view{"x"});
    });
    EXPECT_THAT(message, HasSubstr("/scenario"));
}

/// Such files are those of today without what came later.
TEST(ResultsFile, OfFormatOneDotOneDoesNotSayWhatDevicesAre) {
    const Scratch scratch;
    write_sample(scratch.path("new.h5"), 3, {}, 2);
    {
        const hdf::Handle from = hdf::open_file(scratch.path("new.h5"));
        const hdf::Handle to = hdf::create_file(scratch.path("old.h5"));
        for (const char* group : {"/scenario", "/run", "/replications", "/series", "/attribution",
                                  "/giving_up", "/trace", "/summary"})
            ASSERT_GE(H5Ocopy(from.id(), group, to.id(), group, H5P_DEFAULT, H5P_DEFAULT), 0);
        for (const char* later : {"device", "device_technology", "device_start", "device_count"})
            ASSERT_GE(H5Ldelete(to.id(), (std::string{"/trace/"} + later).c_str(), H5P_DEFAULT), 0);
        hdf::set_attribute(to.id(), "filetype", std::string_view{"golive results"});
        hdf::set_attribute(to.id(), "format_version", std::array<std::int32_t, 2>{1, 1});
        hdf::set_attribute(to.id(), "title", std::string_view{"x"});
    }
    Seal::append(scratch.path("old.h5"));
    const ResultsFile file{scratch.path("old.h5")};
    EXPECT_EQ(file.trace(1).size(), file.trace_size(1));
    EXPECT_TRUE(file.device_technology(1).empty());
}

}  // namespace
}  // namespace golive::store
