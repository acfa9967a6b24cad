//! Results files as other versions, other machines and worse days would have written them: made
//! from good ones.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include <golive/store/results_file.hpp>
#include <golive/store/results_writer.hpp>

namespace golive::app {

struct Retelling {
    std::function<void(store::Provenance&)> origin = [](store::Provenance&) {};
    std::function<void(model::Result&)> result = [](model::Result&) {};
    std::vector<batch::Failure> failures = {};  ///< these replications are left out
};

/// Writes `to` from what `from` holds.
inline void retell(const std::filesystem::path& from, const std::filesystem::path& to,
                   const Retelling& retelling) {
    const store::ResultsFile file{from};
    store::Provenance origin = file.provenance();
    retelling.origin(origin);
    store::ResultsWriter writer{to, origin, file.catalogue()};
    struct Sink : batch::ResultSink {
        Sink(store::ResultsWriter& w, const Retelling& r) : writer{w}, retelling{r} {}
        void accept(const model::Result& result) override {
            for (const batch::Failure& failure : retelling.failures)
                if (failure.replication == result.replication) return;
            model::Result other = result;
            retelling.result(other);
            writer.accept(other);
            ++delivered;
        }
        store::ResultsWriter& writer;
        const Retelling& retelling;
        std::uint64_t delivered = 0;
    } sink{writer, retelling};
    file.replay(sink);
    batch::Outcome outcome;
    outcome.delivered = sink.delivered;
    outcome.failures = retelling.failures;
    writer.finish(outcome);
}

}  // namespace golive::app
