#include "warehouse/registers.hpp"

namespace anlan::warehouse {

registers::Register stores() {
    return {
        "stores",
        "仓库",
        "Stores",
        {{.name = "name", .title_zh = "名称", .title_en = "Name", .required = true},
         {.name = "area", .title_zh = "所在区划", .title_en = "Area", .type = "area", .required = true},
         {.name = "address", .title_zh = "地址", .title_en = "Address"},
         {.name = "rooms", .title_zh = "库室（用顿号隔开）", .title_en = "Rooms"},
         {.name = "lon", .title_zh = "经度", .title_en = "Longitude", .type = "number"},
         {.name = "lat", .title_zh = "纬度", .title_en = "Latitude", .type = "number"},
         {.name = "keeper", .title_zh = "保管员", .title_en = "Keeper", .type = "person"},
         {.name = "second", .title_zh = "复核人", .title_en = "Second keeper", .type = "person"},
         {.name = "note", .title_zh = "备注", .title_en = "Note"}}};
}

registers::Register agreements() {
    return {
        "supply_agreements",
        "协议储备",
        "Supply agreements",
        {{.name = "supplier", .title_zh = "企业", .title_en = "Supplier", .required = true},
         {.name = "contact", .title_zh = "24 小时联系人", .title_en = "Contact", .personal = true},
         {.name = "phone", .title_zh = "电话", .title_en = "Telephone", .personal = true},
         {.name = "items", .title_zh = "品目", .title_en = "Items", .required = true},
         {.name = "quantity", .title_zh = "可供数量", .title_en = "Quantity", .required = true},
         {.name = "minutes",
          .title_zh = "送达分钟",
          .title_en = "Minutes to deliver",
          .type = "number",
          .required = true},
         {.name = "valid_to", .title_zh = "有效期至", .title_en = "Valid to", .type = "date", .required = true},
         {.name = "tested", .title_zh = "最近一次呼叫测试", .title_en = "Last call test", .type = "date"},
         {.name = "note", .title_zh = "备注", .title_en = "Note"}}};
}

}  // namespace anlan::warehouse
