#include "programme/registers.hpp"

#include "programme/reuse.hpp"

namespace anlan::programme {

namespace {

const std::vector<std::string> kEquipmentKinds{
    "卫星电话", "视频会议终端", "应急广播终端", "备用电源", "值班床具", "固定电话", "传真或网络", "其他"};

}  // namespace

registers::Register documents() {
    return registers::described<Document>(
        {"station_documents",
         "文件与制度",
         "Documents and rules",
         {{.name = "kind",
           .title_zh = "类别",
           .title_en = "Kind",
           .type = "choice",
           .required = true,
           .choices =
               {"设站文件",
                "工作专班",
                "会议纪要",
                "职责清单",
                "经费预算",
                "聘书合同",
                "统筹制度",
                "议事制度",
                "决策制度",
                "会商制度",
                "调度制度",
                "仓库制度",
                "授权委托",
                "检查计划",
                "救援队协议",
                "其他"}},
          {.name = "title", .title_zh = "名称", .title_en = "Title", .required = true},
          {.name = "number", .title_zh = "文号", .title_en = "Number"},
          {.name = "issued", .title_zh = "签发日期", .title_en = "Issued", .type = "date", .required = true},
          {.name = "valid_until", .title_zh = "有效期至", .title_en = "Valid until", .type = "date"},
          {.name = "reviewed", .title_zh = "复核日期", .title_en = "Reviewed", .type = "date"}}}
    );
}

registers::Register equipment() {
    return registers::described<Equipment>(
        {"equipment",
         "设备台账",
         "Equipment",
         {{.name = "kind",
           .title_zh = "类别",
           .title_en = "Kind",
           .type = "choice",
           .required = true,
           .choices = kEquipmentKinds},
          {.name = "name", .title_zh = "名称", .title_en = "Name", .required = true},
          {.name = "area", .title_zh = "安装区划", .title_en = "Area", .type = "area"},
          {.name = "room", .title_zh = "存放地点", .title_en = "Place"},
          {.name = "reused", .title_zh = "利旧", .title_en = "Used on", .type = "bool"},
          {.name = "value_yuan", .title_zh = "价值（元）", .title_en = "Value (CNY)", .type = "number"},
          {.name = "hours", .title_zh = "续航（小时）", .title_en = "Lasts (hours)", .type = "number"}}}
    );
}

registers::Register equipment_checks() {
    return registers::described<EquipmentCheck>(
        {"equipment_checks",
         "设备检测",
         "Checks of equipment",
         {{.name = "kind",
           .title_zh = "设备类别",
           .title_en = "Kind",
           .type = "choice",
           .required = true,
           .choices = kEquipmentKinds},
          {.name = "day", .title_zh = "日期", .title_en = "Day", .type = "date", .required = true},
          {.name = "result",
           .title_zh = "结果",
           .title_en = "Result",
           .type = "choice",
           .required = true,
           .choices = {"正常", "异常"}},
          {.name = "counterpart", .title_zh = "对方单位", .title_en = "Other end"},
          {.name = "receipts_percent", .title_zh = "回执率（%）", .title_en = "Receipts (%)", .type = "number"}}}
    );
}

registers::Register reuse_survey() {
    return registers::described<Existing>(
        {"reuse_survey",
         "利旧摸底",
         "Survey of what exists",
         {{.name = "kind",
           .title_zh = "类别",
           .title_en = "Kind",
           .type = "choice",
           .required = true,
           .choices = {"房间", "设备", "人员"}},
          {.name = "name",
           .title_zh = "名称（人员写岗位）",
           .title_en = "Name (of people: the post)",
           .required = true},
          {.name = "place", .title_zh = "所在地", .title_en = "Place"},
          {.name = "count", .title_zh = "数量", .title_en = "How many", .type = "number", .required = true},
          {.name = "value_yuan", .title_zh = "价值（元）", .title_en = "Value (CNY)", .type = "number"},
          {.name = "state",
           .title_zh = "现状",
           .title_en = "State",
           .type = "choice",
           .required = true,
           .choices = {"完好", "待修", "损坏"}},
          {.name = "reuse",
           .title_zh = "能否利旧",
           .title_en = "Can be used on",
           .type = "choice",
           .required = true,
           .choices = {"可利旧", kAfterRepair, kNotReusable}},
          {.name = "in_use", .title_zh = "已用于应急站", .title_en = "Used by the station", .type = "bool"},
          {.name = "note", .title_zh = "说明", .title_en = "Remark"}}}
    );
}

registers::Register trainings() {
    return registers::described<Training>(
        {"trainings",
         "培训与训练",
         "Trainings",
         {{.name = "kind",
           .title_zh = "类别",
           .title_en = "Kind",
           .type = "choice",
           .required = true,
           .choices = {"队伍训练", "联合训练", "干部培训", "操作培训", "接报实训"}},
          {.name = "day", .title_zh = "日期", .title_en = "Day", .type = "date", .required = true},
          {.name = "hours", .title_zh = "时长（小时）", .title_en = "Hours", .type = "number", .required = true},
          {.name = "people", .title_zh = "人数", .title_en = "People", .type = "number", .required = true},
          {.name = "person", .title_zh = "参训人", .title_en = "Who", .type = "person"},
          {.name = "result", .title_zh = "结果", .title_en = "Result"}}}
    );
}

}  // namespace anlan::programme
