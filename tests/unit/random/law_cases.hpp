//! One or more examples of every law, by which all laws are tested alike.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include <golive/random/distribution.hpp>

namespace golive::random {

struct LawCase {
    std::string name;
    Law law;
};

inline void PrintTo(const LawCase& example, std::ostream* out) { *out << example.name; }

/// Laws with a density.
inline std::vector<LawCase> continuous_laws() {
    return {{"Uniform", Uniform{2, 8}},
            {"Triangular", Triangular{2, 3, 8}},
            {"TriangularRisingOnly", Triangular{2, 8, 8}},
            {"TriangularFallingOnly", Triangular{-8, -8, -2}},
            {"Pert", Pert{2, 3, 8}},
            {"PertFlat", Pert{2, 3, 8, 1}},
            {"Normal", Normal{10, 3}},
            {"NormalAbove", Normal{10, 3, 9}},
            {"NormalBelow", Normal{10, 3, -infinity, 9}},
            {"NormalBetween", Normal{10, 3, 8, 11}},
            {"NormalFarUp", Normal{0, 1, 9}},
            {"NormalFarDown", Normal{0, 1, -12, -10}},
            {"Lognormal", Lognormal{1, 0.5}},
            {"LognormalByMeanSd", LognormalByMeanSd{5, 2}},
            {"LognormalByMedianP90", LognormalByMedianP90{8, 20}},
            {"Exponential", Exponential{5}},
            {"Weibull", Weibull{1.5, 3}},
            {"WeibullSteep", Weibull{0.7, 3}},
            {"Gamma", Gamma{2.5, 4}},
            {"GammaSteep", Gamma{0.6, 4}},
            {"GammaByMeanSd", GammaByMeanSd{5, 2}},
            {"Beta", Beta{2, 3}},
            {"BetaTwoHumps", Beta{0.5, 0.5}},
            {"BetaByMeanSd", BetaByMeanSd{5, 1, 2, 12}},
            {"Empirical", Empirical{{7, 1, 2, 22, 11, 4, 16}}},
            {"ThreePointUnbounded", ThreePoint{6, 8, 20}},
            {"ThreePointAbove", ThreePoint{6, 8, 20, 0}},
            {"ThreePointAboveLeftSkewed", ThreePoint{6, 18, 20, 0}},
            {"ThreePointBelow", ThreePoint{6, 18, 20, -infinity, 22}},
            {"ThreePointBetween", ThreePoint{0.3, 0.4, 0.6, 0, 1}}};
}

inline std::vector<LawCase> laws_with_atoms() {
    return {{"Constant", Constant{8}},
            {"Bernoulli", Bernoulli{0.3}},
            {"Discrete", Discrete{{5, 1, 2, 3, 4}, {1, 1, 2, 3, 2}}},
            {"DiscreteWithNoWeight", Discrete{{5, 1, 9}, {1, 2, 0}}}};
}

inline bool is_drawn_by_rejection(const Law& law) {
    const std::string_view name = Distribution{law}.name();
    return name == "gamma" || name == "beta" || name == "pert";
}

inline std::vector<LawCase> all_laws() {
    std::vector<LawCase> laws = continuous_laws();
    for (LawCase& example : laws_with_atoms()) laws.push_back(std::move(example));
    return laws;
}

inline std::vector<LawCase> laws_drawn_by_inversion() {
    std::vector<LawCase> laws = all_laws();
    std::erase_if(laws, [](const LawCase& example) { return is_drawn_by_rejection(example.law); });
    return laws;
}

}  // namespace golive::random
