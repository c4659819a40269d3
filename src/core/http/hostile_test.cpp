#include "http/echo_server.hpp"
#include "http/shared.hpp"
#include "http/test_client.hpp"

namespace anlan::http {
namespace {

using a_server_among_hostile_clients = a_server;

std::string post(const std::string& path, std::size_t bytes) {
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(bytes) + "\r\n\r\n" +
           std::string(bytes, 'x');
}

int count_of(const std::string& text, const std::string& word) {
    int count = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
    return count;
}

TEST_F(a_server_among_hostile_clients, drops_a_header_that_never_ends) {
    TestClient client(server->port());
    client.send("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ");
    EXPECT_EQ(client.read_all().find("200"), std::string::npos);
    EXPECT_TRUE(empties());
}

TEST_F(a_server_among_hostile_clients, refuses_a_header_over_the_limit) {
    TestClient client(server->port());
    EXPECT_NE(client.exchange(get("/", "X-Long: " + std::string(20'000, 'h') + "\r\n")).find("431"), std::string::npos);
}

TEST_F(a_server_among_hostile_clients, lets_the_refusal_arrive_though_the_body_was_sent_whole) {
    TestClient client(server->port());
    client.send(post("/api/x", 3'000'000));
    EXPECT_NE(client.read_response().find("body_too_large"), std::string::npos);
}

TEST_F(a_server_among_hostile_clients, refuses_a_chunked_body_over_the_limit) {
    TestClient client(server->port());
    client.send(
        "POST /api/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n4e20\r\n" + std::string(20'000, 'x') +
        "\r\n0\r\n\r\n"
    );
    EXPECT_NE(client.read_response().find("413"), std::string::npos);
}

TEST_F(a_server_among_hostile_clients, takes_no_request_with_two_lengths) {
    for (const auto* lengths :
         {"Content-Length: 3\r\nContent-Length: 30\r\n", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"}) {
        TestClient client(server->port());
        client.send(
            std::string("POST /api/x HTTP/1.1\r\nHost: a\r\n") + lengths + "\r\n0\r\n\r\n" + get("/api/smuggled")
        );
        client.finish();
        const auto answers = client.read_all();
        EXPECT_NE(answers.find("400"), std::string::npos) << lengths;
        EXPECT_EQ(answers.find("/api/smuggled"), std::string::npos) << lengths;
    }
}

TEST_F(a_server_among_hostile_clients, names_the_methods_it_knows) {
    TestClient client(server->port());
    const auto answer = client.exchange("PATCH /api/x HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_NE(answer.find("405"), std::string::npos);
    EXPECT_NE(answer.find("Allow: GET, HEAD, POST, PUT, DELETE"), std::string::npos);
}

TEST_F(a_server_among_hostile_clients, survives_a_name_no_disk_can_hold) {
    TestClient page(server->port()), file(server->port());
    EXPECT_NE(page.exchange(get("/" + std::string(300, 'a'))).find("200"), std::string::npos);
    EXPECT_NE(file.exchange(get("/" + std::string(300, 'a') + ".js")).find("404"), std::string::npos);
}

TEST_F(a_server_among_hostile_clients, drops_a_reader_who_does_not_read) {
    settings.limits.write_seconds_max = std::chrono::seconds{1};
    open();
    for (const auto* path : {"/large.pmtiles", "/assets/big.js"}) {
        TestClient client(server->port(), 4'096);
        for (int i = 0; i < 4; ++i) client.send(get(path));
        client.send(get("/"));
        std::string first = client.read_response(true);
        EXPECT_NE(first.find("200"), std::string::npos);
        EXPECT_TRUE(empties()) << path;
    }
}

TEST_F(a_server_among_hostile_clients, still_answers_who_has_finished_sending) {
    TestClient client(server->port());
    client.send(get("/api/half"));
    client.finish();
    EXPECT_NE(client.read_all().find("/api/half"), std::string::npos);
    EXPECT_TRUE(empties());
}

TEST_F(a_server_among_hostile_clients, holds_only_so_many_bytes_of_bodies_at_once) {
    settings.limits.bodies_bytes_max = 15'000;
    open();
    TestClient first(server->port()), second(server->port()), third(server->port());
    first.send(post("/api/held", 9'000));
    service.wait([&] { return service.held.size() == 1; });
    second.send(post("/api/x", 9'000));
    EXPECT_NE(second.read_response().find("server_busy"), std::string::npos);
    service.held.front()({});
    EXPECT_NE(first.read_response().find("200"), std::string::npos);
    EXPECT_TRUE(third.exchange(post("/api/x", 9'000)).starts_with("HTTP/1.1 200"));
}

TEST_F(a_server_among_hostile_clients, turns_one_connection_too_many_away) {
    settings.limits.connections_max = 2;
    open();
    TestClient first(server->port()), second(server->port());
    first.exchange(get("/api/a"));
    second.exchange(get("/api/b"));
    TestClient third(server->port());
    EXPECT_NE(third.read_all().find("503"), std::string::npos);
    EXPECT_NE(first.exchange(get("/api/c")).find("200"), std::string::npos);
}

TEST_F(a_server_among_hostile_clients, says_go_on_to_who_asks_before_sending) {
    TestClient client(server->port());
    client.send("POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_NE(client.read_response().find("100 Continue"), std::string::npos);
    EXPECT_NE(client.exchange("abc").find("abc"), std::string::npos);
    client.send("POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 30000\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(count_of(client.read_all(), "100 Continue"), 0);
}

TEST(an_answer, begins_no_header_that_a_value_asks_for) {
    Answer answer;
    answer.headers.emplace_back("Content-Disposition", "attachment; filename=\"a\r\nSet-Cookie: b=c\"");
    const auto response = to_beast(std::move(answer), {}, true, false);
    EXPECT_EQ(response["Content-Disposition"].find('\r'), beast::string_view::npos);
    EXPECT_EQ(response["Content-Disposition"].find('\n'), beast::string_view::npos);
}

}  // namespace
}  // namespace anlan::http
