#include "http/local_socket.hpp"

#include <boost/asio/local/stream_protocol.hpp>
#include <deque>

#include "http/beast.hpp"

// Without its own async_teardown Beast knows how to end TCP and TLS only.
namespace boost::asio::local {

using LocalStream = boost::asio::basic_stream_socket<stream_protocol>;

template <class Handler>
void async_teardown(beast::role_type, LocalStream& socket, Handler&& handler) {
    boost::system::error_code fault;
    socket.close(fault);
    boost::asio::post(
        socket.get_executor(), [handler = std::forward<Handler>(handler), fault]() mutable { handler(fault); }
    );
}

inline void teardown(beast::role_type, LocalStream& socket, boost::system::error_code& fault) {
    socket.close(fault);
}

}  // namespace boost::asio::local

namespace anlan::http {

namespace {

constexpr std::size_t kMessageBytesMax = 4 * 1024 * 1024;

}  // namespace

struct LocalSocket::Inside {
    Inside(std::string where, std::string what) : path(std::move(where)), subprotocol(std::move(what)) {}

    void read_next(const Hear& hear) {
        socket.async_read(buffer, [this, &hear](boost::system::error_code fault, std::size_t) {
            if (fault) return finish(fault);
            const auto bytes = buffer.cdata();
            hear({static_cast<const char*>(bytes.data()), bytes.size()});
            buffer.consume(buffer.size());
            read_next(hear);
        });
    }

    void write_next() {
        socket.async_write(asio::buffer(waiting.front()), [this](boost::system::error_code fault, std::size_t) {
            if (fault) return finish(fault);
            waiting.pop_front();
            if (!waiting.empty()) write_next();
        });
    }

    void finish(boost::system::error_code fault) {
        if (why.empty()) why = fault.message();
        boost::system::error_code ignored;
        socket.next_layer().close(ignored);
        io.stop();
    }

    std::string path, subprotocol, why;
    asio::io_context io{1};
    websocket::stream<asio::local::stream_protocol::socket> socket{io};
    beast::flat_buffer buffer;
    std::deque<std::string> waiting;
};

LocalSocket::LocalSocket(std::string path, std::string subprotocol)
    : inside_(std::make_unique<Inside>(std::move(path), std::move(subprotocol))) {}

LocalSocket::~LocalSocket() = default;

std::string LocalSocket::run(const Opened& opened, const Hear& hear) {
    auto& in = *inside_;
    boost::system::error_code fault;
    in.socket.next_layer().connect(asio::local::stream_protocol::endpoint(in.path), fault);
    if (fault) return fault.message();
    in.socket.set_option(websocket::stream_base::decorator([&in](websocket::request_type& words) {
        words.set(bhttp::field::sec_websocket_protocol, in.subprotocol);
    }));
    in.socket.handshake("localhost", "/", fault);
    if (fault) return fault.message();
    in.socket.read_message_max(kMessageBytesMax);
    in.socket.text(true);
    opened();
    in.read_next(hear);
    in.io.run();
    return in.why;
}

void LocalSocket::send(std::string text) {
    asio::post(inside_->io, [inside = inside_.get(), text = std::move(text)]() mutable {
        inside->waiting.push_back(std::move(text));
        if (inside->waiting.size() == 1) inside->write_next();
    });
}

void LocalSocket::close() {
    asio::post(inside_->io, [inside = inside_.get()] { inside->finish(asio::error::operation_aborted); });
}

}  // namespace anlan::http
