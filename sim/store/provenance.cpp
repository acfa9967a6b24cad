#include <array>
#include <ctime>
#include <unistd.h>

#include <golive/base/version.hpp>
#include <golive/store/provenance.hpp>

namespace golive::store {
namespace {

std::string now_in_utc() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::optional<std::string> name_of_this_machine() {
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0) return std::nullopt;
    return name.data();
}

}  // namespace

Provenance provenance_of_this_program() {
    const BuildInfo& build = build_info();
    Provenance provenance;
    provenance.version = build.version;
    provenance.commit = build.commit;
    provenance.compiler = build.compiler;
    provenance.flags = build.flags;
    provenance.created = now_in_utc();
    provenance.hostname = name_of_this_machine();
    return provenance;
}

}  // namespace golive::store
