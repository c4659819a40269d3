#include "app/simulated_checks.hpp"

#include <fmt/format.h>

#include "journal/ledger.hpp"

namespace anlan::app {

namespace {

using Broken = std::vector<std::string>;

std::int64_t count(store::Rows& rows, const std::string& from) {
    return rows.value<std::int64_t>("SELECT COUNT(*) FROM " + from).value_or(0);
}

struct CallState {
    std::string id, state;
    auto operator<=>(const CallState&) const = default;
};
BOOST_DESCRIBE_STRUCT(CallState, (), (id, state))

/// Nothing acknowledged is lost, unless somebody put an old copy back on the only node that knew it.
void nothing_lost(SimulatedCounty& county, const SimulatedStory& story, Broken& broken) {
    std::map<AreaCode, std::int64_t> missing;
    for (const auto& told : story.acknowledged()) {
        if (story.put_back().contains(told.node)) continue;
        const auto subject = county.find(told.node)->writer().rows().value<std::string>(
            "SELECT subject FROM journal WHERE seq = :s", told.seq
        );
        if (subject != told.subject) ++missing[told.node];
    }
    for (const auto& [node, number] : missing)
        broken.push_back(fmt::format("{} lost {} acknowledged entries", node.text, number));
}

void journal_verifies(Node& node, Broken& broken) {
    const auto scratch = store::connect({.sqlite_file = ":memory:", .postgresql = {}}, store::Use::writing);
    const auto proof = journal::prove(node.writer().rows(), *scratch, node.writer().rooms());
    if (!proof.ok) broken.push_back(fmt::format("{}: {}", node.settings().facts.area.text, proof.fault_en));
}

void nothing_twice(Node& node, Broken& broken) {
    const auto twice = count(
        node.writer().rows(),
        "(SELECT origin FROM arrival WHERE reception = 'taken' GROUP BY origin, seq, kind, subject, at HAVING COUNT(*) "
        "> 1) t"
    );
    if (twice > 0)
        broken.push_back(fmt::format("{}: {} entries arrived twice", node.settings().facts.area.text, twice));
}

/// Whatever people type: no identity number is in a journal, none has come from elsewhere.
void no_identity_number(Node& node, Broken& broken) {
    auto& rows = node.writer().rows();
    for (const auto* table : {"journal", "arrival"}) {
        const auto number = "'%" + std::string(kIdentityNumber) + "%'";
        const auto found = count(rows, std::string(table) + " WHERE body LIKE " + number);
        if (found > 0)
            broken.push_back(
                fmt::format("{}: an identity number in {} entries of {}", node.settings().facts.area.text, found, table)
            );
    }
}

void calls_answered(Node& node, Broken& broken) {
    const auto quiet = node.writer().rows().value<std::int64_t>(
        "SELECT COUNT(*) FROM call WHERE state NOT IN ('answered', 'closed') AND stage = 0 AND "
        "'call/' || id NOT IN (SELECT key FROM deadline WHERE due > :n)",
        node.writer().clock().now()
    );
    if (quiet.value_or(0) > 0)
        broken.push_back(
            fmt::format("{}: {} calls neither answered nor escalated", node.settings().facts.area.text, *quiet)
        );
}

/// The other end holds every stream to its last entry.
void streams_agree(Node& from, Node& to, Broken& broken) {
    const auto& origin = from.settings().facts.area;
    for (const auto& stream : journal::streams_between(origin, to.settings().facts.area)) {
        const auto sent = journal::sent_out(from.writer().rows(), stream);
        const auto held = journal::arrived(to.writer().rows(), origin, stream);
        if (sent.number == 0 || sent == held) continue;
        broken.push_back(fmt::format(
            "{} sent {} up to {}.{}, {} holds {}.{}",
            origin.text,
            stream,
            sent.epoch,
            sent.number,
            to.settings().facts.area.text,
            held.epoch,
            held.number
        ));
    }
}

/// What the upper node shows of the calls below is what they are.
void calls_agree(Node& below, Node& above, Broken& broken) {
    const auto own = below.writer().rows().select<CallState>(
        "SELECT id, CASE WHEN state IN ('answered', 'closed') THEN state ELSE 'ringing' END AS state FROM call "
        "ORDER BY id"
    );
    const auto seen = above.writer().rows().select<CallState>(
        "SELECT id, state FROM town_call WHERE node = :n ORDER BY id", below.settings().facts.area
    );
    if (own == seen) return;
    broken.push_back(fmt::format(
        "{} shows {} calls of {}, which has {}, or other states",
        above.settings().facts.area.text,
        seen.size(),
        below.settings().facts.area.text,
        own.size()
    ));
}

/// What a village reported is known two levels up, told ahead by the town or reported by it.
void known_at_the_county(Node& village, Node& county, Broken& broken) {
    const auto reported =
        village.writer().rows().list<std::string>("SELECT DISTINCT incident FROM incident_report WHERE node = ''");
    for (const auto& incident : reported)
        if (count(county.writer().rows(), "incident_forewarning WHERE incident = '" + incident + "'") +
                count(county.writer().rows(), "incident WHERE id = '" + incident + "'") ==
            0)
            broken.push_back(fmt::format(
                "the county does not know of {}, which {} reported", incident, village.settings().facts.area.text
            ));
}

}  // namespace

bool all_arrived(SimulatedCounty& county) {
    Broken on_their_way;
    for (std::size_t i = 1; i < county.size(); ++i) {
        streams_agree(*county.node(i), *county.above(i), on_their_way);
        streams_agree(*county.above(i), *county.node(i), on_their_way);
    }
    return on_their_way.empty();
}

std::vector<std::string> broken_promises(SimulatedCounty& county, const SimulatedStory& story) {
    Broken broken;
    nothing_lost(county, story, broken);
    for (std::size_t i = 0; i < county.size(); ++i) {
        auto& node = *county.node(i);
        journal_verifies(node, broken);
        nothing_twice(node, broken);
        no_identity_number(node, broken);
        calls_answered(node, broken);
        if (i == 0) continue;
        auto& above = *county.above(i);
        streams_agree(node, above, broken);
        streams_agree(above, node, broken);
        const auto kept = [&](const Node& each) { return !story.put_back().contains(each.settings().facts.area); };
        if (!kept(node) || !kept(above)) continue;
        calls_agree(node, above, broken);
        if (node.settings().facts.level() == Level::village && kept(*county.node(0)))
            known_at_the_county(node, *county.node(0), broken);
    }
    return broken;
}

}  // namespace anlan::app
