#include "shelter/registers.hpp"

namespace anlan::shelter {

registers::Register shelters() {
    return {
        "shelters",
        "避灾点",
        "Shelters",
        {{.name = "name", .title_zh = "名称", .title_en = "Name", .required = true},
         {.name = "area", .title_zh = "区划", .title_en = "Area", .type = "area", .required = true},
         {.name = "capacity", .title_zh = "可容纳人数", .title_en = "Capacity", .type = "number", .required = true},
         {.name = "capacity_temporary",
          .title_zh = "临时安置（数天）可容纳",
          .title_en = "Capacity for days",
          .type = "number"},
         {.name = "capacity_lasting",
          .title_zh = "过渡安置（数周）可容纳",
          .title_en = "Capacity for weeks",
          .type = "number"},
         {.name = "lon", .title_zh = "经度", .title_en = "Longitude", .type = "number"},
         {.name = "lat", .title_zh = "纬度", .title_en = "Latitude", .type = "number"},
         {.name = "keeper", .title_zh = "管理员", .title_en = "Keeper", .type = "person"},
         {.name = "equipment", .title_zh = "设施", .title_en = "Equipment"},
         {.name = "note", .title_zh = "备注", .title_en = "Note"}}};
}

registers::Register households() {
    return {
        "households",
        "转移对象户",
        "Households to be moved",
        {{.name = "area", .title_zh = "区划", .title_en = "Area", .type = "area", .required = true},
         {.name = "head", .title_zh = "户主", .title_en = "Head", .required = true, .personal = true},
         {.name = "address", .title_zh = "住址", .title_en = "Address", .required = true, .personal = true},
         {.name = "phone", .title_zh = "电话", .title_en = "Telephone", .personal = true},
         {.name = "people", .title_zh = "人数", .title_en = "People", .type = "number", .required = true},
         {.name = "kind", .title_zh = "转移原因", .title_en = "Reason"},
         {.name = "helper", .title_zh = "转移责任人", .title_en = "Helper", .type = "person"},
         {.name = "lon", .title_zh = "经度", .title_en = "Longitude", .type = "number"},
         {.name = "lat", .title_zh = "纬度", .title_en = "Latitude", .type = "number"}},
        true};
}

}  // namespace anlan::shelter
