#include "narrow/api.hpp"

#include "narrow/commands.hpp"

namespace anlan::narrow {

using http::Call;
using http::Method;
using http::Page;

void add_endpoints(http::Endpoints& table, std::function<DeviceAnswer()> device) {
    table.get<DeviceAnswer>(
        "/api/v1/narrow/device",
        "desk.view",
        "短信或卫星终端的状态",
        "how the device for short messages is",
        [device = std::move(device)](const Call&, store::Rows&) -> Result<DeviceAnswer> {
            return device ? device() : DeviceAnswer{};
        }
    );
    table
        .list<ReportAnswer>(
            "/api/v1/reports",
            "desk.view",
            "灾情、伤亡与求援",
            "situation, casualties and calls for help",
            [](const Call& call, store::Rows& rows) -> Result<Page<ReportAnswer>> {
                const auto& area = call.caller.area;
                return Page<ReportAnswer>{reports(rows, area, call.scope().text(), area, call.limit()), {}};
            }
        )
        .asks({"drill", http::asked_limit()});
    table
        .list<HeardAnswer>(
            "/api/v1/narrow/heard",
            "desk.view",
            "经短信或卫星收到的",
            "what came by SMS or satellite",
            [](const Call& call, store::Rows& rows) -> Result<Page<HeardAnswer>> {
                return Page<HeardAnswer>{heard(rows, call.scope().text(), call.caller.area, call.limit()), {}};
            }
        )
        .asks({"drill", http::asked_limit()});
    table
        .list<SentRow>(
            "/api/v1/narrow/told",
            "desk.view",
            "经短信或卫星发出的",
            "what was told by SMS or satellite",
            [](const Call& call, store::Rows& rows) -> Result<Page<SentRow>> {
                return Page<SentRow>{told(rows, call.scope().text(), call.limit()), {}};
            }
        )
        .asks({"drill", http::asked_limit()});
    table
        .command<ReportSituation>(
            Method::post, "/api/v1/reports/situation", "response.confirm", "报告灾情", "report the situation"
        )
        .creates = true;
    table
        .command<ReportCasualties>(
            Method::post, "/api/v1/reports/casualties", "response.confirm", "报告伤亡", "report casualties"
        )
        .creates = true;
    table.command<CallForHelp>(Method::post, "/api/v1/reports/help", "response.confirm", "求援", "call for help")
        .creates = true;
    table.command<SendWords>(Method::post, "/api/v1/reports/words", "response.confirm", "发一句话", "send words")
        .creates = true;
}

}  // namespace anlan::narrow
