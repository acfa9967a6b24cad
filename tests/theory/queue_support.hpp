//! Queues driven through EventList and ServerPool, closed forms to hold them against, and the verdict between
//! the two.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <fmt/core.h>
#include <functional>
#include <gtest/gtest.h>
#include <limits>
#include <string>
#include <vector>

#include <golive/kernel/event_list.hpp>
#include <golive/kernel/server_pool.hpp>
#include <golive/kernel/tally.hpp>
#include <golive/random/stream.hpp>

namespace golive::kernel::theory {

/// One unit of model time in seconds: so long that rounding to whole seconds moves a mean by less than 1e-6
/// of it.
inline constexpr double unit = 1e7;

using Variate = std::function<double(random::Engine&)>;  // in units of model time

inline double exponential_draw(random::Engine& words) { return -std::log(random::to_unit(words())); }
inline Variate exponential(double mean) {
    return [mean](random::Engine& words) { return mean * exponential_draw(words); };
}
inline Variate constant(double value) {
    return [value](random::Engine&) { return value; };
}
inline Variate erlang(int shape, double mean) {
    return [=](random::Engine& words) {
        double sum = 0.0;
        for (int i = 0; i < shape; ++i) sum += exponential_draw(words);
        return sum * mean / shape;
    };
}
/// Two exponentials with balanced means, of squared coefficient of variation cs2 >= 1.
inline Variate hyperexponential(double mean, double cs2) {
    const double p = 0.5 * (1.0 + std::sqrt((cs2 - 1.0) / (cs2 + 1.0)));
    return [=](random::Engine& words) {
        const double branch = random::to_unit(words()) < p ? p : 1.0 - p;
        return exponential_draw(words) * mean / (2.0 * branch);
    };
}

struct Class {
    double arrival_rate = 0.0;
    Variate service;
    Variate patience;  // empty: waits for ever
};

struct Queue {
    std::uint32_t servers = 1;
    std::vector<Class> classes;
    Manners manners_of_first = Manners::waits;
    std::size_t places =
        std::numeric_limits<std::size_t>::max();  // in service and waiting; others are turned away
};

/// What the customers of one class met, those of the warm-up and of the tail left out.
struct Experience {
    Tally wait;       // until service first starts, or patience ends
    Tally waited;     // 1 or 0
    Tally response;   // until service ends
    Tally abandoned;  // 1 or 0
    Tally refused;    // 1 or 0
};

/// One replication: a warm-up, the customers that count, and a tail that keeps the queue loaded until they
/// are gone.
class Replication {
 public:
    Replication(const Queue& queue, std::string_view name, std::uint64_t number, std::uint32_t counted,
                std::uint32_t warm_up)
        : queue_{queue},
          first_{warm_up},
          last_{warm_up + counted},
          end_{warm_up + counted + warm_up / 2},
          team_{Calendar::always(), queue.servers, manners(), {team_owner, 0}},
          experience_(queue.classes.size()) {
        for (std::size_t c = 0; c < queue.classes.size(); ++c)
            words_.emplace_back(20270104, number, random::Draw{"theory.queue"},
                                random::EntityKey{name}.child(std::uint64_t{c}), 0);
        customers_.resize(end_);
    }

    const std::vector<Experience>& run() {
        for (std::size_t c = 0; c < queue_.classes.size(); ++c) schedule_arrival(c);
        while (!events_.empty()) {
            const Event event = events_.pop();
            transitions_.clear();
            switch (event.kind.owner) {
                case arrival_owner:
                    arrive(event.kind.what);
                    break;
                case team_owner:
                    team_.on_event(event, events_, transitions_);
                    break;
                default:
                    give_up(event.subject);
                    break;
            }
            for (const Transition& t : transitions_) note(t);
        }
        return experience_;
    }

 private:
    static constexpr std::uint16_t arrival_owner = 0;
    static constexpr std::uint16_t team_owner = 1;
    static constexpr std::uint16_t patience_owner = 2;

    struct Customer {
        Time arrival;
        JobHandle job;
        EventHandle patience;
        std::uint16_t klass = 0;
    };

    std::vector<Manners> manners() const {
        std::vector<Manners> all(queue_.classes.size(), Manners::waits);
        all.front() = queue_.manners_of_first;
        return all;
    }
    Duration draw(const Variate& variate, std::size_t c) {
        return Duration::from_seconds(unit * variate(words_[c]));
    }
    void schedule_arrival(std::size_t c) {
        const Variate gap = exponential(1.0 / queue_.classes[c].arrival_rate);
        events_.schedule(events_.now() + draw(gap, c), {arrival_owner, static_cast<std::uint16_t>(c)}, 0);
    }
    bool counts(std::uint32_t customer) const { return customer >= first_ && customer < last_; }

    void arrive(std::uint16_t c) {
        if (arrived_ == end_) return;
        const std::uint32_t id = arrived_++;
        schedule_arrival(c);
        const Duration work = draw(queue_.classes[c].service, c);
        const bool refused = team_.in_service() + team_.waiting() >= queue_.places;
        if (counts(id)) experience_[c].refused.add(refused ? 1.0 : 0.0);
        if (refused) return;
        Customer& customer = customers_[id];
        customer = {events_.now(), {}, {}, c};
        customer.job = team_.submit({id, static_cast<std::uint8_t>(c), work}, events_, transitions_);
        const Variate& patience = queue_.classes[c].patience;
        if (patience && !team_.is_in_service(customer.job))
            customer.patience =
                events_.schedule_cancellable(events_.now() + draw(patience, c), {patience_owner, 0}, id);
    }
    void give_up(std::uint32_t id) {
        ASSERT_TRUE(team_.withdraw(customers_[id].job, events_, transitions_));
        end_of_wait(id, 1.0);
    }
    void note(const Transition& t) {
        if (t.what == Transition::What::started) {
            events_.cancel(customers_[t.payload].patience);
            end_of_wait(t.payload, 0.0);
        } else if (t.what == Transition::What::finished && counts(t.payload)) {
            const Customer& customer = customers_[t.payload];
            experience_[customer.klass].response.add((t.time - customer.arrival).in_seconds() / unit);
        }
    }
    void end_of_wait(std::uint32_t id, double abandoned) {
        if (!counts(id)) return;
        Experience& experience = experience_[customers_[id].klass];
        const Duration wait = events_.now() - customers_[id].arrival;
        experience.wait.add(wait.in_seconds() / unit);
        experience.waited.add(wait > Duration{} ? 1.0 : 0.0);
        experience.abandoned.add(abandoned);
    }

    const Queue& queue_;
    std::uint32_t first_;
    std::uint32_t last_;
    std::uint32_t end_;
    ServerPool team_;
    EventList events_;
    Transitions transitions_;
    std::vector<random::Engine> words_;
    std::vector<Customer> customers_;
    std::vector<Experience> experience_;
    std::uint32_t arrived_ = 0;
};

/// How much is simulated: `replications` independent ones. A warm-up of 20 relaxation times, 1 / (mu c (1 -
/// sqrt rho)^2) (Cohen, The Single Server Queue, 1982), leaves a bias of e^-20.
struct Effort {
    std::uint32_t replications = 40;
    std::uint32_t counted = 100'000;
    std::uint32_t warm_up = 10'000;
};

/// One Tally a replication, of any statistic of its customers.
using Statistic = std::function<double(const std::vector<Experience>&)>;
inline std::vector<Tally> simulate(const Queue& queue, std::string_view name, Effort effort,
                                   const std::vector<Statistic>& statistics) {
    std::vector<Tally> means(statistics.size());
    for (std::uint32_t r = 0; r < effort.replications; ++r) {
        Replication replication{queue, name, r, effort.counted, effort.warm_up};
        const auto& experience = replication.run();
        for (std::size_t i = 0; i < statistics.size(); ++i) means[i].add(statistics[i](experience));
    }
    return means;
}

inline constexpr double false_alarm = 1e-6;

/// Student's test of the mean over replications, two-sided at `false_alarm`; prints what it saw and what it
/// would see.
inline void expect_mean(const std::string& what, double expected, const Tally& replications) {
    const auto n = static_cast<double>(replications.count());
    const double error = replications.sd() / std::sqrt(n);
    const double critical = boost::math::quantile(boost::math::students_t{n - 1.0}, 1.0 - false_alarm / 2.0);
    const double z = (replications.mean() - expected) / error;
    const double visible = (critical + 3.09) * error / std::abs(expected);
    fmt::print(
        "  {:<58} expected {:.6f}  got {:.6f}  z {:+.2f} (|z| < {:.2f}; sees {:.2f} % with p > .999)\n", what,
        expected, replications.mean(), z, critical, 100.0 * visible);
    EXPECT_LT(std::abs(z), critical) << what;
    EXPECT_LT(visible, 0.1) << what << ": the test is too weak to mean anything";
}

/// Erlang's loss formula by its recursion B(c) = a B(c-1) / (c + a B(c-1)).
inline double erlang_b(std::uint32_t servers, double load) {
    double b = 1.0;
    for (std::uint32_t c = 1; c <= servers; ++c) b = load * b / (c + load * b);
    return b;
}
/// The probability of waiting in M/M/c.
inline double erlang_c(std::uint32_t servers, double load) {
    const double b = erlang_b(servers, load);
    return b / (1.0 - load / servers * (1.0 - b));
}

/// The stationary law of a birth-death chain on 0..states-1, by detailed balance.
inline std::vector<double> birth_death(std::size_t states, const std::function<double(std::size_t)>& birth,
                                       const std::function<double(std::size_t)>& death) {
    std::vector<double> law(states, 1.0);
    double sum = 1.0;
    for (std::size_t n = 1; n < states; ++n) sum += law[n] = law[n - 1] * birth(n - 1) / death(n);
    for (double& p : law) p /= sum;
    return law;
}

}  // namespace golive::kernel::theory
