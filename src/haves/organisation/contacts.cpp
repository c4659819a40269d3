#include "organisation/contacts.hpp"

#include "base/content_line.hpp"
#include "journal/vault.hpp"
#include "organisation/queries.hpp"
#include "organisation/rules.hpp"
#include "registers/table.hpp"

namespace anlan::organisation {

namespace {

namespace line = content_line;

struct Card {
    int line = 0;
    std::string full_name, structured_name, phone, area;
    bool mobile = false;
};

bool is_mobile(const std::string& phone) {
    return phone.size() == 11 && phone.starts_with('1');
}

/// "+86 139-0000-0001" → "13900000001"; a land line keeps its area code.
std::string plain(const std::string& number) {
    std::string made;
    for (const char c : number)
        if ((c >= '0' && c <= '9') || c == '+') made += c;
    if (made.starts_with("+86")) made.erase(0, 3);
    return made;
}

void take(Card& card, const line::Line& read) {
    if (read.name == "FN") card.full_name = registers::trimmed(line::unescaped(read.value));
    if (read.name == "X-ANLAN-AREA") card.area = registers::trimmed(read.value);
    if (read.name == "N") {
        const auto parts = line::parts(read.value);  // family; given
        card.structured_name = registers::trimmed(parts[0] + (parts.size() > 1 ? parts[1] : ""));
    }
    if (read.name != "TEL" || card.mobile) return;
    auto value = read.value.starts_with("tel:") ? read.value.substr(4) : line::unescaped(read.value);
    value = plain(value);
    card.mobile = is_mobile(value);
    if (card.phone.empty() || card.mobile) card.phone = std::move(value);
}

}  // namespace

std::string to_vcards(const std::vector<Contact>& contacts) {
    std::string text;
    for (const auto& each : contacts) {
        const auto name = line::escaped(each.name);
        line::add(text, "BEGIN:VCARD");
        line::add(text, "VERSION:3.0");
        line::add(text, "UID:" + each.id.text + "@anlan");
        line::add(text, "FN:" + name);
        line::add(text, "N:" + name + ";;;;");
        if (!each.phone.empty())
            line::add(text, "TEL;TYPE=" + std::string(is_mobile(each.phone) ? "CELL" : "WORK") + ":" + each.phone);
        line::add(text, "ORG:" + line::escaped(each.station));
        if (!each.post.empty()) line::add(text, "TITLE:" + line::escaped(each.post));
        line::add(text, "X-ANLAN-AREA:" + each.area.text);
        line::add(text, "END:VCARD");
    }
    return text;
}

bool is_vcard(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    while (!bytes.empty() && static_cast<unsigned char>(bytes.front()) <= ' ') bytes.remove_prefix(1);
    constexpr std::string_view kBegin = "begin:vcard";
    if (bytes.size() < kBegin.size()) return false;
    for (std::size_t at = 0; at < kBegin.size(); ++at) {
        const char c = bytes[at];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != kBegin[at]) return false;
    }
    return true;
}

Result<registers::Table> contacts_table(std::string_view bytes, const AreaCode& station) {
    BOOST_OUTCOME_TRY(const auto text, registers::to_utf8(bytes));
    registers::Table table{{"姓名", "电话", "区划"}, {}};
    Card card;
    for (const auto& read : line::read(text)) {
        if (read.name == "BEGIN") card = Card{read.number, {}, {}, {}, {}, false};
        take(card, read);
        if (read.name != "END") continue;
        const auto& name = card.full_name.empty() ? card.structured_name : card.full_name;
        table.rows.push_back({card.line, {name, card.phone, card.area.empty() ? station.text : card.area}});
        if (table.rows.size() > registers::kTableRowsMax)
            return refuse("table_too_large", "", "一次最多导入一万人", "at most ten thousand people at once");
    }
    if (table.rows.empty()) return refuse("table_empty", "", "文件里没有联系人", "there is no contact in the file");
    return table;
}

Result<Decision> decide(const ExportContacts& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(reason_is_given(wish.reason));
    std::vector<Contact> contacts;
    for (const auto& row : people_rows(desk.views, wish.area, "")) {
        if (!row.active) continue;
        const auto phone = journal::vault::reveal(desk.views, row.id.text, "phone").value_or("");
        const auto post = row.posts.empty() ? std::string() : row.posts.front().title;
        contacts.push_back({row.id, row.name, phone, desk.node.name, post, row.area});
    }
    auto decision = journal::decided(
        journal::event(wish.area.text, ContactsExported{static_cast<std::int64_t>(contacts.size()), wish.reason})
    );
    decision.answer = {{"vcards", to_vcards(contacts)}};
    return decision;
}

}  // namespace anlan::organisation
