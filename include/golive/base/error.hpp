//! The one exception that crosses layers, by whose turn it is to act; its kind decides the exit status.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace golive {

enum class ErrorKind {
    usage,     ///< the command line asks for something that does not exist
    input,     ///< a file that we were given is wrong, missing or not ours
    resource,  ///< the machine refuses: disk full, no permission, out of memory
    model,     ///< our own fault: a broken invariant inside a replication
};

/// An error with a message fit to show: "<problem> (<why it is one>). <what to do>". Errors that have a place
/// in a user's scenario are not thrown one by one: they are collected as scenario::Diagnostic.
class Error : public std::runtime_error {
 public:
    Error(ErrorKind kind, const std::string& message) : std::runtime_error{message}, kind_{kind} {}
    [[nodiscard]] ErrorKind kind() const { return kind_; }

 private:
    ErrorKind kind_;
};

/// Guards an invariant of our own code, in every build: throws Error{model} where it does not hold.
constexpr void ensure(bool holds, const char* what) {
    if (!holds) throw Error{ErrorKind::model, std::string{"broken invariant: "} + what};
}

}  // namespace golive
