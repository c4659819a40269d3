#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "child/child.hpp"

namespace anlan::cameras {

/// A real RTSP server; gone with this. Killed and begun again it has the same port.
class RtspServer {
  public:
    RtspServer() { begin(); }
    void begin() {
        std::vector<std::string> words{"/usr/bin/python3", ANLAN_RTSP_SERVER};
        if (port_ != 0) words.push_back(std::to_string(port_));
        server_ = std::make_unique<child::Child>(words, "", child::Hear::output);
        std::string said;
        while (said.find('\n') == std::string::npos)
            if (server_->hear(said, std::chrono::seconds(20)) != child::Heard::words) break;
        port_ = std::atoi(said.c_str());
    }
    void kill() { server_.reset(); }
    bool begun() const { return port_ != 0; }
    std::string address(const std::string& path, const std::string& who = "") const {
        return "rtsp://" + who + "127.0.0.1:" + std::to_string(port_) + "/" + path;
    }

  private:
    std::unique_ptr<child::Child> server_;
    int port_ = 0;
};

}  // namespace anlan::cameras
