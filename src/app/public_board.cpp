#include "app/public_board.hpp"

#include <algorithm>
#include <memory>
#include <mutex>

#include "organisation/queries.hpp"
#include "shelter/queries.hpp"
#include "venue/answers.hpp"
#include "warning/queries.hpp"

namespace anlan::app {

namespace {

constexpr std::chrono::seconds kFresh{1};

struct BoardWarning {
    std::string id, hazard, headline, description, instruction, sender;
    warning::Colour colour = warning::Colour::none;
    Instant sent{};
    std::optional<Instant> expires;
};
BOOST_DESCRIBE_STRUCT(
    BoardWarning, (), (id, hazard, headline, description, instruction, sender, colour, sent, expires)
)

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

/// The answer of this second. Two who come at the turn of a second may both make it; that costs nothing but time.
class Kept {
  public:
    std::string body(const http::Call& call, store::Rows& rows) {
        {
            const std::lock_guard lock(mutex_);
            if (!body_.empty() && made_at_ <= call.now && call.now < made_at_ + kFresh) return body_;
        }
        auto made = json::serialize(to_json(board_of(call, rows)));
        const std::lock_guard lock(mutex_);
        body_ = std::move(made);
        made_at_ = call.now;
        return body_;
    }

  private:
    std::mutex mutex_;
    std::string body_;
    Instant made_at_{};
};

}  // namespace

void add_public_board(http::Endpoints& table) {
    auto& made = table.add(
        http::Method::get, "/api/v1/public/board", "public", "公众：预警、避灾点、值班电话", "Warnings and advice for everybody"
    );
    made.answers<Board>();
    made.read = [kept = std::make_shared<Kept>()](const http::Call& call, store::Rows& rows) -> Result<http::Answer> {
        http::Answer answer;
        answer.body = kept->body(call, rows);
        return answer;
    };
}

}  // namespace anlan::app
