#pragma once

#include <atomic>
#include <functional>
#include <optional>

#include "http/endpoint.hpp"
#include "http/router.hpp"
#include "http/server.hpp"
#include "live/hub.hpp"
#include "store/readers.hpp"

namespace anlan::live {

/// Carries a request from the sockets through the endpoint table to the readers or the writer, and back.
class ApiService final : public http::Service {
  public:
    /// Finds the caller of a session token; empty for an unknown or ended session.
    using WhoIs = std::function<std::optional<http::Caller>(store::Rows&, const std::string& token, Instant now)>;

    /// Refuses a caller beside what permissions say: keys of other systems that call too often.
    using Admit = std::function<std::optional<Refusal>(
        store::Rows& rows, const http::Caller& caller, const std::string& permission, Instant now
    )>;

    ApiService(
        http::Threads& threads,
        http::Endpoints endpoints,
        journal::Writer& writer,
        store::Readers& readers,
        Hub& hub,
        WhoIs who_is
    );

    /// Before the first request.
    void admit(Admit admit) { admit_ = std::move(admit); }

    void handle(http::Request request, std::function<void(http::Answer)> reply) override;
    http::Answer may_listen(const http::Request& request) override;
    void opened(std::shared_ptr<http::LiveChannel> channel, const http::Request& request) override;
    void closed(const http::LiveChannel* channel) override;

    const http::Endpoints& endpoints() const { return endpoints_; }
    std::uint64_t requests() const { return requests_; }
    std::uint64_t refusals() const { return refusals_; }

  private:
    using Reply = std::function<void(http::Answer)>;
    void serve(http::Request request, const Reply& reply);
    void write(
        const http::Endpoint& endpoint,
        std::shared_ptr<const http::Request> request,
        http::Caller caller,
        const Reply& reply
    );
    http::Caller caller_of(const http::Request& request, store::Rows& rows) const;
    static std::optional<Refusal> forbidden(
        const http::Endpoint& endpoint, const http::Request& request, const http::Caller& caller
    );

    http::Threads& threads_;
    http::Endpoints endpoints_;
    http::Router router_;
    journal::Writer& writer_;
    store::Readers& readers_;
    Hub& hub_;
    WhoIs who_is_;
    Admit admit_;
    std::atomic<std::uint64_t> requests_{0}, refusals_{0};
};

}  // namespace anlan::live
