//! Long texts on their way out.
// SPDX-License-Identifier: Apache-2.0
#include "app/terminal/text_output.hpp"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <golive/base/error.hpp>

namespace golive::app {
namespace {

namespace fs = std::filesystem;

std::string reason(int code) { return std::generic_category().message(code); }

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path{"."};
}

/// A name beside `path` that nobody else uses: of this process, and hidden.
fs::path name_beside(const fs::path& path) {
    return folder_of(path) / fmt::format(".{}.{}.tmp", path.filename().string(), ::getpid());
}

}  // namespace

void StandardOutput::write(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return;
    throw Error{ErrorKind::resource, fmt::format("not everything could be printed ({})", reason(errno))};
}

void refuse_taken(const fs::path& path, store::Overwrite overwrite) {
    const auto status = fs::symlink_status(path);
    if (path.filename().empty() || fs::is_directory(status)) {
        throw Error{ErrorKind::usage,
                    fmt::format("cannot write to `{}` (it is a folder). Add a file name", path.string())};
    }
    if (!fs::exists(status)) return;
    if (overwrite == store::Overwrite::no) {
        throw Error{
            ErrorKind::usage,
            fmt::format("`{}` exists already, and is never replaced unasked. Choose another name with "
                        "-o, or add --overwrite",
                        path.string())};
    }
    if (!fs::is_regular_file(status)) {
        throw Error{ErrorKind::usage,
                    fmt::format("cannot write to `{}` (it is not an ordinary file)", path.string())};
    }
}

WholeFile::WholeFile(fs::path path, store::Overwrite overwrite)
    : path_{std::move(path)}, overwrite_{overwrite} {
    refuse_taken(path_, overwrite_);
    open();
}

WholeFile::~WholeFile() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void WholeFile::open() {
    int descriptor = ::open(folder_of(path_).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    if (descriptor < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL)) {
        const fs::path name = name_beside(path_);
        descriptor = ::open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
        if (descriptor >= 0) temporary_ = name;
    }
    if (descriptor < 0) refuse(errno);
    file_.reset(::fdopen(descriptor, "w"));
    if (!file_) refuse(errno);
}

void WholeFile::write(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) refuse(errno);
}

void WholeFile::finish() {
    if (std::fflush(file_.get()) != 0) refuse(errno);
    // Some file systems cannot sync and say EINVAL; there it is as safe as it gets.
    if (::fsync(::fileno(file_.get())) != 0 && errno != EINVAL) refuse(errno);
    if (temporary_.empty()) give_name();
    if (overwrite_ == store::Overwrite::no) refuse_taken(path_, overwrite_);  // who came in the meantime
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) refuse(errno);
    temporary_.clear();
}

/// A file without a name gets a temporary one, by way of its descriptor.
void WholeFile::give_name() {
    const fs::path name = name_beside(path_);
    const std::string descriptor = fmt::format("/proc/self/fd/{}", ::fileno(file_.get()));
    if (::linkat(AT_FDCWD, descriptor.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0) refuse(errno);
    temporary_ = name;
}

void WholeFile::refuse(int code) const {
    throw Error{ErrorKind::resource,
                fmt::format("cannot write `{}` ({}). Nothing is left of it", path_.string(), reason(code))};
}

}  // namespace golive::app
