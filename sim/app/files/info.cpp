//! `golive info`: where a results file comes from.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/arguments.hpp"
#include "app/program/commands.hpp"
#include "app/terminal/console.hpp"
#include "app/terminal/json.hpp"
#include "app/terminal/text_table.hpp"
#include "app/terminal/words.hpp"

#include <array>
#include <fmt/format.h>

#include <golive/store/results_file.hpp>

namespace golive::app {
namespace {

std::string as_text(const store::ResultsFile& results) {
    const store::Provenance& from = results.provenance();
    TextTable table;
    table.row({"scenario", fmt::format("{} ({})", from.title, from.scenario_file)});
    table.row({"fingerprint", from.fingerprint});
    table.row({"starts", from.start_date.in_words()});
    table.row(
        {"replications", fmt::format("{} of {} asked for{}", count_in_words(results.replications().size()),
                                     count_in_words(from.replications_asked),
                                     from.stopped ? "; stopped before the end" : "")});
    table.row({"failed", count_in_words(results.failures().size())});
    table.row({"traced", count_in_words(results.traced().size())});
    table.row({"seed", fmt::format("{}", from.seed)});
    table.row({"command", from.command_line});
    table.row({"made", fmt::format("{} in {}{}", from.created, time_in_words(from.elapsed),
                                   from.hostname ? " on " + *from.hostname : "")});
    table.row({"threads", fmt::format("{}", from.threads)});
    table.row({"golive", fmt::format("{}, commit {}", from.version, from.commit)});
    table.row({"compiler", fmt::format("{}, {}", from.compiler, from.flags)});
    std::string text = table.text("");
    for (const batch::Failure& failure : results.failures())
        text += fmt::format("replication {} failed: {}\n", failure.replication, failure.message);
    return text;
}

std::string as_json(const store::ResultsFile& results) {
    const store::Provenance& from = results.provenance();
    Json json{{"results", results.path().string()},
              {"title", from.title},
              {"scenario", from.scenario_file},
              {"fingerprint", from.fingerprint},
              {"start", from.start_date.iso()},
              {"replications", results.replications().size()},
              {"replications_asked", from.replications_asked},
              {"first_replication", from.first_replication},
              {"stopped", from.stopped},
              {"failed", results.failures().size()},
              {"traced", results.traced()},
              {"seed", from.seed},
              {"command", from.command_line},
              {"created", from.created},
              {"seconds", from.elapsed.count()},
              {"hostname", from.hostname ? Json(*from.hostname) : Json(nullptr)},
              {"threads", from.threads},
              {"version", from.version},
              {"commit", from.commit},
              {"compiler", from.compiler},
              {"flags", from.flags}};
    return printed(json);
}

ExitStatus run(const Arguments& arguments) {
    const store::ResultsFile results{arguments.operands().front()};
    if (arguments.has("scenario")) {
        print(results.provenance().scenario_text);
    } else {
        print(*arguments.text("format") == "json" ? as_json(results) : as_text(results));
    }
    return ExitStatus::done;
}

constexpr std::array options{
    Option{.name = "scenario", .help = "print the scenario file that the results were made from"},
    format_option("text or json", "text|json")};

}  // namespace

const Command info_command{
    .name = "info",
    .operands = {"RESULTS.h5", 1, 1},
    .summary = "tell where a results file comes from",
    .details = "",
    .example = "golive info results.h5",
    .options = options,
    .run = run,
};

}  // namespace golive::app
