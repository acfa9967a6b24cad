//! 64-bit hashes that are the same on every machine: names to stream keys, texts to fingerprints.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace golive {

/// A bijective scrambling of 64 bits (the finaliser of MurmurHash3, by Austin Appleby, public domain).
constexpr std::uint64_t mix_bits(std::uint64_t x) {
    x ^= x >> 33;
    x *= 0xff51afd7ed558ccdULL;
    x ^= x >> 33;
    x *= 0xc4ceb9fe1a85ec53ULL;
    return x ^ (x >> 33);
}

/// FNV-1a, then mixed: usable in constant expressions, so that a purpose's name costs nothing at run time.
constexpr std::uint64_t hash_name(std::string_view name) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return mix_bits(hash);
}

constexpr std::uint64_t combine(std::uint64_t a, std::uint64_t b) {
    return mix_bits(a * 0x9e3779b97f4a7c15ULL + b + 0x632be59bd9b4e019ULL);
}

/// 32 hexadecimal digits of XXH3-128 over the bytes.
[[nodiscard]] std::string fingerprint(std::string_view bytes);

}  // namespace golive
