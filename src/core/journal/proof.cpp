#include <fmt/format.h>

#include "journal/ledger.hpp"
#include "seal/seal.hpp"

namespace anlan::journal {

namespace {

struct ColumnName {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ColumnName, (), (name))

/// One digest over all rows of a table, whatever order they lie in.
std::string digest_of(store::Rows& rows, const std::string& table) {
    const auto columns = rows.select<ColumnName>("SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid");
    std::string names;
    for (const auto& column : columns) names += (names.empty() ? "\"" : ", \"") + column.name + "\"";
    std::string digest(64, '0');
    std::string page;
    const auto all =
        rows.list<std::string>("SELECT json_array(" + names + ") AS row_text FROM " + table + " ORDER BY 1");
    for (const auto& row : all) {
        page += row;
        page += '\n';
        if (page.size() < 60'000) continue;
        digest = seal::sm3(digest + page);
        page.clear();
    }
    return seal::sm3(digest + page);
}

Proof broken(Proof proof, std::int64_t seq, const std::string& zh, const std::string& en) {
    proof.ok = false;
    proof.first_bad = seq;
    proof.fault_zh = zh;
    proof.fault_en = en;
    return proof;
}

}  // namespace

Proof prove_chain(store::Rows& rows) {
    Proof proof{
        .ok = true, .entries = 0, .head = std::string(64, '0'), .first_bad = {}, .fault_zh = {}, .fault_en = {}};
    for_each_entry(rows, 0, [&](const Entry& entry) {
        const auto expected = proof.entries + 1;
        if (entry.seq != expected)
            proof = broken(
                std::move(proof),
                expected,
                fmt::format("第 {} 条记录不见了", expected),
                fmt::format("entry {} is missing", expected)
            );
        else if (entry.prev != proof.head || hash_of(entry) != entry.hash)
            proof = broken(
                std::move(proof),
                entry.seq,
                fmt::format("第 {} 条记录被改动过", entry.seq),
                fmt::format("entry {} was altered", entry.seq)
            );
        else {
            ++proof.entries;
            proof.head = entry.hash;
        }
        return proof.ok;
    });
    return proof;
}

Proof prove(store::Rows& rows, store::Rows& scratch, const std::vector<Room>& rooms) {
    auto proof = prove_chain(rows);
    if (!proof.ok) return proof;
    scratch.begin();
    create_views(scratch, rooms);
    replay(rows, scratch, rooms);
    scratch.commit();
    for (const auto& table : view_tables(rooms)) {
        if (digest_of(rows, table) == digest_of(scratch, table)) continue;
        proof.ok = false;
        proof.fault_zh = fmt::format("视图“{}”与重放结果不一致", table);
        proof.fault_en = fmt::format("view \"{}\" differs from its replay", table);
        return proof;
    }
    return proof;
}

}  // namespace anlan::journal
