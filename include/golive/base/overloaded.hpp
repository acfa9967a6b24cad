//! One handler made of several, for std::visit.
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace golive {

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

}  // namespace golive
