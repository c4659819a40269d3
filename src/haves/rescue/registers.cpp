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
         {.name = "equipment", .title_zh = "装备", .title_en = "Equipment"}},
        true};
}

}  // namespace anlan::rescue
