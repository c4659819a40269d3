#pragma once

#include <string>

#include "base/reflect.hpp"

/// Documents of enforcement (执法文书) and their numbers.
namespace anlan::enforcement {

/// In the order of a file (卷宗). POLICY §7.3.
BOOST_DEFINE_ENUM_CLASS(
    PaperKind,
    plan,              // 检查方案
    record,            // 现场检查记录
    measure,           // 现场处理措施决定书
    order,             // 责令限期整改指令书
    recheck,           // 整改复查意见书
    opening,           // 立案审批表
    inquiry_notice,    // 询问通知书
    inquiry,           // 询问笔录
    scene,             // 勘验笔录
    sampling,          // 抽样取证凭证
    evidence_kept,     // 先行登记保存证据通知书
    evidence_decided,  // 先行登记保存证据处理决定书
    expertise,         // 鉴定委托书
    seizure,           // 查封扣押决定书
    seizure_ended,     // 查封扣押处理决定书
    notice,            // 行政处罚告知书
    statement,         // 当事人陈述申辩笔录
    hearing_told,      // 听证告知书
    hearing_notice,    // 听证会议通知书
    hearing_record,    // 听证笔录
    hearing_report,    // 听证报告书
    investigation,     // 案件调查报告
    legal_review,      // 法制审核意见
    discussion,        // 集体讨论记录
    spot_decision,     // 行政（当场）处罚决定书
    decision,          // 行政处罚决定书
    service,           // 文书送达回执
    payment_reminder,  // 罚款催缴通知书
    late_fee,          // 加处罚款决定书
    instalments,       // 延期（分期）缴纳罚款批准书
    urging,            // 催告书
    court_request,     // 强制执行申请书
    transfer,          // 案件移送书
    closing,           // 结案审批表
    cover,             // 卷宗首页
    contents           // 卷内目录
)

const char* title_of(PaperKind kind);  ///< "责令限期整改指令书"
const char* mark_of(PaperKind kind);   ///< the word in its number: "责改"

/// A paper as it was issued. Numbers run by kind and year without a gap: what was refused has taken none, since a
/// number is taken in the commit that issues the paper (decision 0021).
struct Paper {
    std::string id;
    PaperKind kind = PaperKind::record;
    std::int64_t year = 0, number = 0;
    std::string text;  ///< "永应急责改〔2026〕7号"
};
BOOST_DESCRIBE_STRUCT(Paper, (), (id, kind, year, number, text))

}  // namespace anlan::enforcement
