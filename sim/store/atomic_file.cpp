#include "store/atomic_file.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <xxhash.h>

#include <golive/base/error.hpp>

namespace golive::store {
namespace {

namespace fs = std::filesystem;

std::string reason(int code) { return std::generic_category().message(code); }

[[noreturn]] void refuse(std::string_view doing, const fs::path& path) {
    throw Error{ErrorKind::resource, fmt::format("cannot {} `{}` ({})", doing, path.string(), reason(errno))};
}

/// An open file that closes itself.
class Descriptor {
 public:
    Descriptor(const fs::path& path, int flags, mode_t mode = 0)
        : fd_{::open(path.c_str(), flags | O_CLOEXEC, mode)} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    explicit operator bool() const { return fd_ >= 0; }
    [[nodiscard]] int get() const { return fd_; }
    /// Reads until the buffer is full or the file ends.
    [[nodiscard]] std::size_t read(char* buffer, std::size_t size) const {
        std::size_t have = 0;
        while (have < size) {
            const ssize_t got = ::read(fd_, buffer + have, size - have);
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) break;
            have += static_cast<std::size_t>(got);
        }
        return have;
    }
    [[nodiscard]] bool write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t put = ::write(fd_, bytes.data(), bytes.size());
            if (put < 0 && errno == EINTR) continue;
            if (put < 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(put));
        }
        return true;
    }

 private:
    int fd_;
};

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path{"."};
}

/// The seal of the first `length` bytes from where the descriptor stands.
std::string seal_of(const Descriptor& file, std::uint64_t length) {
    XXH3_state_t* const state = XXH3_createState();
    XXH3_128bits_reset(state);
    std::vector<char> buffer(1 << 20);
    while (length > 0) {
        const std::size_t got = file.read(buffer.data(), std::min<std::uint64_t>(length, buffer.size()));
        if (got == 0) break;
        XXH3_128bits_update(state, buffer.data(), got);
        length -= got;
    }
    const XXH128_hash_t hash = XXH3_128bits_digest(state);
    XXH3_freeState(state);
    return fmt::format("\ngolive xxh3-128 {:016x}{:016x}\n", hash.high64, hash.low64);
}

std::uint64_t size_of(const Descriptor& file) {
    struct stat status{};
    return ::fstat(file.get(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

void refuse_unfit(const fs::path& path, Overwrite overwrite) {
    struct stat status{};
    if (path.filename().empty() || (::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode))) {
        throw Error{
            ErrorKind::usage,
            fmt::format("cannot write results to `{}` (it is a folder). Add a file name", path.string())};
    }
    if (::lstat(path.c_str(), &status) != 0) return;
    if (overwrite == Overwrite::no) {
        throw Error{ErrorKind::usage,
                    fmt::format("`{}` exists already (results are never replaced unasked). Choose another "
                                "name, or say that it may be overwritten",
                                path.string())};
    }
    if (!S_ISREG(status.st_mode)) {
        throw Error{ErrorKind::usage,
                    fmt::format("cannot write results to `{}` (it is not an ordinary file)", path.string())};
    }
}

/// Makes a file that nobody else has, even on a file system shared between machines.
fs::path reserve_beside(const fs::path& path) {
    for (int attempt = 0; attempt < 100; ++attempt) {
        const std::string number = attempt == 0 ? "" : fmt::format("-{}", attempt);
        fs::path name =
            folder_of(path) / fmt::format(".{}.{}{}.tmp", path.filename().string(), ::getpid(), number);
        if (Descriptor{name, O_CREAT | O_EXCL | O_WRONLY, 0666}) return name;
        if (errno != EEXIST) break;
    }
    refuse("write in", folder_of(path));
}

void sync(const fs::path& path, int flags) {
    const Descriptor opened{path, flags};
    // Some file systems cannot sync a folder and say EINVAL; there the rename is as safe as it gets.
    if (!opened || (::fsync(opened.get()) != 0 && errno != EINVAL)) refuse("finish writing", path);
}

}  // namespace

void Seal::append(const fs::path& path) {
    const Descriptor file{path, O_RDWR};
    if (!file) refuse("read back", path);
    // The hash leaves the descriptor at the end, where the seal goes.
    if (!file.write(seal_of(file, size_of(file)))) refuse("write", path);
}

void Seal::verify(const fs::path& path) {
    const auto not_ours = [&](std::string_view why) {
        return Error{ErrorKind::input,
                     fmt::format("`{}` is not a whole results file of golive ({})", path.string(), why)};
    };
    const Descriptor file{path, O_RDONLY};
    if (!file)
        throw Error{ErrorKind::input, fmt::format("cannot read `{}` ({})", path.string(), reason(errno))};
    if (fs::is_directory(path))
        throw Error{ErrorKind::input, fmt::format("cannot read `{}` (it is a folder)", path.string())};
    if (!fs::is_regular_file(path)) throw not_ours("it is not an ordinary file");
    std::array<char, 8> magic{};
    if (file.read(magic.data(), magic.size()) != magic.size() ||
        std::string_view{magic.data(), 8} != "\x89HDF\r\n\x1a\n") {
        throw not_ours("it is not HDF5");
    }
    const std::uint64_t length = size_of(file);
    if (length < size + magic.size()) throw not_ours("it is too short");
    ::lseek(file.get(), 0, SEEK_SET);
    const std::string wanted = seal_of(file, length - size);
    std::string found(size, '\0');
    found.resize(file.read(found.data(), size));
    if (!found.starts_with("\ngolive xxh3-128 ")) {
        throw not_ours("its checksum is missing: it was cut short, or another program made or changed it");
    }
    if (found != wanted)
        throw not_ours("its checksum is wrong: it was damaged or changed after it was written");
}

AtomicFile::AtomicFile(fs::path path, Overwrite overwrite) : path_{std::move(path)}, overwrite_{overwrite} {
    refuse_unfit(path_, overwrite_);
    temporary_ = reserve_beside(path_);
}

AtomicFile::~AtomicFile() {
    if (temporary_.empty()) return;
    (void)!::truncate(temporary_.c_str(), 0);
    ::unlink(temporary_.c_str());
}

void AtomicFile::commit() {
    Seal::append(temporary_);
    sync(temporary_, O_RDONLY);
    give_final_name();
    temporary_.clear();
    sync(folder_of(path_), O_RDONLY | O_DIRECTORY);
}

/// Where nothing may be overwritten, not even what came into being during the run is.
void AtomicFile::give_final_name() const {
    if (overwrite_ == Overwrite::no) {
        if (::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, path_.c_str(), RENAME_NOREPLACE) == 0) return;
        if (errno != EINVAL && errno != ENOSYS) refuse("name the results", path_);
        refuse_unfit(path_, overwrite_);
    }
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) refuse("name the results", path_);
}

}  // namespace golive::store
