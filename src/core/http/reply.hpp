#pragma once

#include "http/shared.hpp"

namespace anlan::http {

/// Sends an answer; false when the connection has to end.
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

/// Sends a file, the part of it that was asked for, or that the browser has it already.
template <class Stream>
Task<bool> serve_file(
    std::shared_ptr<Shared> shared,
    Stream& stream,
    std::shared_ptr<const StaticFile> file,
    bhttp::request<bhttp::string_body> asked,
    Request request
);

}  // namespace anlan::http
