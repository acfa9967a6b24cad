//! How mechanisms announce what they will record, before any replication runs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>

#include <golive/model/catalogue.hpp>
#include <golive/scenario/scenario.hpp>

namespace golive::model {

class Layout;

class Declarations {
 public:
    Declarations(const scenario::Scenario& scenario_, const Layout& layout_, Catalogue& catalogue)
        : scenario{scenario_}, layout{layout_}, catalogue_{catalogue} {}

    const scenario::Scenario& scenario;
    const Layout& layout;

    void scalar(std::string name, std::string unit, std::string description, Reading reading) {
        catalogue_.scalars.push_back({std::move(name), std::move(unit), std::move(description), reading});
    }
    void series(std::string name, std::string unit, std::string description,
                std::initializer_list<ScopeKind> kept) {
        SeriesInfo info{std::move(name), std::move(unit), std::move(description), {}};
        for (ScopeKind kind : kept) info.kept_for[static_cast<std::size_t>(kind)] = true;
        catalogue_.series.push_back(std::move(info));
    }

    template <class Names>
    void reasons(const Names& names) {
        catalogue_.reasons.assign(names.begin(), names.end());
    }

 private:
    Catalogue& catalogue_;
};

inline constexpr auto every_scope = {ScopeKind::network, ScopeKind::site, ScopeKind::wave, ScopeKind::unit};
inline constexpr auto group_scopes = {ScopeKind::network, ScopeKind::site, ScopeKind::wave};
inline constexpr auto network_only = {ScopeKind::network};

}  // namespace golive::model
