#include "rescue/registers.hpp"

namespace anlan::rescue {

registers::Register teams() {
    return {
        "teams",
        "救援队伍",
        "Rescue teams",
        {{.name = "name", .title_zh = "队伍名称", .title_en = "Name", .required = true},
         {.name = "area", .title_zh = "区划", .title_en = "Area", .type = "area"},
         {.name = "kind", .title_zh = "类型", .title_en = "Kind", .required = true},
         {.name = "members", .title_zh = "人数", .title_en = "Members", .type = "number", .required = true},
         {.name = "skills", .title_zh = "专长", .title_en = "Skills"},
         {.name = "leader", .title_zh = "队长", .title_en = "Leader", .type = "person"},
         {.name = "equipment", .title_zh = "装备", .title_en = "Equipment"},
         {.name = "owner", .title_zh = "主管单位", .title_en = "Owner"},
         {.name = "station", .title_zh = "驻地", .title_en = "Station"},
         {.name = "lon", .title_zh = "经度", .title_en = "Longitude", .type = "number"},
         {.name = "lat", .title_zh = "纬度", .title_en = "Latitude", .type = "number"},
         {.name = "vehicles", .title_zh = "车辆", .title_en = "Vehicles"},
         {.name = "radio", .title_zh = "电台呼号", .title_en = "Radio call sign"},
         {.name = "agreement_until", .title_zh = "协议到期日", .title_en = "Agreement until", .type = "date"}},
        true};
}

}  // namespace anlan::rescue
