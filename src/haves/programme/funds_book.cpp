#include "programme/funds_book.hpp"

#include <map>

#include "programme/funds_queries.hpp"

namespace anlan::programme {

using documents::Cell;
using documents::Side;

namespace {

Cell yuan_cell(std::int64_t fen) {
    return Cell::of(static_cast<double>(fen) / kFenOfYuan);
}

std::string word(FundSource source) {
    return source == FundSource::county ? "县级" : source == FundSource::prefecture ? "泉州补助" : "镇级配套";
}

std::string word(FundLine line) {
    switch (line) {
        case FundLine::site:
            return "场地";
        case FundLine::materials:
            return "物资";
        case FundLine::equipment:
            return "设备";
        case FundLine::people:
            return "人员";
    }
    return {};
}

std::string word(Procurement how) {
    switch (how) {
        case Procurement::tender:
            return "招标";
        case Procurement::online_store:
            return "网上超市";
        case Procurement::quotation:
            return "询价";
        case Procurement::other:
            return "其他";
    }
    return {};
}

void add(documents::Sheet& budgets, const StationFunds& station) {
    for (const auto& row : station.rows)
        budgets.rows.push_back(
            {station.name,
             std::to_string(row.year),
             word(row.source),
             word(row.line),
             yuan_cell(row.budget_fen),
             yuan_cell(row.bound_fen),
             yuan_cell(row.paid_fen),
             yuan_cell(row.free_fen()),
             row.document}
        );
    budgets.rows.push_back(
        {station.name,
         "合计",
         "",
         "",
         yuan_cell(station.budget_fen),
         yuan_cell(station.bound_fen),
         yuan_cell(station.paid_fen),
         yuan_cell(station.budget_fen - station.bound_fen),
         ""}
    );
}

void add(
    documents::Sheet& contracts, documents::Sheet& payments, const std::string& name, const ContractAnswer& answer
) {
    const auto& signed_one = answer.contract;
    contracts.rows.push_back(
        {name,
         signed_one.day,
         signed_one.title,
         signed_one.number,
         signed_one.supplier,
         word(signed_one.source),
         word(signed_one.line),
         word(signed_one.procurement),
         yuan_cell(signed_one.amount_fen),
         yuan_cell(signed_one.paid_fen),
         signed_one.not_reused.empty() ? std::to_string(signed_one.reused.size()) + " 项利旧" : signed_one.not_reused}
    );
    for (const auto& payment : answer.payments)
        payments.rows.push_back(
            {name,
             payment.day,
             payment.voucher,
             signed_one.title,
             yuan_cell(payment.amount_fen),
             payment.scan.empty() ? "无" : payment.scan,
             payment.reversed.empty() ? "" : "已冲销：" + payment.reversed}
        );
}

}  // namespace

documents::Workbook funds_book(const std::vector<StationFunds>& stations, const std::string& node, Instant now) {
    const auto note = documents::short_time(now) + " 导出，金额单位：元";
    documents::Sheet budgets{
        "专项资金",
        node + "应急管理站建设专项资金情况表",
        note,
        {{"站", 2},
         {"年度", 1, Side::centre},
         {"来源", 1},
         {"科目", 1},
         {"预算", 1, Side::right},
         {"已签合同", 1, Side::right},
         {"已付", 1, Side::right},
         {"可用", 1, Side::right},
         {"批复文号", 3}},
        {}};
    documents::Sheet contracts{
        "合同",
        "合同台账",
        note,
        {{"站", 2},
         {"日期", 1, Side::centre},
         {"合同", 3},
         {"合同号", 2},
         {"供应单位", 3},
         {"来源", 1},
         {"科目", 1},
         {"采购方式", 1},
         {"金额", 1, Side::right},
         {"已付", 1, Side::right},
         {"利旧说明", 4}},
        {}};
    documents::Sheet payments{
        "付款凭证",
        "付款凭证台账",
        note,
        {{"站", 2},
         {"日期", 1, Side::centre},
         {"凭证号", 2},
         {"合同", 3},
         {"金额", 1, Side::right},
         {"扫描件（SHA-256）", 4},
         {"冲销", 2}},
        {}};
    for (const auto& station : stations) {
        add(budgets, station);
        for (const auto& contract : station.contracts) add(contracts, payments, station.name, contract);
    }
    return {{std::move(budgets), std::move(contracts), std::move(payments)}};
}

}  // namespace anlan::programme
