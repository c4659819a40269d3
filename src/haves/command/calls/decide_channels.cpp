#include <algorithm>

#include "calls/channel_commands.hpp"
#include "calls/channel_plan.hpp"
#include "calls/channel_words.hpp"
#include "calls/records.hpp"
#include "organisation/phone_queries.hpp"
#include "organisation/queries.hpp"

namespace anlan::calls {

namespace {

/// The carrying that this number can be answering: the last one to its person of a call that is open still.
std::optional<CarryRow> carry_to(const HearReply& wish, const Desk& desk) {
    const auto number = plain_number(wish.address);
    for (const auto& carry : desk.views.select<CarryRow>(
             kCarryRows +
                 "WHERE channel = :c AND state IN ('accepted', 'delivered', 'uncertain', 'wanted') AND call IN "
                 "(SELECT id FROM call WHERE state IN ('ringing', 'door_knock')) ORDER BY at DESC, id DESC",
             wish.channel
         ))
        if (plain_number(organisation::phone(desk.views, carry.person)) == number) return carry;
    return std::nullopt;
}

}  // namespace

AnswerChannel answer_channel_of(Channel channel) {
    if (channel == Channel::sms) return AnswerChannel::sms;
    return channel == Channel::voice ? AnswerChannel::voice : AnswerChannel::app;
}

Result<Decision> decide(const HearReply& wish, const Desk& desk) {
    const auto carry = carry_to(wish, desk);
    if (plain_number(wish.address).empty() || !carry)
        return refuse("nobody_called", "address", "没有正在叫应这个号码", "no open call was carried to this number");
    const auto call = call_row(desk.views, {carry->call});
    journal::Events events;
    if (means_yes(wish.words)) {
        events.push_back(journal::event(
            carry->call, CarriageTold{{carry->id}, Carriage::answered, std::max<std::int64_t>(carry->parts, 1), {}, {}}
        ));
        events.push_back(answer_by(*call, carry->person, answer_channel_of(wish.channel), desk));
    } else {
        events.push_back(journal::event(
            carry->call,
            ReplyHeard{{carry->id}, carry->person, wish.channel},
            {{reply_ref(carry->call), carry->id, wish.words, journal::Retention::event_closed}}
        ));
    }
    return journal::decided(std::move(events), carry->call);
}

Result<Decision> decide(const TellChannel& wish, const Desk& desk) {
    for (const auto& row : channel_rows(desk.views))
        if (row.channel == wish.channel && row.awake == wish.awake && row.note_zh == wish.note_zh) return Decision{};
    return journal::decided(journal::event(
        std::string(to_text(wish.channel)), ChannelTold{wish.channel, wish.awake, wish.note_zh, wish.note_en}
    ));
}

Result<Decision> decide(const OrderChannels& wish, const Desk& desk) {
    if (!organisation::person_exists(desk.views, wish.person))
        return refuse("person_unknown", "person", "名册里没有这个人", "this person is not on the roster");
    auto sorted = wish.order;
    std::sort(sorted.begin(), sorted.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
        return refuse("channel_twice", "order", "同一渠道只能排一次", "a channel stands in the order once");
    if (order_of(desk.views, wish.person) == wish.order) return Decision{{}, wish.person.text, {}};
    return journal::decided(journal::event(wish.person.text, ChannelsOrdered{wish.order}));
}

}  // namespace anlan::calls
