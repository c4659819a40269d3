#include "http/beast.hpp"
#include "http/echo_server.hpp"

namespace anlan::http {
namespace {

using a_server_among_hostile_listeners = a_server;

struct Listener {
    explicit Listener(unsigned short port) {
        socket.next_layer().connect({asio::ip::make_address("127.0.0.1"), port});
        socket.set_option(websocket::stream_base::decorator([](websocket::request_type& request) {
            request.set(bhttp::field::authorization, "Bearer good");
        }));
        socket.handshake("localhost", "/api/v1/live");
    }
    /// Reads until the server has had enough.
    void read_to_end() {
        beast::flat_buffer buffer;
        boost::system::error_code fault;
        while (!fault) {
            socket.read(buffer, fault);
            buffer.clear();
        }
    }
    asio::io_context io;
    websocket::stream<Tcp::socket> socket{io};
};

TEST_F(a_server_among_hostile_listeners, drops_one_who_floods_it_with_frames) {
    settings.limits.live_frames_minute_max = 20;
    open();
    for (const bool pings : {false, true}) {
        Listener listener(server->port());
        boost::system::error_code fault;
        for (int i = 0; i < 40 && !fault; ++i) {
            if (pings)
                listener.socket.ping({}, fault);
            else
                listener.socket.write(asio::buffer("x", 1), fault);
        }
        listener.read_to_end();
        EXPECT_TRUE(empties()) << pings;
    }
    EXPECT_EQ(service.closed_count, 2);
}

TEST_F(a_server_among_hostile_listeners, drops_one_whose_frame_is_too_long) {
    Listener listener(server->port());
    listener.socket.write(asio::buffer(std::string(5'000, 'x')));
    listener.read_to_end();
    service.wait([&] { return service.closed_count == 1; });
}

TEST_F(a_server_among_hostile_listeners, drops_one_who_does_not_read) {
    settings.limits.live_queue_max = 5;
    open();
    Listener listener(server->port());
    service.wait([&] { return service.channels.size() == 1; });
    const auto text = std::make_shared<const std::string>(std::string(1024 * 1024, 't'));
    for (int i = 0; i < 40; ++i) service.channels.front()->send(text);
    service.wait([&] { return service.closed_count == 1; });
}

TEST_F(a_server_among_hostile_listeners, notices_one_that_has_died_silently) {
    settings.limits.live_ping_seconds = std::chrono::seconds{1};
    open();
    // Nobody reads here, so no ping is ever answered.
    Listener listener(server->port());
    service.wait([&] { return service.closed_count == 1; });
}

TEST_F(a_server_among_hostile_listeners, may_be_closed_under_them) {
    std::vector<std::unique_ptr<Listener>> many;
    for (int i = 0; i < 20; ++i) many.push_back(std::make_unique<Listener>(server->port()));
    service.wait([&] { return service.channels.size() == 20; });
    server.reset();
    service.channels.front()->send(std::make_shared<const std::string>("late"));
    for (auto& each : many) each->read_to_end();
}

TEST_F(a_server_among_hostile_listeners, listens_at_one_address_alone) {
    asio::io_context io;
    websocket::stream<Tcp::socket> stray(io);
    stray.next_layer().connect({asio::ip::make_address("127.0.0.1"), server->port()});
    EXPECT_ANY_THROW(stray.handshake("localhost", "/api/v1/liveliness"));
}

}  // namespace
}  // namespace anlan::http
