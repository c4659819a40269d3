#include "links/join_api.hpp"

#include "links/gate.hpp"
#include "links/join_commands.hpp"
#include "links/queries.hpp"

namespace anlan::links {

namespace {

using http::Call;
using http::Method;

constexpr const char* kAdmin = "system.admin";
constexpr int kAsksEach = 10, kAsksAll = 60, kPollsEach = 60, kPollsAll = 600;  // a minute

/// The new code, told once.
struct NewCode {
    std::string id, code;
    Instant expires_at{};
};
BOOST_DESCRIBE_STRUCT(NewCode, (), (id, code, expires_at))

JoinRequestRow row_of(const JoinRequest& request) {
    return {
        request.area,
        request.name,
        request.level,
        request.fingerprint,
        request.address,
        request.asked_at,
        request.state,
        request.reason};
}

/// Links are never part of a drill.
template <class C>
http::Endpoint& real_command(
    http::Endpoints& table, const char* path, const char* permission, const char* zh, const char* en
) {
    auto& made = table.command<C>(Method::post, path, permission, zh, en);
    made.queries.clear();
    made.write = [](const Call& call, store::Rows&) -> Result<journal::Wish> {
        BOOST_OUTCOME_TRY(auto command, http::Endpoints::body_of<C>(call));
        return journal::wish(World::real(), call.caller.person.text, std::move(command));
    };
    return made;
}

void add_decisions(http::Endpoints& table) {
    auto& codes = real_command<MakeCode>(
        table, "/api/v1/links/codes", kAdmin, "发一个接入码", "makes a one-time code to join with"
    );
    codes.answers<NewCode>();
    codes.creates = true;
    table
        .list<JoinRequestRow>(
            "/api/v1/links/requests",
            kAdmin,
            "接入申请",
            "stations that asked to join",
            [](const Call& call, store::Rows& rows) -> Result<http::Page<JoinRequestRow>> {
                http::Page<JoinRequestRow> page;
                for (const auto& request : requests(rows, call.limit())) page.items.push_back(row_of(request));
                return page;
            }
        )
        .asks({http::asked_limit()});
    real_command<ApproveJoin>(
        table, "/api/v1/links/requests/{area}/approve", kAdmin, "同意接入", "takes the station in"
    );
    real_command<RefuseJoin>(table, "/api/v1/links/requests/{area}/refuse", kAdmin, "拒绝接入", "refuses the station");
    real_command<RemoveLink>(
        table, "/api/v1/links/children/{area}/remove", kAdmin, "移除下级", "puts a joined station out"
    );
}

JoinAnswer answer_to(
    const JoinRequest& request,
    const CodeKey& shared,
    const journal::NodeFacts& node,
    const seal::KeyPair& key,
    const std::optional<Door>& door
) {
    JoinAnswer answer{
        request.state,
        request.reason,
        node.area,
        node.name,
        node.level(),
        key.public_pem,
        request.fingerprint,
        request.state == "approved" ? door : std::nullopt,
        {},
        {}};
    answer.mark = shared.mark(answer.text(request.area));
    answer.signature = seal::sign(key.private_pem, answer.text(request.area));
    return answer;
}

void add_doors(http::Endpoints& table, const LinksView& view) {
    const auto asks = std::make_shared<Gate>(kAsksEach, kAsksAll);
    const auto polls = std::make_shared<Gate>(kPollsEach, kPollsAll);
    auto& join = table.add(
        Method::post,
        "/api/v1/links/join",
        "public",
        "下级申请接入（凭接入码）",
        "a station below asks to join, with its code"
    );
    join.takes = schema_of<JoinAsk>();
    join.answers<http::Written>();
    join.creates = true;
    join.write = [view, asks](const Call& call, store::Rows&) -> Result<journal::Wish> {
        BOOST_OUTCOME_TRYV(asks->pass(call.request.peer_address, call.now));
        BOOST_OUTCOME_TRY(auto ask, http::Endpoints::body_of<JoinAsk>(call));
        return journal::wish(
            World::real(),
            "system:links",
            AskToJoin{std::move(ask), call.request.peer_address, view.key ? view.key().public_pem : std::string()}
        );
    };
    auto& poll = table.add(
        Method::post,
        "/api/v1/links/join/{area}",
        "public",
        "查询接入进展",
        "how the asking stands, for its maker alone"
    );
    poll.takes = schema_of<JoinPoll>();
    poll.answers<JoinAnswer>();
    poll.read = [view, polls](const Call& call, store::Rows& rows) -> Result<http::Answer> {
        BOOST_OUTCOME_TRYV(polls->pass(call.request.peer_address, call.now));
        BOOST_OUTCOME_TRY(const auto asked, http::Endpoints::body_of<JoinPoll>(call));
        const auto door = view.door ? view.door() : std::nullopt;
        BOOST_OUTCOME_TRY(const auto said, answer_poll(asked, rows, call.node, view.key(), door));
        return http::json_answer(200, to_json(said));
    };
}

}  // namespace

Result<JoinAnswer> answer_poll(
    const JoinPoll& poll,
    store::Rows& rows,
    const journal::NodeFacts& node,
    const seal::KeyPair& key,
    const std::optional<Door>& door
) {
    const auto request = request_of(rows, poll.area);
    if (!request)
        return refuse("request_unknown", "area", "没有这个单位的接入申请", "no station of this area has asked to join");
    const auto code = code_of(rows, request->code_id);
    const CodeKey shared = code ? CodeKey{code->code_id, code->digest} : CodeKey{};
    const bool holder = code && poll.code_id == shared.id && shared.made(poll.text(), poll.mark) &&
                        seal::verify(request->public_pem, poll.text(), poll.proof);
    if (!holder)
        return refuse(
            "not_yours",
            "code",
            "只有提出申请的那台机器可以查询；接入码或密钥不符",
            "only the machine that asked is answered; the code or the key differs"
        );
    return answer_to(*request, shared, node, key, door);
}

void add_join_endpoints(http::Endpoints& table, const LinksView& view) {
    add_decisions(table);
    add_doors(table, view);
}

}  // namespace anlan::links
