#include <spdlog/spdlog.h>

#include "http/shared.hpp"

namespace anlan::http {

namespace {

using Parser = bhttp::request_parser<bhttp::string_body>;

bool is_live(const bhttp::request<bhttp::string_body>& request) {
    return websocket::is_upgrade(request) && request.target().starts_with("/api/v1/live");
}

bool for_service(const Request& request) {
    return request.path.starts_with("/api/") || request.path == "/healthz" || request.path == "/metrics";
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
    auto waiting = asio::async_initiate<const asio::use_awaitable_t<>, void(Answer)>(std::move(initiate), asio::use_awaitable);
    co_return co_await std::move(waiting);
}

template <class Stream>
Task<bool> write_answer(Stream& stream, bhttp::response<bhttp::string_body> response, bool head) {
    boost::system::error_code fault;
    const bool keep = response.keep_alive();
    auto token = asio::redirect_error(asio::use_awaitable, fault);
    if (head) {
        bhttp::response_serializer<bhttp::string_body> serializer(response);
        serializer.split(true);
        co_await bhttp::async_write_header(stream, serializer, token);
    } else {
        co_await bhttp::async_write(stream, response, token);
    }
    co_return !fault && keep;
}

bhttp::response<bhttp::string_body> head_of_file(const StaticFile& file, const Request& request, bool keep_alive) {
    Answer answer;
    answer.content_type = file.type;
    auto response = to_beast(std::move(answer), request, keep_alive, false);
    response.set(bhttp::field::content_type, file.type);
    response.set(bhttp::field::etag, file.etag);
    response.set(bhttp::field::cache_control, file.cache_control);
    response.set(bhttp::field::accept_ranges, "bytes");
    return response;
}

/// A part of a large file, straight from the disk.
template <class Stream>
Task<bool> write_file(Stream& stream, const StaticFile& file, ByteRange range, bhttp::response<bhttp::string_body> head) {
    bhttp::response<bhttp::buffer_body> response(std::move(head.base()));
    response.content_length(range.last - range.first + 1);
    response.body().more = true;
    response.body().data = nullptr;
    bhttp::response_serializer<bhttp::buffer_body> serializer(response);
    boost::system::error_code fault;
    auto token = asio::redirect_error(asio::use_awaitable, fault);
    co_await bhttp::async_write_header(stream, serializer, token);
    beast::file file_handle;
    file_handle.open(file.path.c_str(), beast::file_mode::scan, fault);
    if (!fault) file_handle.seek(range.first, fault);
    std::vector<char> piece(64 * 1024);
    for (auto left = range.last - range.first + 1; !fault && left > 0;) {
        const auto count = file_handle.read(piece.data(), std::min<std::uint64_t>(piece.size(), left), fault);
        if (fault || count == 0) co_return false;
        left -= count;
        response.body().data = piece.data();
        response.body().size = count;
        response.body().more = left > 0;
        beast::get_lowest_layer(stream).expires_after(std::chrono::seconds{30});
        co_await bhttp::async_write(stream, serializer, token);
        if (fault == bhttp::error::need_buffer) fault = {};
    }
    co_return !fault && head.keep_alive();
}

template <class Stream>
Task<bool> serve_file(
    Stream& stream, std::shared_ptr<const StaticFile> file, const bhttp::request<bhttp::string_body>& asked, const Request& request
) {
    auto response = head_of_file(*file, request, asked.keep_alive());
    const bool head = asked.method() == bhttp::verb::head;
    if (asked[bhttp::field::if_none_match] == file->etag) {
        response.result(bhttp::status::not_modified);
        response.erase(bhttp::field::content_type);
        co_return co_await write_answer(stream, std::move(response), true);
    }
    const auto wanted = read_range(std::string_view(asked[bhttp::field::range].data(), asked[bhttp::field::range].size()), file->bytes);
    if (!wanted.fits) {
        response.result(bhttp::status::range_not_satisfiable);
        response.set(bhttp::field::content_range, "bytes */" + std::to_string(file->bytes));
        response.content_length(0);
        co_return co_await write_answer(stream, std::move(response), false);
    }
    const auto range = wanted.range.value_or(ByteRange{0, file->bytes == 0 ? 0 : file->bytes - 1});
    if (wanted.range) {
        response.result(bhttp::status::partial_content);
        response.set(
            bhttp::field::content_range,
            "bytes " + std::to_string(range.first) + "-" + std::to_string(range.last) + "/" + std::to_string(file->bytes)
        );
    }
    if (!file->in_memory && !head) co_return co_await write_file(stream, *file, range, std::move(response));
    const bool zipped = !wanted.range && !file->gzip.empty() && asked[bhttp::field::accept_encoding].find("gzip") != beast::string_view::npos;
    if (!file->gzip.empty()) response.set(bhttp::field::vary, "Accept-Encoding");
    if (zipped) response.set(bhttp::field::content_encoding, "gzip");
    if (zipped) response.body() = file->gzip;
    else if (file->in_memory) response.body() = file->plain.substr(range.first, range.last - range.first + 1);
    response.content_length(file->in_memory ? response.body().size() : file->bytes);
    co_return co_await write_answer(stream, std::move(response), head);
}

template <class Stream>
Task<bool> serve_one(std::shared_ptr<Shared> shared, Stream& stream, bhttp::request<bhttp::string_body> asked, Request request) {
    const bool head = asked.method() == bhttp::verb::head;
    const bool gzip_ok = asked[bhttp::field::accept_encoding].find("gzip") != beast::string_view::npos;
    Answer answer;
    if (!for_service(request)) {
        auto file = request.method == Method::get ? shared->files.find(request.path) : nullptr;
        if (file) {
            auto serving = serve_file(stream, std::move(file), asked, request);
            co_return co_await std::move(serving);
        }
        answer = socket_problem(404, "address_unknown", "没有这个页面", "there is no such page");
    } else if (auto* service = shared->service.load()) {
        auto copy = request;
        copy.body = asked.body();
        auto asking = ask(service, std::move(copy));
        answer = co_await std::move(asking);
        if (shared->service.load() == nullptr) co_return false;
    } else {
        co_return false;
    }
    beast::get_lowest_layer(stream).expires_after(shared->settings.limits.write_seconds_max);
    auto response = to_beast(std::move(answer), request, asked.keep_alive(), gzip_ok);
    auto writing = write_answer(stream, std::move(response), head);
    co_return co_await std::move(writing);
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

/// What the socket says when a request could not be read.
std::optional<Answer> refusal_of(const boost::system::error_code& fault) {
    if (fault == bhttp::error::body_limit)
        return socket_problem(413, "body_too_large", "内容太大，请压缩或分开提交", "the body is too large; shrink or split it");
    if (fault == bhttp::error::header_limit)
        return socket_problem(431, "header_too_large", "请求头太大", "the header is too large");
    if (fault.category() == bhttp::make_error_code(bhttp::error::bad_method).category() && fault != bhttp::error::end_of_stream &&
        fault != bhttp::error::partial_message)
        return socket_problem(400, "request_malformed", "请求格式有误", "the request is malformed");
    return std::nullopt;
}

}  // namespace

template <class Stream>
Task<void> serve_connection(std::shared_ptr<Shared> shared, Stream stream) {
    const Counted counted(shared);
    const auto& limits = shared->settings.limits;
    auto& socket = beast::get_lowest_layer(stream);
    auto token_fault = boost::system::error_code{};
    auto token = asio::redirect_error(asio::use_awaitable, token_fault);
    if constexpr (std::is_same_v<Stream, TlsStream>) {
        socket.expires_after(limits.read_seconds_max);
        co_await stream.async_handshake(asio::ssl::stream_base::server, token);
        if (token_fault) co_return;
    }
    const auto peer = socket.socket().remote_endpoint(token_fault).address().to_string();
    Ending<Stream> ending(stream);
    shared->enter(&ending);
    beast::flat_buffer buffer;
    for (bool open = true, first = true; open; first = false) {
        Parser parser;
        parser.body_limit(limits.body_bytes_max);
        parser.header_limit(static_cast<std::uint32_t>(limits.header_bytes_max));
        socket.expires_after(first ? limits.read_seconds_max : limits.idle_seconds_max);
        co_await bhttp::async_read_header(stream, buffer, parser, token);
        if (!token_fault) {
            socket.expires_after(limits.read_seconds_max);
            if (parser.get()[bhttp::field::expect] == "100-continue") {
                bhttp::response<bhttp::empty_body> go_on{bhttp::status::continue_, 11};
                co_await bhttp::async_write(stream, go_on, token);
            }
            co_await bhttp::async_read(stream, buffer, parser, token);
        }
        Request request;
        if (token_fault) {
            auto refusal = refusal_of(token_fault);
            if (refusal) {
                auto response = to_beast(std::move(*refusal), request, false, false);
                auto writing = write_answer(stream, std::move(response), false);
                co_await std::move(writing);
            }
            break;
        }
        auto asked = parser.release();
        const bool understood = read_request(asked, request);
        request.peer_address = peer;
        request.tls = std::is_same_v<Stream, TlsStream>;
        if (!understood) {
            auto refusal = socket_problem(400, "request_malformed", "请求格式有误", "the request is malformed");
            auto response = to_beast(std::move(refusal), request, false, false);
            auto writing = write_answer(stream, std::move(response), false);
            co_await std::move(writing);
            break;
        }
        if (is_live(asked) && shared->service.load() != nullptr) {
            auto agreed = shared->service.load()->may_listen(request);
            if (agreed.status == 101) {
                shared->leave(&ending);
                auto live = serve_live(shared, std::move(stream), std::move(asked), std::move(request));
                co_await std::move(live);
                co_return;
            }
            auto response = to_beast(std::move(agreed), request, false, false);
            auto writing = write_answer(stream, std::move(response), false);
            co_await std::move(writing);
            break;
        }
        socket.expires_never();
        auto serving = serve_one(shared, stream, std::move(asked), std::move(request));
        open = co_await std::move(serving);
    }
    shared->leave(&ending);
    socket.socket().shutdown(Tcp::socket::shutdown_send, token_fault);
}

template Task<void> serve_connection(std::shared_ptr<Shared>, PlainStream);
template Task<void> serve_connection(std::shared_ptr<Shared>, TlsStream);

}  // namespace anlan::http
