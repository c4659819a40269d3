#pragma once

#include "enforcement/events.hpp"

/// What comes from outside the station without an account: an enterprise by its own link, anybody by the code on the
/// wall (R17).
namespace anlan::enforcement {

using LinkId = Id<struct PartyLinkTag>;       // 企业填报链接
using ReportId = Id<struct PublicReportTag>;  // 群众举报

/// A secret link for one enterprise. The token itself is shown once; only its digest is kept.
struct PartyLinkMade {
    static constexpr journal::EventKind kKind{"party_link.made", 1};
    std::string place, party_name, digest;
    Instant expires_at{};
};
BOOST_DESCRIBE_STRUCT(PartyLinkMade, (), (place, party_name, digest, expires_at))

struct PartyLinkRevoked {
    static constexpr journal::EventKind kKind{"party_link.revoked", 1};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PartyLinkRevoked, (), (reason))

/// 企业自查. What fails becomes a hazard of its own beside it.
struct SelfCheckFiled {
    static constexpr journal::EventKind kKind{"self_check.filed", 1};
    InspectedParty party;
    std::string checklist, checklist_version;
    std::vector<CheckAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(SelfCheckFiled, (), (party, checklist, checklist_version, answers))

/// 群众举报隐患. Whoever left a telephone is in the vault; the code that reads the answer is kept as its digest.
struct PublicReportFiled {
    static constexpr journal::EventKind kKind{
        "public_report.filed", 1, journal::Share::local, journal::Urgency::urgent};
    std::string what, where, digest, answer_by;
    std::vector<std::string> photos;
    bool contact = false;  ///< somebody can be asked back
};
BOOST_DESCRIBE_STRUCT(PublicReportFiled, (), (what, where, digest, answer_by, photos, contact))

/// Where the desk sends it: 隐患, 检查, 事件, 直接答复.
BOOST_DEFINE_ENUM_CLASS(ReportWay, hazard, inspection, incident, answered)

struct PublicReportSorted {
    static constexpr journal::EventKind kKind{"public_report.sorted", 1};
    ReportWay way = ReportWay::answered;
    std::string answer;  ///< what whoever has the code may read
};
BOOST_DESCRIBE_STRUCT(PublicReportSorted, (), (way, answer))

}  // namespace anlan::enforcement
