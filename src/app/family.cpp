#include "app/family.hpp"

#include <spdlog/spdlog.h>

#include "app/dictionaries.hpp"
#include "links/join_events.hpp"
#include "links/room.hpp"

namespace anlan::app {

Family::Family(Parts parts) : in_(std::move(parts)), squeezer_(read_dictionaries(in_.settings.shared_data)) {
    if (in_.surroundings.line != nullptr) join(*in_.surroundings.line);
}

void Family::join(federation::Line& line) {
    const auto& own = in_.settings.facts;
    const auto& parent = in_.settings.parent;
    words_.emplace(
        line,
        own.area,
        in_.key.private_pem,
        in_.surroundings.clock,
        [this](const AreaCode& from, std::string text) { in_.conferring.hear(from, std::move(text)); }
    );
    evidence_.emplace(in_.settings, *words_, in_.key, in_.surroundings.clock, in_.read);
    in_.conferring.join(
        {own.area,
         own.name,
         parent ? std::optional(parent->area) : std::nullopt,
         in_.settings.media,
         [this](const AreaCode& to, std::string text) { words_->say(to, std::move(text)); },
         [this](const AreaCode& area) { return words_->key_of(area); }}
    );
    exchange_.emplace(exchange_settings(), evidence_->line());
}

void Family::gather() {
    const auto below = links::children(in_.writer.rows());
    if (in_.surroundings.children) in_.surroundings.children(below);
    for (const auto& child : below) meet({child.area, child.name, child.public_pem});
    if (in_.settings.parent) meet(*in_.settings.parent);
}

void Family::meet(federation::Neighbour neighbour) {
    if (!exchange_) return;
    words_->meet(neighbour);
    evidence_->line().meet(neighbour);
    exchange_->meet(std::move(neighbour));
}

void Family::part(const AreaCode& area) {
    words_->part(area);
    evidence_->line().part(area);
    exchange_->part(area);
}

void Family::follow(const std::vector<journal::Entry>& entries) {
    bool changed = false;
    for (const auto& entry : entries) {
        const bool approved = entry.kind == links::JoinApproved::kKind.text();
        const bool removed = entry.kind == links::LinkRemoved::kKind.text();
        changed = changed || approved || removed;
        if (!exchange_) continue;
        if (approved) {
            const auto child = journal::Room::body_of<links::JoinApproved>(entry);
            meet({child.area, child.name, child.public_pem});
        }
        if (removed) part(journal::Room::body_of<links::LinkRemoved>(entry).area);
    }
    if (changed && in_.surroundings.children)
        in_.read([this](store::Rows& rows) { in_.surroundings.children(links::children(rows)); });
}

federation::ExchangeSettings Family::exchange_settings() {
    federation::ExchangeSettings made;
    made.writer = &in_.writer;
    made.read = in_.read;
    made.key = in_.key;
    made.dice = &in_.surroundings.dice;
    made.squeezer = &squeezer_;
    const auto forget = [](const Result<journal::Outcome>&) {};
    made.fault = [this, forget](const federation::Neighbour& neighbour, const federation::Fault& fault) {
        spdlog::warn("{}: link to {}: {}", in_.settings.facts.name, neighbour.name, fault.en);
        in_.writer.submit(links::note_fault(neighbour, fault), forget);
    };
    made.changed = [this, forget](const federation::Neighbour& neighbour, bool up) {
        in_.writer.submit(links::note_change(neighbour, up), forget);
    };
    return made;
}

void Family::start() {
    if (exchange_) exchange_->start();
}

void Family::stop() {
    if (exchange_) exchange_->stop();
}

void Family::tick(Instant now) {
    if (evidence_) evidence_->tick(now);
}

std::size_t Family::step() {
    return exchange_ ? exchange_->step() : 0;
}

std::vector<federation::LinkState> Family::links() const {
    return exchange_ ? exchange_->links() : std::vector<federation::LinkState>();
}

}  // namespace anlan::app
