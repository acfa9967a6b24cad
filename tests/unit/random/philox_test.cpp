//! The cipher and its addressing: known answers, and no two addresses that share a block.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <gmock/gmock.h>
#include <set>
#include <string>
#include <vector>

#include <golive/random/stream.hpp>

namespace golive::random {
namespace {

using Counter = r123::Philox4x64::ctr_type;
using Key = r123::Philox4x64::key_type;
using ::testing::ElementsAre;
constexpr std::uint64_t ones = ~std::uint64_t{0};

Counter cipher(Counter counter, Key key) { return r123::Philox4x64{}(counter, key); }

std::vector<std::uint64_t> words(Engine engine, std::size_t count) {
    std::vector<std::uint64_t> drawn(count);
    std::generate(drawn.begin(), drawn.end(), [&] { return engine(); });
    return drawn;
}

// The three vectors of Random123's tests/kat_vectors for "philox4x64 10".
TEST(Philox, GivesThePublishedAnswerForZeros) {
    EXPECT_THAT(cipher({{0, 0, 0, 0}}, {{0, 0}}),
                ElementsAre(0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b));
}

TEST(Philox, GivesThePublishedAnswerForOnes) {
    EXPECT_THAT(cipher({{ones, ones, ones, ones}}, {{ones, ones}}),
                ElementsAre(0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0));
}

TEST(Philox, GivesThePublishedAnswerForTheDigitsOfPi) {
    EXPECT_THAT(cipher({{0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89}},
                       {{0x452821e638d01377, 0xbe5466cf34e90c6c}}),
                ElementsAre(0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6));
}

/// Eight bytes whose 64-bit FNV-1a hash is zero, so that hash_name is zero too (Noll's list of FNV zero
/// hashes).
constexpr std::string_view zero_hash{"\xd5\x6b\xb9\x53\x42\x87\x08\x36"};

TEST(Engine, GivesThePublishedAnswerForZeros) {
    ASSERT_EQ(hash_name(zero_hash), 0U);
    EXPECT_THAT(words(Engine{0, 0, Draw{zero_hash}, EntityKey{zero_hash}, 0}, 4),
                ElementsAre(0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b));
}

TEST(Engine, EnciphersTheBlockNumberAndTheAddress) {
    const Draw purpose{"workforce.comfort"};
    const EntityKey entity{"Riverside General"};
    const auto drawn = words(Engine{11, 12, purpose, entity, 13}, 40);
    for (std::uint64_t block = 0; block < 10; ++block) {
        const Counter expected = cipher({{block, 13, entity.key(), purpose.key()}}, {{11, 12}});
        EXPECT_TRUE(
            std::equal(expected.begin(), expected.end(), drawn.begin() + 4 * static_cast<long>(block)));
    }
}

TEST(Engine, StartsAgainAsACopy) {
    Engine engine{1, 2, Draw{"p"}, EntityKey{"e"}, 3};
    for (int i = 0; i < 6; ++i) engine();
    EXPECT_EQ(words(engine, 9), words(engine, 9));
}

TEST(Engine, ChangesEveryWordWithEachPartOfTheAddress) {
    const Draw p{"p"};
    const EntityKey e{"e"};
    const std::vector<Engine> engines{{1, 2, p, e, 3},
                                      {9, 2, p, e, 3},
                                      {1, 9, p, e, 3},
                                      {1, 2, Draw{"q"}, e, 3},
                                      {1, 2, p, EntityKey{"f"}, 3},
                                      {1, 2, p, e, 9},
                                      // neighbouring parts exchanged
                                      {2, 1, p, e, 3},
                                      {1, 2, Draw{"e"}, EntityKey{"p"}, 3}};
    std::set<std::uint64_t> distinct;
    for (const Engine& engine : engines) {
        for (const std::uint64_t word : words(engine, 64)) distinct.insert(word);
    }
    EXPECT_EQ(distinct.size(), 64 * engines.size());
}

// A variate that takes many words keeps out of the words of its neighbours. Two of these 64-bit words are
// equal by chance with probability 2e-7.
TEST(Engine, SharesNoWordBetweenNeighbouringVariates) {
    const Streams streams{5, 6};
    std::vector<std::uint64_t> all;
    for (std::uint64_t index = 0; index < 20'000; ++index) {
        const auto drawn = words(streams.variate(Draw{"p"}, EntityKey{"e"}, index), 100);
        all.insert(all.end(), drawn.begin(), drawn.end());
    }
    std::sort(all.begin(), all.end());
    EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
}

// One flipped bit of the address flips each bit of the first word with probability 1/2: 192,000 bits, |z|
// < 4.89.
TEST(Engine, FlipsHalfOfTheBitsWithAnyBitOfTheAddress) {
    int flipped = 0;
    for (std::uint64_t trial = 0; trial < 1000; ++trial) {
        const std::uint64_t bit = 1ULL << (trial % 64);
        const auto word = [&](std::uint64_t seed, std::uint64_t replication, std::uint64_t index) {
            return Engine{seed, replication, Draw{"p"}, EntityKey{"e"}, index}();
        };
        const std::uint64_t base = word(trial, 7, trial * trial);
        flipped += std::popcount(base ^ word(trial ^ bit, 7, trial * trial)) +
                   std::popcount(base ^ word(trial, 7 ^ bit, trial * trial)) +
                   std::popcount(base ^ word(trial, 7, (trial * trial) ^ bit));
    }
    const double z = (flipped - 96'000.0) / std::sqrt(192'000.0 * 0.25);
    EXPECT_LT(std::abs(z), 4.89);
}

// By the birthday bound two of a million keys collide by chance with probability 3e-8.
TEST(EntityKey, KeepsAMillionPeopleApart) {
    std::vector<std::uint64_t> keys;
    for (int hospital = 0; hospital < 10; ++hospital) {
        const EntityKey at{"hospital " + std::to_string(hospital)};
        for (int unit = 0; unit < 100; ++unit) {
            const EntityKey in = at.child("unit " + std::to_string(unit));
            for (std::uint64_t person = 0; person < 500; ++person) {
                keys.push_back(in.child("nurse").child(person).key());
                keys.push_back(in.child("doctor " + std::to_string(person)).key());
            }
        }
    }
    ASSERT_EQ(keys.size(), 1'000'000U);
    std::sort(keys.begin(), keys.end());
    EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
}

TEST(EntityKey, DependsOnTheOrderOfItsNames) {
    const EntityKey root{"root"};
    EXPECT_NE(root.child("a").child("b").key(), root.child("b").child("a").key());
    EXPECT_NE(root.child(1).child(2).key(), root.child(2).child(1).key());
    EXPECT_NE(root.child("ab").child("c").key(), root.child("a").child("bc").key());
}

TEST(ToUnit, StaysInsideTheOpenInterval) {
    EXPECT_GT(to_unit(0), 0.0);
    EXPECT_LT(to_unit(ones), 1.0);
    EXPECT_EQ(to_unit(0), 1.0 - to_unit(ones));
}

TEST(Streams, DrawsTheFirstWordOfTheVariate) {
    const Streams streams{3, 4};
    const Draw p{"p"};
    const EntityKey e{"e"};
    EXPECT_EQ(streams.uniform(p, e, 5), to_unit(streams.variate(p, e, 5)()));
    EXPECT_FALSE(streams.bernoulli(0.0, p, e, 5));
    EXPECT_TRUE(streams.bernoulli(1.0, p, e, 5));
}

}  // namespace
}  // namespace golive::random
