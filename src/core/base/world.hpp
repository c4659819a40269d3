#pragma once

#include <string>
#include <utility>

#include "base/strong.hpp"

namespace anlan {

/// Reality, or one drill (演练). Never a flag on the side: it is handed to every command, stamped on every entry by the
/// writer and inherited by whatever follows, so the two cannot be mixed up (MISSION: "not by a checkbox, by type").
class World {
  public:
    static World real() { return World{{}}; }
    static World drill(DrillId id) { return World{std::move(id)}; }
    /// As stored: empty text is reality.
    static World stored(std::string text) { return World{DrillId{std::move(text)}}; }

    bool is_drill() const { return !drill_.empty(); }
    const std::string& text() const { return drill_.text; }
    bool operator==(const World&) const = default;

  private:
    explicit World(DrillId drill) : drill_(std::move(drill)) {}
    DrillId drill_;
};

/// Words that leave the station towards people. Its only constructor marks what belongs to a drill, so an unmarked
/// drill message cannot be written.
class Announcement {
  public:
    Announcement(const World& world, std::string words)
        : text_(world.is_drill() && !words.starts_with("【演练】") ? "【演练】" + words : std::move(words)) {}
    const std::string& text() const { return text_; }

  private:
    std::string text_;
};

}  // namespace anlan
