#include "worksafety/registers.hpp"

#include "base/ensure.hpp"

namespace anlan::worksafety {

std::string_view mappings_json();

registers::Register units() {
    return {
        .name = "safety_units",
        .title_zh = "安全生产标准化企业",
        .title_en = "Enterprises under work-safety standardisation",
        .fields =
            {{.name = "name", .title_zh = "企业名称", .title_en = "Enterprise", .required = true},
             {.name = "credit_code", .title_zh = "统一社会信用代码", .title_en = "Credit code", .required = true},
             {.name = "area", .title_zh = "区划", .title_en = "Area", .type = "area"},
             {.name = "industry", .title_zh = "行业", .title_en = "Industry"},
             {.name = "level",
              .title_zh = "标准化等级",
              .title_en = "Level",
              .type = "choice",
              .choices = {"一级", "二级", "三级", "小微企业达标", "未达标"}},
             {.name = "certificate", .title_zh = "证书编号", .title_en = "Certificate"},
             {.name = "valid_until", .title_zh = "证书有效期至", .title_en = "Valid until", .type = "date"},
             {.name = "workers", .title_zh = "从业人数", .title_en = "Workers", .type = "number"},
             {.name = "address", .title_zh = "地址", .title_en = "Address"},
             {.name = "contact", .title_zh = "安全负责人", .title_en = "Responsible", .personal = true},
             {.name = "phone", .title_zh = "联系电话", .title_en = "Telephone", .personal = true}},
        .stays_home = false,
        .keys = {"credit_code"}};
}

registers::Register hazards() {
    return {
        .name = "safety_hazards",
        .title_zh = "隐患台账",
        .title_en = "Hazards",
        .fields =
            {{.name = "number", .title_zh = "隐患编号", .title_en = "Number", .required = true},
             {.name = "unit", .title_zh = "企业", .title_en = "Enterprise", .required = true},
             {.name = "what", .title_zh = "隐患内容", .title_en = "Hazard", .required = true},
             {.name = "area", .title_zh = "区划", .title_en = "Area", .type = "area"},
             {.name = "grade", .title_zh = "等级", .title_en = "Grade", .type = "choice", .choices = {"一般", "重大"}},
             {.name = "found_on", .title_zh = "发现日期", .title_en = "Found on", .type = "date"},
             {.name = "due", .title_zh = "整改期限", .title_en = "Due", .type = "date"},
             {.name = "state",
              .title_zh = "整改状态",
              .title_en = "State",
              .type = "choice",
              .choices = {"未整改", "整改中", "已整改"}},
             {.name = "done_on", .title_zh = "完成日期", .title_en = "Done on", .type = "date"}},
        .stays_home = false,
        .keys = {"number"}};
}

const std::vector<registers::Mapping>& mappings() {
    static const auto all = [] {
        auto read = from_json_text<std::vector<registers::Mapping>>(mappings_json());
        ensure(read.has_value(), "the shipped mappings read");
        return std::move(read.value());
    }();
    return all;
}

}  // namespace anlan::worksafety
