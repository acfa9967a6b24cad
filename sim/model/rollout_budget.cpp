#include "model/rollout_budget.hpp"

#include "model/figures.hpp"
#include "model/ledger.hpp"

#include <algorithm>

namespace golive::model {

Money left_in(Envelope envelope, const BudgetAccount& account) {
    const Money committed = account.committed[static_cast<std::size_t>(envelope)];
    if (envelope == Envelope::redesign) return account.kept - account.redesign_spent - committed;
    const Money overflow = std::max(Money{}, account.redesign_spent - account.kept);
    return account.total - account.kept - (account.spent - account.redesign_spent) - overflow - committed;
}

int affordable_pieces(int wanted, Money price, Money left) {
    if (price <= Money{}) return wanted;
    const std::int64_t pieces = std::max(Money{}, left).in_cents() / price.in_cents();
    return static_cast<int>(std::min<std::int64_t>(wanted, pieces));
}

RolloutBudget::RolloutBudget(World world) : world_{world}, commitments_(world.layout.plan().size()) {}

Money RolloutBudget::total() const { return world_.scenario.budget->total + granted_; }

Money RolloutBudget::left(Envelope envelope) const {
    const Ledger& ledger = world_.the<Ledger>();
    const Money kept = Money::units(world_.scenario.budget->total.in_units() *
                                    world_.scenario.budget->redesign_share.value());
    const Money redesign =
        ledger.spent(Cost::redesign) + ledger.spent(Cost::training) + ledger.spent(Cost::backfill);
    return left_in(envelope, {.total = total(),
                              .kept = kept,
                              .spent = ledger.total(),
                              .redesign_spent = redesign,
                              .committed = committed_});
}

double RolloutBudget::commit(InstanceId instance, Envelope envelope, Money cost) {
    if (!world_.scenario.budget || cost <= Money{}) return 1.0;
    const Money available = std::max(Money{}, left(envelope));
    const Money granted = std::min(available, cost);
    commitments_[instance].amount = granted;
    commitments_[instance].envelope = envelope;
    committed_[static_cast<std::size_t>(envelope)] += granted;
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
    Money& committed = committed_[static_cast<std::size_t>(commitment.envelope)];
    committed = committed - drawn;
}

void RolloutBudget::release(InstanceId instance) { draw(instance, commitments_[instance].amount); }

int RolloutBudget::affordable(int wanted, Money price) const {
    if (!world_.scenario.budget) return wanted;
    return affordable_pieces(wanted, price, left(Envelope::general));
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
