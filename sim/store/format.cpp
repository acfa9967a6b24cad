#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <golive/base/error.hpp>
#include <golive/store/format.hpp>

namespace golive::store {
namespace {

using Axes = std::vector<std::string_view>;

const std::vector<DatasetFormat>& datasets() {
    // clang-format off: a row a line
    static const std::vector<DatasetFormat> table{
        {"/scenario/text", "text", {}, "", "the scenario file as given"},
        {"/scenario/resolved", "text", {}, "", "the scenario with its bases, overrides and CSV files worked in: loads by itself"},
        {"/scenario/assumption", "text", {"assumption"}, "", "path of the key, as --set takes it"},
        {"/scenario/value", "text", {"assumption"}, "", "the value in words"},
        {"/scenario/unit", "text", {"assumption"}, "", "how such values are written"},
        {"/scenario/source", "text", {"assumption"}, "", "where the default and the range come from"},
        {"/scenario/grade", "text", {"assumption"}, "", "grade of that evidence, as docs/model.md explains; empty where the file chose"},
        {"/scenario/range_low", "text", {"assumption"}, "", "low end of the plausible range"},
        {"/scenario/range_high", "text", {"assumption"}, "", "high end of the plausible range"},
        {"/scenario/help", "text", {"assumption"}, "", "what the key means"},
        {"/scenario/origin", "text", {"assumption"}, "", "default, --set, or file and line"},

        {"/run/failure", "int64", {"failure"}, "", "number of a replication that failed and is not in the file"},
        {"/run/message", "text", {"failure"}, "", "why it failed"},

        {"/replications/replication", "int64", {"replication"}, "", "number of the replication"},
        {"/replications/events", "int64", {"replication"}, "1", "events handled"},
        {"/replications/clinician_shifts", "int64", {"replication"}, "1", "shifts of clinicians simulated"},
        {"/replications/fingerprint", "text", {"replication"}, "", "hash of every event's time, kind and subject, 16 hexadecimal digits"},
        {"/replications/<scalar>", "float64", {"replication"}, "", "one number per replication; NaN: it did not happen within the horizon"},

        {"/series/<scope>/replication", "int64", {"replication"}, "", "number of the replication"},
        {"/series/<scope>/week", "int32", {"week"}, "", "week of the scenario, from 0; sampled at the end of day 7 (week + 1)"},
        {"/series/<scope>/time", "float64", {"week"}, "days since START", "when the week is sampled"},
        {"/series/<scope>/<scope>", "text", {"<scope>"}, "", "the members: sites, waves, units"},
        {"/series/<scope>/<series>", "float32", {"replication", "week", "<scope>"}, "", "one number per replication, week and member"},

        {"/attribution/replication", "int64", {"replication"}, "", "number of the replication"},
        {"/attribution/instance", "text", {"instance"}, "", "one activity of the plan in one member of its scope"},
        {"/attribution/activity", "text", {"instance"}, "", "name of the activity"},
        {"/attribution/kind", "text", {"instance"}, "", "kind of the activity"},
        {"/attribution/scope", "text", {"instance"}, "", "where: a unit, a site, a wave, or the network"},
        {"/attribution/target_days", "float64", {"instance"}, "day", "target of a go-live since the start; NaN: none"},
        {"/attribution/cause", "text", {"cause"}, "", "what elapsed time went into"},
        {"/attribution/ready", "float64", {"replication", "instance"}, "day", "when the last predecessor was done, since the start; NaN: not within the horizon"},
        {"/attribution/start", "float64", {"replication", "instance"}, "day", "when the work itself began, since the start; NaN: not within the horizon"},
        {"/attribution/finish", "float64", {"replication", "instance"}, "day", "when it was done, since the start; NaN: not within the horizon"},
        {"/attribution/bound_by", "int32", {"replication", "instance"}, "", "position of the predecessor that was done last", "-1"},
        {"/attribution/cause_days", "float64", {"replication", "instance", "cause"}, "day", "days of each cause between ready and finish (or the horizon)"},

        {"/giving_up/replication", "int64", {"replication"}, "", "number of the replication"},
        {"/giving_up/unit", "text", {"unit"}, "", "the units, site first"},
        {"/giving_up/role", "text", {"role"}, "", "the roles of clinicians"},
        {"/giving_up/reason", "text", {"reason"}, "", "what stood in the way of clinicians who gave a technology up"},
        {"/giving_up/posts", "int32", {"unit", "role"}, "1", "posts for clinicians, filled or not"},
        {"/giving_up/times", "float32", {"replication", "unit", "role", "reason"}, "1", "how often clinicians gave a technology up, each time shared among the reasons by their blame"},

        {"/trace/replication", "int64", {"replication"}, "", "number of a replication whose events were recorded"},
        {"/trace/event_start", "int64", {"replication"}, "1", "position of its first event"},
        {"/trace/event_count", "int64", {"replication"}, "1", "how many events it has"},
        {"/trace/device_start", "int64", {"replication"}, "1", "position of its first device"},
        {"/trace/device_count", "int64", {"replication"}, "1", "how many devices it has"},
        {"/trace/event", "int64", {"event"}, "", "position of the event"},
        {"/trace/time", "int64", {"event"}, "second", "since the start of the scenario"},
        {"/trace/kind", "int32", {"event"}, "", "what happened: position in event_name"},
        {"/trace/entity_kind", "int32", {"event"}, "", "to what: position in entity_kind_name"},
        {"/trace/entity", "int32", {"event"}, "", "to which one of its kind"},
        {"/trace/cause", "int32", {"event"}, "", "why: position in cause_name", "-1"},
        {"/trace/value", "float64", {"event"}, "", "a number that belongs to the event; its meaning is the event's"},
        {"/trace/device", "int64", {"device"}, "", "position of the device"},
        {"/trace/device_technology", "int32", {"device"}, "", "what it is: position among the technologies of the scenario"},
        {"/trace/event_name", "text", {"event_name"}, "", "the kinds of event"},
        {"/trace/entity_kind_name", "text", {"entity_kind_name"}, "", "the kinds of entity"},
        {"/trace/cause_name", "text", {"cause_name"}, "", "the causes"},
        {"/trace/stage_name", "text", {"stage_name"}, "", "the stages of adoption"},

        {"/summary/scalar", "text", {"scalar"}, "", "exact name of the number"},
        {"/summary/scalar_unit", "text", {"scalar"}, "", "its unit"},
        {"/summary/count", "int64", {"scalar"}, "1", "replications"},
        {"/summary/missing", "int64", {"scalar"}, "1", "those in which it did not happen within the horizon"},
        {"/summary/happened", "float64", {"scalar"}, "1", "share of replications in which it happened"},
        {"/summary/happened_low", "float64", {"scalar"}, "1", "95 % interval of that share (Wilson), low end"},
        {"/summary/happened_high", "float64", {"scalar"}, "1", "95 % interval of that share, high end"},
        {"/summary/mean", "float64", {"scalar"}, "", "mean of those that happened"},
        {"/summary/mean_low", "float64", {"scalar"}, "", "95 % interval of the mean (Student's t), low end"},
        {"/summary/mean_high", "float64", {"scalar"}, "", "95 % interval of the mean, high end"},
        {"/summary/sd", "float64", {"scalar"}, "", "standard deviation of those that happened"},
        {"/summary/min", "float64", {"scalar"}, "", "least of those that happened"},
        {"/summary/max", "float64", {"scalar"}, "", "greatest of those that happened"},
        {"/summary/quantile", "float64", {"quantile"}, "1", "probability of the quantile"},
        {"/summary/value", "float64", {"scalar", "quantile"}, "", "quantile over all replications, the missing ones after all others: infinite where they reach"},
        {"/summary/value_low", "float64", {"scalar", "quantile"}, "", "95 % interval of the quantile (order statistics), low end; infinite where the sample is too small"},
        {"/summary/value_high", "float64", {"scalar", "quantile"}, "", "95 % interval of the quantile, high end"},

        {"/summary/<scope>/statistic", "text", {"statistic"}, "", "mean, p10, p50, p90: over the replications in which the number exists"},
        {"/summary/<scope>/week", "int32", {"week"}, "", "week of the scenario, from 0; sampled at the end of day 7 (week + 1)"},
        {"/summary/<scope>/time", "float64", {"week"}, "days since START", "when the week is sampled"},
        {"/summary/<scope>/<scope>", "text", {"<scope>"}, "", "the members: sites, waves, units"},
        {"/summary/<scope>/<series>", "float32", {"statistic", "week", "<scope>"}, "", "each statistic of the series"},
    };
    // clang-format on
    return table;
}

const std::vector<AttributeFormat>& attributes() {
    static const std::vector<AttributeFormat> table{
        {"/", "Conventions", "CF-1.10"},
        {"/", "title", "title of the scenario"},
        {"/", "source", "golive and its version"},
        {"/", "history", "when and by which command line the file was made"},
        {"/", "filetype", "`golive results`"},
        {"/", "format_version", "two integers, major and minor"},
        {"/scenario", "file", "name of the scenario file"},
        {"/scenario", "fingerprint", "hash of the resolved scenario, 32 hexadecimal digits"},
        {"/scenario", "start_date", "day 0 of the scenario, ISO 8601"},
        {"/scenario", "currency", "of money"},
        {"/run", "tool_version", "version of golive"},
        {"/run", "git_sha", "commit that it was built from"},
        {"/run", "compiler", "compiler of that build"},
        {"/run", "flags", "flags of that build"},
        {"/run", "created", "when the run began, ISO 8601, UTC"},
        {"/run", "command_line", "as typed; cut after 32,000 bytes"},
        {"/run", "hostname", "where it ran; absent where that was not wanted"},
        {"/run", "threads", "threads used"},
        {"/run", "elapsed_seconds", "of the run, by the clock on the wall"},
        {"/run", "seed", "64 bits in hexadecimal, as a text: not every tool reads such a number whole"},
        {"/run", "rng", "random number generator"},
        {"/run", "first_replication", "number of the first replication asked for"},
        {"/run", "replications_asked", "how many were asked for"},
        {"/run", "replications", "how many the file holds"},
        {"/run", "stopped", "1: the run was stopped before all were done; the file is whole all the same"},
    };
    return table;
}

std::string row(const DatasetFormat& format) {
    const std::string shape = format.axes.empty() ? "one" : fmt::format("[{}]", fmt::join(format.axes, ", "));
    const std::string missing = format.missing.empty() ? "" : fmt::format("; {}: none", format.missing);
    return fmt::format("| `{}` | {} | {} | {} | {}{} |\n", format.path, format.type, shape, format.unit,
                       format.meaning, missing);
}

}  // namespace

std::span<const DatasetFormat> dataset_formats() { return datasets(); }
std::span<const AttributeFormat> attribute_formats() { return attributes(); }

const DatasetFormat& format_of(std::string_view path) {
    const auto found = std::ranges::find(datasets(), path, &DatasetFormat::path);
    if (found == datasets().end())
        throw Error{ErrorKind::model,
                    fmt::format("broken invariant: {} is not in the table of the format", path)};
    return *found;
}

std::string format_tables() {
    std::string text = "## Datasets\n\n| path | type | shape | unit | meaning |\n|---|---|---|---|---|\n";
    for (const DatasetFormat& format : datasets()) text += row(format);
    text += "\n## Attributes\n\n| group | name | meaning |\n|---|---|---|\n";
    for (const AttributeFormat& format : attributes()) {
        text += fmt::format("| `{}` | `{}` | {} |\n", format.group, format.name, format.meaning);
    }
    return text;
}

}  // namespace golive::store
