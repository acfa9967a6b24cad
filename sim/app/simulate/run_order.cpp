//! What `golive run` is asked to do.
// SPDX-License-Identifier: Apache-2.0
#include "app/simulate/run_order.hpp"

#include "app/simulate/wish.hpp"
#include "app/terminal/words.hpp"

#include <algorithm>
#include <fmt/format.h>

#include <golive/base/error.hpp>
#include <golive/batch/batch.hpp>

namespace golive::app {
namespace {

namespace fs = std::filesystem;

/// Before anything is read or simulated; the writer looks again.
void refuse_existing(const RunOrder& order) {
    if (order.overwrite == store::Overwrite::yes || !fs::exists(fs::symlink_status(order.output))) return;
    throw Error{
        ErrorKind::usage,
        fmt::format("`{}` exists already, and results are never replaced unasked. Choose another name "
                    "with -o, or add --overwrite",
                    order.output.string())};
}

}  // namespace

std::vector<std::string> changes_of(const Arguments& arguments) {
    std::vector<std::string> changes;
    for (const std::string& change : arguments.all("set")) changes.push_back("--set " + quoted(change));
    if (const auto horizon = arguments.text("horizon")) changes.push_back("--horizon " + quoted(*horizon));
    return changes;
}

unsigned threads_of(const Arguments& arguments) {
    constexpr std::uint64_t most = 4096;
    const auto threads = arguments.number("threads", 1);
    return threads ? static_cast<unsigned>(std::min(*threads, most)) : batch::available_processors();
}

RunOrder run_order(const Arguments& arguments) {
    const fs::path scenario = arguments.operands().front();
    const auto traced = arguments.text("trace");
    RunOrder order{.scenario = scenario.string(),
                   .output = arguments.text("output").value_or(scenario.stem().string() + ".h5"),
                   .overwrite = arguments.has("overwrite") ? store::Overwrite::yes : store::Overwrite::no,
                   .replications = replications_of(arguments, 1),
                   .until = arguments.all("until"),
                   .seed = *arguments.number("seed"),
                   .threads = threads_of(arguments),
                   .traced = traced ? ReplicationSet{*traced} : ReplicationSet{},
                   .format = *arguments.text("format"),
                   .quiet = arguments.has("quiet"),
                   .verbose = arguments.has("verbose"),
                   .changes = changes_of(arguments)};
    if (!order.traced.empty() && order.traced.greatest() >= order.replications) {
        throw Error{ErrorKind::usage,
                    fmt::format("`--trace {}` asks for more than there is: replications are numbered 0 to {}",
                                *traced, order.replications - 1)};
    }
    refuse_existing(order);
    return order;
}

std::string command_line(const RunOrder& order) {
    std::string line = fmt::format("golive run {}", quoted(order.scenario));
    for (const std::string& change : order.changes) line += " " + change;
    for (const std::string& wish : order.until) line += " --until " + quoted(wish);
    return line + fmt::format(" --seed {} -n {}", order.seed, order.replications);
}

}  // namespace golive::app
