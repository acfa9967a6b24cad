//! Tables of `golive export`. Each is written as it is read: of replications, memory holds a block, or one
//! number of each.
// SPDX-License-Identifier: Apache-2.0
#include "app/files/export_tables.hpp"

#include "app/terminal/csv.hpp"
#include "app/trace/trace_view.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace golive::app {
namespace {

/// Replications that are read at once, as many as a block of the file has.
constexpr std::size_t block_rows = 64;

template <class Visit>
void for_each_block(const store::ResultsFile& results, Visit visit) {
    const std::size_t all = results.replications().size();
    for (std::size_t first = 0; first < all; first += block_rows)
        visit(store::Rows{first, std::min(block_rows, all - first)});
}

/// The date of a number of days since the start; empty where it never comes.
std::string date_of_days(const store::ResultsFile& results, double days) {
    return std::isfinite(days) ? date_after(results.provenance().start_date, days).iso() : std::string{};
}

std::string date_of_figure(const store::ResultsFile& results, const model::ScalarInfo& figure, double value) {
    return figure.reading == model::Reading::date ? date_of_days(results, value) : std::string{};
}

/// Series are sampled at the end of their week.
std::string date_of_week(const store::ResultsFile& results, std::size_t week) {
    return date_of_days(results, 7.0 * static_cast<double>(week + 1));
}

/// "days_team_queue" for "team queue": a name of a column that needs no quotes in any language.
std::string column_of(std::string_view cause) {
    std::string name = "days_";
    for (const char c : cause) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain)
            name += c;
        else if (name.back() != '_')
            name += '_';
    }
    return name;
}

void write_figures(const ExportSource& source, TextOutput& output) {
    const store::ResultsFile& results = source.results;
    CsvRows rows{output};
    rows.header("replication", "figure", "value", "unit", "date");
    const auto& figures = results.catalogue().scalars;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const std::vector<double> values = results.scalar(i);
        for (std::size_t row = 0; row < values.size(); ++row) {
            rows.number(results.replications().at(row)).text(figures[i].name).number(values[row]);
            rows.text(figures[i].unit).text(date_of_figure(results, figures[i], values[row])).end();
        }
    }
}

void write_summary(const ExportSource& source, TextOutput& output) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const store::ResultsFile& results = source.results;
    CsvRows rows{output};
    rows.header("figure", "unit", "statistic", "value", "low", "high", "date");
    const auto summaries = results.scalar_summaries();
    for (std::size_t i = 0; i < summaries.size(); ++i) {
        const model::ScalarInfo& figure = results.catalogue().scalars[i];
        const store::ScalarSummary& summary = summaries[i];
        const auto add = [&](std::string_view statistic, double value, double low, double high,
                             const std::string& date) {
            rows.text(figure.name).text(figure.unit).text(statistic);
            rows.number(value).number(low).number(high).text(date).end();
        };
        const auto add_value = [&](std::string_view statistic, double value, double low, double high) {
            add(statistic, value, low, high, date_of_figure(results, figure, value));
        };
        add("count", static_cast<double>(summary.count), none, none, "");
        add("missing", static_cast<double>(summary.missing), none, none, "");
        add("happened", summary.happened, summary.happened_low, summary.happened_high, "");
        add_value("mean", summary.mean, summary.mean_low, summary.mean_high);
        add("sd", summary.sd, none, none, "");
        add_value("min", summary.min, none, none);
        add_value("max", summary.max, none, none);
        for (std::size_t q = 0; q < summary.quantiles.size(); ++q) {
            add_value(fmt::format("p{:.0f}", 100.0 * results.quantile_levels().at(q)), summary.quantiles[q],
                      summary.quantiles_low.at(q), summary.quantiles_high.at(q));
        }
    }
}

/// Calls `visit(series, scope)` for each series that is wanted and each kind of scope that it is kept for.
template <class Visit>
void for_each_series(const ExportSource& source, Visit visit) {
    const auto& all = source.results.catalogue().series;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!source.series.empty() && std::ranges::find(source.series, i) == source.series.end()) continue;
        for (const auto scope : model::scope_kinds)
            if (all[i].kept(scope)) visit(i, scope);
    }
}

void write_weeks(const ExportSource& source, TextOutput& output) {
    const store::ResultsFile& results = source.results;
    const model::Catalogue& catalogue = results.catalogue();
    CsvRows rows{output};
    rows.header("series", "unit", "scope", "member", "week", "date", "statistic", "value");
    for_each_series(source, [&](std::size_t index, model::ScopeKind scope) {
        const store::SeriesSummary summary = results.series_summary(index, scope);
        const auto& members = catalogue.members_of(scope);
        const std::array statistics{std::pair{"mean", &summary.mean}, std::pair{"p10", &summary.p10},
                                    std::pair{"p50", &summary.p50}, std::pair{"p90", &summary.p90}};
        for (std::size_t at = 0; at < summary.mean.size(); ++at) {
            const std::size_t week = at / members.size();
            const std::string date = date_of_week(results, week);
            for (const auto& [statistic, values] : statistics) {
                rows.text(catalogue.series[index].name).text(catalogue.series[index].unit);
                rows.text(name_of(scope)).text(members[at % members.size()]).number(week).text(date);
                rows.text(statistic).number(values->at(at)).end();
            }
        }
    });
}

void write_series(const ExportSource& source, TextOutput& output) {
    const store::ResultsFile& results = source.results;
    const model::Catalogue& catalogue = results.catalogue();
    CsvRows rows{output};
    rows.header("replication", "series", "unit", "scope", "member", "week", "date", "value");
    std::vector<std::string> dates;
    for (std::size_t week = 0; week < catalogue.weeks; ++week) dates.push_back(date_of_week(results, week));
    for_each_series(source, [&](std::size_t index, model::ScopeKind scope) {
        const auto& members = catalogue.members_of(scope);
        const std::size_t width = catalogue.weeks * members.size();
        for_each_block(results, [&](store::Rows block) {
            const auto values = results.series(index, scope, block);
            for (std::size_t at = 0; at < values.size(); ++at) {
                const std::size_t week = at % width / members.size();
                rows.number(results.replications().at(block.first + at / width));
                rows.text(catalogue.series[index].name).text(catalogue.series[index].unit);
                rows.text(name_of(scope)).text(members[at % members.size()]);
                rows.number(week).text(dates[week]).number(values[at]).end();
            }
        });
    });
}

void step_header(CsvRows& rows, const model::Catalogue& catalogue) {
    for (const char* name :
         {"replication", "step", "activity", "kind", "scope", "target", "target_date", "ready", "ready_date",
          "start", "start_date", "finish", "finish_date", "bound_by"})
        rows.text(name);
    for (const std::string& cause : catalogue.causes) rows.text(column_of(cause));
    rows.end();
}

void write_steps(const ExportSource& source, TextOutput& output) {
    const store::ResultsFile& results = source.results;
    const model::Catalogue& catalogue = results.catalogue();
    const std::size_t width = catalogue.instances.size();
    CsvRows rows{output};
    step_header(rows, catalogue);
    const auto day = [&](double days) { rows.number(days).text(date_of_days(results, days)); };
    for_each_block(results, [&](store::Rows block) {
        const store::InstanceRows steps = results.instances(block);
        for (std::size_t at = 0; at < steps.records.size(); ++at) {
            const model::InstanceInfo& step = catalogue.instances[at % width];
            const model::InstanceRecord& record = steps.records[at];
            rows.number(results.replications().at(block.first + at / width));
            rows.text(step.name).text(step.activity).text(step.kind).text(step.scope);
            for (const double days : {step.target_days, record.ready, record.started, record.finished})
                day(days);
            const bool bound = record.bound_by >= 0 && static_cast<std::size_t>(record.bound_by) < width;
            rows.text(bound ? catalogue.instances[static_cast<std::size_t>(record.bound_by)].name : "");
            for (std::size_t cause = 0; cause < catalogue.causes.size(); ++cause)
                rows.number(steps.cause_days.at(at * catalogue.causes.size() + cause));
            rows.end();
        }
    });
}

void write_giving_up(const ExportSource& source, TextOutput& output) {
    const store::ResultsFile& results = source.results;
    const model::Catalogue& catalogue = results.catalogue();
    const std::size_t reasons = catalogue.reasons.size();
    const std::size_t groups = catalogue.posts.size();
    const auto& units = catalogue.members_of(model::ScopeKind::unit);
    CsvRows rows{output};
    rows.header("replication", "unit", "role", "posts", "reason", "times");
    for_each_block(results, [&](store::Rows block) {
        const auto times = results.gave_up(block);
        for (std::size_t at = 0; at < times.size(); ++at) {
            const std::size_t group = at / reasons % groups;
            rows.number(results.replications().at(block.first + at / reasons / groups));
            rows.text(units.at(group / catalogue.roles.size()))
                .text(catalogue.roles[group % catalogue.roles.size()]);
            rows.number(catalogue.posts[group]).text(catalogue.reasons[at % reasons]).number(times[at]).end();
        }
    });
}

void write_assumptions(const ExportSource& source, TextOutput& output) {
    CsvRows rows{output};
    rows.header("path", "value", "unit", "source", "grade", "range_low", "range_high", "help", "origin");
    for (const scenario::Assumption& a : source.results.provenance().assumptions) {
        rows.text(a.path).text(a.value).text(a.unit).text(a.source).text(a.grade);
        rows.text(a.range_low).text(a.range_high).text(a.help).text(a.origin).end();
    }
}

/// Fingerprints begin with an x, because programs that guess types would take some of them for numbers.
void write_replications(const ExportSource& source, TextOutput& output) {
    const store::ResultsFile& results = source.results;
    CsvRows rows{output};
    rows.header("replication", "events", "clinician_shifts", "fingerprint");
    const auto events = results.events();
    const auto shifts = results.clinician_shifts();
    const auto fingerprints = results.fingerprints();
    for (std::size_t row = 0; row < results.replications().size(); ++row) {
        rows.number(results.replications()[row]).number(events.at(row)).number(shifts.at(row));
        rows.text(fmt::format("x{:016x}", fingerprints.at(row))).end();
    }
}

void write_failures(const ExportSource& source, TextOutput& output) {
    CsvRows rows{output};
    rows.header("replication", "message");
    for (const batch::Failure& failure : source.results.failures())
        rows.number(failure.replication).text(failure.message).end();
}

void write_trace(const ExportSource& source, TextOutput& output) {
    const store::ResultsFile& results = source.results;
    const EntityNames names{results.catalogue(), scenario_or_message(results)};
    const TraceWords words{names, results.provenance().start_date, results.provenance().currency};
    const auto format = trace_format("csv", output);
    format->begin();
    for (const std::uint64_t replication : results.traced()) {
        const TraceEvents trace = recorded_events(results, replication);
        DeviceBook devices{names, trace};
        trace.each([&](const model::TraceRecord& record) {
            devices.follow(record);
            format->event(replication, words.line(record, devices));
            return Further::go_on;
        });
    }
    format->end();
}

}  // namespace

std::span<const ExportTable> export_tables() {
    using enum ExportTable::Written;
    static constexpr std::array tables{
        ExportTable{"figures", "a figure of a replication", always, write_figures},
        ExportTable{"summary", "a statistic of a figure over all replications", always, write_summary},
        ExportTable{"weeks", "a statistic of a series in a week, over all replications", always, write_weeks},
        ExportTable{"series", "a series of a replication in a week (large: name it with --series)",
                    when_named, write_series},
        ExportTable{"steps", "a step of a replication: its days, and those of each cause", always,
                    write_steps},
        ExportTable{"giving_up", "a reason for which people of a unit and role gave up, and how often",
                    always, write_giving_up},
        ExportTable{"assumptions", "a value that the simulation rests on", always, write_assumptions},
        ExportTable{"replications", "a replication: its events, shifts and fingerprint", always,
                    write_replications},
        ExportTable{"failures", "a replication that failed, and why", always, write_failures},
        ExportTable{"trace", "an event of a recorded replication", where_it_has, write_trace},
    };
    return tables;
}

}  // namespace golive::app
