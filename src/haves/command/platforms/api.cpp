#include "platforms/queries.hpp"
#include "platforms/room.hpp"

namespace anlan::platforms {

namespace {

using http::Call;

constexpr const char* kActor = "system:platforms";
constexpr const char* kView = "desk.view";

struct PlatformsAnswer {
    bool configured = false;
    std::vector<PlatformFacts> platforms;
    std::vector<MessageFacts> taken;
    std::vector<SentFacts> sent;
    std::vector<RefusalFacts> refused;
};
BOOST_DESCRIBE_STRUCT(PlatformsAnswer, (), (configured, platforms, taken, sent, refused))

/// A refused package is noted too: somebody may be trying keys.
Result<journal::Wish> take(const Call& call, const Packages* packages) {
    if (packages == nullptr)
        return refuse(
            "platforms_missing",
            "",
            "本站没有对接应急广播平台，请在配置文件中填写 [node.emergency_network]",
            "this station speaks with no broadcasting platform; [node.emergency_network] configures one"
        );
    std::string claimed;
    auto opened = packages->open(call.request.body, claimed);
    if (opened) return journal::wish(World::real(), kActor, std::move(opened.value()));
    const auto& error = opened.error();
    return journal::wish(World::real(), kActor, NoteRefused{claimed.substr(0, 40), error.code, error.zh, error.en});
}

std::string text_in(const journal::Outcome& outcome, const char* name) {
    const auto* found = outcome.answer.if_contains(name);
    return found == nullptr ? std::string() : std::string(found->as_string());
}

http::Answer answer(const Call& call, const journal::Outcome& outcome, const Packages* packages) {
    if (outcome.answer.contains("code"))
        return http::problem(
            422,
            refuse(text_in(outcome, "code"), "", text_in(outcome, "zh"), text_in(outcome, "en")),
            call.caller.english
        );
    std::string claimed;
    const auto message = packages->open(call.request.body, claimed);
    http::Answer made;
    made.content_type = "application/x-tar";
    made.body = packages->answer(
        message.value().platform,
        message.value().package,
        {text_in(outcome, "taking") != to_text(Taking::turned_down), text_in(outcome, "zh")},
        call.now
    );
    return made;
}

}  // namespace

void add_endpoints(http::Endpoints& table, const Packages* packages) {
    table
        .get<PlatformsAnswer>(
            "/api/v1/broadcast-platforms",
            kView,
            "应急广播平台对接情况",
            "broadcasting platforms, what they sent and were told",
            [configured = packages != nullptr](const Call& call, store::Rows& rows) -> Result<PlatformsAnswer> {
                const auto limit = call.limit(30, 200);
                return PlatformsAnswer{
                    configured, platforms(rows), messages(rows, limit), sent(rows, limit), refusals(rows, limit)};
            }
        )
        .asks({http::asked_limit()});
    auto& door = table.add(
        http::Method::post,
        "/api/v1/broadcast-platforms/packages",
        "public",
        "接收应急广播消息包（验签）",
        "take a signed emergency broadcast package"
    );
    door.takes = {{"type", "string"}, {"contentMediaType", "application/x-tar"}};
    door.gives = {{"type", "string"}, {"contentMediaType", "application/x-tar"}};
    door.write = [packages](const Call& call, store::Rows&) { return take(call, packages); };
    door.answer = [packages](const Call& call, const journal::Outcome& outcome) {
        return answer(call, outcome, packages);
    };
}

}  // namespace anlan::platforms
