//! The bits of 10,000 draws of each law: a compiler, a flag or a C library that changes them is found here.
// SPDX-License-Identifier: Apache-2.0
#include "law_cases.hpp"

#include <bit>
#include <gtest/gtest.h>
#include <map>

#include <golive/base/hash.hpp>

namespace golive::random {
namespace {

std::string hash_of_draws(const Law& law) {
    const Distribution distribution{law};
    std::string bytes;
    for (std::uint64_t i = 0; i < 10'000; ++i) {
        Engine engine = Streams{42, 0}.variate(Draw{"golden"}, EntityKey{"test"}, i);
        const auto bits = std::bit_cast<std::uint64_t>(distribution.sample(engine));
        for (int shift = 0; shift < 64; shift += 8)
            bytes.push_back(static_cast<char>((bits >> shift) & 0xff));
    }
    return fingerprint(bytes);
}

const std::map<std::string, std::string> golden{
    {"Uniform", "6c664fce52e4c108b83e1a2b128fdd74"},
    {"Triangular", "7b23674750f80005b23a2ca3a73b2105"},
    {"TriangularRisingOnly", "fe106dcb654ae82d0b2b2a88287fb018"},
    {"TriangularFallingOnly", "ce6a4f863d8dd14d32534aa763d2a600"},
    {"Pert", "7f0716e6dac8f31fd3c8fbd1ebb46d1e"},
    {"PertFlat", "cd94a598ff8134072a4ee5f9e16c6e03"},
    {"Normal", "ae6620d33da225923f0d67a8afbce973"},
    {"NormalAbove", "aa227f2ca00baf25a1c909632c6e6ae1"},
    {"NormalBelow", "a27ea7c9b16c698b3d6bbbfec59c1fc3"},
    {"NormalBetween", "e686ea689ccd6259db131d21ca36cc50"},
    {"NormalFarUp", "a9dc3bafbdb6ad5fc5b1b939ea5a3378"},
    {"NormalFarDown", "1c48d9858d9043fbc5e04fa3fe8d3ddb"},
    {"Lognormal", "f9e2c9c30a7f019e029ae3b95cb92017"},
    {"LognormalByMeanSd", "2a10a2ece74f4d200a049208f07a88f7"},
    {"LognormalByMedianP90", "76b7d4894cc50def84fba90f940fa092"},
    {"Exponential", "2f24a1ea737bb1c8eb63a2b2100535cb"},
    {"Weibull", "7af625b304147f9c377d544d533a5562"},
    {"WeibullSteep", "9821cc8058961ae6b849788a7df9034a"},
    {"Gamma", "d611d97bbc298df9cf77d9b3a5d693f9"},
    {"GammaSteep", "461878dcb00787e1778a813bd3731448"},
    {"GammaByMeanSd", "1d130cb15f09cfdba84b14f55d113a02"},
    {"Beta", "2da8782ef2668dbab6380b109249174f"},
    {"BetaTwoHumps", "05a95f5d85f8e7007ead8fcb3296ac8f"},
    {"BetaByMeanSd", "9ed3f61ff22ae5ed915de170f84f0d1e"},
    {"Empirical", "86a190cf15d5fae84c99774ae8fa0a0f"},
    {"ThreePointUnbounded", "e59604906ff76b699e184e6e7bebd044"},
    {"ThreePointAbove", "e1c17fc4c23a76fef1a232bb4166bb09"},
    {"ThreePointAboveLeftSkewed", "ed7aa3516d4839f1725a8b59e7f79bf7"},
    {"ThreePointBelow", "8dfc6f5e8a26d57162060cd3d99b787f"},
    {"ThreePointBetween", "0ed1cf6bf107effa019fa83c8fb50e7a"},
    {"Constant", "2826c911784cbd829712c7ea6b3b0097"},
    {"Bernoulli", "bc141ca369a2eb4a34224a663c4cf4ab"},
    {"Discrete", "f2060b60033d46745820445816ef7a4d"},
    {"DiscreteWithNoWeight", "65e0678c07c953a166146fa4c58f264f"},
};

TEST(GoldenDraws, AreTheSameBitsAsEver) {
    std::string printed;
    for (const auto& [name, law] : all_laws()) {
        const std::string hash = hash_of_draws(law);
        const auto expected = golden.find(name);
        EXPECT_TRUE(expected != golden.end() && expected->second == hash) << name;
        printed += "    {\"" + name + "\", \"" + hash + "\"},\n";
    }
    EXPECT_FALSE(HasFailure()) << "if the change is meant, the new table is\n" << printed;
}

}  // namespace
}  // namespace golive::random
