#include "http/test_client.hpp"

#include "http/beast.hpp"

namespace anlan::http {

struct TestClient::Inside {
    asio::io_context io;
    Tcp::socket socket{io};
    std::string rest;
};

TestClient::TestClient(unsigned short port, int receive_bytes) : inside_(std::make_unique<Inside>()) {
    inside_->socket.open(Tcp::v4());
    if (receive_bytes > 0) inside_->socket.set_option(asio::socket_base::receive_buffer_size(receive_bytes));
    inside_->socket.connect({asio::ip::make_address("127.0.0.1"), port});
}

TestClient::~TestClient() = default;

void TestClient::send(const std::string& bytes) {
    asio::write(inside_->socket, asio::buffer(bytes));
}

void TestClient::finish() {
    inside_->socket.shutdown(Tcp::socket::shutdown_send);
}

std::string TestClient::read_response(bool head) {
    auto& rest = inside_->rest;
    auto buffer = asio::dynamic_buffer(rest);
    const auto header_bytes = asio::read_until(inside_->socket, buffer, "\r\n\r\n");
    auto header = rest.substr(0, header_bytes);
    rest.erase(0, header_bytes);
    std::size_t body_bytes = 0;
    const auto at = header.find("Content-Length: ");
    if (at != std::string::npos && !head) body_bytes = std::stoul(header.substr(at + 16));
    if (rest.size() < body_bytes) asio::read(inside_->socket, buffer, asio::transfer_exactly(body_bytes - rest.size()));
    auto body = rest.substr(0, body_bytes);
    rest.erase(0, body_bytes);
    return header + body;
}

std::string TestClient::read_all() {
    boost::system::error_code fault;
    auto buffer = asio::dynamic_buffer(inside_->rest);
    asio::read(inside_->socket, buffer, fault);
    return std::move(inside_->rest);
}

std::string get(const std::string& path, const std::string& headers) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

}  // namespace anlan::http
