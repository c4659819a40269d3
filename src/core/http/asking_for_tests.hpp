#pragma once

#include "http/door.hpp"
#include "http/endpoint.hpp"
#include "http/router.hpp"

/// For tests of rooms: asks an endpoint as the server does, door and all, without sockets and threads.
namespace anlan::http {

inline Caller stranger() {
    return {};
}

inline Caller caller_with(std::set<std::string> permissions, AreaCode area) {
    Caller caller;
    caller.person = PersonId{"p-officer"};
    caller.login = "officer";
    caller.area = std::move(area);
    caller.permissions = std::move(permissions);
    return caller;
}

/// `Node` is a trial::Trial; named only as a type, since the core's tests of http know none.
template <class Node>
class Asking {
  public:
    Asking(Node& node, const Endpoints& table) : node_(node), table_(table) {
        int index = 0;
        for (const auto& endpoint : table.all()) router_.add(endpoint.method, endpoint.path, index++);
    }

    Answer ask(
        const Caller& caller,
        Method method,
        const std::string& path,
        const std::string& body = {},
        std::map<std::string, std::string> query = {}
    ) {
        const auto match = router_.find(method, path);
        if (match.endpoint < 0) return {.status = 404, .body = "no such endpoint", .headers = {}};
        const auto& endpoint = table_.all()[static_cast<std::size_t>(match.endpoint)];
        Request request;
        request.method = method;
        request.path = path;
        request.body = body;
        request.query = std::move(query);
        request.path_values = match.path_values;
        if (const auto refusal = turned_away(endpoint, caller)) return refused(*refusal);
        const Call call{request, caller, node_.writer().node(), node_.now(), &endpoint};
        if (endpoint.read) {
            auto answer = endpoint.read(call, node_.rows());
            return answer ? std::move(answer.value()) : refused(answer.error());
        }
        auto wish = endpoint.write(call, node_.rows());
        if (!wish) return refused(wish.error());
        const auto outcome = node_.run(std::move(wish.value()));
        if (!outcome) return refused(outcome.error());
        if (endpoint.answer) return endpoint.answer(call, outcome.value());
        auto told = outcome.value().answer;
        told.emplace("id", outcome.value().subject);
        return json_answer(endpoint.creates ? 201 : 200, told);
    }

    /// "422 values.name" or "200"; of a refusal without a field "403 not_permitted".
    std::string said(
        const Caller& caller,
        Method method,
        const std::string& path,
        const std::string& body = {},
        std::map<std::string, std::string> query = {}
    ) {
        const auto answer = ask(caller, method, path, body, std::move(query));
        const auto status = std::to_string(answer.status);
        if (answer.status < 400) return status;
        const auto problem = parse_json(answer.body).value();
        const std::string field(problem.at("field").as_string()), code(problem.at("code").as_string());
        return status + " " + (field.empty() ? code : field);
    }

  private:
    static Answer refused(const Refusal& refusal) { return problem(status_of(refusal.code), refusal, false); }

    Node& node_;
    const Endpoints& table_;
    Router router_;
};

inline json::value body_of(const Answer& answer) {
    return parse_json(answer.body).value();
}

}  // namespace anlan::http
