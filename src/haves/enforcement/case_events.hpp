#pragma once

#include "enforcement/events.hpp"

/// Penalty cases (行政处罚案件) and what is handed to the county.
namespace anlan::enforcement {

using CaseId = Id<struct CaseTag>;

/// 简易程序（当场处罚）, 普通程序.
BOOST_DEFINE_ENUM_CLASS(Procedure, simple, ordinary)
/// 公民, 法人或者其他组织.
BOOST_DEFINE_ENUM_CLASS(PartyKind, citizen, organisation)

/// A legal step of a case. The order they may follow in is `case_law.cpp`.
BOOST_DEFINE_ENUM_CLASS(
    CaseStep,
    filed,              // 立案申请；简易程序：当场认定
    opening_approved,   // 立案批准
    evidence_taken,     // 调查取证
    evidence_kept,      // 先行登记保存
    evidence_decided,   // 登记保存处理
    seized,             // 查封、扣押
    seizure_extended,   // 延长查封、扣押
    seizure_ended,      // 解除或处理
    investigated,       // 调查终结
    noticed,            // 处罚告知
    stated,             // 陈述申辩，或者放弃
    hearing_asked,      // 申请听证
    hearing_notified,   // 通知听证
    heard,              // 举行听证
    reviewed,           // 法制审核
    discussed,          // 集体讨论
    decision_extended,  // 延长办案期限
    decided,            // 处罚决定
    served,             // 送达
    spot_filed,         // 当场处罚报备
    published,          // 公示
    paid,               // 缴纳
    handed_in,          // 当场收缴上缴
    payment_reminded,   // 催缴
    instalments,        // 延期（分期）缴纳
    urged,              // 催告
    court_asked,        // 申请强制执行
    transferred,        // 移送
    closed              // 结案
)

/// The kinds of evidence the law names (行政处罚法第四十六条).
BOOST_DEFINE_ENUM_CLASS(
    EvidenceKind, documentary, physical, audiovisual, electronic, witness, statement, expertise, scene
)

/// A clock that law has set going: who must do what, and the last day for it.
BOOST_DEFINE_ENUM_CLASS(
    CaseClock,
    opening,          // 立案
    evidence_hold,    // 登记保存处理
    seizure,          // 查封扣押
    decision,         // 作出决定
    hearing_request,  // 当事人申请听证
    delivery,         // 送达
    publicity,        // 公示
    spot_report,      // 报备
    payment,          // 缴款
    hand_in,          // 上缴
    court             // 申请强制执行
)

struct RunningClock {
    CaseClock clock = CaseClock::decision;
    std::string from, due;  ///< days
    std::string basis;      ///< law and article, or the policy pack's own words
};
BOOST_DESCRIBE_STRUCT(RunningClock, (), (clock, from, due, basis))

/// An item of the authority register (赋权清单) as it stood when it was used.
struct AuthorityItem {
    std::string code, act, basis, grantor, effective_from, effective_to;
    double fine_least = 0, fine_most = 0;
};
BOOST_DESCRIBE_STRUCT(
    AuthorityItem, (), (code, act, basis, grantor, effective_from, effective_to, fine_least, fine_most)
)

/// What one step says. Which of these a step needs is in `case_law.cpp`.
struct StepWords {
    CaseStep step = CaseStep::filed;
    std::string text;                      ///< facts, grounds, opinion, result
    std::vector<EvidenceKind> evidence{};  ///< of evidence_taken
    double amount_yuan = 0;                ///< of noticed, decided, paid
    std::string day;                       ///< of hearing_notified: when; of instalments: the new last day
    bool waived = false;                   ///< of stated: gives up statement and hearing
    bool on_spot = false;                  ///< of paid: collected on the spot
    std::vector<std::string> photos{};
};
BOOST_DESCRIBE_STRUCT(StepWords, (), (step, text, evidence, amount_yuan, day, waived, on_spot, photos))

/// The party's own identity number and telephone are in the vault under the case's id.
struct CaseFiled {
    static constexpr journal::EventKind kKind{"case.filed", 1};
    Procedure procedure = Procedure::ordinary;
    PartyKind party_kind = PartyKind::organisation;
    InspectedParty party;
    InspectionId inspection;  ///< may be empty
    AuthorityItem authority;
    std::string act_on;  ///< the day of the offence, or the last day of one that lasted
    bool harm = false;   ///< life or health was harmed: five years
    std::vector<Officer> officers;
    StepWords words;
    std::vector<RunningClock> clocks;
    std::vector<Paper> papers;
};
BOOST_DESCRIBE_STRUCT(
    CaseFiled, (), (procedure, party_kind, party, inspection, authority, act_on, harm, officers, words, clocks, papers)
)

/// 法定步骤: one word of the law's table each, with the clocks that run from now on.
struct CaseStepTaken {
    static constexpr journal::EventKind kKind{"case.step_taken", 1};
    StepWords words;
    std::vector<RunningClock> clocks;
    std::vector<Paper> papers;
    double late_fee_yuan = 0;  ///< of paid: what was added
};
BOOST_DESCRIBE_STRUCT(CaseStepTaken, (), (words, clocks, papers, late_fee_yuan))

/// A clock ran out before its step was taken.
struct CaseClockRang {
    static constexpr journal::EventKind kKind{"case.clock_rang", 1, journal::Share::local, journal::Urgency::urgent};
    CaseClock clock = CaseClock::decision;
    std::string due, party_name;
};
BOOST_DESCRIBE_STRUCT(CaseClockRang, (), (clock, due, party_name))

/// 移送: what lies outside the authority register goes up. Subject: an id of its own.
struct MatterTransferred {
    static constexpr journal::EventKind kKind{"matter.transferred", 1, journal::Share::up, journal::Urgency::urgent};
    std::string party_name, address, act, facts, reason;
    std::string file;  ///< inspection or case it comes from
    Paper paper;
};
BOOST_DESCRIBE_STRUCT(MatterTransferred, (), (party_name, address, act, facts, reason, file, paper))

/// 移送回执, from the superior.
struct MatterReceived {
    static constexpr journal::EventKind kKind{"matter.received", 1, journal::Share::down};
    std::string note;
};
BOOST_DESCRIBE_STRUCT(MatterReceived, (), (note))

}  // namespace anlan::enforcement
