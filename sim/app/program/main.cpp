//! The golive program.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/edge.hpp"

int main(int count, char** words) {
    return static_cast<int>(golive::app::run_program({words + (count > 0 ? 1 : 0), words + count}));
}
