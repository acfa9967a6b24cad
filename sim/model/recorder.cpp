#include "model/recorder.hpp"

namespace golive::model {

Recorder::Recorder(const Scenario& scenario, const Layout& layout, const Catalogue& catalogue, Result& result)
    : scenario_{scenario}, layout_{layout}, catalogue_{catalogue}, result_{result} {
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

void Recorder::put(std::size_t series, ScopeKind scope, std::size_t member, double value) {
    if (!catalogue_.series[series].kept(scope)) return;
    const std::size_t at = offsets_[series][static_cast<std::size_t>(scope)] +
                           week_ * catalogue_.members_of(scope).size() + member;
    result_.series[at] = static_cast<float>(value);
}

}  // namespace golive::model
