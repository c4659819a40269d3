#include "app/demo_enforcement.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "app/grant.hpp"
#include "attach/cabinet.hpp"
#include "enforcement/answers.hpp"
#include "enforcement/calendar.hpp"
#include "enforcement/case_commands.hpp"
#include "enforcement/commands.hpp"
#include "organisation/queries.hpp"

namespace anlan::app {

namespace {

using namespace enforcement;

/// The team and its pictures, and one step after the other.
class Team {
  public:
    explicit Team(Node& node) : node_(node) {
        const auto today = to_text(day_at(now()));
        node_.read([&](store::Rows& rows) {
            for (const auto& officer : certified(rows))
                if (officer.expires_on >= today && officers.size() < 2) officers.push_back(officer.person);
            for (const auto& post : organisation::posts_of(rows, "station_head", node_.settings().facts.area))
                if (post.area == node_.settings().facts.area) head = post.holder;
            places = parties(rows);
        });
        signature_ = picture("signature_1.png");
        party_ = picture("signature_2.png");
        blocked_ = picture("corridor_blocked.png");
        free_ = picture("corridor_free.png");
    }

    bool complete() const { return officers.size() == 2 && !head.empty() && !places.empty(); }
    Instant now() { return node_.writer().clock().now(); }
    std::string day(int away) { return to_text(day_at(now()) + std::chrono::days{away}); }

    template <class C>
    std::string grant(C command, const PersonId& by) {
        return app::grant(node_, std::move(command), by.text);
    }

    void plan() {
        PlanProposal proposal;
        const auto year = std::stoll(day(0).substr(0, 4));
        node_.read([&](store::Rows& rows) { proposal = proposed_plan(rows, year, now()); });
        proposal.capacity.other_enforcement_days = 120;
        proposal.capacity.other_days = 180;
        grant(DraftInspectionPlan{year, proposal.visits, proposal.capacity}, officers[0]);
        grant(ApproveInspectionPlan{year, "同意，按计划组织实施"}, head);
    }

    /// Inspects a place where `text` is found at the first item, and orders it to be put right.
    RectificationId inspect(const InspectedParty& party, const std::string& text, int days) {
        const auto& list = checklist_for(party.kind);
        const InspectionId id{grant(
            StartInspection{party.place, list.key, officers, InspectionOccasion::special, "", true}, officers[0]
        )};
        RecordInspection record;
        record.inspection = id;
        record.certificates_shown = true;
        for (const auto& item : list.items)
            record.answers.push_back(
                {item.code, &item == &list.items[0] ? CheckVerdict::fail : CheckVerdict::pass, "", {}}
            );
        record.hazards = {{"1", text, list.items[0].basis, HazardGrade::general, {}, "", {blocked_}}};
        record.place = party.address;
        record.summary = "检查 " + std::to_string(list.items.size()) + " 项，发现一般隐患 1 项：" + text + "。";
        record.officers = signatures();
        record.representative = "测试负责人";
        record.representative_phone = "13900000088";
        record.party_signature = party_;
        record.video = "执法记录仪 03 号（示例）";
        grant(std::move(record), officers[0]);
        std::vector<HazardId> found;
        node_.read([&](store::Rows& rows) {
            for (const auto& hazard : hazards_of(rows, id.text)) found.push_back(hazard.id);
        });
        return {grant(OrderRectification{id, found, day(days), "清理完毕，保持畅通，落实专人每日检查。"}, officers[0])};
    }

    void close(const RectificationId& id) {
        grant(ReportRectified{id, "已清理完毕，现场照片见附件。", {free_}, false}, officers[0]);
        RecheckRectification recheck{
            id, officers, true, true, {}, "已按要求整改到位，同意销号。", signatures(), party_, ""};
        node_.read([&](store::Rows& rows) {
            if (const auto order = find_rectification(rows, id))
                for (const auto& hazard : order->hazards)
                    recheck.hazards.push_back({hazard, true, "现场已清理，通道畅通", {free_}});
        });
        grant(std::move(recheck), officers[0]);
    }

    /// A case about this place, as far as the notice of the penalty.
    void accuse(const InspectedParty& party) {
        FileCase filing;
        filing.place = party.place;
        filing.authority = "SL-XF-01";
        filing.act_on = day(-12);
        filing.officers = officers;
        filing.certificates_shown = filing.no_interest = true;
        filing.facts = "该场所安全出口长期上锁、疏散通道堆放货物，责令改正后再次发现。";
        const CaseId id{grant(std::move(filing), officers[0])};
        const auto step = [&](CaseStep which, const char* text, double amount = 0) {
            StepWords words;
            words.step = which;
            words.text = text;
            words.amount_yuan = amount;
            if (which == CaseStep::evidence_taken) {
                words.evidence = {EvidenceKind::scene, EvidenceKind::statement};
                words.photos = {blocked_};
            }
            if (which == CaseStep::opening_approved)
                grant(ApproveCaseStep{id, words}, head);
            else
                grant(TakeCaseStep{id, words}, officers[0]);
        };
        step(CaseStep::opening_approved, "同意立案，由两名执法人员承办。");
        step(CaseStep::evidence_taken, "勘验现场、拍照取证，询问现场负责人并制作笔录。");
        step(CaseStep::investigated, "违法事实清楚、证据确凿，建议依法处罚。");
        step(CaseStep::noticed, "拟处罚款，已告知事实、理由、依据和陈述申辩权利。", 6000);
    }

    const InspectedParty& place_of(const char* kind) const {
        const auto found =
            std::find_if(places.begin(), places.end(), [&](const InspectedParty& each) { return each.kind == kind; });
        return found == places.end() ? places.front() : *found;
    }

    std::vector<PersonId> officers;
    PersonId head;
    std::vector<InspectedParty> places;

  private:
    std::vector<Signature> signatures() const { return {{officers[0], signature_}, {officers[1], signature_}}; }

    std::string picture(const char* name) {
        std::ostringstream bytes;
        bytes << std::ifstream(node_.settings().shared_data / "demo/pictures" / name, std::ios::binary).rdbuf();
        const attach::Cabinet cabinet(node_.settings().folder / "attachments");
        auto kept = cabinet.keep(bytes.str());
        return kept ? kept.value() : std::string(64, '0');
    }

    Node& node_;
    std::string signature_, party_, blocked_, free_;
};

}  // namespace

void seed_enforcement(Node& node) {
    Team team(node);
    if (!team.complete()) return;
    team.plan();
    team.close(team.inspect(team.place_of("学校"), "教学楼一层疏散通道堆放课桌", 7));
    team.inspect(team.place_of("三合一场所"), "二层疏散通道被纸箱占用，宽度不足 0.8 米", 12);
    team.accuse(team.place_of("商场市场"));
}

}  // namespace anlan::app
