#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sched.h>
#include <string>
#include <thread>
#include <vector>

#include <golive/batch/batch.hpp>

namespace golive::batch {
namespace {

namespace fs = std::filesystem;

constexpr unsigned no_limit = std::numeric_limits<unsigned>::max();

/// Processors of the affinity mask, which taskset, Slurm and container runtimes set.
unsigned in_affinity_mask() {
    std::vector<cpu_set_t> mask(64);  // 65,536 processors; the kernel refuses a mask shorter than its own
    const std::size_t size = mask.size() * sizeof(cpu_set_t);
    if (sched_getaffinity(0, size, mask.data()) != 0)
        return std::max(std::thread::hardware_concurrency(), 1U);
    return static_cast<unsigned>(CPU_COUNT_S(size, mask.data()));
}

/// A group's quota of processor time in whole processors: its cpu.max reads "max 100000" or "150000 100000".
unsigned quota_of(const fs::path& group) {
    std::ifstream file{group / "cpu.max"};
    double quota = 0;
    double period = 0;
    if (!(file >> quota >> period) || !(quota > 0) || !(period > 0)) return no_limit;
    return static_cast<unsigned>(std::clamp(std::ceil(quota / period), 1.0, 1e6));
}

/// The tightest quota of this process's control group and those above it (version 2 of control groups).
unsigned in_control_groups() {
    std::ifstream file{"/proc/self/cgroup"};
    unsigned least = no_limit;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("0::/")) continue;
        const fs::path root{"/sys/fs/cgroup"};
        fs::path below;
        least = std::min(least, quota_of(root));
        for (const fs::path& part : fs::path{line.substr(4)})
            least = std::min(least, quota_of(root / (below /= part)));
    }
    return least;
}

}  // namespace

unsigned available_processors() { return std::max(std::min(in_affinity_mask(), in_control_groups()), 1U); }

}  // namespace golive::batch
