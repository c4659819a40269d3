#include <algorithm>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "venue/commands.hpp"
#include "venue/rules.hpp"

namespace anlan::venue {

namespace {

Result<ExhibitFacts> known(const Desk& desk, const ExhibitId& id) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    auto found = exhibit(desk.views, id);
    if (!found) return refuse("exhibit_unknown", "exhibit", "没有这件展项", "there is no such exhibit");
    return std::move(*found);
}

Result<void> check_what(const std::string& what) {
    if (what.empty()) return refuse("what_missing", "what", "请写明情况", "say what is the matter");
    if (what.size() > kLongestWords) return refuse("too_long", "what", "请不超过 500 字", "keep it under 500 characters");
    return done();
}

}  // namespace

Result<Decision> decide(const PutExhibit& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    if (wish.sheet.name.empty()) return refuse("name_missing", "sheet.name", "请写展项名称", "give it a name");
    const auto venue = sheet(desk.views);
    const bool hall_known = wish.sheet.hall.empty() || (venue && std::find(venue->halls.begin(), venue->halls.end(),
                                                                           wish.sheet.hall) != venue->halls.end());
    if (!hall_known)
        return refuse("hall_unknown", "sheet.hall", "没有这个展区，请先在场所信息里登记", "enter this hall with the venue first");
    if (!wish.sheet.keeper.empty() && !organisation::person_exists(desk.views, wish.sheet.keeper))
        return refuse("person_unknown", "sheet.keeper", "名册里没有这个人", "this person is not on the roster");
    if (!wish.exhibit.empty()) {
        BOOST_OUTCOME_TRYV(known(desk, wish.exhibit));
    }
    const auto id = wish.exhibit.empty() ? desk.new_id() : wish.exhibit.text;
    return journal::decided(journal::event(id, ExhibitPut{wish.sheet}));
}

Result<Decision> decide(const CheckExhibit& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, known(desk, wish.exhibit));
    if (found.faulted_at)
        return refuse("exhibit_broken", "exhibit", "这件展项有故障，请先修复", "this exhibit is out of order; repair it first");
    return journal::decided(journal::event(found.id.text, ExhibitChecked{wish.note}));
}

Result<Decision> decide(const ReportFault& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, known(desk, wish.exhibit));
    BOOST_OUTCOME_TRYV(check_what(wish.what));
    if (found.faulted_at) return Decision{{}, found.id.text, {}};
    const auto by = desk.now + policy::seconds(desk.views, "venue.repair");
    return journal::decided(journal::event(found.id.text, ExhibitFaulted{wish.what, by, desk.actor == "public"}));
}

Result<Decision> decide(const RepairExhibit& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, known(desk, wish.exhibit));
    BOOST_OUTCOME_TRYV(check_what(wish.what));
    if (!found.faulted_at) return Decision{{}, found.id.text, {}};
    return journal::decided(journal::event(found.id.text, ExhibitRepaired{wish.what}));
}

Result<Decision> decide(const RetireExhibit& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, known(desk, wish.exhibit));
    if (wish.reason.empty()) return refuse("reason_missing", "reason", "请写撤展原因", "say why it is taken away");
    return journal::decided(journal::event(found.id.text, ExhibitRetired{wish.reason}));
}

}  // namespace anlan::venue
