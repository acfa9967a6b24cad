#include <numeric>

#include <golive/base/error.hpp>
#include <golive/study/giving_up.hpp>

namespace golive::study {

GivingUpTally::GivingUpTally(const model::Catalogue& catalogue)
    : catalogue_{catalogue}, sums_(catalogue.posts.size() * catalogue.reasons.size()) {}

void GivingUpTally::add(std::span<const float> gave_up) {
    ensure(gave_up.size() == sums_.size(), "every unit, role and reason has its number");
    for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += static_cast<double>(gave_up[i]);
    ++replications_;
}

double GivingUpTally::Row::all() const { return std::accumulate(times.begin(), times.end(), 0.0); }

template <class GroupOf>
std::vector<GivingUpTally::Row> GivingUpTally::grouped(const std::vector<std::string>& names,
                                                       GroupOf group_of) const {
    const std::size_t reasons = catalogue_.reasons.size();
    std::vector<Row> rows;
    for (const std::string& name : names) rows.push_back({name, 0, std::vector<double>(reasons)});
    for (std::size_t place = 0; place < catalogue_.posts.size(); ++place) {
        Row& row = rows[group_of(place)];
        row.posts += catalogue_.posts[place];
        for (std::size_t r = 0; replications_ > 0 && r < reasons; ++r)
            row.times[r] += sums_[place * reasons + r] / static_cast<double>(replications_);
    }
    return rows;
}

std::vector<GivingUpTally::Row> GivingUpTally::by_unit() const {
    return grouped(catalogue_.members_of(model::ScopeKind::unit),
                   [this](std::size_t place) { return place / catalogue_.roles.size(); });
}

std::vector<GivingUpTally::Row> GivingUpTally::by_role() const {
    return grouped(catalogue_.roles, [this](std::size_t place) { return place % catalogue_.roles.size(); });
}

GivingUpTally::Row GivingUpTally::everyone() const {
    return grouped({"everyone"}, [](std::size_t) { return std::size_t{0}; }).front();
}

}  // namespace golive::study
