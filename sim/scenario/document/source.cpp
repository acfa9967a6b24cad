//! Lines and characters of a source.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/document/source.hpp"

namespace golive::scenario {
namespace {

constexpr std::size_t longest_shown = 400;  // bytes: a longer line is no help on a terminal

}  // namespace

std::string Source::line(int number) const {
    std::size_t begin = 0;
    for (int i = 1; i < number; ++i) {
        begin = text.find('\n', begin);
        if (begin == std::string::npos) return "";
        ++begin;
    }
    std::string result = number > 0 ? text.substr(begin, text.find('\n', begin) - begin) : "";
    if (!result.empty() && result.back() == '\r') result.pop_back();
    if (result.size() > longest_shown) return "";
    if (first_bad_utf8(result) != std::string::npos)
        for (char& c : result)
            if (static_cast<unsigned char>(c) >= 0x80) c = '?';
    return result;
}

std::size_t first_bad_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const auto byte = [&](std::size_t k) {
            return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U;
        };
        const auto continues = [&](std::size_t k) { return (byte(k) & 0xC0U) == 0x80U; };
        const unsigned lead = byte(0), next = byte(1);
        std::size_t length = 0;
        if (lead < 0x80)
            length = 1;
        else if (lead >= 0xC2 && lead < 0xE0 && continues(1))
            length = 2;
        else if (lead >= 0xE0 && lead < 0xF0 && continues(1) && continues(2) &&
                 !(lead == 0xE0 && next < 0xA0) && !(lead == 0xED && next >= 0xA0))
            length = 3;
        else if (lead >= 0xF0 && lead < 0xF5 && continues(1) && continues(2) && continues(3) &&
                 !(lead == 0xF0 && next < 0x90) && !(lead == 0xF4 && next >= 0x90))
            length = 4;
        if (length == 0) return i;
        i += length;
    }
    return std::string::npos;
}

int characters(std::string_view utf8) {
    int count = 0;
    for (const char c : utf8)
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++count;
    return count;
}

}  // namespace golive::scenario
