#include <deque>

#include "http/shared.hpp"

namespace anlan::http {

namespace {

constexpr std::size_t kFrameBytesMax = 4'096;  // browsers have nothing long to say here

/// What the service holds of a listener: it keeps no socket alive, so it may outlive connection, server and threads.
template <class Connection>
class Channel final : public LiveChannel {
  public:
    explicit Channel(std::weak_ptr<Connection> connection) : connection_(std::move(connection)) {}
    void send(std::shared_ptr<const std::string> text) override {
        if (const auto connection = connection_.lock()) connection->send(std::move(text));
    }
    void close() override {
        if (const auto connection = connection_.lock()) connection->close_soon();
    }

  private:
    std::weak_ptr<Connection> connection_;
};

/// One listener. All its work is done on the connection's own strand; there is no coroutine, because ten thousand idle
/// frames would cost more than the sockets.
template <class Stream>
class LiveConnection final : public Closable, public std::enable_shared_from_this<LiveConnection<Stream>> {
  public:
    LiveConnection(std::shared_ptr<Shared> shared, Stream stream, Taken place)
        : shared_(std::move(shared)), socket_(std::move(stream)), place_(std::move(place)) {}

    ~LiveConnection() override { shared_->leave(this); }
    LiveConnection(const LiveConnection&) = delete;
    LiveConnection& operator=(const LiveConnection&) = delete;

    websocket::stream<Stream>& socket() { return socket_; }

    void send(std::shared_ptr<const std::string> text) {
        asio::post(socket_.get_executor(), [self = this->shared_from_this(), text = std::move(text)]() mutable {
            self->enqueue(std::move(text));
        });
    }

    void close_soon() override {
        // The server may ask while the last owner lets go on another thread.
        if (auto self = this->weak_from_this().lock())
            asio::post(socket_.get_executor(), [self = std::move(self)] { self->drop(); });
    }

    /// Introduces it to the service and reads until the listener has gone.
    void listen(Service& service, const Request& request) {
        const auto channel = std::make_shared<Channel<LiveConnection>>(this->weak_from_this());
        channel_ = channel.get();
        service.opened(channel, request);
        socket_.control_callback([this](websocket::frame_type, beast::string_view) { count_frame(); });
        shared_->enter(this);
        read_next();
    }

  private:
    void read_next() {
        socket_.async_read(buffer_, [self = this->shared_from_this()](boost::system::error_code fault, std::size_t) {
            if (fault) return self->finish();
            self->buffer_.clear();
            self->buffer_.shrink_to_fit();
            self->count_frame();
            self->read_next();
        });
    }

    void finish() {
        drop();
        shared_->leave(this);
        if (auto* service = shared_->service.load()) service->closed(channel_);
    }

    /// Somebody who floods us with frames, pings included, is not a listener.
    void count_frame() {
        const auto now = std::chrono::steady_clock::now();
        if (now - minute_began_ > std::chrono::minutes{1}) {
            minute_began_ = now;
            frames_ = 0;
        }
        if (++frames_ > shared_->settings.limits.live_frames_minute_max) close_soon();
    }

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
        socket_.async_write(
            asio::buffer(*text),
            [self = this->shared_from_this(), text](boost::system::error_code fault, std::size_t) {
                if (fault) {
                    self->stopped_ = true;
                    self->waiting_.clear();
                    return;
                }
                self->waiting_.pop_front();
                if (self->waiting_.empty())
                    std::deque<std::shared_ptr<const std::string>>().swap(self->waiting_);
                else
                    self->write_next();
            }
        );
    }

    std::shared_ptr<Shared> shared_;
    websocket::stream<Stream> socket_;
    Taken place_;
    const LiveChannel* channel_ = nullptr;  ///< its name at the service
    beast::flat_buffer buffer_{kFrameBytesMax};
    std::deque<std::shared_ptr<const std::string>> waiting_;
    std::chrono::steady_clock::time_point minute_began_{};
    int frames_ = 0;
    bool stopped_ = false;
};

}  // namespace

template <class Stream>
Task<void> serve_live(
    std::shared_ptr<Shared> shared,
    Stream stream,
    bhttp::request<bhttp::string_body> upgrade,
    Request request,
    Taken place
) {
    beast::get_lowest_layer(stream).expires_never();
    auto connection = std::make_shared<LiveConnection<Stream>>(shared, std::move(stream), std::move(place));
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
    auto* service = shared->service.load();
    if (fault || service == nullptr) co_return;
    connection->listen(*service, request);
}

template Task<void> serve_live(
    std::shared_ptr<Shared>, PlainStream, bhttp::request<bhttp::string_body>, Request, Taken
);
template Task<void> serve_live(std::shared_ptr<Shared>, TlsStream, bhttp::request<bhttp::string_body>, Request, Taken);

}  // namespace anlan::http
