//! compare() finds what differs and names the replication where it begins.
// SPDX-License-Identifier: Apache-2.0
#include "scratch.hpp"

#include <functional>
#include <gmock/gmock.h>

#include <golive/base/error.hpp>
#include <golive/store/compare.hpp>

namespace golive::store {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Compare : public ::testing::Test {
 protected:
    using Change = std::function<void(model::Result&)>;
    /// The differences between a file of the sample and one whose results, or provenance, were changed.
    std::vector<Difference> after(
        const Change& change, Exactness exactness = Exactness::bits,
        const std::function<void(Provenance&)>& other = [](Provenance&) {}) {
        write("a.h5", [](model::Result&) {}, [](Provenance&) {});
        write("b.h5", change, other);
        return compare(scratch_.path("a.h5"), scratch_.path("b.h5"), exactness);
    }

 private:
    void write(const std::string& name, const Change& change, const std::function<void(Provenance&)>& other) {
        const auto catalogue = sample::catalogue();
        auto provenance = sample::provenance(100);
        other(provenance);
        ResultsWriter writer{scratch_.path(name), provenance, catalogue, Overwrite::yes};
        for (std::uint64_t n = 0; n < 100; ++n) {
            auto result = sample::result(catalogue, n, n == 1 ? 5 : 0);
            change(result);
            writer.accept(result);
        }
        writer.finish(sample::outcome(100));
    }
    Scratch scratch_;
};

TEST_F(Compare, LooksPastWhatDoesNotChangeResults) {
    const auto differences = after([](model::Result&) {}, Exactness::bits,
                                   [](Provenance& provenance) {
                                       provenance.created = "2001-01-01T00:00:00Z";
                                       provenance.command_line = "golive run other.toml -j 7";
                                       provenance.hostname.reset();
                                       provenance.threads = 7;
                                       provenance.scenario_text += "# a comment\n";
                                   });
    EXPECT_THAT(differences, IsEmpty());
}

TEST_F(Compare, SeesAnotherSeed) {
    const auto differences = after([](model::Result&) {}, Exactness::bits, [](Provenance& p) { p.seed = 7; });
    EXPECT_THAT(differences, ElementsAre(Field(&Difference::where, "/run seed")));
}

TEST_F(Compare, NamesTheFirstReplicationThatDiffers) {
    const auto differences = after([](model::Result& result) {
        if (result.replication >= 17) result.scalars[1] = 2.5;
        if (result.replication == 70) result.series[0] += 4.0F;
        if (result.replication == 80) result.cause_days[1] += 1.0;
    });
    const auto has = [&](const std::string& where, const std::string& what) {
        EXPECT_THAT(differences, Contains(AllOf(Field(&Difference::where, where),
                                                Field(&Difference::what, HasSubstr(what)))));
    };
    has("/replications/go_live_wave_1", "replication 17:");
    has("/replications/go_live_wave_1", "against 2.5");
    has("/series/network/devices_in_use_0", "replication 70:");
    has("/attribution/cause_days", "replication 80:");
}

TEST_F(Compare, SeesALastBitOnlyWhereItIsAskedTo) {
    const auto nudge = [](model::Result& result) {
        if (result.replication == 50) result.scalars[0] = std::nextafter(result.scalars[0], 1e9);
    };
    EXPECT_THAT(after(nudge), Contains(Field(&Difference::where, "/replications/go_live_wave_0")));
    EXPECT_THAT(after(nudge, Exactness::close), IsEmpty());
}

TEST_F(Compare, SeesAnotherTrajectoryBehindEqualNumbers) {
    const auto differences =
        after([](model::Result& result) { result.fingerprint ^= result.replication == 9; });
    EXPECT_THAT(differences, ElementsAre(Field(&Difference::where, "/replications/fingerprint")));
}

TEST_F(Compare, SeesAnEventMoreInATrace) {
    const auto differences = after([](model::Result& result) {
        if (!result.trace.empty()) result.trace.push_back({});
    });
    EXPECT_THAT(differences,
                Contains(AllOf(Field(&Difference::where, "/trace/time"),
                               Field(&Difference::what, "of different sizes: [5] against [6]"))));
}

TEST(CompareFiles, RefusesWhatIsNoResultsFile) {
    const Scratch scratch;
    put_bytes(scratch.path("a.h5"), "hello");
    EXPECT_THROW((void)compare(scratch.path("a.h5"), scratch.path("a.h5"), Exactness::bits), Error);
}

}  // namespace
}  // namespace golive::store
