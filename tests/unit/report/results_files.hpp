//! Results files of small scenarios, simulated and written for one test, and changed where the test says so.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "small_hospital.hpp"

#include <filesystem>
#include <functional>
#include <gtest/gtest.h>

#include <golive/store/results_file.hpp>
#include <golive/store/results_writer.hpp>

namespace golive::report {

/// What a test wants of its file.
struct Wanted {
    std::string text;
    std::uint64_t replications = 12;
    std::uint64_t seed = 1;
    std::vector<std::uint64_t> failed{};  ///< of the replications
    bool stopped = false;
    std::function<void(store::Provenance&)> provenance{};
    std::function<void(model::Catalogue&)> catalogue{};
    std::function<void(model::Result&)> result{};
};

class ResultsFiles : public testing::Test {
 public:
    ResultsFiles() {
        std::string name = (std::filesystem::temp_directory_path() / "golive-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~ResultsFiles() override { std::filesystem::remove_all(folder_); }

 protected:
    std::filesystem::path write(const Wanted& wanted, const std::string& name = "results.h5") const {
        const scenario::Loaded loaded = scenario::load_text(wanted.text);
        if (!loaded.scenario)
            throw Error{ErrorKind::input,
                        scenario::render(loaded.diagnostics.front(), scenario::Colour::none)};
        const model::Blueprint blueprint{loaded.scenario};
        store::Provenance from = store::provenance_of_this_program();
        from.command_line = "golive run " + name;
        from.seed = wanted.seed;
        from.replications_asked = wanted.replications;
        from.scenario_file = name;
        from.title = loaded.scenario->header.name;
        from.scenario_text = loaded.text;
        from.resolved_text = loaded.resolved;
        from.fingerprint = loaded.fingerprint;
        from.start_date = loaded.scenario->header.start;
        from.currency = loaded.scenario->header.currency;
        from.assumptions = loaded.assumptions;
        if (wanted.provenance) wanted.provenance(from);
        model::Catalogue catalogue = blueprint.catalogue();
        if (wanted.catalogue) wanted.catalogue(catalogue);
        store::ResultsWriter writer{folder_ / name, from, catalogue, store::Overwrite::yes};
        batch::Outcome outcome;
        outcome.stopped = wanted.stopped;
        for (std::uint64_t number = 0; number < wanted.replications; ++number) {
            if (std::ranges::find(wanted.failed, number) != wanted.failed.end()) {
                outcome.failures.push_back({number, "broken invariant: x"});
                continue;
            }
            model::Result result = simulate(blueprint, wanted.seed, number);
            if (wanted.result) wanted.result(result);
            writer.accept(result);
            ++outcome.delivered;
        }
        writer.finish(outcome);
        return folder_ / name;
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
    std::filesystem::path folder_;
};

/// Phones on two wards, in one wave or two, after an approval, an order and a class.
inline std::string phones(std::string_view waves, std::string_view rest = "",
                          std::string_view name = "Phones") {
    return fmt::format("[scenario]\nname = \"{}\"\nstart = 2027-01-04\nhorizon = \"60 weeks\"\n", name) +
           std::string{model::testing::everyday_nurse} + model::testing::units(2, 10) + std::string{waves} +
           R"(
[technology.phone]
purposes = ["messaging"]
device = { for = "nurse on shift" }
[team.it]
staff = 2
[team.trainers]
staff = 1
[course.basics]
technology = "phone"
instructors = "trainers"
[body.board]
members = { clinical = 4, it = 2 }
)" + std::string{rest} +
           R"(
[plan]
approve = { kind = "decision", bodies = ["board"] }
order = { kind = "procure", after = ["approve"], lead_time = { p10 = "4 weeks", p50 = "6 weeks", p90 = "14 weeks" } }
stage = { kind = "deploy", team = "it", after = ["order"] }
train = { kind = "train", start = "4 weeks before target" }
live = { kind = "go_live", after = ["stage", "train"], start = "at target" }
)";
}

inline constexpr std::string_view one_wave = R"(
[[wave]]
name = "everyone"
units = ["Hill"]
target = 2027-05-03
)";
inline constexpr std::string_view two_waves = R"(
[[wave]]
name = "first"
units = ["Hill/Ward 1"]
target = 2027-05-03
[[wave]]
name = "second"
units = ["Hill/Ward 2"]
target = 2027-06-07
)";

inline std::string without_go_live() {
    return model::testing::starting("20 weeks") + std::string{model::testing::everyday_nurse} +
           model::testing::one_unit(10) +
           "[technology.phone]\npurposes = [\"messaging\"]\n[plan]\nwait = { kind = \"wait\", length = \"10 "
           "days\" }\n";
}

}  // namespace golive::report
