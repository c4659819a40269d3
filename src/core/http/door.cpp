#include "http/door.hpp"

namespace anlan::http {

std::optional<Refusal> turned_away(const Endpoint& endpoint, const Caller& caller) {
    if (endpoint.permission == "public") return std::nullopt;
    if (!caller.known()) return refuse("login_wanted", "", "请先登录", "please log in first");
    if (endpoint.permission.empty() || caller.may(endpoint.permission)) return std::nullopt;
    return refuse(
        "not_permitted",
        "",
        "您没有这项权限（" + endpoint.permission + "），请联系管理员",
        "you do not hold the permission " + endpoint.permission + "; ask the administrator"
    );
}

}  // namespace anlan::http
