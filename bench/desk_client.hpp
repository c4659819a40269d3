#pragma once

#include <boost/json.hpp>
#include <string>

namespace anlan::bench {

/// A desk's browser: one kept connection, one question after the other. Loopback only.
class DeskClient {
  public:
    DeskClient(int port, std::string token);
    ~DeskClient();
    DeskClient(const DeskClient&) = delete;
    DeskClient& operator=(const DeskClient&) = delete;

    /// Throws std::runtime_error for anything but 200 and 201.
    boost::json::value get(const std::string& path) { return boost::json::parse(download(path)); }
    /// The answer's body as it is.
    std::string download(const std::string& path) { return ask("GET", path, {}, {}); }
    boost::json::value post(
        const std::string& path, const std::string& body, const std::string& type = "application/json"
    ) {
        return boost::json::parse(ask("POST", path, body, type));
    }

  private:
    std::string ask(
        const std::string& method, const std::string& path, const std::string& body, const std::string& type
    );

    std::string token_;
    int socket_ = -1;
};

}  // namespace anlan::bench
