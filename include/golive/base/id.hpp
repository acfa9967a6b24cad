//! Typed indices: a UnitId cannot be passed where a ClinicianId is meant, and costs what an int costs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <utility>
#include <vector>

namespace golive {

/// The position of a `Thing` in its table. A default-made Id names nothing and is false in a condition.
template <class Thing>
class Id {
 public:
    constexpr Id() = default;
    template <class Integer>
    constexpr explicit Id(Integer index) : value_{static_cast<std::uint32_t>(index)} {}

    [[nodiscard]] constexpr std::size_t index() const { return value_; }
    [[nodiscard]] constexpr std::uint32_t value() const { return value_; }
    constexpr explicit operator bool() const { return value_ != none; }
    friend constexpr auto operator<=>(Id, Id) = default;

 private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t value_ = none;
};

/// A vector whose elements are found by their own kind of Id and by no other.
template <class Key, class Value>
class IdVector {
 public:
    IdVector() = default;
    explicit IdVector(std::size_t size, const Value& value = Value{}) : values_(size, value) {}
    IdVector(std::initializer_list<Value> values) : values_{values} {}

    decltype(auto) operator[](Key id) { return values_[id.index()]; }
    decltype(auto) operator[](Key id) const { return values_[id.index()]; }
    [[nodiscard]] bool contains(Key id) const { return id.index() < values_.size(); }
    [[nodiscard]] std::size_t size() const { return values_.size(); }
    [[nodiscard]] bool empty() const { return values_.empty(); }
    [[nodiscard]] Key next_id() const { return Key{values_.size()}; }
    Key push_back(Value value) {
        values_.push_back(std::move(value));
        return Key{values_.size() - 1};
    }
    void assign(std::size_t size, const Value& value) { values_.assign(size, value); }
    void reserve(std::size_t size) { values_.reserve(size); }
    [[nodiscard]] auto begin() { return values_.begin(); }
    [[nodiscard]] auto end() { return values_.end(); }
    [[nodiscard]] auto begin() const { return values_.begin(); }
    [[nodiscard]] auto end() const { return values_.end(); }
    [[nodiscard]] const std::vector<Value>& values() const { return values_; }

    /// The ids in order: `for (UnitId unit : units.ids())`.
    class Ids {
     public:
        struct Iterator {
            std::size_t at;
            Key operator*() const { return Key{at}; }
            Iterator& operator++() {
                ++at;
                return *this;
            }
            bool operator==(const Iterator&) const = default;
        };
        explicit Ids(std::size_t size) : size_{size} {}
        [[nodiscard]] Iterator begin() const { return {0}; }
        [[nodiscard]] Iterator end() const { return {size_}; }

     private:
        std::size_t size_;
    };
    [[nodiscard]] Ids ids() const { return Ids{values_.size()}; }

 private:
    std::vector<Value> values_;
};

}  // namespace golive
