#include <deque>

#include "http/shared.hpp"

namespace anlan::http {

namespace {

constexpr std::size_t kFrameBytesMax = 4'096;  // browsers have nothing long to say here

/// One listener. Reading ends it; writing goes through a queue on the connection's own strand.
template <class Stream>
class LiveConnection final : public LiveChannel,
                             public Closable,
                             public std::enable_shared_from_this<LiveConnection<Stream>> {
  public:
    LiveConnection(std::shared_ptr<Shared> shared, Stream stream) : shared_(std::move(shared)), socket_(std::move(stream)) {}

    websocket::stream<Stream>& socket() { return socket_; }

    void send(std::shared_ptr<const std::string> text) override {
        asio::post(socket_.get_executor(), [self = this->shared_from_this(), text = std::move(text)]() mutable {
            self->enqueue(std::move(text));
        });
    }

    void close() override { close_soon(); }

    void close_soon() override {
        asio::post(socket_.get_executor(), [self = this->shared_from_this()] { self->drop(); });
    }

    void stop() { stopped_ = true; }

  private:
    void drop() {
        stopped_ = true;
        boost::system::error_code ignored;
        beast::get_lowest_layer(socket_).socket().close(ignored);
    }

    void enqueue(std::shared_ptr<const std::string> text) {
        if (stopped_) return;
        if (waiting_.size() >= shared_->settings.limits.live_queue_max) return drop();
        waiting_.push_back(std::move(text));
        if (waiting_.size() == 1) write_next();
    }

    void write_next() {
        const auto text = waiting_.front();
        socket_.async_write(asio::buffer(*text), [self = this->shared_from_this(), text](boost::system::error_code fault, std::size_t) {
            if (fault) {
                self->stopped_ = true;
                self->waiting_.clear();
                return;
            }
            self->waiting_.pop_front();
            if (self->waiting_.empty()) std::deque<std::shared_ptr<const std::string>>().swap(self->waiting_);
            else self->write_next();
        });
    }

    std::shared_ptr<Shared> shared_;
    websocket::stream<Stream> socket_;
    std::deque<std::shared_ptr<const std::string>> waiting_;
    bool stopped_ = false;
};

}  // namespace

template <class Stream>
Task<void> serve_live(
    std::shared_ptr<Shared> shared, Stream stream, bhttp::request<bhttp::string_body> upgrade, Request request
) {
    beast::get_lowest_layer(stream).expires_never();
    auto connection = std::make_shared<LiveConnection<Stream>>(shared, std::move(stream));
    auto& socket = connection->socket();
    websocket::stream_base::timeout timeout{};
    timeout.handshake_timeout = shared->settings.limits.read_seconds_max;
    timeout.idle_timeout = shared->settings.limits.live_ping_seconds * 2;
    timeout.keep_alive_pings = true;
    socket.set_option(timeout);
    socket.read_message_max(kFrameBytesMax);
    socket.write_buffer_bytes(1'024);
    socket.text(true);
    boost::system::error_code fault;
    auto token = asio::redirect_error(asio::use_awaitable, fault);
    co_await socket.async_accept(upgrade, token);
    if (fault) co_return;
    shared->enter(connection.get());
    if (auto* service = shared->service.load()) service->opened(connection, request);
    request = {};
    upgrade = {};
    {
        beast::flat_buffer buffer(kFrameBytesMax);
        while (!fault) {
            co_await socket.async_read(buffer, token);
            buffer.clear();
            buffer.shrink_to_fit();
        }
    }
    connection->stop();
    shared->leave(connection.get());
    if (auto* service = shared->service.load()) service->closed(connection.get());
}

template Task<void> serve_live(std::shared_ptr<Shared>, PlainStream, bhttp::request<bhttp::string_body>, Request);
template Task<void> serve_live(std::shared_ptr<Shared>, TlsStream, bhttp::request<bhttp::string_body>, Request);

}  // namespace anlan::http
