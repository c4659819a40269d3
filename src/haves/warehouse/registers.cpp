#include "warehouse/registers.hpp"

namespace anlan::warehouse {

registers::Register stock() {
    return {
        "stock",
        "物资",
        "Stock",
        {{.name = "item", .title_zh = "物资名称", .title_en = "Item", .required = true},
         {.name = "class", .title_zh = "类别", .title_en = "Class"},
         {.name = "quantity", .title_zh = "数量", .title_en = "Quantity", .type = "number", .required = true},
         {.name = "unit", .title_zh = "单位", .title_en = "Unit", .required = true},
         {.name = "store", .title_zh = "存放仓库", .title_en = "Store", .required = true},
         {.name = "expires", .title_zh = "有效期至", .title_en = "Expires", .type = "date"},
         {.name = "note", .title_zh = "备注", .title_en = "Note"}}};
}

}  // namespace anlan::warehouse
