#include "http/beast.hpp"
#include "http/echo_server.hpp"
#include "http/test_client.hpp"

namespace anlan::http {
namespace {

TEST_F(a_server, refuses_a_body_over_the_limit_in_both_languages) {
    TestClient client(server->port());
    const auto answer = client.exchange("POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 20000\r\n\r\n");
    EXPECT_NE(answer.find("413"), std::string::npos);
    EXPECT_NE(answer.find("body_too_large"), std::string::npos);
    EXPECT_NE(answer.find("内容太大"), std::string::npos);
}

TEST_F(a_server, drops_a_client_that_never_finishes_its_request) {
    TestClient client(server->port());
    client.send("POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_EQ(client.read_all().find("200"), std::string::npos);
}

TEST_F(a_server, refuses_a_malformed_request) {
    TestClient client(server->port());
    EXPECT_NE(client.exchange("NONSENSE\r\n\r\n").find("400"), std::string::npos);
}

TEST_F(a_server, gives_no_file_outside_its_folder_and_no_hidden_one) {
    for (const auto* path : {"/../etc/passwd", "/%2e%2e/etc/passwd", "/.secret", "/assets/..%2f..%2fetc/passwd"}) {
        TestClient client(server->port());
        const auto answer = client.exchange(get(path));
        EXPECT_EQ(answer.find("root:"), std::string::npos) << path;
        EXPECT_EQ(answer.find("\r\n\r\nno"), std::string::npos) << path;
    }
}

TEST_F(a_server, answers_pipelined_requests_in_order) {
    TestClient client(server->port());
    client.send(
        get("/api/a?q=%E4%BD%A0", "Authorization: Bearer t1\r\n") + get("/api/b", "Cookie: x=1; anlan_session=t2\r\n")
    );
    EXPECT_NE(client.read_response().find("/api/a|你|t1|"), std::string::npos);
    EXPECT_NE(client.read_response().find("/api/b||t2|"), std::string::npos);
}

TEST_F(a_server, gives_ranges_etags_and_the_index_for_pages) {
    TestClient client(server->port());
    const auto part = client.exchange(get("/assets/x.js", "Range: bytes=2-4\r\n"));
    EXPECT_NE(part.find("206"), std::string::npos);
    EXPECT_NE(part.find("bytes 2-4/10"), std::string::npos);
    EXPECT_TRUE(part.ends_with("\r\n\r\n234"));
    EXPECT_NE(part.find("immutable"), std::string::npos);
    EXPECT_NE(client.exchange(get("/assets/x.js", "Range: bytes=20-\r\n")).find("416"), std::string::npos);
    const auto tail = client.exchange(get("/large.pmtiles", "Range: bytes=-7\r\n"));
    EXPECT_TRUE(tail.ends_with("\r\n\r\nmmmmmmm"));
    const auto page = client.exchange(get("/desk", "Accept-Encoding: gzip\r\n"));
    EXPECT_NE(page.find("Content-Encoding: gzip"), std::string::npos);
    const auto at = page.find("ETag: ") + 6;
    const auto etag = page.substr(at, page.find('\r', at) - at);
    client.send(get("/desk", "If-None-Match: " + etag + "\r\n"));
    EXPECT_NE(client.read_response(true).find("304"), std::string::npos);
    EXPECT_EQ(client.exchange(get("/large.pmtiles")).size() > 5U * 1024 * 1024, true);
}

TEST_F(a_server, may_be_closed_while_an_answer_is_pending) {
    TestClient client(server->port());
    client.send(get("/api/held"));
    service.wait([&] { return !service.held.empty(); });
    server.reset();
    service.held.front()({});
    EXPECT_EQ(client.read_all().find("200 OK\r\n\r\n"), std::string::npos);
}

TEST_F(a_server, tells_listeners_in_order_and_notices_when_they_leave) {
    asio::io_context io;
    {
        websocket::stream<Tcp::socket> stranger(io);
        stranger.next_layer().connect({asio::ip::make_address("127.0.0.1"), server->port()});
        EXPECT_ANY_THROW(stranger.handshake("localhost", "/api/v1/live"));
        websocket::stream<Tcp::socket> listener(io);
        listener.next_layer().connect({asio::ip::make_address("127.0.0.1"), server->port()});
        listener.set_option(websocket::stream_base::decorator([](websocket::request_type& request) {
            request.set(bhttp::field::authorization, "Bearer good");
        }));
        listener.handshake("localhost", "/api/v1/live");
        service.wait([&] { return !service.channels.empty(); });
        for (int i = 0; i < 50; ++i)
            service.channels.front()->send(std::make_shared<const std::string>(std::to_string(i)));
        for (int i = 0; i < 50; ++i) {
            beast::flat_buffer buffer;
            listener.read(buffer);
            EXPECT_EQ(beast::buffers_to_string(buffer.data()), std::to_string(i));
        }
    }
    service.wait([&] { return service.closed_count == 1; });
    service.channels.front()->send(std::make_shared<const std::string>("nobody"));
}

}  // namespace
}  // namespace anlan::http
