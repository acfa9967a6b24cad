#include "store/growing_group.hpp"

#include "store/naming.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <fmt/format.h>

namespace golive::store {
namespace {

constexpr std::size_t kibibyte = 1024;

/// Rows of `bytes` that make a block of about `wanted` bytes, within limits.
std::size_t rows_for(std::size_t wanted, std::size_t bytes, std::size_t least, std::size_t most) {
    return std::clamp(wanted / std::max<std::size_t>(bytes, 1), least, most);
}

std::size_t no_more_than_asked(std::size_t rows, const RunInfo& run) {
    return static_cast<std::size_t>(std::clamp<std::uint64_t>(run.replications_asked, 1, rows));
}

std::int64_t number_of(const model::Result& result) { return static_cast<std::int64_t>(result.replication); }

class Replications : public GrowingGroup {
 public:
    Replications(hid_t file, const RunInfo& run) {
        const Blocks blocks{no_more_than_asked(1024, run)};
        Group group{file, "/replications"};
        columns_.push_back(group.growing_coordinate("replication", blocks));
        columns_.push_back(group.column("events", blocks));
        columns_.push_back(group.column("clinician_shifts", blocks));
        columns_.push_back(group.column("fingerprint", blocks));
        for (const Naming& naming : scalar_namings(run.catalogue)) {
            columns_.push_back(group.column("<scalar>", blocks, &naming));
        }
    }
    void accept(const model::Result& result) override {
        columns_[0].append(number_of(result));
        columns_[1].append(static_cast<std::int64_t>(result.events));
        columns_[2].append(static_cast<std::int64_t>(result.clinician_shifts));
        columns_[3].append(fmt::format("{:016x}", result.fingerprint));
        for (std::size_t i = 0; i < result.scalars.size(); ++i) columns_[4 + i].append(result.scalars[i]);
    }
};

/// All series of one scope kind.
class Series : public GrowingGroup {
 public:
    Series(hid_t file, const RunInfo& run, model::ScopeKind scope) {
        const auto& catalogue = run.catalogue;
        const std::size_t members = catalogue.members_of(scope).size();
        const std::size_t rows = no_more_than_asked(
            rows_for(32 * kibibyte * kibibyte, catalogue.series_size() * sizeof(float), 8, 64), run);
        const std::size_t weeks = rows_for(128 * kibibyte, rows * members * sizeof(float), 1,
                                           std::max<std::size_t>(catalogue.weeks, 1));
        Group group{file, fmt::format("/series/{}", name_of(scope)), "/series/<scope>",
                    std::string{name_of(scope)}};
        columns_.push_back(group.growing_coordinate("replication", {rows}));
        write_series_axes(group, run, scope);
        const auto namings = series_namings(catalogue);
        for (std::size_t i = 0; i < catalogue.series.size(); ++i) {
            if (!catalogue.series[i].kept(scope)) continue;
            columns_.push_back(group.column("<series>", {rows, weeks}, &namings[i]));
            offsets_.push_back(catalogue.block_offset(i, scope));
        }
        block_.resize(catalogue.weeks * members);
    }
    void accept(const model::Result& result) override {
        columns_[0].append(number_of(result));
        for (std::size_t i = 0; i < offsets_.size(); ++i) {
            std::transform(result.series.data() + offsets_[i],
                           result.series.data() + offsets_[i] + block_.size(), block_.data(),
                           rounded_to_12_bits);
            columns_[1 + i].append(std::span<const float>{block_});
        }
    }

 private:
    std::vector<std::size_t> offsets_;  ///< of the block of each column but the first
    std::vector<float> block_;
};

class Attribution : public GrowingGroup {
 public:
    Attribution(hid_t file, const RunInfo& run) {
        const auto& catalogue = run.catalogue;
        const std::size_t row_size = catalogue.instances.size() * catalogue.causes.size() * sizeof(double);
        const Blocks blocks{no_more_than_asked(rows_for(256 * kibibyte, row_size, 8, 256), run)};
        Group group{file, "/attribution"};
        columns_.push_back(group.growing_coordinate("replication", blocks));
        write_instances(group, catalogue);
        group.coordinate("cause", catalogue.causes);
        for (const auto* name : {"ready", "start", "finish", "bound_by", "cause_days"}) {
            columns_.push_back(group.column(name, blocks));
        }
    }
    void accept(const model::Result& result) override {
        columns_[0].append(number_of(result));
        append<double>(columns_[1], result, [](const auto& instance) { return instance.ready; });
        append<double>(columns_[2], result, [](const auto& instance) { return instance.started; });
        append<double>(columns_[3], result, [](const auto& instance) { return instance.finished; });
        append<std::int32_t>(columns_[4], result, [](const auto& instance) { return instance.bound_by; });
        columns_[5].append(std::span{result.cause_days});
    }

 private:
    template <class T, class Take>
    static void append(Column& column, const model::Result& result, Take take) {
        std::vector<T> row(result.instances.size());
        std::ranges::transform(result.instances, row.begin(), take);
        column.append(std::span<const T>{row});
    }
    static void write_instances(Group& group, const model::Catalogue& catalogue) {
        const auto texts = [&](std::string model::InstanceInfo::* member) {
            std::vector<std::string> all;
            for (const auto& instance : catalogue.instances) all.push_back(instance.*member);
            return all;
        };
        std::vector<double> targets;
        for (const auto& instance : catalogue.instances) targets.push_back(instance.target_days);
        group.coordinate("instance", texts(&model::InstanceInfo::name));
        group.write("activity", texts(&model::InstanceInfo::activity));
        group.write("kind", texts(&model::InstanceInfo::kind));
        group.write("scope", texts(&model::InstanceInfo::scope));
        group.write("target_days", targets);
    }
};

class GivingUp : public GrowingGroup {
 public:
    GivingUp(hid_t file, const RunInfo& run) {
        const auto& catalogue = run.catalogue;
        const std::size_t row_size = catalogue.posts.size() * catalogue.reasons.size() * sizeof(float);
        const Blocks blocks{no_more_than_asked(rows_for(256 * kibibyte, row_size, 8, 256), run)};
        Group group{file, "/giving_up"};
        columns_.push_back(group.growing_coordinate("replication", blocks));
        group.coordinate("unit", catalogue.members_of(model::ScopeKind::unit));
        group.coordinate("role", catalogue.roles);
        group.coordinate("reason", catalogue.reasons);
        group.write("posts", catalogue.posts);
        columns_.push_back(group.column("times", blocks));
    }
    void accept(const model::Result& result) override {
        columns_[0].append(number_of(result));
        columns_[1].append(std::span{result.gave_up});
    }
};

/// Contiguous ragged arrays: the events and the devices of one traced replication follow those of
/// the one before.
class Trace : public GrowingGroup {
 public:
    Trace(hid_t file, const RunInfo& run) : group_{file, "/trace"} {
        const Blocks blocks{16 * kibibyte};
        columns_.push_back(group_.growing_coordinate("event", blocks));
        for (const auto* name : {"time", "kind", "entity_kind", "entity", "cause", "value"}) {
            columns_.push_back(group_.column(name, blocks));
        }
        columns_.push_back(group_.growing_coordinate("device", blocks));
        columns_.push_back(group_.column("device_technology", blocks));
        group_.coordinate("event_name", run.catalogue.event_names);
        group_.coordinate("entity_kind_name", run.catalogue.entity_kinds);
        group_.coordinate("cause_name", run.catalogue.causes);
        group_.coordinate("stage_name", run.catalogue.stages);
    }
    void accept(const model::Result& result) override {
        if (result.trace.empty()) return;
        replications_.push_back(number_of(result));
        events_.add(columns_[0].rows(), result.trace.size());
        devices_.add(columns_[7].rows(), result.device_technology.size());
        for (const model::TraceRecord& record : result.trace) append(record);
        for (const std::int32_t technology : result.device_technology) {
            columns_[7].append(static_cast<std::int64_t>(columns_[7].rows()));
            columns_[8].append(technology);
        }
    }
    void close(hid_t file) override {
        group_.coordinate("replication", replications_);
        group_.write("event_start", events_.starts);
        group_.write("event_count", events_.counts);
        group_.write("device_start", devices_.starts);
        group_.write("device_count", devices_.counts);
        GrowingGroup::close(file);
    }
    void abandon() override {
        group_.abandon();
        GrowingGroup::abandon();
    }

 private:
    /// Where the rows of each replication are.
    struct Places {
        void add(std::size_t start, std::size_t count) {
            starts.push_back(static_cast<std::int64_t>(start));
            counts.push_back(static_cast<std::int64_t>(count));
        }
        std::vector<std::int64_t> starts, counts;
    };
    void append(const model::TraceRecord& record) {
        columns_[0].append(static_cast<std::int64_t>(columns_[0].rows()));
        columns_[1].append(record.time);
        columns_[2].append(record.event);
        columns_[3].append(record.entity_kind);
        columns_[4].append(record.entity);
        columns_[5].append(record.cause);
        columns_[6].append(record.value);
    }
    Group group_;
    std::vector<std::int64_t> replications_;
    Places events_, devices_;
};

}  // namespace

void GrowingGroup::close(hid_t) {
    for (Column& column : columns_) column.close();
}

void GrowingGroup::abandon() {
    for (Column& column : columns_) column.abandon();
}

std::vector<std::unique_ptr<GrowingGroup>> growing_groups(hid_t file, const RunInfo& run) {
    std::vector<std::unique_ptr<GrowingGroup>> groups;
    groups.push_back(std::make_unique<Replications>(file, run));
    hdf::create_group(file, "/series").close("close a group");
    for (const auto scope : model::scope_kinds) groups.push_back(std::make_unique<Series>(file, run, scope));
    groups.push_back(std::make_unique<Attribution>(file, run));
    if (!run.catalogue.reasons.empty()) groups.push_back(std::make_unique<GivingUp>(file, run));
    groups.push_back(std::make_unique<Trace>(file, run));
    return groups;
}

void write_series_axes(Group& group, const RunInfo& run, model::ScopeKind scope) {
    std::vector<std::int32_t> weeks;
    std::vector<double> times;
    for (std::size_t week = 0; week < run.catalogue.weeks; ++week) {
        weeks.push_back(static_cast<std::int32_t>(week));
        times.push_back(7.0 * static_cast<double>(week + 1));
    }
    group.set_time_origin(run.start_date);
    group.coordinate("week", weeks);
    group.write("time", times);
    group.coordinate("<scope>", run.catalogue.members_of(scope));
}

float rounded_to_12_bits(float value) {
    constexpr std::uint32_t dropped = 11;  // of the 23 explicit bits
    constexpr std::uint32_t mask = (1U << dropped) - 1;
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t nearest = (bits + (mask >> 1) + ((bits >> dropped) & 1U)) & ~mask;
    const bool finite = (bits & 0x7f800000U) != 0x7f800000U;
    // What would round to infinity, and what is not a number, stays what it is.
    return finite && (nearest & 0x7f800000U) != 0x7f800000U ? std::bit_cast<float>(nearest) : value;
}

}  // namespace golive::store
