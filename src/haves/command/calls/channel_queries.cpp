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
    std::string headline, text;
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (id, call, person, state, headline, text))

}  // namespace

std::vector<Carry> to_carry(store::Rows& rows, Channel channel, const std::string& station, Instant since) {
    std::vector<Carry> all;
    for (const auto& row : rows.select<Wanted>(
             "SELECT y.id, y.call, y.person, y.state, c.headline, c.text FROM call_carry y JOIN call c ON c.id = "
             "y.call "
             "WHERE c.drill = '' AND y.channel = :ch AND (y.state = 'wanted' OR (y.state IN ('accepted', 'uncertain') "
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
             row.state != Carriage::wanted}
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
