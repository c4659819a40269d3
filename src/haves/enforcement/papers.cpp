#include "enforcement/papers.hpp"

#include <array>

namespace anlan::enforcement {

namespace {

struct Named {
    const char* title;
    const char* mark;
};

/// In the order of PaperKind.
constexpr std::array<Named, static_cast<std::size_t>(PaperKind::contents) + 1> kNames{{
    {"监督检查方案", "检方"},
    {"现场检查记录", "检记"},
    {"现场处理措施决定书", "现决"},
    {"责令限期整改指令书", "责改"},
    {"整改复查意见书", "复查"},
    {"立案审批表", "立"},
    {"询问通知书", "询通"},
    {"询问笔录", "询"},
    {"勘验笔录", "勘"},
    {"抽样取证凭证", "抽"},
    {"先行登记保存证据通知书", "登保"},
    {"先行登记保存证据处理决定书", "登处"},
    {"鉴定委托书", "鉴"},
    {"查封扣押决定书", "查扣"},
    {"查封扣押处理决定书", "查扣处"},
    {"行政处罚告知书", "告"},
    {"当事人陈述申辩笔录", "陈"},
    {"行政处罚听证告知书", "听告"},
    {"听证会议通知书", "听通"},
    {"听证笔录", "听记"},
    {"听证会报告书", "听报"},
    {"案件调查报告", "调"},
    {"法制审核意见书", "审"},
    {"案件集体讨论记录", "集"},
    {"行政（当场）处罚决定书", "当罚"},
    {"行政处罚决定书", "罚"},
    {"文书送达回执", "送"},
    {"罚款催缴通知书", "缴"},
    {"加处罚款决定书", "加罚"},
    {"延期（分期）缴纳罚款批准书", "缓"},
    {"履行催告书", "催"},
    {"强制执行申请书", "强执"},
    {"案件移送书", "移"},
    {"结案审批表", "结"},
    {"案卷首页", "卷"},
    {"卷内目录", "目"},
}};

}  // namespace

const char* title_of(PaperKind kind) {
    return kNames[static_cast<std::size_t>(kind)].title;
}

const char* mark_of(PaperKind kind) {
    return kNames[static_cast<std::size_t>(kind)].mark;
}

}  // namespace anlan::enforcement
