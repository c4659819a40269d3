#include "http/reply.hpp"

namespace anlan::http {

namespace {

constexpr std::size_t kPieceBytes = 64 * 1024;

bhttp::response<bhttp::string_body> head_of_file(const StaticFile& file, const Request& request, bool keep_alive) {
    Answer answer;
    answer.content_type = file.type;
    auto response = to_beast(std::move(answer), request, keep_alive, false);
    response.set(bhttp::field::content_type, file.type);
    response.set(bhttp::field::etag, file.etag);
    response.set(bhttp::field::cache_control, file.cache_control);
    response.set(bhttp::field::accept_ranges, "bytes");
    if (!file.gzip.empty()) response.set(bhttp::field::vary, "Accept-Encoding");
    return response;
}

/// The range asked for; a browser that has another version of the file (If-Range) gets it whole.
RangeAnswer range_of(const bhttp::request<bhttp::string_body>& asked, const StaticFile& file) {
    const auto version = asked[bhttp::field::if_range];
    if (!version.empty() && version != file.etag) return {};
    const auto header = asked[bhttp::field::range];
    return read_range(std::string_view(header.data(), header.size()), file.bytes);
}

void set_range(bhttp::response<bhttp::string_body>& response, ByteRange range, std::uint64_t bytes) {
    response.result(bhttp::status::partial_content);
    response.set(
        bhttp::field::content_range,
        "bytes " + std::to_string(range.first) + "-" + std::to_string(range.last) + "/" + std::to_string(bytes)
    );
}

/// A part of a large file, straight from the disk. Each piece must be taken in time, so a reader that stops is dropped.
template <class Stream>
Task<bool> write_from_disk(
    std::shared_ptr<Shared> shared,
    Stream& stream,
    std::shared_ptr<const StaticFile> file,
    ByteRange range,
    bhttp::response<bhttp::string_body> head
) {
    const bool keep = head.keep_alive();
    bhttp::response<bhttp::buffer_body> response(std::move(head.base()));
    response.content_length(range.last - range.first + 1);
    response.body().more = true;
    response.body().data = nullptr;
    bhttp::response_serializer<bhttp::buffer_body> serializer(response);
    boost::system::error_code fault;
    auto token = asio::redirect_error(asio::use_awaitable, fault);
    beast::file source;
    source.open(file->path.c_str(), beast::file_mode::scan, fault);
    if (!fault) source.seek(range.first, fault);
    if (fault) co_return false;
    co_await bhttp::async_write_header(stream, serializer, token);
    std::vector<char> piece(kPieceBytes);
    for (auto left = range.last - range.first + 1; !fault && left > 0;) {
        const auto count = source.read(piece.data(), std::min<std::uint64_t>(piece.size(), left), fault);
        if (fault || count == 0) co_return false;
        left -= count;
        response.body().data = piece.data();
        response.body().size = count;
        response.body().more = left > 0;
        beast::get_lowest_layer(stream).expires_after(shared->settings.limits.write_seconds_max);
        co_await bhttp::async_write(stream, serializer, token);
        if (fault == bhttp::error::need_buffer) fault = {};
    }
    co_return !fault && keep;
}

}  // namespace

template <class Stream>
Task<bool> serve_file(
    std::shared_ptr<Shared> shared,
    Stream& stream,
    std::shared_ptr<const StaticFile> file,
    bhttp::request<bhttp::string_body> asked,
    Request request
) {
    auto response = head_of_file(*file, request, asked.keep_alive());
    const bool head = asked.method() == bhttp::verb::head;
    beast::get_lowest_layer(stream).expires_after(shared->settings.limits.write_seconds_max);
    if (asked[bhttp::field::if_none_match] == file->etag) {
        response.result(bhttp::status::not_modified);
        response.erase(bhttp::field::content_type);
        co_return co_await write_answer(stream, std::move(response), true);
    }
    const auto wanted = range_of(asked, *file);
    if (!wanted.fits) {
        response.result(bhttp::status::range_not_satisfiable);
        response.set(bhttp::field::content_range, "bytes */" + std::to_string(file->bytes));
        response.content_length(0);
        co_return co_await write_answer(stream, std::move(response), false);
    }
    const auto range = wanted.range.value_or(ByteRange{0, file->bytes == 0 ? 0 : file->bytes - 1});
    if (wanted.range) set_range(response, range, file->bytes);
    if (!file->in_memory && !head) {
        auto sending = write_from_disk(shared, stream, std::move(file), range, std::move(response));
        co_return co_await std::move(sending);
    }
    const bool zip = asked[bhttp::field::accept_encoding].find("gzip") != beast::string_view::npos;
    const bool zipped = zip && !wanted.range && !file->gzip.empty();
    if (zipped) response.set(bhttp::field::content_encoding, "gzip");
    if (zipped)
        response.body() = file->gzip;
    else if (file->in_memory)
        response.body() = file->plain.substr(range.first, range.last - range.first + 1);
    response.content_length(file->in_memory ? response.body().size() : range.last - range.first + 1);
    auto writing = write_answer(stream, std::move(response), head);
    co_return co_await std::move(writing);
}

template Task<bool> serve_file(
    std::shared_ptr<Shared>,
    PlainStream&,
    std::shared_ptr<const StaticFile>,
    bhttp::request<bhttp::string_body>,
    Request
);
template Task<bool> serve_file(
    std::shared_ptr<Shared>, TlsStream&, std::shared_ptr<const StaticFile>, bhttp::request<bhttp::string_body>, Request
);

}  // namespace anlan::http
