#include "enforcement/paper.hpp"

#include <fstream>
#include <sstream>

#include "enforcement/bench_for_tests.hpp"

namespace anlan::enforcement {
namespace {

/// All that is printed, a line a paragraph or a row of a table.
std::string text_of(const documents::Official& paper) {
    std::string text = paper.issuer + "\n" + paper.title + "\n" + paper.number + "\n" + paper.addressee + "\n";
    for (const auto& part : paper.parts) {
        text += part.text;
        if (part.table)
            for (const auto& row : part.table->rows) {
                for (const auto& cell : row) text += cell + "|";
                text += "\n";
            }
        text += "\n";
    }
    return text + paper.signature + "\n" + paper.date + "\n";
}

documents::Official paper_of_kind(Town& town, const std::string& file, PaperKind kind) {
    for (const auto& each : papers_of(town.rows(), file))
        if (each.kind == kind) return paper_of(town.rows(), each, authority_of(town.rows(), kTown, "永宁镇"));
    ADD_FAILURE() << "no such paper in the file";
    return {};
}

std::string golden(const std::string& name) {
    std::ostringstream text;
    text << std::ifstream(ANLAN_GOLDEN + name).rdbuf();
    return text.str();
}

void expect_golden(const std::string& text, const std::string& name) {
    if (std::getenv("ANLAN_GOLDEN_UPDATE") != nullptr) std::ofstream(ANLAN_GOLDEN + name) << text;
    EXPECT_EQ(text, golden(name)) << name;
}

TEST(the_papers_of_an_inspection, read_as_the_law_wants_them) {
    Town town;
    const auto inspection = town.recorded(HazardGrade::major);
    const auto hazard = town.found(inspection).front();
    ASSERT_TRUE(town.when(TakeMeasure{inspection, Measure::stop_use, {hazard}, "二楼车间停止使用，人员撤出。"}));
    const RectificationId order{town.when(town.order(inspection)).value().subject};
    town.go_to("2026-12-16");
    ASSERT_TRUE(town.when(town.recheck(order)));
    expect_golden(text_of(paper_of_kind(town, inspection.text, PaperKind::plan)), "plan.txt");
    expect_golden(text_of(paper_of_kind(town, inspection.text, PaperKind::record)), "record.txt");
    expect_golden(text_of(paper_of_kind(town, inspection.text, PaperKind::measure)), "measure.txt");
    expect_golden(text_of(paper_of_kind(town, inspection.text, PaperKind::order)), "order.txt");
    expect_golden(text_of(paper_of_kind(town, inspection.text, PaperKind::recheck)), "recheck.txt");
}

/// Every paper of a file, in the order they were issued.
std::string whole_file(Town& town, const std::string& file) {
    std::string text;
    const auto authority = authority_of(town.rows(), kTown, "永宁镇");
    for (const auto& each : papers_of(town.rows(), file))
        text += text_of(paper_of(town.rows(), each, authority)) + "\n────────\n";
    return text;
}

TEST(the_papers_of_a_case_with_a_hearing, read_as_the_law_wants_them) {
    Bench town;
    const auto id = town.filed();
    const auto take = [&](CaseStep step, const std::string& text, double amount = 0, const std::string& day = "") {
        auto words = Bench::words(step, amount, day);
        words.text = text;
        EXPECT_EQ(town.step(id, words), "") << to_text(step);
    };
    take(CaseStep::opening_approved, "同意立案。");
    take(CaseStep::evidence_taken, "拍摄现场照片 6 张，询问现场负责人。");
    take(CaseStep::evidence_kept, "登记保存纸箱 40 只，就地加封。");
    take(CaseStep::evidence_decided, "纸箱已拍照记录，解除登记保存。");
    take(CaseStep::investigated, "疏散通道被占用属实，建议处罚款五万元。");
    take(CaseStep::noticed, "你单位经责令限期整改后仍占用疏散通道。", 50000);
    town.go_to("2026-12-07");
    take(CaseStep::hearing_asked, "当事人书面申请听证。");
    take(CaseStep::hearing_notified, "地点：镇政府二楼会议室。主持人：测试庚（非本案调查人员）。", 0, "2026-12-16");
    town.go_to("2026-12-16");
    take(CaseStep::heard, "当事人陈述已着手清理，请求从轻。");
    take(CaseStep::reviewed, "事实清楚，证据确凿，程序合法，同意。");
    take(CaseStep::discussed, "参会五人一致同意，采纳当事人从轻意见，处罚款三万元。");
    take(CaseStep::decided, "你单位占用疏散通道，违反消防法第二十八条。", 30000);
    take(CaseStep::served, "直接送达，负责人签收。");
    take(CaseStep::published, "已在公示平台公开。");
    town.go_to("2027-01-11");
    take(CaseStep::payment_reminded, "逾期未缴。");
    take(CaseStep::urged, "逾期未缴，催告履行。");
    town.go_to("2027-07-05");
    take(CaseStep::court_asked, "申请强制执行罚款及加处罚款。");
    take(CaseStep::closed, "已申请强制执行，本机关程序终结。");
    expect_golden(whole_file(town, id.text), "case_with_hearing.txt");
}

TEST(the_papers_of_a_penalty_on_the_spot, read_as_the_law_wants_them) {
    Bench town;
    auto wish = town.wish();
    wish.procedure = Procedure::simple;
    wish.party_kind = PartyKind::citizen;
    wish.authority = "XF-02";
    wish.citizen = "测试辛";
    wish.identity_number = "350581199001011234";
    const CaseId id{town.when(wish).value().subject};
    for (const auto step : {CaseStep::noticed, CaseStep::stated, CaseStep::decided, CaseStep::served})
        EXPECT_EQ(town.step(id, step, 100), "");
    expect_golden(whole_file(town, id.text), "case_on_the_spot.txt");
}

TEST(what_looks_like_markup, is_printed_as_it_stands) {
    Town town;
    const auto id = town.started();
    auto wish = town.record(id);
    wish.hazards[0].text = "<img src=x onerror=alert(1)>";
    ASSERT_TRUE(town.when(wish));
    EXPECT_NE(
        text_of(paper_of_kind(town, id.text, PaperKind::record)).find("<img src=x onerror=alert(1)>"), std::string::npos
    );
}

}  // namespace
}  // namespace anlan::enforcement
