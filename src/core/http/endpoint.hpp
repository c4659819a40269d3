#pragma once

#include <deque>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "http/asked.hpp"
#include "http/message.hpp"
#include "journal/writer.hpp"

/// The endpoint table. A room adds one line per endpoint; from the same lines come routing, permission checks, reading
/// of bodies, OpenAPI, the permission matrix and the browser's types.
namespace anlan::http {

/// Who is asking, as found by identity.
struct Caller {
    PersonId person;
    std::string login, name;
    AreaCode area;  ///< sees and acts within this area
    std::set<std::string> roles, permissions;
    std::string session;   ///< digest of the token
    bool english = false;  ///< Accept-Language prefers English
    bool known() const { return !login.empty(); }
    bool may(const std::string& permission) const { return permissions.contains(permission); }
};

struct Endpoint;

/// One request on its way through the table.
struct Call {
    const Request& request;
    const Caller& caller;
    const journal::NodeFacts& node;
    Instant now{};
    const Endpoint* endpoint = nullptr;  ///< whose line it came by

    /// A value of the query. It is a fault to ask for one the endpoint's line does not declare.
    std::string query(const std::string& name, std::string otherwise = {}) const;
    /// Reality, or the drill named by `?drill=`. Lists answer for exactly one of them.
    World scope() const { return World::stored(query("drill")); }
    std::string path(const std::string& name) const {
        const auto found = request.path_values.find(name);
        return found == request.path_values.end() ? std::string() : found->second;
    }
    /// `limit` between 1 and `most`.
    std::int64_t limit(std::int64_t usual = 100, std::int64_t most = 1000) const;
};

/// A list's answer: {"items":[…],"cursor":…}.
template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> cursor;  ///< give it back as ?cursor= for the next page
};

/// What a command is answered with unless its line says otherwise.
struct Written {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(Written, (), (id))

struct Endpoint {
    Method method = Method::get;
    std::string path;        ///< "/api/v1/calls/{call}/answer"
    std::string permission;  ///< "" any person logged in; "public" nobody need log in
    std::string zh, en;      ///< one line for OpenAPI
    json::value takes, gives;
    /// Exactly one of the two. Both run on a worker thread; a write then goes to the writer.
    std::function<Result<Answer>(const Call&, store::Rows&)> read;
    std::function<Result<journal::Wish>(const Call&, store::Rows&)> write;
    /// Turns what was written into the answer; by default {"id": subject, …answer}, 201 when something was written by
    /// POST to a collection (`creates`), else 200.
    std::function<Answer(const Call&, const journal::Outcome&)> answer;
    bool creates = false;
    std::vector<Asked> queries{};  ///< what it reads from the query

    Endpoint& asks(std::initializer_list<Asked> more) {
        queries.insert(queries.end(), more.begin(), more.end());
        return *this;
    }
    template <class T>
    Endpoint& answers() {
        gives = schema_of<T>();
        return *this;
    }
};

/// Answer with a JSON body.
Answer json_answer(int status, const json::value& body);
/// The body of every refusal (RFC 9457), with code, field and message in both languages.
struct Problem {
    std::string type, title;
    std::int64_t status = 0;
    std::string code, field, message, message_zh, message_en;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, code, field, message, message_zh, message_en))

Answer problem(int status, const Refusal& refusal, bool english, const json::object& more = {});
/// 403 not_permitted, 404 …_unknown, 409 already_…/world_mixed, 423 locked, 429 too_many_…, 507 storage_full, 503
/// stopping, else 422: the status that goes with a refusal's code.
int status_of(const std::string& code);

class Endpoints {
  public:
    /// GET of one thing. `ask` is Result<T>(const Call&, store::Rows&).
    template <class T, class Ask>
    Endpoint& get(std::string path, std::string permission, std::string zh, std::string en, Ask ask) {
        auto& made = add(Method::get, std::move(path), std::move(permission), std::move(zh), std::move(en));
        made.gives = schema_of<T>();
        made.read = [ask = std::move(ask)](const Call& call, store::Rows& rows) -> Result<Answer> {
            BOOST_OUTCOME_TRY(auto found, ask(call, rows));
            return json_answer(200, to_json(found));
        };
        return made;
    }

    /// GET of many. `ask` is Result<Page<T>>(const Call&, store::Rows&).
    template <class T, class Ask>
    Endpoint& list(std::string path, std::string permission, std::string zh, std::string en, Ask ask) {
        auto& made = add(Method::get, std::move(path), std::move(permission), std::move(zh), std::move(en));
        made.gives = json::object{
            {"type", "object"},
            {"properties",
             {{"items", {{"type", "array"}, {"items", schema_of<T>()}}},
              {"cursor", {{"type", json::array{"string", "null"}}}}}},
            {"required", json::array{"items", "cursor"}}};
        made.read = [ask = std::move(ask)](const Call& call, store::Rows& rows) -> Result<Answer> {
            BOOST_OUTCOME_TRY(Page<T> page, ask(call, rows));
            return json_answer(200, {{"items", to_json(page.items)}, {"cursor", to_json(page.cursor)}});
        };
        return made;
    }

    /// A command: the JSON body is read into C (unknown fields refused), values of the path into members of the same
    /// name. With `creates` it makes something new in the world of ?drill=.
    template <class C>
    Endpoint& command(Method method, std::string path, std::string permission, std::string zh, std::string en) {
        auto& made = add(method, std::move(path), std::move(permission), std::move(zh), std::move(en));
        made.takes = schema_of<C>();
        made.gives = schema_of<Written>();
        made.asks({"drill"});
        made.write = [](const Call& call, store::Rows&) -> Result<journal::Wish> {
            BOOST_OUTCOME_TRY(auto command, body_of<C>(call));
            return journal::wish(call.scope(), call.caller.person.text, std::move(command));
        };
        return made;
    }

    /// Anything else: fill `read` or `write` of what is returned.
    Endpoint& add(Method method, std::string path, std::string permission, std::string zh, std::string en);

    template <class C>
    static Result<C> body_of(const Call& call) {
        json::value body = json::object();
        if (!call.request.body.empty()) {
            BOOST_OUTCOME_TRY(auto parsed, parse_json(call.request.body));
            body = std::move(parsed);
        }
        if (auto* object = body.if_object())
            for (const auto& [name, value] : call.request.path_values) (*object)[name] = value;
        return from_json<C>(body, Unknown::refused);
    }

    const std::deque<Endpoint>& all() const { return all_; }

  private:
    std::deque<Endpoint> all_;  // references given out by add() stay valid
};

}  // namespace anlan::http
