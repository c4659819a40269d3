#include "app/public_board.hpp"

#include <algorithm>
#include <memory>
#include <mutex>

#include "organisation/queries.hpp"
#include "seal/seal.hpp"
#include "shelter/queries.hpp"
#include "venue/answers.hpp"
#include "warning/queries.hpp"

namespace anlan::app {

namespace {

constexpr std::chrono::seconds kFresh{1}, kMinute{60};

struct BoardWarning {
    std::string id, hazard, headline, description, instruction, sender;
    warning::Colour colour = warning::Colour::none;
    Instant sent{};
    std::optional<Instant> expires;
};
BOOST_DESCRIBE_STRUCT(BoardWarning, (), (id, hazard, headline, description, instruction, sender, colour, sent, expires))

struct BoardShelter {
    std::string name, area_name;
};
BOOST_DESCRIBE_STRUCT(BoardShelter, (), (name, area_name))

struct Board {
    AreaCode area;
    std::string name, duty_phone;
    std::vector<BoardWarning> warnings;  ///< the gravest first
    std::vector<BoardShelter> shelters;
    bool venue_known = false, venue_open = false;
    std::string venue;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Board, (), (area, name, duty_phone, warnings, shelters, venue_known, venue_open, venue, at))

std::vector<BoardWarning> warnings_of(store::Rows& rows) {
    std::vector<BoardWarning> all;
    for (auto& each : warning::find_warnings(rows, {}))
        if (each.covers_us && each.status == "Actual")
            all.push_back(
                {each.id.text,
                 each.hazard,
                 each.headline,
                 each.description,
                 each.instruction,
                 each.sender_name,
                 each.colour,
                 each.sent,
                 each.expires}
            );
    std::stable_sort(all.begin(), all.end(), [](const BoardWarning& a, const BoardWarning& b) {
        return a.colour > b.colour;  // red is the last of the enum
    });
    return all;
}

Board board_of(const http::Call& call, store::Rows& rows) {
    Board board;
    board.area = call.node.area;
    board.name = call.node.name;
    board.duty_phone = organisation::duty_phone(rows, call.node.area);
    board.warnings = warnings_of(rows);
    for (const auto& each : shelter::open_shelters(rows))
        board.shelters.push_back({each.name, organisation::area_name(rows, each.area)});
    if (const auto venue = venue::sheet(rows)) {
        board.venue_known = true;
        board.venue_open = venue::open_at(*venue, call.now);
        board.venue = venue->name;
    }
    board.at = call.now;
    return board;
}

/// A board made once and given to everybody.
struct MadeBoard {
    std::string content;  ///< all but the time it was made
    std::string body, etag;
    Instant made_at{}, looked_at{};
};

MadeBoard made(Board board, std::string content) {
    MadeBoard kept{std::move(content), {}, {}, board.at, board.at};
    kept.body = json::serialize(to_json(board));
    kept.etag = "\"" + seal::sha256(kept.body).substr(0, 32) + "\"";
    return kept;
}

/// The board until something on it changes, looked at once a second; made anew every minute all the same, so that
/// whoever reads it offline sees how old it is. Two who come at the turn of a second may both look; that costs nothing
/// but time.
class KeptAnswer {
  public:
    std::shared_ptr<const MadeBoard> board(const http::Call& call, store::Rows& rows) {
        auto before = now();
        if (before && before->looked_at <= call.now && call.now < before->looked_at + kFresh) return before;
        auto board = board_of(call, rows);
        board.at = {};
        auto content = json::serialize(to_json(board));
        board.at = call.now;
        std::shared_ptr<MadeBoard> next;
        if (before && before->content == content && before->made_at <= call.now &&
            call.now < before->made_at + kMinute) {
            next = std::make_shared<MadeBoard>(*before);
            next->looked_at = call.now;
        } else {
            next = std::make_shared<MadeBoard>(made(std::move(board), std::move(content)));
        }
        const std::lock_guard lock(mutex_);
        kept_ = next;
        return next;
    }

  private:
    std::shared_ptr<const MadeBoard> now() {
        const std::lock_guard lock(mutex_);
        return kept_;
    }

    std::mutex mutex_;
    std::shared_ptr<const MadeBoard> kept_;
};

}  // namespace

void add_public_board(http::Endpoints& table) {
    auto& made = table.add(
        http::Method::get,
        "/api/v1/public/board",
        "public",
        "公众：预警、避灾点、值班电话",
        "Warnings and advice for everybody"
    );
    made.answers<Board>();
    made.read =
        [kept = std::make_shared<KeptAnswer>()](const http::Call& call, store::Rows& rows) -> Result<http::Answer> {
        const auto board = kept->board(call, rows);
        http::Answer answer;
        answer.body = board->body;
        answer.headers = {{"ETag", board->etag}, {"Cache-Control", "no-cache"}};
        return answer;
    };
}

}  // namespace anlan::app
