//! How series are kept in files.
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace golive::store {

/// To 12 explicit bits of mantissa, ties to even: a relative error of at most 2^-13, and a third of the bytes
/// after compression. Whole numbers up to 8192 stay exact, as do NaN and infinity.
[[nodiscard]] float rounded_to_12_bits(float value);

}  // namespace golive::store
