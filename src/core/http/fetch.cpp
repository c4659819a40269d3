#include "http/fetch.hpp"

#include <atomic>
#include <boost/url.hpp>
#include <future>

#include "http/beast.hpp"

namespace anlan::http {

namespace {

struct Address {
    std::string scheme, host, port, target;
};

Refusal failed(const std::string& why, bool begun = false) {
    return refuse(
        begun ? "fetch_unanswered" : "fetch_failed",
        "",
        "对方暂时连不上：" + why,
        "the other side could not be reached: " + why
    );
}

Result<Address> read_url(const std::string& url) {
    const auto read = boost::urls::parse_uri(url);
    if (!read || (read->scheme() != "http" && read->scheme() != "https") || read->host().empty())
        return refuse("url_invalid", "url", "网址有误：" + url, "the address is wrong: " + url);
    Address address{
        read->scheme(),
        read->host(),
        read->port(),
        std::string(read->encoded_target().data(), read->encoded_target().size())};
    if (address.port.empty()) address.port = address.scheme == "https" ? "443" : "80";
    if (address.target.empty()) address.target = "/";
    return address;
}

using Words = bhttp::request<bhttp::string_body>;

/// Everything of a conversation but the address.
struct Talk {
    Words words;
    bool any_certificate = false;
    std::chrono::seconds limit{20};
    std::size_t bytes_max = 5 * 1024 * 1024;
    std::shared_ptr<std::atomic<bool>> begun = std::make_shared<std::atomic<bool>>(false);  ///< the words go out
};

Words words_for(const Address& address, bhttp::verb verb) {
    Words words{verb, address.target, 11};
    words.set(bhttp::field::host, address.host);
    words.set(bhttp::field::user_agent, "anlan");
    return words;
}

std::string words_of(const bhttp::response<bhttp::string_body>& response, bhttp::field name) {
    const auto words = response[name];
    return {words.data(), words.size()};
}

template <class Stream>
Task<Fetched> exchange(Stream stream, Talk talk) {
    *talk.begun = true;
    co_await bhttp::async_write(stream, talk.words, asio::use_awaitable);
    beast::flat_buffer buffer;
    bhttp::response_parser<bhttp::string_body> parser;
    parser.body_limit(talk.bytes_max);
    co_await bhttp::async_read(stream, buffer, parser, asio::use_awaitable);
    auto response = parser.release();
    Fetched fetched;
    fetched.status = static_cast<int>(response.result_int());
    fetched.copy = {words_of(response, bhttp::field::etag), words_of(response, bhttp::field::last_modified)};
    fetched.retry_after = words_of(response, bhttp::field::retry_after);
    fetched.body = std::move(response.body());
    co_return fetched;
}

Task<Fetched> talk_to(Address address, Talk talk) {
    const auto executor = co_await asio::this_coro::executor;
    Tcp::resolver resolver(executor);
    auto resolving = resolver.async_resolve(address.host, address.port, asio::use_awaitable);
    const auto found = co_await std::move(resolving);
    beast::tcp_stream stream(executor);
    stream.expires_after(talk.limit);
    co_await stream.async_connect(found, asio::use_awaitable);
    if (address.scheme == "http") {
        auto exchanging = exchange(std::move(stream), std::move(talk));
        co_return co_await std::move(exchanging);
    }
    asio::ssl::context tls(asio::ssl::context::tls_client);
    tls.set_default_verify_paths();
    tls.set_verify_mode(talk.any_certificate ? asio::ssl::verify_none : asio::ssl::verify_peer);
    TlsStream secure(std::move(stream), tls);
    if (!talk.any_certificate) secure.set_verify_callback(asio::ssl::host_name_verification(address.host));
    SSL_set_tlsext_host_name(secure.native_handle(), address.host.c_str());
    co_await secure.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
    auto exchanging = exchange(std::move(secure), std::move(talk));
    co_return co_await std::move(exchanging);
}

Result<Fetched> wait_for(Address address, Talk talk) {
    const auto limit = talk.limit;
    const bool asks = talk.words.method() != bhttp::verb::get;  // what is only read may be read again
    const auto begun = talk.begun;
    asio::io_context io;
    auto talking = talk_to(std::move(address), std::move(talk));
    auto fetched = asio::co_spawn(io, std::move(talking), asio::use_future);
    io.run_for(limit);
    if (fetched.wait_for(std::chrono::seconds{0}) != std::future_status::ready)
        return failed("超时 timeout", asks && *begun);
    try {
        return fetched.get();
    } catch (const boost::system::system_error& error) {
        if (error.code() == bhttp::error::body_limit)
            return refuse("body_too_large", "", "对方送来的内容太大", "the answer is too large");
        return failed(error.code().message(), asks && *begun);
    }
}

}  // namespace

Result<Fetched> fetch(const std::string& url, const Copy& at_hand, std::chrono::seconds limit, std::size_t bytes_max) {
    BOOST_OUTCOME_TRY(auto address, read_url(url));
    auto words = words_for(address, bhttp::verb::get);
    words.set(bhttp::field::accept, "application/atom+xml, application/cap+xml, application/xml");
    if (!at_hand.etag.empty()) words.set(bhttp::field::if_none_match, at_hand.etag);
    if (!at_hand.last_modified.empty()) words.set(bhttp::field::if_modified_since, at_hand.last_modified);
    return wait_for(std::move(address), {std::move(words), false, limit, bytes_max});
}

bool is_address(const std::string& url) {
    return read_url(url).has_value();
}

Result<Fetched> ask(const Question& question) {
    BOOST_OUTCOME_TRY(auto address, read_url(question.url));
    auto words = words_for(address, question.method == Method::get ? bhttp::verb::get : bhttp::verb::post);
    words.set(bhttp::field::accept, "application/json");
    if (question.method != Method::get) words.set(bhttp::field::content_type, "application/json");
    for (const auto& [name, value] : question.headers) words.set(name, value);
    if (!question.bearer.empty()) words.set(bhttp::field::authorization, "Bearer " + question.bearer);
    if (question.method != Method::get) {
        words.body() = question.body;
        words.prepare_payload();
    }
    return wait_for(std::move(address), {std::move(words), question.any_certificate, question.limit});
}

}  // namespace anlan::http
