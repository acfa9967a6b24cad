#include <golive/base/enum_names.hpp>
#include <golive/base/error.hpp>
#include <golive/model/catalogue.hpp>

namespace golive::model {

namespace {

constexpr EnumNames<ScopeKind, 4> scope_names{{{ScopeKind::network, "network"},
                                               {ScopeKind::site, "site"},
                                               {ScopeKind::wave, "wave"},
                                               {ScopeKind::unit, "unit"}}};
constexpr EnumNames<Reading, 7> reading_names{{{Reading::number, "number"},
                                               {Reading::share, "share"},
                                               {Reading::days, "days"},
                                               {Reading::date, "date"},
                                               {Reading::money, "money"},
                                               {Reading::hours, "hours"},
                                               {Reading::minutes, "minutes"}}};
constexpr EnumNames<Subject, 13> subject_names{{{Subject::plan, "plan"},
                                                {Subject::use, "use"},
                                                {Subject::people, "people"},
                                                {Subject::time, "time"},
                                                {Subject::devices, "devices"},
                                                {Subject::help_desk, "help desk"},
                                                {Subject::decisions, "decisions"},
                                                {Subject::changes, "changes"},
                                                {Subject::portfolio, "portfolio"},
                                                {Subject::cost, "cost"},
                                                {Subject::value, "value"},
                                                {Subject::equity, "equity"},
                                                {Subject::other, "other"}}};

}  // namespace

std::string_view name_of(ScopeKind kind) { return scope_names[kind]; }
std::string_view name_of(Reading reading) { return reading_names[reading]; }
std::string_view name_of(Subject subject) { return subject_names[subject]; }

Reading reading_called(std::string_view name) { return reading_names.find(name).value_or(Reading::number); }
Subject subject_called(std::string_view name) { return subject_names.find(name).value_or(Subject::other); }

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
