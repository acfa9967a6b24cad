#include <array>

#include <golive/base/error.hpp>
#include <golive/random/bernoulli_lanes.hpp>

namespace golive::random {
namespace {

constexpr std::size_t most_groups = 64;

/// A group whose probability lies strictly between 0 and 1, as the bits of its binary fraction not yet
/// compared.
struct OpenGroup {
    std::uint64_t lanes;
    std::uint64_t fraction;
};

}  // namespace

std::uint64_t bernoulli_lanes(Engine& engine, std::span<const LaneGroup> groups) {
    std::array<OpenGroup, most_groups> compared;
    std::size_t count = 0;
    std::uint64_t seen = 0;
    std::uint64_t open = 0;
    std::uint64_t successes = 0;
    for (const auto& [lanes, probability] : groups) {
        ensure((seen & lanes) == 0, "groups of lanes are disjoint");
        ensure(probability >= 0.0 && probability <= 1.0, "a probability lies in [0, 1]");
        seen |= lanes;
        if (lanes == 0) continue;
        if (probability == 1.0) {
            successes |= lanes;
            continue;
        }
        compared[count++] = {lanes, static_cast<std::uint64_t>(probability * 0x1.0p64)};
        open |= lanes;
    }
    while (open != 0) {
        std::uint64_t expected = 0;  // the next bit of each lane's probability
        std::uint64_t alive = 0;     // the lanes in whose probability a set bit is left
        for (std::size_t i = 0; i < count; ++i) {
            auto& [lanes, fraction] = compared[i];
            if (fraction != 0) alive |= lanes;
            if (fraction >> 63) expected |= lanes;
            fraction <<= 1;
        }
        open &= alive;
        if (open == 0) break;
        const std::uint64_t drawn = engine();
        successes |= open & expected & ~drawn;
        open &= ~(expected ^ drawn);
    }
    return successes;
}

}  // namespace golive::random
