//! Where the program speaks.
// SPDX-License-Identifier: Apache-2.0
#include "app/terminal/console.hpp"

#include <cerrno>
#include <cstdlib>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <system_error>
#include <unistd.h>

#include <golive/base/error.hpp>

namespace golive::app {
namespace {

/// Messages are best effort: nobody is left to tell when standard error is gone.
void write(std::FILE* stream, std::string_view text) {
    (void)!std::fwrite(text.data(), 1, text.size(), stream);
}

}  // namespace

bool is_terminal(std::FILE* stream) { return ::isatty(::fileno(stream)) == 1; }

scenario::Colour colour_for(std::FILE* stream) {
    const char* const no_colour = std::getenv("NO_COLOR");
    const char* const terminal = std::getenv("TERM");
    const bool refused = no_colour != nullptr && *no_colour != '\0';
    const bool dumb = terminal == nullptr || std::string_view{terminal} == "dumb";
    return is_terminal(stream) && !refused && !dumb ? scenario::Colour::ansi : scenario::Colour::none;
}

std::size_t width_for(std::FILE* stream) {
    winsize size{};
    const bool known = ::ioctl(::fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : std::string::npos;
}

void print(std::string_view data) { write(stdout, data); }

void flush_output() {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return;
    throw Error{ErrorKind::resource,
                fmt::format("not everything could be printed ({})", std::generic_category().message(errno))};
}

void print_error(std::string_view message) {
    const bool coloured = colour_for(stderr) == scenario::Colour::ansi;
    write(stderr,
          fmt::format("{}error:{} {}\n", coloured ? "\033[1;31m" : "", coloured ? "\033[0m" : "", message));
}

void print_message(std::string_view message) { write(stderr, fmt::format("{}\n", message)); }

void print_diagnostics(const std::vector<scenario::Diagnostic>& diagnostics) {
    for (const auto& diagnostic : diagnostics) write(stderr, render(diagnostic, colour_for(stderr)));
}

}  // namespace golive::app
