//! Alternatives simulated future by future, with the same luck.
// SPDX-License-Identifier: Apache-2.0
#include "app/compare/compared.hpp"
#include "app/program/signals.hpp"
#include "app/scenarios/scenario_input.hpp"
#include "app/simulate/run_order.hpp"
#include "app/simulate/until_watch.hpp"
#include "app/terminal/console.hpp"
#include "app/terminal/progress.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

#include <golive/base/error.hpp>
#include <golive/model/simulate.hpp>
#include <golive/report/verdicts.hpp>
#include <golive/stats/interval.hpp>

namespace golive::app {
namespace {

struct Alternative {
    std::string name;
    model::Blueprint blueprint;
};
using Alternatives = std::vector<Alternative>;

/// What --until asks, and the differences that it asks for.
struct Wanted {
    std::vector<Wish> wishes;
    std::vector<study::WantedDifference> differences;
};

/// "team.it.staff=4; budget.total=$1M" is two changes.
std::vector<std::string> changes_in(const std::string& what_if) {
    std::vector<std::string> changes;
    for (std::size_t from = 0; from <= what_if.size();) {
        const std::size_t to = std::min(what_if.find(';', from), what_if.size());
        const std::size_t first = what_if.find_first_not_of(' ', from);
        if (first < to)
            changes.push_back(what_if.substr(first, what_if.find_last_not_of(' ', to - 1) - first + 1));
        from = to + 1;
    }
    return changes;
}

Alternatives alternatives_of(const Arguments& arguments) {
    Alternatives all;
    for (const std::string& file : arguments.operands()) {
        const scenario::Loaded loaded = load_scenario(file, load_options(arguments));
        all.push_back(
            {fmt::format("{} ({})", loaded.scenario->header.name, file), model::Blueprint{loaded.scenario}});
    }
    for (const std::string& what_if : arguments.all("what-if")) {
        scenario::LoadOptions options = load_options(arguments);
        for (std::string& change : changes_in(what_if)) options.overrides.push_back(std::move(change));
        all.push_back(
            {what_if, model::Blueprint{load_scenario(arguments.operands().front(), options).scenario}});
    }
    if (all.size() < 2)
        throw Error{ErrorKind::usage,
                    "there is nothing to compare with: name a second scenario, or say --what-if "
                    "\"path.to.key=value\""};
    if (all.size() > most_alternatives)
        throw Error{ErrorKind::usage,
                    fmt::format("{} alternatives ({} is the most)", all.size(), most_alternatives)};
    return all;
}

/// Dates and money are printed by the base's start and currency.
void require_one_calendar(const Alternatives& all) {
    const scenario::Header& base = all.front().blueprint.scenario().header;
    for (const Alternative& other : all) {
        const scenario::Header& header = other.blueprint.scenario().header;
        if (header.start != base.start || header.currency != base.currency || header.horizon != base.horizon)
            throw Error{
                ErrorKind::input,
                fmt::format(
                    "`{}` and `{}` differ in start, horizon or currency: their futures cannot be paired",
                    all.front().name, other.name)};
    }
}

/// Of every alternative's difference from the base.
Wanted wanted_by(const Arguments& arguments, const Alternatives& all) {
    const model::Catalogue& base = all.front().blueprint.catalogue();
    Wanted wanted;
    for (std::size_t other = 1; other < all.size(); ++other) {
        for (Wish& wish : wishes_of(arguments.all("until"), base,
                                    all.front().blueprint.scenario().header.currency, About::difference)) {
            const model::ScalarInfo& metric = base.scalars[wish.scalar];
            if (!study::same_metric(all[other].blueprint.catalogue(), metric))
                throw Error{ErrorKind::usage,
                            fmt::format("cannot do `--until '{}'` (`{}` has no figure `{}`)", wish.text,
                                        all[other].name, metric.name)};
            if (all.size() > 2) wish.figure = letter_of(other) + ": " + wish.figure;
            wanted.differences.push_back({other, wish.scalar, wish.target});
            wanted.wishes.push_back(std::move(wish));
        }
    }
    return wanted;
}

std::string command_line(const Arguments& arguments, std::uint64_t seed, std::uint64_t futures) {
    std::string line = "golive compare";
    for (const std::string& file : arguments.operands()) line += " " + quoted(file);
    for (const std::string& what_if : arguments.all("what-if")) line += " --what-if " + quoted(what_if);
    for (const std::string& change : changes_of(arguments)) line += " " + change;
    for (const std::string& wish : arguments.all("until")) line += " --until " + quoted(wish);
    return line + fmt::format(" --seed {} -n {}", seed, futures);
}

study::Played play(const Alternatives& all, const Arguments& arguments, std::uint64_t seed,
                   std::uint64_t futures, study::FutureByFuture& sink, UntilWatch& watch,
                   const Wording& wording) {
    const SignalWatch signals{SignalWatch::Leaves::nothing};
    ProgressReport report{arguments.has("quiet") ? ProgressStyle::none : progress_style(),
                          [&](const batch::Progress& p) {
                              return watch.empty() ? sooner_in_words(sink, wording) : watch.in_words(p.done);
                          }};
    std::vector<model::Blueprint> blueprints;
    for (const Alternative& alternative : all) blueprints.push_back(alternative.blueprint);
    return study::play_alternatives(
        blueprints, {.seed = seed, .count = futures, .threads = threads_of(arguments)}, sink,
        [&](const batch::Progress& progress) { watch.show(report, progress); }, signals.stop_token());
}

void tell_failures(const study::Played& played, const Alternatives& all, std::uint64_t seed) {
    for (const study::Played::Failure& failure : played.failures)
        print_error(fmt::format("replication {} of `{}` failed (seed {}): {}", failure.future,
                                all[failure.alternative].name, seed, failure.message));
}

ExitStatus status_of(const study::Played& played, const UntilWatch& watch) {
    if (played.stopped) return ExitStatus::stopped;
    if (!played.failures.empty()) return ExitStatus::failed;
    return watch.fulfilled() ? ExitStatus::done : ExitStatus::imprecise;
}

}  // namespace

std::string sooner_in_words(const study::FutureByFuture& played, const Wording& wording) {
    const auto days_in_words = [&](double days) {
        return report::amount_in_words(days, model::Reading::days, wording);
    };
    std::string text;
    for (std::size_t other = 1; other < played.alternatives(); ++other) {
        const stats::Moments& sooner = played.sooner(other);
        if (sooner.count() < 5) continue;
        text += fmt::format("{}{} live {} {} (± {})", text.empty() ? "" : ", ", letter_of(other),
                            days_in_words(std::abs(sooner.mean())), sooner.mean() < 0 ? "later" : "sooner",
                            days_in_words(stats::mean_interval(sooner).half_width()));
    }
    return text;
}

Compared play_scenarios(const Arguments& arguments) {
    const Alternatives all = alternatives_of(arguments);
    require_one_calendar(all);
    Compared compared{.names = {},
                      .scalars = {},
                      .wording = Wording{all.front().blueprint.scenario().header.start,
                                         all.front().blueprint.scenario().header.currency},
                      .seed = *arguments.number("seed")};
    std::vector<const model::Catalogue*> catalogues;
    for (const Alternative& alternative : all) {
        compared.names.push_back(alternative.name);
        catalogues.push_back(&alternative.blueprint.catalogue());
    }
    require_common_figures(compared.names, catalogues);
    const std::uint64_t futures =
        std::min(replications_of(arguments, 2), std::numeric_limits<std::uint64_t>::max() / all.size());
    Wanted wanted = wanted_by(arguments, all);
    UntilWatch watch{std::move(wanted.wishes), compared.wording};
    study::FutureByFuture sink{catalogues, std::move(wanted.differences), watch.precision()};
    const study::Played played = play(all, arguments, compared.seed, futures, sink, watch, compared.wording);
    tell_failures(played, all, compared.seed);
    if (played.stopped)
        print_message(
            fmt::format("Stopped after {} of {} futures; what all alternatives have of them is compared.",
                        count_in_words(played.futures), count_in_words(futures)));
    else
        watch.print_shortfalls();
    compared.scalars = std::move(sink).scalars();
    compared.status = status_of(played, watch);
    compared.precise = watch.fulfilled();
    compared.precision = watch.successes();
    compared.reproduce = command_line(arguments, compared.seed, futures);
    return compared;
}

}  // namespace golive::app
