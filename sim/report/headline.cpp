#include <cctype>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <golive/report/headline.hpp>
#include <golive/stats/quantile.hpp>

namespace golive::report {
namespace {

using model::Reading;

std::string go_live_phrase(const ResultsView& view) {
    const auto* const row = view.find("all_live");
    if (row == nullptr || row->count == 0 || view.go_lives().empty()) return "";
    if (const double days = view.quantile(*row, 0.8); std::isfinite(days)) {
        return fmt::format("80 % chance that every wave is live by {}",
                           date_after(view.start(), days).in_words());
    }
    const std::string end = view.end().in_words();
    if (row->missing == row->count)
        return fmt::format("not once was every wave live by the end of the horizon, {}", end);
    return fmt::format("only {} chance that every wave is live by the end of the horizon, {}",
                       share_in_words(row->happened), end);
}

std::string adoption_phrase(const ResultsView& view) {
    constexpr std::string_view name = "adoption_6_months";
    const auto* const row = view.find(name);
    if (row == nullptr || row->missing == row->count) return "";
    const std::string share = share_in_words(row->mean);
    const std::string range = view.usual_range(name, Reading::share);
    const std::string spread = range == share ? "" : fmt::format(" ({})", range);
    const std::string proviso =
        row->missing > 0 ? fmt::format(" in the {} of futures that get so far", share_in_words(row->happened))
                         : "";
    return fmt::format("6 months later {} of opportunities{} use the new {}{}", share, spread,
                       view.find("devices_bought") != nullptr ? "devices" : "technology", proviso);
}

std::string storeroom_phrase(const ResultsView& view) {
    const auto* const row = view.find("storeroom_share");
    if (row == nullptr || row->missing == row->count) return "";
    return fmt::format("{} of devices are in a storeroom", share_in_words(row->mean));
}

}  // namespace

std::string headline(const ResultsView& view) {
    std::vector<std::string> phrases{go_live_phrase(view), adoption_phrase(view), storeroom_phrase(view)};
    std::erase(phrases, "");
    if (phrases.empty()) return "Nothing goes live in this plan.";
    phrases.front()[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(phrases.front()[0])));
    return fmt::format("{}.", fmt::join(phrases, "; "));
}

}  // namespace golive::report
