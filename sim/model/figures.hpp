//! Figures: what a mechanism measures, declared once with the function that reads it.
//!
//!     void HelpDesk::declare(Figures<HelpDesk>& figures) {
//!         figures.about(Subject::help_desk);
//!         figures.at_end({"help_wait", Reading::minutes, "mean wait of answered calls"},
//!                        [](const HelpDesk& desk) { return desk.wait_minutes_.mean(); });
//!     }
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recorder.hpp"

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace golive::model {

/// "help_wait"; or the figure of one thing among several: "adoption" of "smartphone" is
/// "adoption.smartphone", for the role "nurse" alone "adoption.smartphone.nurse".
struct FigureName {
    FigureName(const char* name) : family{name} {}
    FigureName(std::string name) : family{std::move(name)} {}
    FigureName(std::string_view family_, std::string_view of_, std::string_view role_ = {})
        : family{family_}, of{of_}, role{role_} {}
    [[nodiscard]] std::string whole() const {
        std::string name = family;
        for (const std::string& part : {of, role})
            if (!part.empty()) name += "." + part;
        return name;
    }

    std::string family;
    std::string of;
    std::string role;
};

struct Figure {
    FigureName name;
    Reading reading;
    std::string words;      ///< what it is, for people
    std::string unit = {};  ///< udunits, singular; what the reading is in, unless said
};

/// For which scopes a weekly figure is kept.
using Scopes = std::initializer_list<ScopeKind>;
inline constexpr auto every_scope = {ScopeKind::network, ScopeKind::site, ScopeKind::wave, ScopeKind::unit};
inline constexpr auto group_scopes = {ScopeKind::network, ScopeKind::site, ScopeKind::wave};

/// What a scenario's replications record, and how it is read from their mechanisms.
class FigureBook {
 public:
    FigureBook(const Scenario& scenario, const Layout& layout);

    struct OfNetwork {
        std::function<double(const void*)> read;
    };
    struct RatioOfUnits {
        std::function<Ratio(const void*, UnitId)> read;
    };
    struct SumOfUnits {
        std::function<double(const void*, UnitId)> read;
    };
    using Weekly = std::variant<OfNetwork, RatioOfUnits, SumOfUnits>;

    /// The figures that follow are those of the mechanism of that number.
    void begin_mechanism(std::size_t number) {
        if (of_mechanism_.size() <= number) of_mechanism_.resize(number + 1);
        current_ = number;
    }
    void add_weekly(const Figure& figure, Scopes scopes, Weekly weekly);
    void add_at_end(const Figure& figure, Subject subject, std::function<double(const void*)> read);

    void sample_week(std::size_t mechanism, const void* state, Recorder& recorder) const;
    void sample_end(std::size_t mechanism, const void* state, Recorder& recorder) const;

    [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }

 private:
    struct OfMechanism {
        std::vector<std::pair<std::size_t, Weekly>> weekly;  // with the position of the series
        std::vector<std::pair<std::size_t, std::function<double(const void*)>>> at_end;
    };
    [[nodiscard]] std::string unit_of(const Figure& figure) const;

    Catalogue catalogue_;
    std::string currency_;
    std::vector<OfMechanism> of_mechanism_;
    std::size_t current_ = 0;
};

/// Where a mechanism declares its figures. A reading that is NaN did not happen.
template <class Mechanism>
class Figures {
 public:
    Figures(const Scenario& scenario_, const Layout& layout_, FigureBook& book)
        : scenario{scenario_}, layout{layout_}, book_{book} {}

    const Scenario& scenario;
    const Layout& layout;

    /// The subject of the figures that follow.
    void about(Subject subject) { subject_ = subject; }

    /// Read once a replication is over: double(const Mechanism&).
    template <class Read>
    void at_end(const Figure& figure, Read read) {
        book_.add_at_end(figure, subject_, of_network(std::move(read)));
    }
    /// Read at the end of every week, of the network as a whole.
    template <class Read>
    void weekly(const Figure& figure, Read read) {
        book_.add_weekly(figure, {ScopeKind::network}, FigureBook::OfNetwork{of_network(std::move(read))});
    }
    /// The same figure every week so far, and at the end, with a remark there.
    template <class Read>
    void so_far_and_at_end(const Figure& figure, Read read, const std::string& remark = {}) {
        Figure so_far = figure;
        so_far.words += " so far";
        weekly(so_far, read);
        Figure whole = figure;
        whole.words += remark;
        at_end(whole, std::move(read));
    }
    /// A share or mean of units: Ratio(const Mechanism&, UnitId), summed over each member of each scope.
    template <class Read>
    void weekly_ratio(const Figure& figure, Scopes scopes, Read read) {
        book_.add_weekly(figure, scopes, FigureBook::RatioOfUnits{[read](const void* state, UnitId unit) {
                             return read(*static_cast<const Mechanism*>(state), unit);
                         }});
    }
    /// A sum over units: a number(const Mechanism&, UnitId).
    template <class Read>
    void weekly_sum(const Figure& figure, Scopes scopes, Read read) {
        book_.add_weekly(figure, scopes, FigureBook::SumOfUnits{[read](const void* state, UnitId unit) {
                             return static_cast<double>(read(*static_cast<const Mechanism*>(state), unit));
                         }});
    }

 private:
    template <class Read>
    static std::function<double(const void*)> of_network(Read read) {
        return [read = std::move(read)](const void* state) {
            return static_cast<double>(read(*static_cast<const Mechanism*>(state)));
        };
    }

    FigureBook& book_;
    Subject subject_ = Subject::other;
};

}  // namespace golive::model
