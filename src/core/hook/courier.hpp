#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "hooks/queries.hpp"
#include "journal/desk.hpp"

namespace anlan::hooks {

/// One delivery, ready to be posted.
struct Letter {
    std::string url, body;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// Posts and waits; the status of the answer, or why there was none.
using Post = std::function<Result<int>(const Letter&)>;

struct CourierSettings {
    journal::NodeFacts node;
    const std::vector<journal::Room>* rooms = nullptr;
    const Clock* clock = nullptr;
    std::function<void(const std::function<void(store::Rows&)>&)> read;
    std::function<void(journal::Wish)> note;  ///< writes and waits until it is on disk
};

/// Carries entries to the hooks' addresses, in order, one after the other. Holds no truth: after a restart it begins
/// from what the journal says was delivered. One thread.
class Courier {
  public:
    Courier(CourierSettings settings, Post post) : settings_(std::move(settings)), post_(std::move(post)) {}

    /// Posts what is due; returns how much was taken by others.
    std::size_t step();

  private:
    struct Batch;
    Batch due_for(store::Rows& rows, const HookFacts& hook);
    std::size_t serve(const HookFacts& hook);
    void test(const HookFacts& hook, const std::string& secret);
    Letter letter(const HookFacts& hook, const std::string& secret, std::string kind, json::object words) const;

    CourierSettings settings_;
    Post post_;
    std::map<HookId, std::int64_t> looked_;  ///< entries up to this are known to be of no concern
};

/// `time` + "." + body under the secret, as the receiver computes it.
std::string signature_of(const std::string& secret, const std::string& time, const std::string& body);

}  // namespace anlan::hooks
