#include <algorithm>

#include <golive/base/error.hpp>
#include <golive/model/catalogue.hpp>

namespace golive::model {

std::string_view name_of(ScopeKind kind) {
    static constexpr std::array<std::string_view, 4> names{"network", "site", "wave", "unit"};
    return names[static_cast<std::size_t>(kind)];
}

namespace {

constexpr std::array<std::string_view, 7> readings{"number", "share", "days",   "date",
                                                   "money",  "hours", "minutes"};
constexpr std::array<std::string_view, 13> subjects{
    "plan",    "use",       "people", "time",  "devices", "help desk", "decisions",
    "changes", "portfolio", "cost",   "value", "equity",  "other"};

}  // namespace

std::string_view name_of(Reading reading) { return readings[static_cast<std::size_t>(reading)]; }

Reading reading_called(std::string_view name) {
    const auto found = std::find(readings.begin(), readings.end(), name);
    return found == readings.end() ? Reading::number : static_cast<Reading>(found - readings.begin());
}

std::string_view name_of(Subject subject) { return subjects[static_cast<std::size_t>(subject)]; }

Subject subject_called(std::string_view name) {
    const auto found = std::find(subjects.begin(), subjects.end(), name);
    return found == subjects.end() ? Subject::other : static_cast<Subject>(found - subjects.begin());
}

std::size_t Catalogue::block_offset(std::size_t series_index, ScopeKind scope) const {
    std::size_t offset = 0;
    for (std::size_t s = 0; s < series.size(); ++s)
        for (ScopeKind kind : scope_kinds) {
            if (s == series_index && kind == scope) return offset;
            if (series[s].kept(kind)) offset += weeks * members_of(kind).size();
        }
    return offset;
}

std::size_t Catalogue::series_size() const { return block_offset(series.size(), ScopeKind::network); }

std::size_t Catalogue::scalar(std::string_view name) const {
    for (std::size_t s = 0; s < scalars.size(); ++s)
        if (scalars[s].name == name) return s;
    throw Error{ErrorKind::model, "no scalar is called " + std::string{name}};
}

}  // namespace golive::model
