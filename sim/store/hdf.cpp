//! Files, groups, and what is in them.
// SPDX-License-Identifier: Apache-2.0
#include "store/hdf_calls.hpp"

namespace golive::store::hdf {
namespace {

/// Errors are ours to tell, and an exit with an unwritable file open must not crash in the library's exit
/// handler. The first setting belongs to the calling thread, so every way in repeats it.
void prepare_library() {
    H5dont_atexit();
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

Handle file_access() {
    Handle access = checked(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "make file settings");
    // Many network file systems refuse locks. Ours are not needed: nobody else knows the name of a file being
    // written, and a finished one never changes.
    check(H5Pset_file_locking(access.id(), false, true), "set file locking");
    check(H5Pset_fclose_degree(access.id(), H5F_CLOSE_STRONG), "set file closing");
    check(H5Pset_libver_bounds(access.id(), H5F_LIBVER_V18, H5F_LIBVER_V110), "set file version");
    return access;
}

}  // namespace

Handle create_file(const std::filesystem::path& path) {
    prepare_library();
    return checked(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation(H5P_FILE_CREATE).id(), file_access().id()),
                   H5Fclose, "create the file");
}

Handle open_file(const std::filesystem::path& path) {
    prepare_library();
    return checked(H5Fopen(path.c_str(), H5F_ACC_RDONLY, file_access().id()), H5Fclose, "open the file");
}

Handle create_group(hid_t location, const std::string& path) {
    return checked(
        H5Gcreate2(location, path.c_str(), H5P_DEFAULT, creation(H5P_GROUP_CREATE).id(), H5P_DEFAULT),
        H5Gclose, "create group " + path);
}

bool exists(hid_t location, const std::string& path) {
    return H5Lexists(location, path.c_str(), H5P_DEFAULT) > 0;
}

Handle open_object(hid_t location, const std::string& path) {
    return checked(H5Oopen(location, path.c_str(), H5P_DEFAULT), H5Oclose, "find " + path);
}

Handle open_dataset(hid_t location, const std::string& path) {
    return checked(H5Dopen2(location, path.c_str(), H5P_DEFAULT), H5Dclose, "find " + path);
}

std::vector<std::string> datasets_in(hid_t location, const std::string& group) {
    const Handle opened = open_object(location, group);
    std::vector<std::string> names;
    const auto add = [](hid_t, const char* name, const H5L_info_t*, void* data) -> herr_t {
        static_cast<std::vector<std::string>*>(data)->emplace_back(name);
        return 0;
    };
    check(H5Literate(opened.id(), H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, add, &names), "list " + group);
    std::erase_if(names, [&](const std::string& name) {
        const Handle object = open_object(opened.id(), name);
        return H5Iget_type(object.id()) != H5I_DATASET;
    });
    return names;
}

std::vector<std::string> all_datasets(hid_t file) {
    std::vector<std::string> paths;
    const auto add = [](hid_t, const char* name, const H5O_info_t* info, void* data) -> herr_t {
        if (info->type == H5O_TYPE_DATASET)
            static_cast<std::vector<std::string>*>(data)->push_back(std::string{"/"} + name);
        return 0;
    };
    check(H5Ovisit2(file, H5_INDEX_NAME, H5_ITER_INC, add, &paths, H5O_INFO_BASIC), "list the datasets");
    return paths;
}

}  // namespace golive::store::hdf
