//! Futures simulated again for an explanation.
// SPDX-License-Identifier: Apache-2.0
#include "app/explain/relief_run.hpp"

#include "app/program/signals.hpp"
#include "app/terminal/console.hpp"
#include "app/terminal/progress.hpp"
#include "app/terminal/words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include <golive/report/study_input.hpp>

namespace golive::app {
namespace {

/// Tells what is simulated, and how far it is.
class Onlooker : public study::Observer {
 public:
    Onlooker(Date start, bool quiet) : start_{start}, quiet_{quiet} {}

    void begin(const model::Blueprint& blueprint, std::uint64_t futures, const std::string& what) override {
        progress_.reset();
        if (!quiet_) print_message(fmt::format("{} {}", count_in_words(futures, "future"), what));
        estimate_.emplace(nobody_, blueprint.catalogue(), start_);
        progress_.emplace(quiet_ ? ProgressStyle::none : progress_style(), *estimate_);
    }
    void accept(const model::Result& result) override { estimate_->accept(result); }
    void progress(const batch::Progress& how_far) override { progress_->show(how_far); }

 private:
    Date start_;
    bool quiet_;
    Observer nobody_;  // to whom results are passed on
    std::optional<RunningEstimate> estimate_;
    std::optional<ProgressReport> progress_;
};

void tell_other_futures(const store::ResultsFile& results) {
    print_message(
        fmt::format("This golive does not give the futures of `{}` bit for bit (golive {} made it, "
                    "perhaps on another kind of processor): they are simulated again as well.",
                    results.path().string(), results.provenance().version));
}

}  // namespace

bool run_relief(study::Explanation& explanation, const store::ResultsFile& results, std::size_t levers,
                std::uint64_t futures, unsigned threads, bool quiet) {
    const store::Provenance& from = results.provenance();
    if (!explanation.blueprint()) {
        print_message(
            fmt::format("This golive cannot read the scenario in `{}` (golive {} wrote it): nothing is "
                        "simulated again.",
                        results.path().string(), from.version));
        return true;
    }
    const model::Blueprint& blueprint = *explanation.blueprint();
    const study::Futures again{.seed = from.seed,
                               .first = results.replications().front(),
                               .count = std::min<std::uint64_t>(futures, results.replications().size()),
                               .threads = threads};
    const bool same = study::gives_again(blueprint, from.seed, again.first, results.fingerprints().front());
    if (!same) tell_other_futures(results);
    if (explanation.levers().empty()) return true;
    const SignalWatch signals{SignalWatch::Leaves::nothing};
    Onlooker onlooker{from.start_date, quiet};
    study::Scalars base{same ? results.catalogue() : blueprint.catalogue()};
    if (same)
        report::read_scalars(results, again.count, base);
    else if (!study::play(blueprint, again, "as it is", base, onlooker, signals.stop_token()))
        return false;
    return explanation.relieve(levers, again, base, onlooker, signals.stop_token());
}

}  // namespace golive::app
