#include "live/hub.hpp"

namespace anlan::live {

namespace {

json::object notice_of(const journal::Entry& entry) {
    return {
        {"kind", entry.kind.substr(0, entry.kind.find('/'))},
        {"subject", entry.subject},
        {"seq", entry.seq},
        {"at", to_rfc3339(entry.at)},
        {"drill", entry.drill}};
}

std::shared_ptr<const std::string> text_of(const json::object& notice) {
    return std::make_shared<const std::string>(json::serialize(notice));
}

}  // namespace

void Hub::add(std::shared_ptr<http::LiveChannel> channel, const http::Caller& caller, const journal::NodeFacts& node) {
    channel->send(text_of({{"kind", "hello"}, {"node", {{"area", node.area.text}, {"name", node.name}}}}));
    std::lock_guard lock(mutex_);
    by_person_.emplace(caller.person.text, channel.get());
    const auto* key = channel.get();
    listeners_.emplace(key, Listener{std::move(channel), caller.person, caller.may("desk.view")});
}

void Hub::remove(const http::LiveChannel* channel) {
    std::lock_guard lock(mutex_);
    const auto found = listeners_.find(channel);
    if (found == listeners_.end()) return;
    const auto [from, to] = by_person_.equal_range(found->second.person.text);
    for (auto each = from; each != to; ++each) {
        if (each->second != channel) continue;
        by_person_.erase(each);
        break;
    }
    listeners_.erase(found);
}

void Hub::tell(const std::vector<journal::Entry>& entries) {
    std::lock_guard lock(mutex_);
    if (listeners_.empty()) return;
    for (const auto& entry : entries) {
        const auto notice = notice_of(entry);
        const auto text = text_of(notice);
        for (const auto& [key, listener] : listeners_)
            if (listener.desk) listener.channel->send(text);
        for (const auto& room : rooms_) {
            const auto [from, to] = room.tellings.equal_range(entry.kind);
            for (auto each = from; each != to; ++each) {
                for (auto& telling : each->second(entry)) {
                    const auto [first, last] = by_person_.equal_range(telling.person.text);
                    if (first == last) continue;
                    auto personal = notice;
                    personal.emplace("for", telling.person.text);
                    for (auto& pair : telling.more) personal.insert_or_assign(pair.key(), pair.value());
                    const auto words = text_of(personal);
                    for (auto to_whom = first; to_whom != last; ++to_whom)
                        listeners_.at(to_whom->second).channel->send(words);
                }
            }
        }
    }
}

void Hub::tell_people(const std::vector<PersonId>& people, const json::object& notice) {
    const auto text = text_of(notice);
    std::lock_guard lock(mutex_);
    for (const auto& person : people) {
        const auto [from, to] = by_person_.equal_range(person.text);
        for (auto each = from; each != to; ++each) listeners_.at(each->second).channel->send(text);
    }
}

void Hub::tell_all(const std::string& text) {
    const auto shared = std::make_shared<const std::string>(text);
    std::lock_guard lock(mutex_);
    for (const auto& [key, listener] : listeners_) listener.channel->send(shared);
}

std::size_t Hub::listeners() const {
    std::lock_guard lock(mutex_);
    return listeners_.size();
}

}  // namespace anlan::live
