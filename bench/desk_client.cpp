#include "bench/desk_client.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

#include "bench/ws_clients.hpp"

namespace anlan::bench {

DeskClient::DeskClient(int port, std::string token) : token_(std::move(token)), socket_(connect_to(port)) {}

DeskClient::~DeskClient() {
    ::close(socket_);
}

std::string DeskClient::ask(
    const std::string& method, const std::string& path, const std::string& body, const std::string& type
) {
    std::string request =
        method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token_ + "\r\n";
    if (!type.empty())
        request += "Content-Type: " + type + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    request += "\r\n" + body;
    if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
        throw std::runtime_error("the desk could not ask");
    std::string answer;
    std::array<char, 65'536> piece{};
    std::size_t wanted = std::string::npos;
    while (answer.size() < wanted) {
        const auto count = ::recv(socket_, piece.data(), piece.size(), 0);
        if (count <= 0) throw std::runtime_error("the desk was dropped");
        answer.append(piece.data(), static_cast<std::size_t>(count));
        const auto end = answer.find("\r\n\r\n");
        if (wanted != std::string::npos || end == std::string::npos) continue;
        const auto length = answer.find("Content-Length: ");
        wanted = end + 4 + (length < end ? std::stoul(answer.substr(length + 16)) : 0);
    }
    if (!answer.starts_with("HTTP/1.1 20")) throw std::runtime_error(method + " " + path + ": " + answer);
    return answer.substr(answer.find("\r\n\r\n") + 4);
}

}  // namespace anlan::bench
