#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <optional>

#include "federation/handover.hpp"
#include "federation/line.hpp"

/// Attachments between neighbours, beside the hand-over and on the same line: asked for by digest, given in pieces.
/// docs/protocol/files.md draws the bytes.
namespace anlan::federation {

struct FilePort {
    /// Whether this neighbour may have the file: it stands above and has been told of it.
    std::function<bool(const AreaCode& asker, const std::string& id)> may_have;
    std::function<std::optional<std::string>(const std::string& id)> read;
    std::function<void(const std::string& id, std::string bytes)> keep;  ///< its SHA-256 is the id
};

inline constexpr std::size_t kFileBytesMost = 10 * 1024 * 1024, kPieceBytes = 32 * 1024, kFirstPieceBytes = 4 * 1024;
inline constexpr Milliseconds kNarrow{2'000};       ///< the first piece took longer: the link is for entries alone
inline constexpr Milliseconds kAskAgain{10'000};    ///< nothing came
inline constexpr Milliseconds kRest{10 * 60'000};   ///< before a narrow or silent neighbour is asked once more

struct FileMessage;

/// Stands between the hand-overs and their line: takes out what is about files and lets everything else through.
class FileLine final : public Line {
  public:
    FileLine(Line& under, AreaCode here, std::string private_pem, FilePort port, const Clock& clock);

    void meet(const Neighbour& neighbour);
    void part(const AreaCode& area);
    /// A file of this neighbour's; wanted already: nothing changes.
    void want(const AreaCode& from, const std::string& id);
    /// Answers what was asked, asks for what is due. Never on the line's own thread.
    void tick();

    void open(Receive receive) override;
    void send(const AreaCode& to, Lane lane, std::string frame) override;
    LineFacts facts(const AreaCode& neighbour) const override;
    void close() override;

  private:
    struct Coming {
        std::string id, bytes;
        Instant asked_at{};
        int asked = 0;
    };
    struct Other {
        std::string key;
        std::deque<std::string> wanted;
        std::optional<Coming> coming;
        Instant rests_until{};
    };
    using Frames = std::vector<std::pair<AreaCode, std::string>>;

    void take(std::string frame);
    void answer(const FileMessage& message, Frames& out);
    void take_piece(const FileMessage& message, Other& other, Frames& out);
    void ask_next(const AreaCode& area, Other& other, Frames& out);
    std::string framed(const FileMessage& message, const std::string& key) const;

    Line& under_;
    AreaCode here_;
    std::string private_pem_;
    FilePort port_;
    const Clock& clock_;
    std::mutex mutex_;
    std::map<AreaCode, Other> others_;
    std::deque<std::string> inbox_;
};

}  // namespace anlan::federation
