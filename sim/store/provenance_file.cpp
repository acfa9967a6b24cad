#include "store/provenance_file.hpp"

#include "store/group.hpp"

#include <array>
#include <charconv>
#include <fmt/format.h>

#include <golive/store/format.hpp>

namespace golive::store {
namespace {

/// An attribute of more than 64 KiB is beyond what older readers take.
std::string_view cut(std::string_view text) { return text.substr(0, 32'000); }

struct AssumptionColumn {
    const char* dataset;
    std::string scenario::Assumption::* member;
};

constexpr std::array assumption_columns{
    AssumptionColumn{"value", &scenario::Assumption::value},
    AssumptionColumn{"unit", &scenario::Assumption::unit},
    AssumptionColumn{"source", &scenario::Assumption::source},
    AssumptionColumn{"grade", &scenario::Assumption::grade},
    AssumptionColumn{"range_low", &scenario::Assumption::range_low},
    AssumptionColumn{"range_high", &scenario::Assumption::range_high},
    AssumptionColumn{"help", &scenario::Assumption::help},
    AssumptionColumn{"origin", &scenario::Assumption::origin},
};

std::vector<std::string> column_of(const std::vector<scenario::Assumption>& assumptions,
                                   std::string scenario::Assumption::* member) {
    std::vector<std::string> column;
    for (const auto& assumption : assumptions) column.push_back(assumption.*member);
    return column;
}

std::string read_text(hid_t file, const std::string& path) {
    const hdf::Handle dataset = hdf::open_dataset(file, path);
    const auto values = hdf::read_strings(dataset.id(), hdf::all_of(dataset.id()));
    return values.empty() ? "" : values.front();
}

std::vector<std::string> read_texts(hid_t file, const std::string& path) {
    const hdf::Handle dataset = hdf::open_dataset(file, path);
    return hdf::read_strings(dataset.id(), hdf::all_of(dataset.id()));
}

std::vector<scenario::Assumption> read_assumptions(hid_t file) {
    std::vector<scenario::Assumption> assumptions;
    for (std::string& path : read_texts(file, "/scenario/assumption"))
        assumptions.emplace_back().path = std::move(path);
    for (const auto& column : assumption_columns) {
        auto values = read_texts(file, fmt::format("/scenario/{}", column.dataset));
        for (std::size_t i = 0; i < assumptions.size() && i < values.size(); ++i) {
            assumptions[i].*column.member = std::move(values[i]);
        }
    }
    return assumptions;
}

std::uint64_t from_hexadecimal(std::string_view text) {
    std::uint64_t value = 0;
    if (text.starts_with("0x")) text.remove_prefix(2);
    std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return value;
}

void read_run(const hdf::Handle& run, Provenance& provenance) {
    const hid_t id = run.id();
    provenance.version = hdf::text_attribute(id, "tool_version");
    provenance.commit = hdf::text_attribute(id, "git_sha");
    provenance.compiler = hdf::text_attribute(id, "compiler");
    provenance.flags = hdf::text_attribute(id, "flags");
    provenance.created = hdf::text_attribute(id, "created");
    provenance.command_line = hdf::text_attribute(id, "command_line");
    if (hdf::has_attribute(id, "hostname")) provenance.hostname = hdf::text_attribute(id, "hostname");
    provenance.threads = static_cast<unsigned>(hdf::integer_attribute(id, "threads"));
    provenance.elapsed = std::chrono::duration<double>{hdf::number_attribute(id, "elapsed_seconds")};
    provenance.seed = from_hexadecimal(hdf::text_attribute(id, "seed"));
    provenance.first_replication =
        static_cast<std::uint64_t>(hdf::integer_attribute(id, "first_replication"));
    provenance.replications_asked =
        static_cast<std::uint64_t>(hdf::integer_attribute(id, "replications_asked"));
    provenance.stopped = hdf::integer_attribute(id, "stopped") != 0;
}

}  // namespace

void write_scenario(hid_t file, const Provenance& provenance) {
    constexpr std::array<std::int32_t, 2> version{format_version.major, format_version.minor};
    hdf::set_attribute(file, "Conventions", std::string_view{"CF-1.10"});
    hdf::set_attribute(file, "title", cut(provenance.title));
    hdf::set_attribute(file, "source", fmt::format("golive {}", provenance.version));
    hdf::set_attribute(file, "history",
                       fmt::format("{}: {}", provenance.created, cut(provenance.command_line)));
    hdf::set_attribute(file, "filetype", file_type);
    hdf::set_attribute(file, "format_version", version);
    Group group{file, "/scenario"};
    hdf::set_attribute(group.id(), "file", cut(provenance.scenario_file));
    hdf::set_attribute(group.id(), "fingerprint", provenance.fingerprint);
    hdf::set_attribute(group.id(), "start_date", provenance.start_date.iso());
    hdf::set_attribute(group.id(), "currency", cut(provenance.currency));
    group.write("text", std::vector{provenance.scenario_text});
    group.write("resolved", std::vector{provenance.resolved_text});
    group.coordinate("assumption", column_of(provenance.assumptions, &scenario::Assumption::path));
    for (const auto& column : assumption_columns) {
        group.write(column.dataset, column_of(provenance.assumptions, column.member));
    }
}

void write_run(hid_t file, const Provenance& provenance, const batch::Outcome& outcome) {
    Group group{file, "/run"};
    const hid_t id = group.id();
    hdf::set_attribute(id, "tool_version", provenance.version);
    hdf::set_attribute(id, "git_sha", provenance.commit);
    hdf::set_attribute(id, "compiler", provenance.compiler);
    hdf::set_attribute(id, "flags", provenance.flags);
    hdf::set_attribute(id, "created", provenance.created);
    hdf::set_attribute(id, "command_line", cut(provenance.command_line));
    if (provenance.hostname) hdf::set_attribute(id, "hostname", *provenance.hostname);
    hdf::set_attribute(id, "threads", std::int64_t{provenance.threads});
    hdf::set_attribute(id, "elapsed_seconds", outcome.elapsed.count());
    hdf::set_attribute(id, "seed", fmt::format("{:#018x}", provenance.seed));
    hdf::set_attribute(id, "rng", std::string_view{"philox4x64-10"});
    hdf::set_attribute(id, "first_replication", static_cast<std::int64_t>(provenance.first_replication));
    hdf::set_attribute(id, "replications_asked", static_cast<std::int64_t>(provenance.replications_asked));
    hdf::set_attribute(id, "replications", static_cast<std::int64_t>(outcome.delivered));
    hdf::set_attribute(id, "stopped", std::int64_t{outcome.stopped});
    std::vector<std::int64_t> numbers;
    std::vector<std::string> messages;
    for (const auto& failure : outcome.failures) {
        numbers.push_back(static_cast<std::int64_t>(failure.replication));
        messages.push_back(failure.message);
    }
    group.coordinate("failure", numbers);
    group.write("message", messages);
}

Provenance read_provenance(hid_t file) {
    Provenance provenance;
    provenance.title = hdf::text_attribute(file, "title");
    const hdf::Handle scenario = hdf::open_object(file, "/scenario");
    provenance.scenario_file = hdf::text_attribute(scenario.id(), "file");
    provenance.fingerprint = hdf::text_attribute(scenario.id(), "fingerprint");
    provenance.start_date = Date::parse(hdf::text_attribute(scenario.id(), "start_date")).value_or(Date{});
    provenance.currency = hdf::text_attribute(scenario.id(), "currency");
    provenance.scenario_text = read_text(file, "/scenario/text");
    provenance.resolved_text = read_text(file, "/scenario/resolved");
    provenance.assumptions = read_assumptions(file);
    read_run(hdf::open_object(file, "/run"), provenance);
    return provenance;
}

std::vector<batch::Failure> read_failures(hid_t file) {
    const hdf::Handle dataset = hdf::open_dataset(file, "/run/failure");
    std::vector<std::int64_t> numbers(hdf::all_of(dataset.id()).size());
    hdf::read(dataset.id(), hdf::all_of(dataset.id()), hdf::Type::i64, numbers.data());
    auto messages = read_texts(file, "/run/message");
    messages.resize(numbers.size());
    std::vector<batch::Failure> failures;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        failures.push_back({static_cast<std::uint64_t>(numbers[i]), std::move(messages[i])});
    }
    return failures;
}

}  // namespace golive::store
