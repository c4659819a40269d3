#include "bench/bare_beast.hpp"

#include <sys/resource.h>

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace anlan::bench {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Tcp = asio::ip::tcp;

class Listener : public std::enable_shared_from_this<Listener> {
  public:
    explicit Listener(Tcp::socket socket) : socket_(std::move(socket)) {}

    template <class Then>
    void accept(Then then) {
        socket_.async_accept([self = shared_from_this(), then](boost::system::error_code fault) {
            if (fault) return;
            then(self);
            self->read();
        });
    }

    void tell(std::shared_ptr<const std::string> text) {
        asio::post(socket_.get_executor(), [self = shared_from_this(), text] {
            self->waiting_.push_back(text);
            if (self->waiting_.size() == 1) self->write_next();
        });
    }

  private:
    void read() {
        socket_.async_read(buffer_, [self = shared_from_this()](boost::system::error_code fault, std::size_t) {
            if (!fault) self->read();
        });
    }

    void write_next() {
        socket_.async_write(
            asio::buffer(*waiting_.front()),
            [self = shared_from_this()](boost::system::error_code fault, std::size_t) {
                self->waiting_.pop_front();
                if (!fault && !self->waiting_.empty()) self->write_next();
            }
        );
    }

    beast::websocket::stream<Tcp::socket> socket_;
    beast::flat_buffer buffer_;
    std::deque<std::shared_ptr<const std::string>> waiting_;
};

class Bare {
  public:
    Bare() : acceptor_(io_, {asio::ip::make_address("127.0.0.1"), 0}) {
        accept();
        for (int i = 0; i < 2; ++i) threads_.emplace_back([this] { io_.run(); });
    }
    ~Bare() {
        io_.stop();
        for (auto& thread : threads_) thread.join();
    }
    int port() const { return acceptor_.local_endpoint().port(); }
    void tell_all(const std::string& text) {
        const auto shared = std::make_shared<const std::string>(text);
        std::lock_guard lock(mutex_);
        for (const auto& each : listeners_) each->tell(shared);
    }

  private:
    void accept() {
        acceptor_.async_accept(asio::make_strand(io_), [this](boost::system::error_code fault, Tcp::socket socket) {
            if (fault) return;
            std::make_shared<Listener>(std::move(socket))->accept([this](const std::shared_ptr<Listener>& listener) {
                std::lock_guard lock(mutex_);
                listeners_.push_back(listener);
            });
            accept();
        });
    }

    asio::io_context io_;
    Tcp::acceptor acceptor_;
    std::mutex mutex_;
    std::vector<std::shared_ptr<Listener>> listeners_;
    std::vector<std::thread> threads_;
};

}  // namespace

void serve_bare(Wire& wire) {
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    Bare bare;
    wire.tell(std::to_string(bare.port()));
    for (auto line = wire.hear(); !line.empty(); line = wire.hear())
        if (line.starts_with("tell ")) bare.tell_all(line.substr(5));
}

}  // namespace anlan::bench
