#include "venue/api_public.hpp"

#include "venue/answers.hpp"
#include "venue/commands.hpp"

namespace anlan::venue {

using http::Call;
using http::Method;

namespace {

constexpr const char* kAnybody = "public";

Result<PublicVenue> venue_shown(const Call& call, store::Rows& rows) {
    return public_venue(rows, call.now);
}

Result<PaperAnswer> paper(const Call& call, store::Rows&) {
    PaperAnswer made{call.path("paper"), call.query("hazard"), bank().version, {}};
    BOOST_OUTCOME_TRY(const auto drawn, draw(made.paper, made.hazard));
    for (const auto* each : drawn) made.questions.push_back({each->id, each->text, each->options, each->right, each->why});
    return made;
}

Result<PaperResult> result(const Call& call, store::Rows& rows) {
    return result_of(rows, call.path("paper"));
}

/// By id and code together, so that nobody learns of another's booking.
Result<PublicBooking> booking_shown(const Call& call, store::Rows& rows) {
    const auto found = booking(rows, {call.path("booking")});
    const auto venue = sheet(rows);
    if (!found || !venue || found->code != call.query("code"))
        return refuse("booking_unknown", "booking", "没有查到这个预约，请核对预约码", "no such booking; check the digits");
    return PublicBooking{*found, venue->name, venue->address};
}

struct Booked {
    std::string id, code;
};
BOOST_DESCRIBE_STRUCT(Booked, (), (id, code))

/// A command of somebody nobody knows. Who is signed in is known by name: a learner, a guide at the door.
template <class C>
http::Endpoint& anybody(http::Endpoints& table, std::string path, std::string zh, std::string en) {
    auto& made = table.add(Method::post, std::move(path), kAnybody, std::move(zh), std::move(en));
    made.takes = schema_of<C>();
    made.gives = schema_of<http::Written>();
    made.write = [](const Call& call, store::Rows&) -> Result<journal::Wish> {
        BOOST_OUTCOME_TRY(auto command, http::Endpoints::body_of<C>(call));
        const auto actor = call.caller.known() ? call.caller.person.text : std::string("public");
        return journal::wish(World::real(), actor, std::move(command));
    };
    return made;
}

}  // namespace

void add_public_endpoints(http::Endpoints& table) {
    table.get<PublicVenue>("/api/v1/public/venue", kAnybody, "宣教场所：开放、展项、活动", "The venue", &venue_shown);
    auto& book = anybody<BookVisit>(table, "/api/v1/public/bookings", "预约参观", "Book a visit");
    book.creates = true;
    book.answers<Booked>();
    table
        .get<PublicBooking>(
            "/api/v1/public/bookings/{booking}", kAnybody, "一次预约", "One booking", &booking_shown
        )
        .asks({"code"});
    anybody<CancelBooking>(table, "/api/v1/public/bookings/{booking}/cancel", "取消预约", "Cancel a booking");
    anybody<SignVisit>(table, "/api/v1/public/visits", "参观签到", "Sign in at the door").creates = true;
    anybody<RateVisit>(table, "/api/v1/public/visits/{visit}/rating", "评价参观", "Rate a visit");
    anybody<ReportFault>(table, "/api/v1/public/exhibits/{exhibit}/fault", "报展项故障", "Report a fault");
    table.get<PaperAnswer>("/api/v1/public/quiz/{paper}", kAnybody, "一份试卷", "A paper", &paper).asks({"hazard"});
    anybody<AnswerPaper>(table, "/api/v1/public/quiz/{paper}", "交卷", "Hand in a paper");
    table.get<PaperResult>(
        "/api/v1/public/quiz/{paper}/result", kAnybody, "答题结果", "What a paper came to", &result
    );
}

}  // namespace anlan::venue
