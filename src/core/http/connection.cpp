#include "http/file_answer.hpp"
#include "http/reply.hpp"

namespace anlan::http {

namespace {

using Parser = bhttp::request_parser<bhttp::string_body>;

constexpr std::size_t kDrainBytesMax = 16 * 1024 * 1024;
constexpr std::chrono::seconds kDrainSeconds{2};

bool is_live(const bhttp::request<bhttp::string_body>& asked, const Request& request) {
    return request.path == "/api/v1/live" && websocket::is_upgrade(asked);
}

bool for_service(const Request& request) {
    return request.path.starts_with("/api/") || request.path == "/healthz" || request.path == "/metrics";
}

/// What the socket says when a request could not be read; nothing when nobody is there to hear it.
std::optional<Answer> refusal_of(const boost::system::error_code& fault) {
    if (fault == bhttp::error::body_limit)
        return socket_problem(
            413, "body_too_large", "内容太大，请压缩或分开提交", "the body is too large; shrink or split it"
        );
    if (fault == bhttp::error::header_limit)
        return socket_problem(431, "header_too_large", "请求头太大", "the header is too large");
    if (fault.category() == bhttp::make_error_code(bhttp::error::bad_method).category() &&
        fault != bhttp::error::end_of_stream && fault != bhttp::error::partial_message)
        return socket_problem(400, "request_malformed", "请求格式有误", "the request is malformed");
    return std::nullopt;
}

/// Waits for the service's answer, whichever thread gives it.
Task<Answer> ask(Service* service, Request request) {
    auto initiate = [service, request = std::move(request)](auto handler) mutable {
        auto kept = std::make_shared<decltype(handler)>(std::move(handler));
        service->handle(std::move(request), [kept](Answer answer) {
            auto executor = asio::get_associated_executor(*kept);
            asio::post(executor, [kept, answer = std::move(answer)]() mutable { (*kept)(std::move(answer)); });
        });
    };
    auto waiting =
        asio::async_initiate<const asio::use_awaitable_t<>, void(Answer)>(std::move(initiate), asio::use_awaitable);
    co_return co_await std::move(waiting);
}

/// A request as read, or why it was not.
struct Incoming {
    bhttp::request<bhttp::string_body> asked;
    Request request;
    std::optional<Answer> refusal;
    Taken body;
    bool whole = false;
};

/// Takes the body's bytes out of what all requests may have together. A chunked body may become as long as it likes.
std::optional<Answer> take_body(std::shared_ptr<Shared> shared, Parser& parser, Taken& into) {
    const auto& limits = shared->settings.limits;
    const auto length = parser.content_length();
    const std::size_t bytes = length ? static_cast<std::size_t>(*length) : parser.chunked() ? limits.body_bytes_max : 0;
    into = Taken(shared, shared->body_bytes, bytes);
    if (bytes == 0 || shared->body_bytes <= limits.bodies_bytes_max) return std::nullopt;
    into = {};
    auto answer =
        socket_problem(503, "server_busy", "系统正忙，请稍后重试", "the server is busy; try again in a moment");
    answer.headers.emplace_back("Retry-After", "5");
    return answer;
}

/// What the other side has already, by the name the answer gives its content, is not sent again.
void spare_copy(Answer& answer, beast::string_view known) {
    for (const auto& [name, value] : answer.headers)
        if (name == "ETag" && known == value) {
            answer.status = 304;
            answer.body.clear();
            return;
        }
}

template <class Stream>
Task<Incoming> read_one(
    std::shared_ptr<Shared> shared, Stream& stream, beast::flat_buffer& buffer, std::chrono::seconds wait
) {
    const auto& limits = shared->settings.limits;
    auto& socket = beast::get_lowest_layer(stream);
    boost::system::error_code fault;
    auto token = asio::redirect_error(asio::use_awaitable, fault);
    Incoming incoming;
    Parser parser;
    parser.body_limit(limits.body_bytes_max);
    parser.header_limit(static_cast<std::uint32_t>(limits.header_bytes_max));
    socket.expires_after(wait);
    co_await bhttp::async_read_header(stream, buffer, parser, token);
    if (!fault) {
        incoming.refusal = take_body(shared, parser, incoming.body);
        if (incoming.refusal) co_return incoming;
        socket.expires_after(limits.read_seconds_max);
        if (parser.get()[bhttp::field::expect] == "100-continue") {
            bhttp::response<bhttp::empty_body> go_on{bhttp::status::continue_, 11};
            co_await bhttp::async_write(stream, go_on, token);
        }
        co_await bhttp::async_read(stream, buffer, parser, token);
    }
    if (fault) {
        incoming.refusal = refusal_of(fault);
        co_return incoming;
    }
    incoming.asked = parser.release();
    incoming.refusal = read_request(incoming.asked, incoming.request);
    incoming.whole = !incoming.refusal;
    co_return incoming;
}

template <class Stream>
Task<bool> serve_one(
    std::shared_ptr<Shared> shared,
    Stream& stream,
    bhttp::request<bhttp::string_body> asked,
    Request request,
    Taken body
) {
    const bool head = asked.method() == bhttp::verb::head;
    const bool gzip_ok = asked[bhttp::field::accept_encoding].find("gzip") != beast::string_view::npos;
    Answer answer;
    if (!for_service(request)) {
        auto file = request.method == Method::get ? shared->files.find(request.path) : nullptr;
        if (file) {
            auto serving = serve_file(shared, stream, std::move(file), std::move(asked), std::move(request));
            co_return co_await std::move(serving);
        }
        answer = socket_problem(404, "address_unknown", "没有这个页面", "there is no such page");
    } else if (auto* service = shared->service.load()) {
        auto copy = request;
        copy.body = std::move(asked.body());
        auto asking = ask(service, std::move(copy));
        answer = co_await std::move(asking);
        body = {};
        if (shared->service.load() == nullptr) co_return false;
        if (auto file = taken_file(answer)) {
            auto serving = serve_file(shared, stream, std::move(file), std::move(asked), std::move(request));
            co_return co_await std::move(serving);
        }
    } else {
        co_return false;
    }
    beast::get_lowest_layer(stream).expires_after(shared->settings.limits.write_seconds_max);
    spare_copy(answer, asked[bhttp::field::if_none_match]);
    auto response = to_beast(std::move(answer), request, asked.keep_alive(), gzip_ok);
    auto writing = write_answer(stream, std::move(response), head);
    co_return co_await std::move(writing);
}

template <class Stream>
Task<void> refuse_and_end(std::shared_ptr<Shared> shared, Stream& stream, Answer refusal) {
    beast::get_lowest_layer(stream).expires_after(shared->settings.limits.write_seconds_max);
    const Request unknown;
    auto response = to_beast(std::move(refusal), unknown, false, false);
    auto writing = write_answer(stream, std::move(response), false);
    co_await std::move(writing);
}

/// Says goodbye and hears the other side out for a moment: closing over unread bytes would reset the connection, and
/// the last answer would be lost on its way.
Task<void> part(beast::tcp_stream& socket) {
    boost::system::error_code fault;
    auto token = asio::redirect_error(asio::use_awaitable, fault);
    socket.socket().shutdown(Tcp::socket::shutdown_send, fault);
    socket.expires_after(kDrainSeconds);
    std::vector<char> sink(16 * 1024);
    const auto into = asio::buffer(sink);
    for (std::size_t drained = 0; !fault && drained < kDrainBytesMax;) {
        const auto count = co_await socket.async_read_some(into, token);
        drained += count;
    }
}

/// Ends a connection that the server wants gone, from any thread.
template <class Stream>
class Ending final : public Closable {
  public:
    explicit Ending(Stream& stream) : stream_(stream), executor_(stream.get_executor()) {}
    void close_soon() override {
        asio::post(executor_, [alive = std::weak_ptr<bool>(alive_), this] {
            if (alive.lock()) beast::get_lowest_layer(stream_).cancel();
        });
    }

  private:
    Stream& stream_;
    asio::any_io_executor executor_;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace

template <class Stream>
Task<void> serve_connection(std::shared_ptr<Shared> shared, Stream stream, Taken place) {
    const auto& limits = shared->settings.limits;
    auto& socket = beast::get_lowest_layer(stream);
    boost::system::error_code fault;
    auto token = asio::redirect_error(asio::use_awaitable, fault);
    Ending<Stream> ending(stream);
    Entered entered(shared, &ending);
    if constexpr (std::is_same_v<Stream, TlsStream>) {
        socket.expires_after(limits.read_seconds_max);
        co_await stream.async_handshake(asio::ssl::stream_base::server, token);
        if (fault) co_return;
    }
    const auto peer = socket.socket().remote_endpoint(fault).address().to_string();
    beast::flat_buffer buffer;
    auto wait = limits.read_seconds_max;
    for (bool open = true; open && shared->service.load() != nullptr; wait = limits.idle_seconds_max) {
        auto reading = read_one(shared, stream, buffer, wait);
        auto incoming = co_await std::move(reading);
        if (!incoming.whole && !incoming.refusal) co_return;
        auto& request = incoming.request;
        request.peer_address = peer;
        request.tls = std::is_same_v<Stream, TlsStream>;
        if (auto* service = shared->service.load();
            incoming.whole && service != nullptr && is_live(incoming.asked, request)) {
            auto agreed = service->may_listen(request);
            if (agreed.status == 101) {
                entered.leave();
                auto executor = stream.get_executor();
                // By itself, so that an idle listener holds none of this connection's buffers.
                auto live = serve_live(
                    shared, std::move(stream), std::move(incoming.asked), std::move(request), std::move(place)
                );
                asio::co_spawn(executor, std::move(live), &log_end);
                co_return;
            }
            incoming.refusal = std::move(agreed);
        }
        if (incoming.refusal) {
            auto refusing = refuse_and_end(shared, stream, std::move(*incoming.refusal));
            co_await std::move(refusing);
            break;
        }
        socket.expires_never();
        auto serving =
            serve_one(shared, stream, std::move(incoming.asked), std::move(request), std::move(incoming.body));
        open = co_await std::move(serving);
    }
    auto parting = part(socket);
    co_await std::move(parting);
}

template Task<void> serve_connection(std::shared_ptr<Shared>, PlainStream, Taken);
template Task<void> serve_connection(std::shared_ptr<Shared>, TlsStream, Taken);

}  // namespace anlan::http
