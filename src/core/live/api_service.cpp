#include "live/api_service.hpp"

#include <spdlog/spdlog.h>

#include "http/door.hpp"

namespace anlan::live {

namespace {

constexpr std::size_t kKeyCharsMin = 8;
constexpr std::size_t kKeyCharsMax = 120;

bool prefers_english(const std::string& accept_language) {
    const auto en = accept_language.find("en");
    const auto zh = accept_language.find("zh");
    return en != std::string::npos && en < zh;
}

http::Answer refused(const Refusal& refusal, bool english) {
    return http::problem(http::status_of(refusal.code), refusal, english);
}

http::Answer usual_answer(const http::Endpoint& endpoint, const journal::Outcome& outcome) {
    json::object body{{"id", outcome.subject}};
    for (const auto& pair : outcome.answer) body.insert_or_assign(pair.key(), pair.value());
    return http::json_answer(endpoint.creates && outcome.first_seq != 0 ? 201 : 200, body);
}

/// A page of another origin can make a browser send our cookie; it cannot set Origin to ours.
bool from_our_page(const http::Request& request) {
    if (!request.from_cookie || request.origin.empty()) return true;
    const auto at = request.origin.find("://");
    return at != std::string::npos && request.origin.substr(at + 3) == request.host;
}

/// A device's name for one item holds for one person only: nobody meets another's answer by guessing a key.
Result<journal::Once> once_of(const http::Request& request, const http::Caller& caller) {
    const auto& key = request.idempotency_key;
    const bool plain = std::all_of(key.begin(), key.end(), [](unsigned char c) { return c > 0x20 && c < 0x7f; });
    if (key.size() < kKeyCharsMin || key.size() > kKeyCharsMax || !plain)
        return refuse(
            "key_invalid",
            "",
            "Idempotency-Key 应为 8 至 120 个可见字符",
            "Idempotency-Key is 8 to 120 visible characters"
        );
    return journal::Once{caller.person.text + " " + key, request.path};
}

}  // namespace

ApiService::ApiService(
    http::Threads& threads,
    http::Endpoints endpoints,
    journal::Writer& writer,
    store::Readers& readers,
    Hub& hub,
    WhoIs who_is
)
    : threads_(threads),
      endpoints_(std::move(endpoints)),
      writer_(writer),
      readers_(readers),
      hub_(hub),
      who_is_(std::move(who_is)) {
    int index = 0;
    for (const auto& endpoint : endpoints_.all()) router_.add(endpoint.method, endpoint.path, index++);
}

void ApiService::handle(http::Request request, std::function<void(http::Answer)> reply) {
    ++requests_;
    threads_.post([this, request = std::move(request), reply = std::move(reply)]() mutable {
        const bool english = prefers_english(request.accept_language);
        try {
            serve(std::move(request), reply);
        } catch (const std::exception& fault) {
            spdlog::error("a request failed: {}", fault.what());
            reply(http::problem(
                500,
                refuse("fault", "", "系统内部出错，已记录；请重试", "an internal fault was logged; try again"),
                english
            ));
        }
    });
}

void ApiService::serve(http::Request request, const Reply& reply) {
    auto match = router_.find(request.method, request.path);
    const bool english = prefers_english(request.accept_language);
    if (match.endpoint < 0) {
        const bool other_method = !match.allow.empty();
        auto answer = http::problem(
            other_method ? 405 : 404,
            other_method
                ? refuse("method_wrong", "", "这个地址不支持该操作", "this address does not support that method")
                : refuse("address_unknown", "", "没有这个地址", "there is no such address"),
            english
        );
        if (other_method) answer.headers.emplace_back("Allow", match.allow);
        return reply(std::move(answer));
    }
    request.path_values = std::move(match.path_values);
    const auto& endpoint = endpoints_.all()[static_cast<std::size_t>(match.endpoint)];
    const auto rows = readers_.take();
    auto caller = caller_of(request, *rows);
    caller.english = english;
    auto refusal = forbidden(endpoint, request, caller);
    if (!refusal && admit_ && endpoint.permission != "public")
        refusal = admit_(*rows, caller, endpoint.permission, writer_.clock().now());
    if (refusal) {
        ++refusals_;
        return reply(refused(*refusal, english));
    }
    if (endpoint.write)
        return write(endpoint, std::make_shared<const http::Request>(std::move(request)), std::move(caller), reply);
    const http::Call call{request, caller, writer_.node(), writer_.clock().now(), &endpoint};
    auto answer = endpoint.read(call, *rows);
    if (!answer) ++refusals_;
    reply(answer ? std::move(answer.value()) : refused(answer.error(), english));
}

void ApiService::write(
    const http::Endpoint& endpoint,
    std::shared_ptr<const http::Request> request,
    http::Caller caller,
    const Reply& reply
) {
    const bool english = caller.english;
    const http::Call call{*request, caller, writer_.node(), writer_.clock().now(), &endpoint};
    auto wish = [&] {
        const auto rows = readers_.take();
        return endpoint.write(call, *rows);
    }();
    if (!wish) {
        ++refusals_;
        return reply(refused(wish.error(), english));
    }
    if (!request->idempotency_key.empty()) {
        auto once = once_of(*request, caller);
        if (!once) return reply(refused(once.error(), english));
        wish.value().once = std::move(once.value());
    }
    writer_.submit(
        std::move(wish.value()),
        [this, &endpoint, request, caller = std::move(caller), reply, english](Result<journal::Outcome> outcome) {
            if (!outcome) {
                ++refusals_;
                return reply(refused(outcome.error(), english));
            }
            const http::Call call{*request, caller, writer_.node(), writer_.clock().now(), &endpoint};
            reply(endpoint.answer ? endpoint.answer(call, outcome.value()) : usual_answer(endpoint, outcome.value()));
        }
    );
}

http::Caller ApiService::caller_of(const http::Request& request, store::Rows& rows) const {
    if (request.bearer.empty()) return {};
    return who_is_(rows, request.bearer, writer_.clock().now()).value_or(http::Caller{});
}

std::optional<Refusal> ApiService::forbidden(
    const http::Endpoint& endpoint, const http::Request& request, const http::Caller& caller
) {
    if (auto refusal = http::turned_away(endpoint, caller)) return refusal;
    const bool asks_only = endpoint.method == http::Method::get || endpoint.permission == "public";
    if (asks_only || from_our_page(request)) return std::nullopt;
    return refuse(
        "origin_foreign", "", "请求来自其他网站，已拒绝", "the request came from another site and was refused"
    );
}

http::Answer ApiService::may_listen(const http::Request& request) {
    const auto rows = readers_.take();
    const auto caller = caller_of(request, *rows);
    if (caller.known() && from_our_page(request)) return {.status = 101, .body = {}, .headers = {}};
    return refused(
        refuse("login_wanted", "", "请先登录", "please log in first"), prefers_english(request.accept_language)
    );
}

void ApiService::opened(std::shared_ptr<http::LiveChannel> channel, const http::Request& request) {
    const auto rows = readers_.take();
    hub_.add(std::move(channel), caller_of(request, *rows), writer_.node());
}

void ApiService::closed(const http::LiveChannel* channel) {
    hub_.remove(channel);
}

}  // namespace anlan::live
