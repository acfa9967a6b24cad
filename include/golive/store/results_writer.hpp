//! Results on disk, whole or not at all: written under a temporary name, and named when everything is in.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include <golive/batch/batch.hpp>
#include <golive/model/catalogue.hpp>
#include <golive/store/provenance.hpp>

namespace golive::store {

enum class Overwrite { no, yes };

/// The sink of a run. Memory is bounded by the catalogue, not by the number of replications. Use from one
/// thread. Whatever goes wrong is an Error{resource} which names the file and the system's reason; the
/// temporary file is then gone, and a file of that name which was there before is untouched.
class ResultsWriter : public batch::ResultSink {
 public:
    /// Refuses, before anything is simulated: a file that exists (unless it may be overwritten), a
    /// folder that is missing or cannot be written in, a path that is not a regular file
    /// (Error{usage} or Error{resource}).
    ResultsWriter(std::filesystem::path path, Provenance provenance, model::Catalogue catalogue,
                  Overwrite overwrite = Overwrite::no);
    /// Unfinished, it leaves nothing behind.
    ~ResultsWriter() override;

    /// Results must come in ascending order of their numbers and fit the catalogue (Error{model} otherwise).
    /// A result with trace records is a traced one.
    void accept(const model::Result& result) override;
    /// Adds the failures and the summary, and gives the file its name. Fewer results than asked for make a
    /// whole file that says so.
    void finish(const batch::Outcome& outcome);
    /// The name of the file until finish() gives it its own: what to remove when the program must
    /// end at once.
    [[nodiscard]] const std::filesystem::path& temporary() const;

 private:
    class File;
    template <class Action>
    void guarded(Action&& action);

    std::unique_ptr<File> file_;  ///< null once finished or failed
};

}  // namespace golive::store
