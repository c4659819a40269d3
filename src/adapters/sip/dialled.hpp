#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "calls/ports.hpp"
#include "store/rows.hpp"

namespace anlan::sip {

/// What became of one carrying.
struct Fate {
    calls::Carriage state = calls::Carriage::failed;
    std::int64_t minutes = 0;  ///< to pay
    std::string note_zh, note_en;

    bool operator==(const Fate&) const = default;
};
BOOST_DESCRIBE_STRUCT(Fate, (), (state, minutes, note_zh, note_en))

/// Which carryings were dialled and how they ended, across kills: on the disk before it counts. Holds no number and no
/// word of a call. Of one thread; a disk that is full is an exception (StoreFault).
class Dialled {
  public:
    /// Makes the file when there is none; drops what is older than three days.
    explicit Dialled(const std::filesystem::path& file);

    bool begun(const std::string& id);
    /// Nothing while nobody knows how it ended.
    std::optional<Fate> end_of(const std::string& id);
    /// Before the first ring.
    void begin(const std::string& id);
    void end(const std::string& id, const Fate& fate);

  private:
    std::unique_ptr<store::Rows> rows_;
};

}  // namespace anlan::sip
