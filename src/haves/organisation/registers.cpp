#include "organisation/registers.hpp"

namespace anlan::organisation {

registers::Register forces() {
    return {
        "forces",
        "社会力量",
        "Social forces",
        {{.name = "name", .title_zh = "名称", .title_en = "Name", .required = true},
         {.name = "area", .title_zh = "区划", .title_en = "Area", .type = "area"},
         {.name = "kind", .title_zh = "类型", .title_en = "Kind", .required = true},
         {.name = "contact", .title_zh = "联系人", .title_en = "Contact", .personal = true},
         {.name = "phone", .title_zh = "联系电话", .title_en = "Telephone", .personal = true},
         {.name = "members", .title_zh = "人数", .title_en = "Members", .type = "number"},
         {.name = "skills", .title_zh = "专长", .title_en = "Skills"},
         {.name = "agreement_until", .title_zh = "协议到期日", .title_en = "Agreement until", .type = "date"},
         {.name = "hours", .title_zh = "累计服务小时", .title_en = "Hours given", .type = "number"}}};
}

}  // namespace anlan::organisation
