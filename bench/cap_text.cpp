#include "bench/cap_text.hpp"

#include <fmt/format.h>

#include "base/time.hpp"

namespace anlan::bench {

std::string cap_text(const std::string& identifier, const std::string& severity, const std::string& area) {
    const SystemClock clock;
    const auto now = clock.now();
    return fmt::format(
        R"(<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>{}</identifier><sender>bench@anlan.invalid</sender>
<sent>{}</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
<info><language>zh-CN</language><category>Met</category><event>台风</event><urgency>Immediate</urgency>
<severity>{}</severity><certainty>Observed</certainty>
<eventCode><valueName>eventCode</valueName><value>11B01</value></eventCode><expires>{}</expires>
<headline>测试：台风预警</headline><description>测速用</description>
<area><areaDesc>测试</areaDesc><geocode><valueName>AdminCode</valueName><value>{}</value></geocode></area>
</info></alert>)",
        identifier,
        to_rfc3339(now),
        severity,
        to_rfc3339(now + std::chrono::hours{6}),
        area
    );
}

}  // namespace anlan::bench
