#include "risk/registers.hpp"

namespace anlan::risk {

namespace {

/// In the order of the colours' weight; the words are those of the national rule on grading risks.
const std::vector<std::string> kClasses{"红", "橙", "黄", "蓝"};

}  // namespace

registers::Register hazard_points() {
    return {
        .name = "hazard_points",
        .title_zh = "风险隐患点",
        .title_en = "Hazard points",
        .fields =
            {{.name = "number", .title_zh = "编号", .title_en = "Number", .required = true},
             {.name = "name", .title_zh = "名称", .title_en = "Name", .required = true},
             {.name = "kind",
              .title_zh = "类别",
              .title_en = "Kind",
              .type = "choice",
              .required = true,
              .choices = {"地质灾害", "易涝", "危房", "渔船", "渔排", "危险化学品", "森林防火", "其他"}},
             {.name = "area", .title_zh = "区划", .title_en = "Area", .type = "area", .required = true},
             {.name = "grade", .title_zh = "风险等级", .title_en = "Class", .type = "choice", .choices = kClasses},
             {.name = "people", .title_zh = "受威胁人数", .title_en = "People at risk", .type = "number"},
             {.name = "keeper", .title_zh = "责任人", .title_en = "Keeper", .type = "person"},
             {.name = "watcher", .title_zh = "监测人", .title_en = "Watcher", .type = "person"},
             {.name = "plan", .title_zh = "预案", .title_en = "Plan"},
             {.name = "shelter", .title_zh = "避灾点", .title_en = "Shelter"},
             {.name = "lon", .title_zh = "经度", .title_en = "Longitude", .type = "number"},
             {.name = "lat", .title_zh = "纬度", .title_en = "Latitude", .type = "number"},
             {.name = "note", .title_zh = "备注", .title_en = "Note"}},
        .stays_home = false,
        .keys = {"number"}};
}

registers::Register risk_places() {
    return {
        .name = "risk_places",
        .title_zh = "企业和场所风险等级",
        .title_en = "Enterprises and places by risk class",
        .fields =
            {{.name = "name", .title_zh = "名称", .title_en = "Name", .required = true},
             {.name = "address", .title_zh = "地址", .title_en = "Address", .required = true},
             {.name = "area", .title_zh = "区划", .title_en = "Area", .type = "area"},
             {.name = "credit_code", .title_zh = "统一社会信用代码", .title_en = "Credit code"},
             {.name = "kind",
              .title_zh = "类别",
              .title_en = "Kind",
              .type = "choice",
              .required = true,
              .choices =
                  {"工业企业",
                   "危险化学品",
                   "加油站",
                   "建筑工地",
                   "渔港码头",
                   "学校",
                   "养老院",
                   "医院",
                   "商场市场",
                   "三合一场所",
                   "景区",
                   "其他"}},
             {.name = "grade",
              .title_zh = "风险等级",
              .title_en = "Class",
              .type = "choice",
              .required = true,
              .choices = kClasses},
             {.name = "workers", .title_zh = "人数", .title_en = "People", .type = "number"},
             {.name = "keeper", .title_zh = "监管责任人", .title_en = "Keeper", .type = "person"},
             {.name = "lon", .title_zh = "经度", .title_en = "Longitude", .type = "number"},
             {.name = "lat", .title_zh = "纬度", .title_en = "Latitude", .type = "number"},
             {.name = "contact", .title_zh = "安全负责人", .title_en = "Responsible", .personal = true},
             {.name = "phone", .title_zh = "联系电话", .title_en = "Telephone", .personal = true},
             {.name = "note", .title_zh = "备注", .title_en = "Note"}},
        .stays_home = false,
        .keys = {"name", "address"}};
}

}  // namespace anlan::risk
