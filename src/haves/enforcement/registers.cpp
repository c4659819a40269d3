#include "enforcement/registers.hpp"

namespace anlan::enforcement {

registers::Register officer_certificates() {
    return {
        .name = "officer_certificates",
        .title_zh = "执法人员证件",
        .title_en = "Officers' certificates",
        .fields =
            {{.name = "number", .title_zh = "证件号", .title_en = "Certificate", .required = true},
             {.name = "person", .title_zh = "人员", .title_en = "Person", .type = "person", .required = true},
             {.name = "kind",
              .title_zh = "证件种类",
              .title_en = "Kind",
              .type = "choice",
              .required = true,
              .choices = {"福建省行政执法证", "国家统一行政执法证", "应急管理综合行政执法证"}},
             {.name = "expires_on",
              .title_zh = "有效期至",
              .title_en = "Valid until",
              .type = "date",
              .required = true},
             {.name = "note", .title_zh = "备注", .title_en = "Note"}},
        .stays_home = true,
        .keys = {"number"}};
}

registers::Register authority_items() {
    return {
        .name = "authority_items",
        .title_zh = "赋权清单",
        .title_en = "Authority register",
        .fields =
            {{.name = "code", .title_zh = "事项编码", .title_en = "Code", .required = true},
             {.name = "act", .title_zh = "违法行为", .title_en = "Offence", .required = true},
             {.name = "basis", .title_zh = "处罚依据", .title_en = "Legal basis", .required = true},
             {.name = "fine_least", .title_zh = "罚款下限（元）", .title_en = "Least fine", .type = "number"},
             {.name = "fine_most", .title_zh = "罚款上限（元）", .title_en = "Most fine", .type = "number"},
             {.name = "grantor", .title_zh = "赋权文件", .title_en = "Granted by", .required = true},
             {.name = "effective_from", .title_zh = "生效日期", .title_en = "From", .type = "date", .required = true},
             {.name = "effective_to", .title_zh = "失效日期", .title_en = "Until", .type = "date"},
             {.name = "revoked_by", .title_zh = "取消文件", .title_en = "Revoked by"},
             {.name = "source", .title_zh = "来源", .title_en = "Source", .required = true}},
        .stays_home = false,
        .keys = {"code"}};
}

}  // namespace anlan::enforcement
