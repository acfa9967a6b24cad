//! A file that appears under its name whole, checksummed and on the disk, or not at all.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include <golive/store/results_writer.hpp>

namespace golive::store {

/// The last bytes of every results file: "\ngolive xxh3-128 <32 hexadecimal digits of all bytes
/// before>\n". HDF5 and its tools do not look beyond their own end of file. Damage is found before HDF5,
/// which damaged files crash.
class Seal {
 public:
    static constexpr std::size_t size = 50;
    /// Computes the checksum of the file and appends the seal. Throws Error{resource}.
    static void append(const std::filesystem::path& file);
    /// Throws Error{input} where the file is not HDF5, has no seal or a wrong one.
    static void verify(const std::filesystem::path& file);
};

/// Reserves a temporary name beside the final one; the owner writes there, then calls commit().
class AtomicFile {
 public:
    AtomicFile(std::filesystem::path path, Overwrite overwrite);
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    /// Removes the temporary file, and gives its space back even while somebody holds it open.
    ~AtomicFile();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }
    /// Seals the temporary file, waits until the disk has it, and gives it the final name.
    void commit();

 private:
    void give_final_name() const;

    std::filesystem::path path_;
    std::filesystem::path temporary_;
    Overwrite overwrite_;
};

}  // namespace golive::store
