#include <fmt/format.h>

#include <golive/base/error.hpp>
#include <golive/report/pairing.hpp>
#include <golive/report/results_view.hpp>
#include <golive/report/words.hpp>

namespace golive::report {
namespace {

/// The command that made a file, with another seed.
std::string with_seed(const store::Provenance& from, std::uint64_t seed) {
    std::string command = from.command_line;
    const std::string given = fmt::format(" --seed {} ", from.seed);
    const std::size_t at = command.find(given);
    if (at == std::string::npos)
        return fmt::format("golive run {} --seed {} -n {}", quoted(from.scenario_file), seed,
                           from.replications_asked);
    return command.replace(at, given.size(), fmt::format(" --seed {} ", seed));
}

}  // namespace

void require_pairs(const store::ResultsFile& base, const store::ResultsFile& other) {
    const store::Provenance& a = base.provenance();
    const store::Provenance& b = other.provenance();
    if (a.seed != b.seed)
        throw Error{
            ErrorKind::input,
            fmt::format(
                "`{}` has seed {} and `{}` has seed {} (only futures with the same luck can be paired). Run "
                "one of them again:\n  {} -o NEW.h5",
                base.path().string(), a.seed, other.path().string(), b.seed, with_seed(b, a.seed))};
    if (a.start_date != b.start_date || a.currency != b.currency ||
        ResultsView{base}.end() != ResultsView{other}.end())
        throw Error{
            ErrorKind::input,
            fmt::format(
                "`{}` and `{}` differ in start, horizon or currency (their futures cannot be paired). Look "
                "at them one by one",
                base.path().string(), other.path().string())};
}

}  // namespace golive::report
