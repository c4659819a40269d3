#include "http/fetch.hpp"

#include <boost/url.hpp>
#include <future>

#include "http/beast.hpp"

namespace anlan::http {

namespace {

struct Address {
    std::string scheme, host, port, target;
};

Refusal failed(const std::string& why) {
    return refuse("fetch_failed", "", "订阅源暂时取不到：" + why, "the feed could not be fetched: " + why);
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

template <class Stream>
Task<Fetched> exchange(Stream stream, Address address, std::string etag, std::size_t bytes_max) {
    bhttp::request<bhttp::empty_body> request{bhttp::verb::get, address.target, 11};
    request.set(bhttp::field::host, address.host);
    request.set(bhttp::field::user_agent, "anlan");
    request.set(bhttp::field::accept, "application/atom+xml, application/cap+xml, application/xml");
    if (!etag.empty()) request.set(bhttp::field::if_none_match, etag);
    co_await bhttp::async_write(stream, request, asio::use_awaitable);
    beast::flat_buffer buffer;
    bhttp::response_parser<bhttp::string_body> parser;
    parser.body_limit(bytes_max);
    co_await bhttp::async_read(stream, buffer, parser, asio::use_awaitable);
    auto response = parser.release();
    const auto tag = response[bhttp::field::etag];
    Fetched fetched{
        static_cast<int>(response.result_int()), std::move(response.body()), std::string(tag.data(), tag.size())};
    co_return fetched;
}

Task<Fetched> fetch_from(Address address, std::string etag, std::chrono::seconds limit, std::size_t bytes_max) {
    const auto executor = co_await asio::this_coro::executor;
    Tcp::resolver resolver(executor);
    auto resolving = resolver.async_resolve(address.host, address.port, asio::use_awaitable);
    const auto found = co_await std::move(resolving);
    beast::tcp_stream stream(executor);
    stream.expires_after(limit);
    co_await stream.async_connect(found, asio::use_awaitable);
    if (address.scheme == "http") {
        auto exchanging = exchange(std::move(stream), std::move(address), std::move(etag), bytes_max);
        co_return co_await std::move(exchanging);
    }
    asio::ssl::context tls(asio::ssl::context::tls_client);
    tls.set_default_verify_paths();
    tls.set_verify_mode(asio::ssl::verify_peer);
    TlsStream secure(std::move(stream), tls);
    secure.set_verify_callback(asio::ssl::host_name_verification(address.host));
    SSL_set_tlsext_host_name(secure.native_handle(), address.host.c_str());
    co_await secure.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
    auto exchanging = exchange(std::move(secure), std::move(address), std::move(etag), bytes_max);
    co_return co_await std::move(exchanging);
}

}  // namespace

Result<Fetched> fetch(
    const std::string& url, const std::string& etag, std::chrono::seconds limit, std::size_t bytes_max
) {
    BOOST_OUTCOME_TRY(auto address, read_url(url));
    asio::io_context io;
    auto fetching = fetch_from(std::move(address), etag, limit, bytes_max);
    auto fetched = asio::co_spawn(io, std::move(fetching), asio::use_future);
    io.run_for(limit);
    if (fetched.wait_for(std::chrono::seconds{0}) != std::future_status::ready) return failed("超时 timeout");
    try {
        return fetched.get();
    } catch (const boost::system::system_error& error) {
        if (error.code() == bhttp::error::body_limit)
            return refuse("body_too_large", "", "订阅源内容太大", "the feed is too large");
        return failed(error.code().message());
    }
}

}  // namespace anlan::http
