#include "model/recorder.hpp"

#include <golive/base/error.hpp>

namespace golive::model {

Recorder::Recorder(const Scenario& scenario, const Layout& layout, Result& result)
    : scenario_{scenario}, layout_{layout}, result_{result} {
    const Catalogue& catalogue = layout.catalogue();
    result_.scalars.assign(catalogue.scalars.size(), missing);
    result_.series.assign(catalogue.series_size(), static_cast<float>(missing));
    for (std::size_t s = 0; s < catalogue.series.size(); ++s) {
        offsets_.emplace_back();
        for (ScopeKind scope : scope_kinds)
            offsets_.back()[static_cast<std::size_t>(scope)] = catalogue.block_offset(s, scope);
    }
    for (ScopeKind scope : scope_kinds)
        sums_[static_cast<std::size_t>(scope)].resize(catalogue.members_of(scope).size());
}

void Recorder::network(std::string_view series, double value) {
    put(series_index(series), ScopeKind::network, 0, value);
}

void Recorder::scalar(std::string_view name, double value) {
    result_.scalars[layout_.catalogue().scalar(name)] = value;
}

void Recorder::put(std::size_t series, ScopeKind scope, std::size_t member, double value) {
    const Catalogue& catalogue = layout_.catalogue();
    if (!catalogue.series[series].kept(scope)) return;
    const std::size_t at = offsets_[series][static_cast<std::size_t>(scope)] +
                           week_ * catalogue.members_of(scope).size() + member;
    result_.series[at] = static_cast<float>(value);
}

std::size_t Recorder::series_index(std::string_view name) const {
    const auto& series = layout_.catalogue().series;
    for (std::size_t s = 0; s < series.size(); ++s)
        if (series[s].name == name) return s;
    throw Error{ErrorKind::model, "no series is called " + std::string{name}};
}

}  // namespace golive::model
