#include <algorithm>
#include <numeric>

#include <golive/base/spelling.hpp>

namespace golive {
namespace {

/// Damerau-Levenshtein distance (adjacent letters swapped count once), in bytes.
int edits(std::string_view a, std::string_view b) {
    const std::size_t n = b.size() + 1;
    std::vector<int> before_last(n), last(n), current(n);
    std::iota(last.begin(), last.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = static_cast<int>(i);
        for (std::size_t j = 1; j < n; ++j) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            current[j] = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                current[j] = std::min(current[j], before_last[j - 2] + 1);
        }
        std::swap(before_last, last);
        std::swap(last, current);
    }
    return last.back();
}

std::string lower_case(std::string_view text) {
    std::string result{text};
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        else if (c == '_' || c == ' ')
            c = '-';
    return result;
}

}  // namespace

std::string closest(std::string_view word, const std::vector<std::string>& candidates) {
    const std::string slip = lower_case(word.substr(0, 80));
    const int allowed = std::max(1, std::min(3, static_cast<int>(slip.size()) / 3));
    int best = allowed + 1;
    std::string result;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > slip.size() + 3 || slip.size() > candidate.size() + 3) continue;
        const int distance = edits(slip, lower_case(candidate));
        if (distance < best) {
            best = distance;
            result = candidate;
        }
    }
    return result;
}

std::string in_words(std::string_view key) {
    std::string words{key};
    std::replace(words.begin(), words.end(), '_', ' ');
    if (words.starts_with("it ")) words.replace(0, 2, "IT");
    return words;
}

}  // namespace golive
