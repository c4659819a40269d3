#include "app/demo_funds.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "app/grant.hpp"
#include "programme/funds_commands.hpp"
#include "programme/reuse.hpp"

namespace anlan::app {

namespace {

struct SeedPayment {
    std::int64_t amount_fen = 0, days_ago = 0;
    std::string voucher;
};
BOOST_DESCRIBE_STRUCT(SeedPayment, (), (amount_fen, days_ago, voucher))

struct SeedContract {
    programme::FundSource source = programme::FundSource::county;
    programme::FundLine line = programme::FundLine::site;
    std::string title, supplier, number, not_reused;
    std::vector<std::string> reused;  ///< names of rows of the survey
    std::int64_t amount_fen = 0, days_ago = 0;
    programme::Procurement procurement = programme::Procurement::other;
    std::vector<SeedPayment> payments;
};
BOOST_DESCRIBE_STRUCT(
    SeedContract,
    (),
    (source, line, title, supplier, number, not_reused, reused, amount_fen, days_ago, procurement, payments)
)

struct SeedBudget {
    programme::FundSource source = programme::FundSource::county;
    programme::FundLine line = programme::FundLine::site;
    std::int64_t amount_fen = 0;
    std::string document;
};
BOOST_DESCRIBE_STRUCT(SeedBudget, (), (source, line, amount_fen, document))

struct SeedBooks {
    AreaCode area;
    std::vector<SeedBudget> budgets;
    std::vector<SeedContract> contracts;
};
BOOST_DESCRIBE_STRUCT(SeedBooks, (), (area, budgets, contracts))

std::string days_ago(Node& node, std::int64_t days) {
    return to_local(node.writer().clock().now() - std::chrono::hours{24 * days}).substr(0, 10);
}

std::vector<std::string> ids_of(Node& node, const std::vector<std::string>& names) {
    std::vector<std::string> ids;
    node.read([&](store::Rows& rows) {
        for (const auto& found : programme::all_found(rows))
            if (found.node.text.empty() && std::ranges::count(names, found.what.name) > 0) ids.push_back(found.id);
    });
    return ids;
}

void keep_books(Node& node, const SeedBooks& books) {
    const auto year = std::stoll(days_ago(node, 0).substr(0, 4));
    for (const auto& each : books.budgets)
        grant(node, programme::SetBudget{year, each.source, each.line, each.amount_fen, each.document});
    for (const auto& each : books.contracts) {
        const auto contract = grant(
            node,
            programme::SignContract{
                year,
                each.source,
                each.line,
                each.title,
                each.supplier,
                each.number,
                each.amount_fen,
                days_ago(node, each.days_ago),
                each.procurement,
                each.not_reused,
                ids_of(node, each.reused)}
        );
        for (const auto& paid : each.payments)
            grant(
                node,
                programme::MakePayment{
                    {contract}, paid.amount_fen, paid.voucher, days_ago(node, paid.days_ago), std::nullopt}
            );
    }
}

}  // namespace

void seed_funds(Node& node) {
    std::ostringstream text;
    text << std::ifstream(node.settings().shared_data / "demo/funds.json").rdbuf();
    const auto all = from_json_text<std::vector<SeedBooks>>(text.str());
    if (!all) return spdlog::error("data/demo/funds.json: {}", all.error().en);
    for (const auto& books : all.value())
        if (books.area == node.settings().facts.area) keep_books(node, books);
}

}  // namespace anlan::app
