#include "programme/api.hpp"

#include "programme/answers.hpp"

namespace anlan::programme {

using http::Call;
using http::Page;

namespace {

constexpr const char* kDesk = "desk.view";

Result<ReadinessAnswer> one(const Call& call, store::Rows& rows) {
    auto found = readiness_seen(rows, call.node, AreaCode{call.path("node")}, call.now);
    if (!found)
        return refuse(
            "station_unknown",
            "node",
            "这个站还没有报来建设情况，请从列表中选择",
            "nothing has been told by this station yet; choose one of the list"
        );
    return std::move(*found);
}

Result<Page<StationAnswer>> list(const Call& call, store::Rows& rows) {
    return Page<StationAnswer>{board(rows, call.node, call.now), {}};
}

}  // namespace

void add_endpoints(http::Endpoints& table) {
    table.list<StationAnswer>("/api/v1/readiness", kDesk, "各站建设情况（八个有）", "Readiness of the stations", &list);
    table.get<ReadinessAnswer>(
        "/api/v1/readiness/{node}", kDesk, "一个站逐项建设情况", "Readiness of one station, item by item", &one
    );
}

}  // namespace anlan::programme
