#include "calls/channel_queries.hpp"

#include "calls/channel_records.hpp"
#include "calls/channel_words.hpp"
#include "organisation/phone_queries.hpp"

namespace anlan::calls {

namespace {

struct Wanted {
    std::string id, call;
    PersonId person;
    Carriage state = Carriage::wanted;
    std::string headline, text, drill;
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (id, call, person, state, headline, text, drill))

}  // namespace

std::vector<Carry> to_carry(store::Rows& rows, Channel channel, const std::string& station, Instant since) {
    std::vector<Carry> all;
    for (const auto& row : rows.select<Wanted>(
             "SELECT y.id, y.call, y.person, y.state, c.headline, c.text, c.drill FROM call_carry y JOIN call c ON "
             "c.id = "
             "y.call "
             "WHERE (c.drill = '' OR y.channel = 'push') AND y.channel = :ch AND (y.state = 'wanted' OR (y.state IN "
             "('accepted', 'uncertain') "
             "AND y.at > :s)) ORDER BY y.at, y.id",
             channel,
             since
         ))
        all.push_back(
            {{row.id},
             row.call,
             row.person,
             channel,
             organisation::phone(rows, row.person),
             words_for(channel, station, row.headline, row.text),
             row.state != Carriage::wanted,
             row.headline,
             !row.drill.empty(),
             channel == Channel::push ? subscriptions::doorbells_of(rows, row.person)
                                      : std::vector<subscriptions::Doorbell>()}
        );
    return all;
}

std::vector<Channel> awake_channels(store::Rows& rows) {
    std::vector<Channel> awake;
    for (const auto& row : channel_rows(rows))
        if (row.awake) awake.push_back(row.channel);
    return awake;
}

}  // namespace anlan::calls
