#pragma once

#include <functional>
#include <map>
#include <mutex>

#include "federation/handover.hpp"
#include "federation/line.hpp"

/// Words between neighbours that are worth something only now: who speaks in a meeting, where its sound goes. They may
/// be lost and are kept by nobody; whoever needs them says them again. docs/protocol/words.md draws the bytes.
namespace anlan::federation {

inline constexpr std::size_t kWordBytesMost = 48 * 1024;
inline constexpr Milliseconds kWordOld{60'000};  ///< older, by the two clocks, or from the future: not taken

/// Stands between the other users of a line and the line: takes out words and lets everything else through.
class WordLine final : public Line {
  public:
    /// On the line's thread: only put aside. `from` is proved by the word's code.
    using Hear = std::function<void(const AreaCode& from, std::string text)>;

    WordLine(Line& under, AreaCode here, std::string private_pem, const Clock& clock, Hear hear);

    void meet(const Neighbour& neighbour);
    void part(const AreaCode& area);
    /// To nobody when the neighbour is not known.
    void say(const AreaCode& to, std::string text);
    /// Of this node and the neighbour; empty when it is not known.
    std::string key_of(const AreaCode& area);

    void open(Receive receive) override;
    void send(const AreaCode& to, Lane lane, std::string frame) override;
    LineFacts facts(const AreaCode& neighbour) const override;
    void close() override;

  private:
    struct Other {
        std::string key;
        std::int64_t heard = 0, said = 0;  ///< of the last word, microseconds since 1970
    };
    void take(const std::string& frame);

    Line& under_;
    AreaCode here_;
    std::string private_pem_;
    const Clock& clock_;
    Hear hear_;
    std::mutex mutex_;
    std::map<AreaCode, Other> others_;
};

}  // namespace anlan::federation
