//! What goes into a results file comes out of it, and a file is there whole or not at all.
// SPDX-License-Identifier: Apache-2.0
#include "scratch.hpp"
#include "store/growing_group.hpp"

#include <chrono>
#include <cmath>
#include <cstring>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <thread>

#include <golive/base/error.hpp>
#include <golive/store/compare.hpp>
#include <golive/store/results_file.hpp>
#include <golive/store/results_writer.hpp>

namespace golive::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

MATCHER_P(SameNumbers, expected, "has the same numbers, NaN for NaN") {
    if (arg.size() != expected.size()) return false;
    for (std::size_t i = 0; i < arg.size(); ++i) {
        if (!(arg[i] == expected[i] || (std::isnan(arg[i]) && std::isnan(expected[i])))) {
            *result_listener << "position " << i << ": " << arg[i] << " against " << expected[i];
            return false;
        }
    }
    return true;
}

template <class Action>
Error error_of(Action&& action) {
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    ADD_FAILURE() << "no error was thrown";
    return {ErrorKind::model, ""};
}

void expect_same_catalogue(const model::Catalogue& a, const model::Catalogue& b) {
    ASSERT_EQ(a.scalars.size(), b.scalars.size());
    for (std::size_t i = 0; i < a.scalars.size(); ++i) {
        EXPECT_EQ(a.scalars[i].name, b.scalars[i].name);
        EXPECT_EQ(a.scalars[i].unit, b.scalars[i].unit);
        EXPECT_EQ(a.scalars[i].description, b.scalars[i].description);
        EXPECT_EQ(a.scalars[i].reading, b.scalars[i].reading);
        EXPECT_EQ(a.scalars[i].subject, b.scalars[i].subject);
    }
    ASSERT_EQ(a.series.size(), b.series.size());
    for (std::size_t i = 0; i < a.series.size(); ++i) {
        EXPECT_EQ(a.series[i].name, b.series[i].name);
        EXPECT_EQ(a.series[i].unit, b.series[i].unit);
        EXPECT_EQ(a.series[i].kept_for, b.series[i].kept_for);
        EXPECT_EQ(a.series[i].family, b.series[i].family);
        EXPECT_EQ(a.series[i].of, b.series[i].of);
        EXPECT_EQ(a.series[i].role, b.series[i].role);
    }
    EXPECT_EQ(a.members, b.members);
    EXPECT_EQ(a.weeks, b.weeks);
    ASSERT_EQ(a.instances.size(), b.instances.size());
    for (std::size_t i = 0; i < a.instances.size(); ++i) {
        EXPECT_EQ(a.instances[i].name, b.instances[i].name);
        EXPECT_EQ(a.instances[i].activity, b.instances[i].activity);
        EXPECT_EQ(a.instances[i].kind, b.instances[i].kind);
        EXPECT_EQ(a.instances[i].scope, b.instances[i].scope);
        EXPECT_EQ(std::isnan(a.instances[i].target_days), std::isnan(b.instances[i].target_days));
    }
    EXPECT_EQ(a.causes, b.causes);
    EXPECT_EQ(a.stages, b.stages);
    EXPECT_EQ(a.event_names, b.event_names);
    EXPECT_EQ(a.entity_kinds, b.entity_kinds);
}

TEST(ResultsFile, GivesBackTheProvenanceAndTheCatalogue) {
    const Scratch scratch;
    write_sample(scratch.path("r.h5"), 3);
    const ResultsFile file{scratch.path("r.h5")};
    const Provenance wanted = sample::provenance(3);
    const Provenance& found = file.provenance();
    EXPECT_EQ(found.seed, wanted.seed);
    EXPECT_EQ(found.title, wanted.title);
    EXPECT_EQ(found.scenario_text, wanted.scenario_text);
    EXPECT_EQ(found.resolved_text, wanted.resolved_text);
    EXPECT_EQ(found.fingerprint, wanted.fingerprint);
    EXPECT_EQ(found.start_date, wanted.start_date);
    EXPECT_EQ(found.currency, "USD");
    EXPECT_EQ(found.command_line, wanted.command_line);
    EXPECT_EQ(found.compiler, wanted.compiler);
    EXPECT_EQ(found.hostname, wanted.hostname);
    EXPECT_EQ(found.replications_asked, 3U);
    EXPECT_FALSE(found.stopped);
    EXPECT_DOUBLE_EQ(found.elapsed.count(), 1.5);
    ASSERT_EQ(found.assumptions.size(), 2U);
    EXPECT_EQ(found.assumptions[1].path, "wave.*.lead");
    EXPECT_EQ(found.assumptions[1].source, "Smith 2019");
    EXPECT_EQ(found.assumptions[0].range_high, "1 week");
    EXPECT_EQ(found.assumptions[1].origin, "clinic.toml:12");
    expect_same_catalogue(file.catalogue(), sample::catalogue());
}

TEST(ResultsFile, LeavesOutTheHostWhereThatIsWanted) {
    const Scratch scratch;
    Provenance provenance = sample::provenance(0);
    provenance.hostname.reset();
    ResultsWriter writer{scratch.path("r.h5"), provenance, sample::catalogue()};
    writer.finish({});
    EXPECT_EQ(ResultsFile{scratch.path("r.h5")}.provenance().hostname, std::nullopt);
}

TEST(ResultsFile, GivesBackEveryNumber) {
    const std::uint64_t count = 200;  // more than a block of series, fewer than one of scalars
    const Scratch scratch;
    write_sample(scratch.path("r.h5"), count, {}, 2);
    const ResultsFile file{scratch.path("r.h5")};
    const auto catalogue = sample::catalogue();
    ASSERT_EQ(file.replications().size(), count);
    for (std::uint64_t n = 0; n < count; ++n) {
        const auto wanted = sample::result(catalogue, n);
        EXPECT_EQ(file.replications()[n], n);
        EXPECT_EQ(file.events()[n], wanted.events);
        EXPECT_EQ(file.clinician_shifts()[n], wanted.clinician_shifts);
        EXPECT_EQ(file.fingerprints()[n], wanted.fingerprint);
        const InstanceRows instances = file.instances({n, 1});
        for (std::size_t i = 0; i < wanted.instances.size(); ++i) {
            EXPECT_EQ(instances.records[i].ready, wanted.instances[i].ready);
            EXPECT_EQ(instances.records[i].started, wanted.instances[i].started);
            EXPECT_EQ(instances.records[i].bound_by, wanted.instances[i].bound_by);
            EXPECT_EQ(std::isnan(instances.records[i].finished), i == 2);
        }
        EXPECT_EQ(instances.cause_days, wanted.cause_days);
        EXPECT_EQ(file.gave_up({n, 1}), wanted.gave_up);
    }
    for (std::size_t i = 0; i < catalogue.scalars.size(); ++i) {
        std::vector<double> wanted;
        for (std::uint64_t n = 0; n < count; ++n) wanted.push_back(sample::scalar(n, i));
        EXPECT_THAT(file.scalar(i), SameNumbers(wanted));
    }
}

TEST(ResultsFile, GivesBackEverySeriesToTwelveBits) {
    const Scratch scratch;
    write_sample(scratch.path("r.h5"), 150);
    const ResultsFile file{scratch.path("r.h5")};
    const auto& catalogue = file.catalogue();
    for (std::size_t i = 0; i < catalogue.series.size(); ++i) {
        for (const auto scope : model::scope_kinds) {
            if (!catalogue.series[i].kept(scope)) continue;
            std::vector<float> wanted;
            for (std::uint64_t n = 70; n < 130; ++n) {
                for (std::size_t week = 0; week < catalogue.weeks; ++week) {
                    for (std::size_t member = 0; member < catalogue.members_of(scope).size(); ++member) {
                        wanted.push_back(rounded_to_12_bits(sample::series_value(n, i, week, member)));
                    }
                }
            }
            EXPECT_THAT(file.series(i, scope, {70, 60}), SameNumbers(wanted)) << i << name_of(scope);
        }
    }
}

TEST(ResultsFile, GivesBackTheTraceOfEachTracedReplication) {
    const Scratch scratch;
    write_sample(scratch.path("r.h5"), 5, {}, 3);
    const ResultsFile file{scratch.path("r.h5")};
    EXPECT_THAT(file.traced(), ElementsAre(0, 1, 2));
    EXPECT_THAT(file.trace(4), IsEmpty());
    const auto wanted = sample::result(sample::catalogue(), 2, 42).trace;
    const auto found = file.trace(2);
    ASSERT_EQ(found.size(), wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].time, wanted[i].time);
        EXPECT_EQ(found[i].event, wanted[i].event);
        EXPECT_EQ(found[i].entity_kind, wanted[i].entity_kind);
        EXPECT_EQ(found[i].entity, wanted[i].entity);
        EXPECT_EQ(found[i].cause, wanted[i].cause);
        EXPECT_EQ(found[i].value, wanted[i].value);
    }
}

TEST(ResultsFile, GivesBackTheDevicesOfEachTracedReplication) {
    const Scratch scratch;
    write_sample(scratch.path("r.h5"), 5, {}, 3);
    const ResultsFile file{scratch.path("r.h5")};
    for (const std::uint64_t n : {0, 1, 2})
        EXPECT_EQ(file.device_technology(n),
                  sample::result(sample::catalogue(), n, 40 + n).device_technology);
    EXPECT_THAT(file.device_technology(4), IsEmpty());
}

TEST(ResultsFile, GivesATraceInParts) {
    const Scratch scratch;
    write_sample(scratch.path("r.h5"), 3, {}, 2);
    const ResultsFile file{scratch.path("r.h5")};
    EXPECT_EQ(file.trace_size(2), 0U);
    const auto whole = file.trace(1);
    ASSERT_EQ(file.trace_size(1), whole.size());
    const auto part = file.trace(1, {7, 30});
    ASSERT_EQ(part.size(), 30U);
    for (std::size_t i = 0; i < part.size(); ++i) {
        EXPECT_EQ(part[i].time, whole[7 + i].time);
        EXPECT_EQ(part[i].value, whole[7 + i].value);
    }
    EXPECT_THAT(file.trace(1, {7, 0}), IsEmpty());
    EXPECT_THROW((void)file.trace(1, {30, whole.size()}), Error);
}

TEST(ResultsFile, OfAStoppedRunIsWholeAndSaysSo) {
    const Scratch scratch;
    const auto catalogue = sample::catalogue();
    ResultsWriter writer{scratch.path("r.h5"), sample::provenance(1000), catalogue};
    for (std::uint64_t n = 0; n < 7; ++n) {
        if (n != 3) writer.accept(sample::result(catalogue, n));
    }
    batch::Outcome outcome = sample::outcome(6);
    outcome.stopped = true;
    outcome.failures = {{3, "a broken invariant"}};
    writer.finish(outcome);
    const ResultsFile file{scratch.path("r.h5")};
    EXPECT_THAT(file.replications(), ElementsAre(0, 1, 2, 4, 5, 6));
    EXPECT_TRUE(file.provenance().stopped);
    EXPECT_EQ(file.provenance().replications_asked, 1000U);
    ASSERT_EQ(file.failures().size(), 1U);
    EXPECT_EQ(file.failures()[0].replication, 3U);
    EXPECT_EQ(file.failures()[0].message, "a broken invariant");
    EXPECT_EQ(file.scalar(0).size(), 6U);
}

TEST(ResultsFile, OfNothingIsReadable) {
    const Scratch scratch;
    write_sample(scratch.path("no-replications.h5"), 0);
    EXPECT_THAT(ResultsFile{scratch.path("no-replications.h5")}.replications(), IsEmpty());
    const sample::Size nothing{.scalars = 0,
                               .weeks = 0,
                               .members = {1, 0, 0, 0},
                               .series = {1, 1, 1, 1},
                               .instances = 0,
                               .causes = 0};
    write_sample(scratch.path("no-catalogue.h5"), 3, nothing);
    const ResultsFile file{scratch.path("no-catalogue.h5")};
    EXPECT_EQ(file.replications().size(), 3U);
    EXPECT_THAT(file.scalar_summaries(), IsEmpty());
    EXPECT_THAT(file.series(0, model::ScopeKind::unit, file.all_rows()), IsEmpty());
}

TEST(ResultsFile, IsTheSameHoweverManyThreadsMadeIt) {
    const Scratch scratch;
    const auto catalogue = sample::catalogue();
    const auto write_with = [&](const std::string& name, unsigned threads) {
        ResultsWriter writer{scratch.path(name), sample::provenance(300), catalogue};
        const batch::Request request{.first = 0, .replications = 300, .threads = threads};
        const auto simulate = [&](std::uint64_t n) {
            return sample::result(catalogue, n, n % 100 == 0 ? 30 : 0);
        };
        writer.finish(run_batch(request, simulate, writer, {}, {}));
    };
    write_with("one.h5", 1);
    write_with("five.h5", 5);
    for (const auto& difference : compare(scratch.path("one.h5"), scratch.path("five.h5"), Exactness::bits)) {
        ADD_FAILURE() << difference.where << ": " << difference.what;
    }
}

TEST(ResultsFile, ReplayedIntoAWriterIsTheSameFile) {
    const Scratch scratch;
    write_sample(scratch.path("a.h5"), 150, {}, 2);
    const ResultsFile file{scratch.path("a.h5")};
    ResultsWriter writer{scratch.path("b.h5"), file.provenance(), file.catalogue()};
    file.replay(writer);
    writer.finish(sample::outcome(150));
    EXPECT_THAT(compare(scratch.path("a.h5"), scratch.path("b.h5"), Exactness::bits), IsEmpty());
}

TEST(ResultsWriter, RefusesBeforeTheRunWhatItCouldNotWriteAfterIt) {
    const Scratch scratch;
    const auto attempt = [&](const std::filesystem::path& path, Overwrite overwrite = Overwrite::no) {
        return error_of(
            [&] { const ResultsWriter writer{path, sample::provenance(1), sample::catalogue(), overwrite}; });
    };
    put_bytes(scratch.path("mine.h5"), "precious");
    const Error exists = attempt(scratch.path("mine.h5"));
    EXPECT_EQ(exists.kind(), ErrorKind::usage);
    EXPECT_THAT(exists.what(), HasSubstr("exists already"));
    EXPECT_EQ(bytes_of(scratch.path("mine.h5")), "precious");

    EXPECT_EQ(attempt(scratch.folder(), Overwrite::yes).kind(), ErrorKind::usage);
    EXPECT_THAT(attempt(scratch.folder(), Overwrite::yes).what(), HasSubstr("it is a folder"));
    EXPECT_THAT(attempt(scratch.path("")).what(), HasSubstr("it is a folder"));

    const Error missing = attempt(scratch.path("no-such-folder/r.h5"));
    EXPECT_EQ(missing.kind(), ErrorKind::resource);
    EXPECT_THAT(missing.what(), HasSubstr("No such file or directory"));
    EXPECT_EQ(attempt("/proc/r.h5").kind(), ErrorKind::resource)
        << "a folder where nobody can write, not even root";

    ASSERT_EQ(::mkfifo(scratch.path("pipe").c_str(), 0600), 0);
    EXPECT_THAT(attempt(scratch.path("pipe"), Overwrite::yes).what(), HasSubstr("not an ordinary file"));
    EXPECT_THAT(scratch.names(), ::testing::UnorderedElementsAre("mine.h5", "pipe"));
}

TEST(ResultsWriter, UnfinishedLeavesNothing) {
    const Scratch scratch;
    {
        ResultsWriter writer{scratch.path("r.h5"), sample::provenance(100), sample::catalogue()};
        for (std::uint64_t n = 0; n < 80; ++n) writer.accept(sample::result(sample::catalogue(), n));
        EXPECT_EQ(scratch.names().size(), 1U) << "only the temporary file";
        EXPECT_FALSE(std::filesystem::exists(scratch.path("r.h5")));
    }
    EXPECT_THAT(scratch.names(), IsEmpty());
}

TEST(ResultsWriter, ReplacesAnOldFileOnlyWhenTheNewOneIsWhole) {
    const Scratch scratch;
    put_bytes(scratch.path("r.h5"), "old");
    {
        const ResultsWriter unfinished{scratch.path("r.h5"), sample::provenance(1), sample::catalogue(),
                                       Overwrite::yes};
    }
    EXPECT_EQ(bytes_of(scratch.path("r.h5")), "old");
    ResultsWriter writer{scratch.path("r.h5"), sample::provenance(1), sample::catalogue(), Overwrite::yes};
    writer.accept(sample::result(sample::catalogue(), 0));
    EXPECT_EQ(bytes_of(scratch.path("r.h5")), "old");
    writer.finish(sample::outcome(1));
    EXPECT_EQ(ResultsFile{scratch.path("r.h5")}.replications().size(), 1U);
    EXPECT_THAT(scratch.names(), ElementsAre("r.h5"));
}

TEST(ResultsWriter, DoesNotOverwriteWhatCameIntoBeingDuringTheRun) {
    const Scratch scratch;
    ResultsWriter writer{scratch.path("r.h5"), sample::provenance(0), sample::catalogue()};
    put_bytes(scratch.path("r.h5"), "somebody else's");
    EXPECT_THAT(error_of([&] { writer.finish({}); }).what(), HasSubstr("File exists"));
    EXPECT_EQ(bytes_of(scratch.path("r.h5")), "somebody else's");
    EXPECT_THAT(scratch.names(), ElementsAre("r.h5"));
}

TEST(ResultsWriter, TwoAtOnceDoNotTouchEachOther) {
    const Scratch scratch;
    ResultsWriter first{scratch.path("r.h5"), sample::provenance(0), sample::catalogue()};
    ResultsWriter second{scratch.path("r.h5"), sample::provenance(0), sample::catalogue()};
    second.finish({});
    EXPECT_THROW(first.finish({}), Error);
    EXPECT_TRUE(ResultsFile{scratch.path("r.h5")}.replications().empty());
}

TEST(ResultsWriter, RefusesResultsThatDoNotFit) {
    const Scratch scratch;
    const auto catalogue = sample::catalogue();
    const auto accept = [&](std::vector<model::Result> results) {
        ResultsWriter writer{scratch.path("r.h5"), sample::provenance(9), catalogue};
        return error_of([&] {
            for (const auto& result : results) writer.accept(result);
        });
    };
    auto short_of_a_scalar = sample::result(catalogue, 0);
    short_of_a_scalar.scalars.pop_back();
    EXPECT_EQ(accept({short_of_a_scalar}).kind(), ErrorKind::model);
    EXPECT_EQ(accept({sample::result(catalogue, 2), sample::result(catalogue, 1)}).kind(), ErrorKind::model);
    EXPECT_EQ(accept({sample::result(catalogue, 2), sample::result(catalogue, 2)}).kind(), ErrorKind::model);
    EXPECT_THAT(scratch.names(), IsEmpty());
}

/// HDF5 keeps times to the second, if it keeps any: the second file is written in another one.
TEST(ResultsWriter, GivesTheSameBytesForTheSameRun) {
    const Scratch scratch;
    const auto write = [&](const std::string& name) {
        Provenance provenance = sample::provenance(100);
        provenance.created = "2027-01-01T00:00:00Z";
        ResultsWriter writer{scratch.path(name), provenance, sample::catalogue()};
        for (std::uint64_t n = 0; n < 100; ++n)
            writer.accept(sample::result(sample::catalogue(), n, n == 5 ? 10 : 0));
        writer.finish(sample::outcome(100));
    };
    write("a.h5");
    std::this_thread::sleep_for(std::chrono::milliseconds{1100});
    write("b.h5");
    EXPECT_EQ(bytes_of(scratch.path("a.h5")), bytes_of(scratch.path("b.h5")));
}

TEST(Rounding, KeepsTwelveBitsOfMantissa) {
    for (int i = 0; i <= 8192; ++i)
        EXPECT_EQ(rounded_to_12_bits(static_cast<float>(i)), static_cast<float>(i));
    for (std::uint64_t i = 0; i < 10'000; ++i) {
        const auto x = static_cast<float>((sample::noise(i, 0) - 0.5) *
                                          std::pow(10.0, 60.0 * sample::noise(i, 1) - 30.0));
        const float rounded = rounded_to_12_bits(x);
        EXPECT_LE(std::abs(rounded - x), std::abs(x) * 0x1p-13F);
        EXPECT_EQ(rounded_to_12_bits(rounded), rounded);
    }
    constexpr float infinity = std::numeric_limits<float>::infinity();
    EXPECT_EQ(rounded_to_12_bits(infinity), infinity);
    EXPECT_EQ(rounded_to_12_bits(-infinity), -infinity);
    EXPECT_TRUE(std::isnan(rounded_to_12_bits(std::numeric_limits<float>::quiet_NaN())));
    EXPECT_TRUE(std::isnan(rounded_to_12_bits(std::bit_cast<float>(0x7f800001U))))
        << "a NaN whose bits are all low";
    EXPECT_EQ(rounded_to_12_bits(std::numeric_limits<float>::max()), std::numeric_limits<float>::max());
}

}  // namespace
}  // namespace golive::store
