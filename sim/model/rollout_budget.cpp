#include "model/rollout_budget.hpp"

#include "model/figures.hpp"
#include "model/ledger.hpp"

#include <algorithm>

namespace golive::model {

RolloutBudget::RolloutBudget(World world) : world_{world}, commitments_(world.layout.plan().size()) {}

Money RolloutBudget::total() const { return world_.scenario.budget->total + granted_; }

/// What may still be committed. Money kept for redesign is for nothing else.
Money RolloutBudget::left(Envelope envelope) const {
    const Ledger& ledger = world_.the<Ledger>();
    const Money kept = Money::units(world_.scenario.budget->total.in_units() *
                                    world_.scenario.budget->redesign_share.value());
    const Money redesign =
        ledger.spent(Cost::redesign) + ledger.spent(Cost::training) + ledger.spent(Cost::backfill);
    if (envelope == Envelope::redesign)
        return kept - redesign - committed_[static_cast<int>(Envelope::redesign)];
    const Money overflow = std::max(Money{}, redesign - kept);
    return total() - kept - (ledger.total() - redesign) - overflow -
           committed_[static_cast<int>(Envelope::general)];
}

double RolloutBudget::commit(InstanceId instance, Envelope envelope, Money cost) {
    if (!world_.scenario.budget || cost <= Money{}) return 1.0;
    const Money available = std::max(Money{}, left(envelope));
    const Money granted = std::min(available, cost);
    commitments_[instance].amount = granted;
    commitments_[instance].envelope = envelope;
    committed_[static_cast<int>(envelope)] += granted;
    const double share = granted.in_units() / cost.in_units();
    if (share < 1.0) {
        ++cut_;
        world_.trace(TraceEvent::scope_cut, EntityKind::activity, instance.value(), share);
    }
    return share;
}

void RolloutBudget::draw(InstanceId instance, Money spent) {
    Commitment& commitment = commitments_[instance];
    const Money drawn = std::min(commitment.amount, spent);
    commitment.amount = commitment.amount - drawn;
    Money& committed = committed_[static_cast<int>(commitment.envelope)];
    committed = committed - drawn;
}

void RolloutBudget::release(InstanceId instance) { draw(instance, commitments_[instance].amount); }

int RolloutBudget::affordable(int wanted, Money price) const {
    if (!world_.scenario.budget || price <= Money{}) return wanted;
    const std::int64_t pieces = std::max(Money{}, left(Envelope::general)).in_cents() / price.in_cents();
    return static_cast<int>(std::min<std::int64_t>(wanted, pieces));
}

bool RolloutBudget::waits(InstanceId instance, Money cost) {
    if (!world_.scenario.budget || world_.scenario.budget->exhausted != Budget::Exhausted::reapprove)
        return false;
    const Budget& section = *world_.scenario.budget;
    if (cost <= left(Envelope::general) || (grants_ >= section.grants && !asking_) || !section.body)
        return false;
    if (!asking_) {
        asking_ = true;
        ++grants_;
        world_.announce(MoneyNeeded{section.body, instance});
    }
    return true;
}

void RolloutBudget::granted(InstanceId instance) {
    asking_ = false;
    granted_ +=
        Money::units(world_.scenario.budget->total.in_units() * world_.scenario.budget->top_up.value());
    world_.trace(TraceEvent::money_granted, EntityKind::activity, instance.value(), granted_.in_units());
}

void RolloutBudget::declare(Figures<RolloutBudget>& figures) {
    const double given = figures.scenario.budget->total.in_units();
    figures.about(Subject::cost);
    figures.weekly({"budget_left", Reading::money, "of the budget, not yet spent"},
                   [](const RolloutBudget& budget) {
                       return (budget.total() - budget.world_.the<Ledger>().total()).in_units();
                   });
    figures.at_end(
        {"budget_overrun", Reading::share, "spent beyond the budget first given, as a share of it"},
        [given](const RolloutBudget& budget) {
            if (given <= 0) return Recorder::missing;
            return std::max(0.0, budget.world_.the<Ledger>().total().in_units() / given - 1);
        });
    figures.at_end({"budget_grants", Reading::number, "times that more money was asked for"},
                   [](const RolloutBudget& budget) { return budget.grants_; });
    figures.about(Subject::plan);
    figures.at_end({"steps_cut", Reading::number, "steps that the budget cut short"},
                   [](const RolloutBudget& budget) { return budget.cut_; });
}

}  // namespace golive::model
