//! [backlog].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <golive/scenario/backlog.hpp>

namespace golive::scenario {

template <>
inline constexpr EnumNames<Backlog::Mode, 2> words_of<Backlog::Mode>{
    {{Backlog::Mode::ticket, "ticket"}, {Backlog::Mode::product, "product"}}};

namespace {

void add_requests(KeyTable<Backlog>& table) {
    table
        .key("reporting", &Backlog::reporting, fallback("50 %"), range("5 %", "100 %"),
             source(Grade::official,
                    "VA OIG 2022: staff stop reporting and work around; the share is a judgement"),
             help("Chance that a unit asks for a change when an issue has shown itself."))
        .key(
            "accuracy", &Backlog::accuracy, unsure("30 %", "60 %", "85 %"), range("0 %", "100 %"),
            source(Grade::textbook, "trade press: informatics nurses bring unfiltered problems; size judged"),
            help("Of requests of units with a super-user: they tell the problem, not a solution."))
        .key("wishes", &Backlog::wishes, fallback("0.3 per month"), range("0 per month", "4 per month"),
             source(Grade::textbook, "the button that few people press"),
             help("Per unit: requests that are of use to few."))
        .key("effort", &Backlog::effort,
             fallback("{ dist = \"lognormal\", median = \"10 h\", p90 = \"40 h\" }"), range("1 h", "200 h"),
             source(Grade::derived, "3.4 significant changes per hospital and month (Kaiser 2019)"),
             help("Person-hours that build one request as asked."))
        .key("spill_over", &Backlog::spill_over, unsure("2 %", "5 %", "10 %"), range("0 %", "50 %"),
             source(Grade::textbook, "trade press: a local fix pushed to all; not measured"),
             help("Chance that a change made for another unit makes an issue, where nothing resembles the "
                  "asker's unit."))
        .key("spill_severity", &Backlog::spill_severity, unsure("1 %", "2 %", "4 %"), range("0 %", "20 %"),
             source(Grade::textbook, "a click more"), help("Of such an issue, in fit."));
}

void add_product(KeyTable<Backlog>& table) {
    table
        .key("managers", &Backlog::managers, fallback("1"), range("1", "10"), possible(1, 1000),
             source(Grade::textbook, "one for a network"), help("Product managers; mode product only."))
        .key("manager_wage", &Backlog::manager_wage, fallback("¤75 per h"), range("¤20 per h", "¤300 per h"),
             source(Grade::textbook, "a senior analyst in the US"),
             help("Of a product manager, employed throughout."))
        .key("analysis", &Backlog::analysis,
             fallback("{ dist = \"lognormal\", median = \"16 h\", p90 = \"50 h\" }"), range("2 h", "200 h"),
             source(Grade::textbook, "interviews, shadowing, a prototype"),
             help("A product manager's hours that find a cause."))
        .key("cause_factor", &Backlog::cause_factor, unsure("1.2", "2.0", "3.0"), range("0.5", "6"),
             possible(0.01, 100),
             source(Grade::textbook, "to solve it for everyone takes more than a button"),
             help("Effort of solving a cause over effort of building what was asked."))
        .key("parallel", &Backlog::parallel, fallback("3"), range("1", "10"), possible(1, 1000),
             source(Grade::textbook, "stop starting, start finishing"),
             help("Causes in the builders' hands at once; mode product only."));
}

void add_control(KeyTable<Backlog>& table) {
    table
        .key("approvals", &Backlog::approvals, fallback("0"), range("0", "8"), possible(0, 100),
             source(Grade::textbook, "none unless somebody adds them"),
             help("Signatures that every request needs."))
        .key("approval_time", &Backlog::approval_time,
             fallback("{ p10 = \"1 day\", p50 = \"4 days\", p90 = \"15 days\" }"), range("1 h", "60 days"),
             source(Grade::textbook, "it lies on a desk"), help("For one signature."))
        .key("approval_hours", &Backlog::approval_hours, fallback("30 min"), range("0 min", "8 h"),
             source(Grade::textbook, "a form and a call"), help("Of a clinician's time per signature."))
        .key("report_time", &Backlog::report_time, written("", "per week"), fallback("0 min per week"),
             range("0 min per week", "4 h per week"),
             source(Grade::textbook, "none unless somebody asks for it"),
             help("Of the team, for status reports per open request; more urgent than changes."));
}

}  // namespace

template <>
const KeyTable<Backlog>& table_of<Backlog>() {
    static const KeyTable<Backlog> table = [] {
        KeyTable<Backlog> backlog{
            "[backlog]", "backlog",
            "What becomes of issues that show themselves in use. Left out: nobody changes anything."};
        backlog
            .key("mode", &Backlog::mode, fallback("ticket"),
                 source(Grade::textbook, "trade press: ticket-driven IT is the rule"),
                 help("Each asker's solution for everyone, in order; or causes, ranked by value per effort."))
            .key("team", &Backlog::team, only_one(), help("That builds changes."));
        add_requests(backlog);
        add_product(backlog);
        add_control(backlog);
        return backlog;
    }();
    return table;
}

}  // namespace golive::scenario
