#include <golive/study/futures.hpp>

namespace golive::study {
namespace {

class Both : public batch::ResultSink {
 public:
    Both(batch::ResultSink& first, batch::ResultSink& second) : first_{first}, second_{second} {}
    void accept(const model::Result& result) override {
        first_.accept(result);
        second_.accept(result);
    }

 private:
    batch::ResultSink& first_;
    batch::ResultSink& second_;
};

}  // namespace

void Observer::begin(const model::Blueprint&, std::uint64_t, const std::string&) {}
void Observer::accept(const model::Result&) {}
void Observer::progress(const batch::Progress&) {}

bool play(const model::Blueprint& blueprint, const Futures& futures, const std::string& what,
          batch::ResultSink& sink, Observer& observer, std::stop_token stop) {
    observer.begin(blueprint, futures.count, what);
    Both both{sink, observer};
    const batch::Outcome outcome = batch::run_batch(
        {.first = futures.first, .replications = futures.count, .threads = futures.threads},
        [&](std::uint64_t number) { return model::simulate(blueprint, futures.seed, number); }, both,
        [&](const batch::Progress& progress) { observer.progress(progress); }, std::move(stop));
    return !outcome.stopped;
}

bool gives_again(const model::Blueprint& blueprint, std::uint64_t seed, std::uint64_t replication,
                 std::uint64_t fingerprint) {
    return model::simulate(blueprint, seed, replication).fingerprint == fingerprint;
}

}  // namespace golive::study
