#include "store/naming.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace golive::store {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string plain(std::string_view name) {
    std::string text;
    for (const char c : name) {
        if (is_letter(c) || is_digit(c)) {
            text += c;
        } else if (!text.empty() && text.back() != '_') {
            text += '_';
        }
    }
    while (text.ends_with('_')) text.pop_back();
    return !text.empty() && is_letter(text.front()) ? text : "n_" + text;
}

/// Hands out every name once.
class Names {
 public:
    explicit Names(std::set<std::string> taken) : taken_{std::move(taken)} {}
    std::string unique(std::string_view name) {
        const std::string wanted = plain(name);
        std::string given = wanted;
        for (int n = 2; !taken_.insert(given).second; ++n) given = fmt::format("{}_{}", wanted, n);
        return given;
    }

 private:
    std::set<std::string> taken_;
};

template <class Info>
std::vector<Naming> namings(const std::vector<Info>& infos, Names names) {
    std::vector<Naming> all;
    for (const Info& info : infos) {
        const auto index = static_cast<std::int64_t>(all.size());
        all.push_back({names.unique(info.name), info.name, index, info.unit, info.description});
    }
    return all;
}

}  // namespace

std::vector<Naming> scalar_namings(const model::Catalogue& catalogue) {
    auto all =
        namings(catalogue.scalars, Names{{"replication", "events", "clinician_shifts", "fingerprint"}});
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].reading = name_of(catalogue.scalars[i].reading);
        all[i].subject = name_of(catalogue.scalars[i].subject);
    }
    return all;
}

std::vector<Naming> series_namings(const model::Catalogue& catalogue) {
    auto all =
        namings(catalogue.series,
                Names{{"replication", "week", "time", "statistic", "network", "site", "wave", "unit"}});
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].family = catalogue.series[i].family;
        all[i].of = catalogue.series[i].of;
        all[i].role = catalogue.series[i].role;
    }
    return all;
}

}  // namespace golive::store
