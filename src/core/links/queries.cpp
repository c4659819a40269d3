#include "links/queries.hpp"

namespace anlan::links {

std::vector<Child> children(store::Rows& rows) {
    return rows.select<Child>("SELECT area, name, public_pem, nkey FROM link_child ORDER BY area");
}

std::optional<Child> child_of(store::Rows& rows, const AreaCode& area) {
    return rows.first<Child>("SELECT area, name, public_pem, nkey FROM link_child WHERE area = :a", area);
}

std::optional<CodeState> code_of(store::Rows& rows, const std::string& code_id) {
    return rows.first<CodeState>(
        "SELECT code_id, digest, expires_at, used_by FROM link_code WHERE code_id = :c", code_id
    );
}

std::optional<JoinRequest> request_of(store::Rows& rows, const AreaCode& area) {
    return rows.first<JoinRequest>(
        "SELECT area, name, level, public_pem, nkey, fingerprint, address, code_id, asked_at, state, reason "
        "FROM link_request WHERE area = :a",
        area
    );
}

std::vector<JoinRequest> requests(store::Rows& rows, std::int64_t limit) {
    return rows.select<JoinRequest>(
        "SELECT area, name, level, public_pem, nkey, fingerprint, address, code_id, asked_at, state, reason "
        "FROM link_request ORDER BY asked_at DESC, area LIMIT :l",
        limit
    );
}

}  // namespace anlan::links
