#include "store/atomic_file.hpp"
#include "store/growing_group.hpp"
#include "store/provenance_file.hpp"
#include "store/summarise.hpp"

#include <fmt/format.h>
#include <optional>
#include <utility>

#include <golive/base/error.hpp>
#include <golive/store/results_writer.hpp>

namespace golive::store {
namespace {

void ensure_fits(const model::Result& result, const model::Catalogue& catalogue) {
    const std::size_t instances = catalogue.instances.size();
    ensure(result.scalars.size() == catalogue.scalars.size(), "a result has the scalars of its catalogue");
    ensure(result.series.size() == catalogue.series_size(), "a result has the series of its catalogue");
    ensure(result.instances.size() == instances, "a result has the instances of its catalogue");
    ensure(result.cause_days.size() == instances * catalogue.causes.size(),
           "a result has the causes of its catalogue");
    ensure(result.gave_up.size() == catalogue.posts.size() * catalogue.reasons.size(),
           "a result has the reasons of its catalogue");
}

}  // namespace

/// A results file in the making.
class ResultsWriter::File {
 public:
    File(std::filesystem::path path, Provenance provenance, model::Catalogue catalogue, Overwrite overwrite)
        : output_{std::move(path), overwrite},
          provenance_{std::move(provenance)},
          catalogue_{std::move(catalogue)} {}

    void begin() {
        file_ = hdf::create_file(output_.temporary());
        write_scenario(file_.id(), provenance_);
        groups_ = growing_groups(file_.id(), run());
    }

    void accept(const model::Result& result) {
        ensure_fits(result, catalogue_);
        ensure(!last_ || *last_ < result.replication, "results come in the order of their numbers");
        last_ = result.replication;
        for (const auto& group : groups_) group->accept(result);
    }

    void finish(const batch::Outcome& outcome) {
        for (const auto& group : groups_) group->close(file_.id());
        if (outcome.enough) provenance_.replications_asked = outcome.delivered + outcome.failures.size();
        write_run(file_.id(), provenance_, outcome);
        write_summary(file_.id(), run());
        groups_.clear();
        file_.close("finish the file");
        output_.commit();
    }

    /// HDF5 is not asked for anything more about this file; its memory of it is lost until the program ends.
    void abandon() {
        for (const auto& group : groups_) group->abandon();
        file_.abandon();
    }

    [[nodiscard]] const std::filesystem::path& path() const { return output_.path(); }
    [[nodiscard]] const std::filesystem::path& temporary() const { return output_.temporary(); }

 private:
    [[nodiscard]] RunInfo run() const {
        return {catalogue_, provenance_.start_date.iso(), provenance_.replications_asked};
    }

    AtomicFile output_;  // first, so that it goes last: the temporary file outlives its handles
    Provenance provenance_;
    model::Catalogue catalogue_;
    hdf::Handle file_;
    std::vector<std::unique_ptr<GrowingGroup>> groups_;
    std::optional<std::uint64_t> last_;
};

ResultsWriter::ResultsWriter(std::filesystem::path path, Provenance provenance, model::Catalogue catalogue,
                             Overwrite overwrite)
    : file_{std::make_unique<File>(std::move(path), std::move(provenance), std::move(catalogue), overwrite)} {
    guarded([this] { file_->begin(); });
}

ResultsWriter::~ResultsWriter() = default;

void ResultsWriter::accept(const model::Result& result) {
    guarded([&] { file_->accept(result); });
}

void ResultsWriter::finish(const batch::Outcome& outcome) {
    guarded([&] { file_->finish(outcome); });
    file_.reset();
}

const std::filesystem::path& ResultsWriter::temporary() const {
    ensure(file_ != nullptr, "a finished results file has no temporary name");
    return file_->temporary();
}

/// Whatever fails, the file is given up at once, and HDF5's reasons become words for the user.
template <class Action>
void ResultsWriter::guarded(Action&& action) {
    ensure(file_ != nullptr, "nothing is written after the end of a results file");
    try {
        action();
    } catch (const hdf::Failed& failure) {
        file_->abandon();
        const std::string path = file_->path().string();
        file_.reset();
        throw Error{ErrorKind::resource,
                    fmt::format("cannot write the results to `{}` ({}). Nothing is left of them; "
                                "free some space or write elsewhere",
                                path, failure.what())};
    } catch (...) {
        file_->abandon();
        file_.reset();
        throw;
    }
}

}  // namespace golive::store
