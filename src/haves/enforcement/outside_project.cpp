#include "enforcement/outside_project.hpp"

#include <algorithm>

namespace anlan::enforcement {

void project(store::Rows& rows, const Entry& entry, const PartyLinkMade& made) {
    rows.run(
        "INSERT INTO party_link(id, place, party_name, digest, made_at, expires_at) VALUES(:i, :p, :n, :d, :a, :e)",
        entry.subject,
        made.place,
        made.party_name,
        made.digest,
        entry.at,
        made.expires_at
    );
}

void project(store::Rows& rows, const Entry& entry, const PartyLinkRevoked&) {
    rows.run("UPDATE party_link SET revoked_at = :a WHERE id = :i", entry.at, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const SelfCheckFiled& filed) {
    const auto failed = std::count_if(filed.answers.begin(), filed.answers.end(), [](const CheckAnswer& each) {
        return each.verdict == CheckVerdict::fail;
    });
    rows.run(
        "INSERT INTO self_check(id, place, party_name, checklist, failed, filed_at) VALUES(:i, :p, :n, :c, :f, :a)",
        entry.subject,
        filed.party.place,
        filed.party.name,
        filed.checklist,
        static_cast<std::int64_t>(failed),
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const PublicReportFiled& filed) {
    rows.run(
        "INSERT INTO public_report(id, what, place_text, digest, answer_by, photos, contact, filed_at, way, answer) "
        "VALUES(:i, :w, :p, :d, :b, :h, :c, :a, '', '')",
        entry.subject,
        filed.what,
        filed.where,
        filed.digest,
        filed.answer_by,
        filed.photos,
        filed.contact,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const PublicReportSorted& sorted) {
    rows.run(
        "UPDATE public_report SET way = :w, answer = :t, sorted_at = :a WHERE id = :i",
        sorted.way,
        sorted.answer,
        entry.at,
        entry.subject
    );
}

}  // namespace anlan::enforcement
