#include "http/server.hpp"

#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <sstream>
#include <thread>

#include "http/shared.hpp"

namespace anlan::http {

void log_end(const std::exception_ptr& fault) {
    if (!fault) return;
    try {
        std::rethrow_exception(fault);
    } catch (const std::exception& error) {
        spdlog::warn("a connection failed: {}", error.what());
    }
}

struct Threads::Inside {
    explicit Inside(int count) : io(count), workers(static_cast<std::size_t>(count)) {}
    asio::io_context io;
    asio::executor_work_guard<asio::io_context::executor_type> work = asio::make_work_guard(io);
    asio::thread_pool workers;
    std::vector<std::thread> threads;
};

Threads::Threads(int count) : inside_(std::make_unique<Inside>(count)) {
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
    for (int i = 0; i < count; ++i) inside_->threads.emplace_back([this] { inside_->io.run(); });
}

Threads::~Threads() {
    stop();
}

void Threads::post(std::function<void()> work) {
    asio::post(inside_->workers, std::move(work));
}

void Threads::stop() {
    inside_->workers.join();
    inside_->work.reset();
    inside_->io.stop();
    for (auto& thread : inside_->threads)
        if (thread.joinable()) thread.join();
}

struct Server::Inside {
    Inside(asio::io_context& io, ServerSettings settings, Service& service)
        : shared(std::make_shared<Shared>(std::move(settings), service)), acceptor(asio::make_strand(io)) {}
    std::shared_ptr<Shared> shared;
    Tcp::acceptor acceptor;
    std::optional<asio::ssl::context> tls;
    std::uint16_t port = 0;
};

namespace {

/// Descriptors kept free for the store's files and for the operator.
constexpr rlim_t kFilesKept = 256;

bool files_run_out(int newest) {
    rlimit files{};
    return getrlimit(RLIMIT_NOFILE, &files) == 0 && static_cast<rlim_t>(newest) + kFilesKept > files.rlim_cur;
}

/// Tells one too many to come back; as far as that can be done without waiting.
void turn_away(Tcp::socket socket, bool tls) {
    static const std::string kWords = [] {
        auto answer = socket_problem(
            503, "server_busy", "连接太多，请稍后重试", "there are too many connections; try again in a moment"
        );
        auto response = to_beast(std::move(answer), {}, false, false);
        response.set(bhttp::field::retry_after, "5");
        std::ostringstream words;
        words << response;
        return words.str();
    }();
    boost::system::error_code ignored;
    socket.non_blocking(true, ignored);
    if (!tls) socket.write_some(asio::buffer(kWords), ignored);
    socket.shutdown(Tcp::socket::shutdown_send, ignored);
}

template <class Inside>
Task<void> accept_all(std::shared_ptr<Inside> inside, asio::io_context& io) {
    boost::system::error_code fault;
    auto token = asio::redirect_error(asio::use_awaitable, fault);
    while (inside->acceptor.is_open()) {
        Tcp::socket socket(asio::make_strand(io));
        co_await inside->acceptor.async_accept(socket, token);
        if (fault == asio::error::operation_aborted || fault == asio::error::bad_descriptor) co_return;
        if (fault) {
            // Out of files: give the others a moment to end.
            asio::steady_timer pause(io, std::chrono::milliseconds{50});
            co_await pause.async_wait(token);
            continue;
        }
        auto& shared = inside->shared;
        if (shared->connections >= shared->settings.limits.connections_max || files_run_out(socket.native_handle())) {
            turn_away(std::move(socket), inside->tls.has_value());
            continue;
        }
        Taken place(shared, shared->connections, 1);
        socket.set_option(Tcp::no_delay(true), fault);
        const auto strand = socket.get_executor();
        beast::tcp_stream stream(std::move(socket));
        if (inside->tls) {
            TlsStream secure(std::move(stream), *inside->tls);
            auto serving = serve_connection(shared, std::move(secure), std::move(place));
            asio::co_spawn(strand, std::move(serving), &log_end);
        } else {
            auto serving = serve_connection(shared, std::move(stream), std::move(place));
            asio::co_spawn(strand, std::move(serving), &log_end);
        }
    }
}

}  // namespace

Server::Server(Threads& threads, ServerSettings settings, Service& service) {
    auto& io = threads.inside().io;
    inside_ = std::make_shared<Inside>(io, std::move(settings), service);
    const auto& given = inside_->shared->settings;
    if (!given.certificate_file.empty()) {
        auto& tls = inside_->tls.emplace(asio::ssl::context::tls_server);
        tls.set_options(
            asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1 | asio::ssl::context::single_dh_use
        );
        SSL_CTX_set_mode(tls.native_handle(), SSL_MODE_RELEASE_BUFFERS);  // half the memory of an idle listener
        tls.use_certificate_chain_file(given.certificate_file);
        tls.use_private_key_file(given.key_file, asio::ssl::context::pem);
    }
    const Tcp::endpoint endpoint(asio::ip::make_address(given.address), given.port);
    inside_->acceptor.open(endpoint.protocol());
    inside_->acceptor.set_option(asio::socket_base::reuse_address(true));
    inside_->acceptor.bind(endpoint);
    inside_->acceptor.listen(4'096);
    inside_->port = inside_->acceptor.local_endpoint().port();
    auto accepting = accept_all(inside_, io);
    asio::co_spawn(inside_->acceptor.get_executor(), std::move(accepting), &log_end);
}

Server::~Server() {
    inside_->shared->service = nullptr;
    asio::post(inside_->acceptor.get_executor(), [inside = inside_] {
        boost::system::error_code ignored;
        inside->acceptor.close(ignored);
    });
    std::lock_guard lock(inside_->shared->mutex);
    for (auto* one : inside_->shared->open) one->close_soon();
}

std::uint16_t Server::port() const {
    return inside_->port;
}
std::size_t Server::connection_count() const {
    return inside_->shared->connections;
}

}  // namespace anlan::http
