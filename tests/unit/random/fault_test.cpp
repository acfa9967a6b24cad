//! Wrong parameters are refused in words.
// SPDX-License-Identifier: Apache-2.0
#include "law_cases.hpp"

#include <cmath>
#include <gmock/gmock.h>

#include <golive/random/distribution.hpp>

namespace golive::random {
namespace {

using ::testing::HasSubstr;
using ::testing::Optional;

TEST(Fault, FindsNoneInGoodLaws) {
    for (const LawCase& example : all_laws()) EXPECT_EQ(fault(example.law), std::nullopt) << example.name;
}

TEST(Fault, SaysWhatIsWrong) {
    const std::vector<std::pair<Law, std::string>> wrong{
        {Uniform{3, 2}, "min 3 is above max 2"},
        {Uniform{3, 3}, "min and max are both 3"},
        {Triangular{8, 6, 9}, "min 8 is above mode 6"},
        {Triangular{2, 6, 5}, "mode 6 is above max 5"},
        {Triangular{2, 2, 2}, "min and max are both 2"},
        {Pert{2, 6, 5}, "mode 6 is above max 5"},
        {Pert{2, 3, 5, 0}, "lambda 0 is not above 0"},
        {Normal{1, 0}, "sd 0 is not above 0"},
        {Normal{1, 1, 4, 3}, "min 4 is above max 3"},
        {Normal{0, 1, 60}, "min and max leave nothing of a normal law with mean 0 and sd 1"},
        {Normal{0, 1, -infinity, -60}, "min and max leave nothing of a normal law with mean 0 and sd 1"},
        {Lognormal{1, -1}, "sigma -1 is not above 0"},
        {LognormalByMeanSd{-2, 1}, "mean -2 is not above 0"},
        {LognormalByMedianP90{5, 4}, "median 5 is above p90 4"},
        {Lognormal{1, 100}, "the parameters are so extreme that the mean is beyond any number"},
        {Weibull{0.001, 1}, "the parameters are so extreme that the mean is beyond any number"},
        {ThreePoint{1e-200, 1, 1e200, 0}, "the parameters are so extreme that the mean is beyond any number"},
        {Exponential{0}, "mean 0 is not above 0"},
        {Weibull{0, 1}, "shape 0 is not above 0"},
        {Gamma{1, 0}, "scale 0 is not above 0"},
        {GammaByMeanSd{1, 0}, "sd 0 is not above 0"},
        {Beta{1, 0}, "beta 0 is not above 0"},
        {Beta{1e-5, 1}, "alpha 1e-05 is below 0.001, so that nearly all draws fall on the two ends"},
        {BetaByMeanSd{3, 1, 4, 8}, "min 4 is above mean 3"},
        {BetaByMeanSd{0.5, 0.6},
         "sd 0.6 is too large: between min and max, with this mean, it can be 0.499501 at most"},
        {Bernoulli{1.2}, "probability 1.2 is not between 0 and 1"},
        {Discrete{{}, {}}, "there are no values"},
        {Discrete{{1, 2}, {1}}, "there are 2 values and 1 weights"},
        {Discrete{{1, 2}, {1, -1}}, "weight -1 is below 0"},
        {Discrete{{1, 2}, {0, 0}}, "the weights are all 0"},
        {Empirical{{}}, "there are no values"},
        {ThreePoint{8, 6, 20}, "p10 8 is above p50 6"},
        {ThreePoint{6, 6, 20}, "p10 and p50 are both 6"},
        {ThreePoint{6, 8, 7}, "p50 8 is above p90 7"},
        {ThreePoint{6, 8, 20, 7}, "the lower bound 7 is above p10 6"},
        {ThreePoint{6, 8, 20, 0, 20}, "p90 and the upper bound are both 20"},
        {ThreePoint{1, 1 + 1e-15, 2, -1e10}, "p10, p50 and p90 are too close together to tell apart"},
    };
    for (const auto& [law, words] : wrong) EXPECT_THAT(fault(law), Optional(words));
}

TEST(Fault, ShowsQuantitiesInTheUsersUnitsAndSharesPlainly) {
    const Show in_weeks = [](double seconds) {
        return std::to_string(std::lround(seconds / 604800)) + " weeks";
    };
    EXPECT_THAT(fault(Triangular{8 * 604800, 6 * 604800, 9 * 604800}, in_weeks),
                Optional(std::string{"min 8 weeks is above mode 6 weeks"}));
    EXPECT_THAT(fault(Weibull{-1, 604800}, in_weeks), Optional(std::string{"shape -1 is not above 0"}));
}

/// Puts this number in the place of each parameter in turn.
template <class Visit>
void with_each_parameter(double number, const Visit& visit) {
    const double x = number;
    for (const Law& law : std::vector<Law>{Constant{x},
                                           Uniform{x, 2},
                                           Uniform{1, x},
                                           Triangular{x, 2, 3},
                                           Triangular{1, x, 3},
                                           Triangular{1, 2, x},
                                           Pert{x, 2, 3},
                                           Pert{1, x, 3},
                                           Pert{1, 2, x},
                                           Pert{1, 2, 3, x},
                                           Normal{x, 1},
                                           Normal{1, x},
                                           Lognormal{x, 1},
                                           Lognormal{1, x},
                                           LognormalByMeanSd{x, 1},
                                           LognormalByMeanSd{1, x},
                                           LognormalByMedianP90{x, 1},
                                           LognormalByMedianP90{1, x},
                                           Exponential{x},
                                           Weibull{x, 1},
                                           Weibull{1, x},
                                           Gamma{x, 1},
                                           Gamma{1, x},
                                           GammaByMeanSd{x, 1},
                                           GammaByMeanSd{1, x},
                                           Beta{x, 1},
                                           Beta{1, x},
                                           Beta{1, 1, x},
                                           Beta{1, 1, 0, x},
                                           BetaByMeanSd{x, 0.1},
                                           BetaByMeanSd{0.5, x},
                                           BetaByMeanSd{0.5, 0.1, x},
                                           BetaByMeanSd{0.5, 0.1, 0, x},
                                           Bernoulli{x},
                                           Discrete{{x, 1}, {1, 1}},
                                           Discrete{{1, 2}, {1, x}},
                                           Empirical{{1, x}},
                                           ThreePoint{x, 2, 3},
                                           ThreePoint{1, x, 3},
                                           ThreePoint{1, 2, x}}) {
        visit(law);
    }
}

TEST(Fault, RefusesWhatIsNotAFiniteNumber) {
    for (const double number : {std::nan(""), infinity, -infinity}) {
        with_each_parameter(number, [](const Law& law) {
            const auto found = fault(law);
            ASSERT_TRUE(found) << "law " << law.index();
            EXPECT_THAT(*found,
                        ::testing::AnyOf(HasSubstr("not a finite number"), HasSubstr("not between 0 and 1")));
        });
    }
    for (const Law& law :
         std::vector<Law>{Normal{0, 1, std::nan("")}, Normal{0, 1, 0, std::nan("")},
                          ThreePoint{1, 2, 3, std::nan("")}, ThreePoint{1, 2, 3, 0, std::nan("")}}) {
        EXPECT_THAT(fault(law), Optional(HasSubstr("is not a number")));
    }
}

}  // namespace
}  // namespace golive::random
