#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/node.hpp"
#include "narrow/answers.hpp"

namespace anlan::app {

/// [node.narrowband]: the device for short messages and whose telephone is whose.
struct NarrowbandSettings {
    std::string device;        ///< "/dev/ttyUSB0"
    std::string kind = "gsm";  ///< "gsm": SMS as text; "binary": SMS as 8-bit data; "satellite"
    std::string number;        ///< own, shown to people
    std::string parent;        ///< empty: the level above is not told by short message
    std::map<AreaCode, std::string> children;
    std::int64_t most_bytes = 140;  ///< of a frame, 78 … 140: what a terminal takes
};

/// A node's modem and courier. Neighbours are those that joined; one without a telephone number is left out, one that
/// was removed is heard no more.
class Narrowband {
  public:
    /// `house`: further neighbours, in the same process.
    Narrowband(Node& node, NarrowbandSettings settings, std::vector<federation::Neighbour> house);
    ~Narrowband();
    Narrowband(const Narrowband&) = delete;
    Narrowband& operator=(const Narrowband&) = delete;

    /// Takes in what came and sends what is due. On a thread of its own, each second, while the node is open.
    void tick();
    /// For the page. Any thread.
    narrow::DeviceAnswer state() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::app
