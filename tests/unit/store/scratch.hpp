//! A folder of one test, gone when it ends.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sample.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdlib.h>
#include <string>
#include <vector>

#include <golive/batch/batch.hpp>
#include <golive/store/results_writer.hpp>

namespace golive::store {

class Scratch {
 public:
    Scratch() {
        std::string name = (std::filesystem::temp_directory_path() / "golive-store-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() { std::filesystem::remove_all(folder_); }

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_ / name; }
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const auto& entry : std::filesystem::directory_iterator{folder_})
            all.push_back(entry.path().filename());
        return all;
    }

 private:
    std::filesystem::path folder_;
};

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

inline void put_bytes(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream{path, std::ios::binary}.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// Writes replications 0 .. count - 1 of the sample; the first `traced` have a trace of 40 events or so.
inline void write_sample(const std::filesystem::path& path, std::uint64_t count,
                         const sample::Size& size = {}, std::uint64_t traced = 0) {
    const auto catalogue = sample::catalogue(size);
    ResultsWriter writer{path, sample::provenance(count), catalogue};
    for (std::uint64_t n = 0; n < count; ++n)
        writer.accept(sample::result(catalogue, n, n < traced ? 40 + n : 0));
    writer.finish(sample::outcome(count));
}

}  // namespace golive::store
