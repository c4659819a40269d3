#pragma once

#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "http/endpoint.hpp"
#include "http/server.hpp"
#include "journal/room.hpp"

namespace anlan::live {

/// Who listens now, and telling them what was written. Desks (permission desk.view) hear of every entry of their node;
/// anyone hears what is told to them by name (Room::tells).
class Hub {
  public:
    explicit Hub(const std::vector<journal::Room>& rooms) : rooms_(rooms) {}

    void add(std::shared_ptr<http::LiveChannel> channel, const http::Caller& caller, const journal::NodeFacts& node);
    void remove(const http::LiveChannel* channel);
    /// Tells of committed entries. Any thread.
    void tell(const std::vector<journal::Entry>& entries);
    /// What is no entry, to some people by name.
    void tell_people(const std::vector<PersonId>& people, const json::object& notice);
    /// One text to every listener.
    void tell_all(const std::string& text);
    std::size_t listeners() const;

  private:
    struct Listener {
        std::shared_ptr<http::LiveChannel> channel;
        PersonId person;
        bool desk = false;
    };

    const std::vector<journal::Room>& rooms_;
    mutable std::mutex mutex_;
    std::unordered_map<const http::LiveChannel*, Listener> listeners_;
    std::unordered_multimap<std::string, const http::LiveChannel*> by_person_;
};

}  // namespace anlan::live
