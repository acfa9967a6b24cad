//! The smallest program of a researcher: one replication of a scenario, and one number of it.
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <charconv>
#include <cstdio>

#include <golive/model/simulate.hpp>
#include <golive/scenario/load.hpp>

int main(int count, char** words) {
    if (count != 2) return 2;
    const auto loaded = golive::scenario::load(words[1]);
    if (!loaded.scenario) return 1;
    const golive::model::Blueprint blueprint{loaded.scenario};
    const auto result = golive::model::simulate(blueprint, 1, 0);
    // The shortest text that reads back as the same number.
    std::array<char, 64> text{};
    std::to_chars(text.data(), text.data() + text.size() - 1,
                  result.scalars[blueprint.catalogue().scalar("cost.total")]);
    std::puts(text.data());
}
