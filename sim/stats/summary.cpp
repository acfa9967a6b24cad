#include <limits>

#include <golive/stats/summary.hpp>

namespace golive::stats {

Summary summarise(std::vector<double> values) {
    const OrderedSample sample{std::move(values)};
    const std::uint64_t happened = sample.happened().size();
    Moments moments;
    for (const double value : sample.happened()) moments.add(value);

    Summary row{};
    row.count = sample.size();
    row.missing = sample.missing();
    row.happened = sample.size() > 0 ? static_cast<double>(happened) / static_cast<double>(sample.size())
                                     : std::numeric_limits<double>::quiet_NaN();
    row.happened_interval = proportion_interval(happened, sample.size());
    row.mean = moments.mean();
    row.sd = moments.sd();
    row.mean_interval = mean_interval(moments);
    row.min = moments.min();
    row.max = moments.max();
    row.p5 = sample.quantile(0.05);
    row.p10 = sample.quantile(0.10);
    row.p25 = sample.quantile(0.25);
    row.p50 = sample.quantile(0.50);
    row.p75 = sample.quantile(0.75);
    row.p80 = sample.quantile(0.80);
    row.p90 = sample.quantile(0.90);
    row.p95 = sample.quantile(0.95);
    row.p50_interval = quantile_interval(sample, 0.50);
    row.p80_interval = quantile_interval(sample, 0.80);
    row.p90_interval = quantile_interval(sample, 0.90);
    return row;
}

}  // namespace golive::stats
