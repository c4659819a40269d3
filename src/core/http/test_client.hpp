#pragma once

#include <memory>
#include <string>

namespace anlan::http {

/// A blocking client for tests: raw bytes out, raw bytes in.
class TestClient {
  public:
    /// With `receive_bytes` the window stays that small.
    explicit TestClient(unsigned short port, int receive_bytes = 0);
    ~TestClient();
    void send(const std::string& bytes);
    /// Half closes: nothing more will be sent.
    void finish();
    /// Reads one response whole (by Content-Length), header and body.
    std::string read_response(bool head = false);
    /// Reads until the server closes.
    std::string read_all();
    std::string exchange(const std::string& bytes) {
        send(bytes);
        return read_response();
    }

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

std::string get(const std::string& path, const std::string& headers = {});

}  // namespace anlan::http
