#include "calls/channel_api.hpp"

#include "calls/channel_answers.hpp"
#include "calls/channel_commands.hpp"
#include "calls/channel_plan.hpp"
#include "organisation/queries.hpp"

namespace anlan::calls {

using http::Call;
using http::Method;
using http::Page;

void add_channel_endpoints(http::Endpoints& table, const AskHealth& health) {
    table.list<ChannelAnswer>(
        "/api/v1/channels",
        "desk.view",
        "叫应渠道：健康、费用与上限",
        "channels of calls: health, cost and limit",
        [health](const Call& call, store::Rows& rows) -> Result<Page<ChannelAnswer>> {
            Page<ChannelAnswer> page;
            for (const auto channel : {Channel::app, Channel::push, Channel::sms, Channel::voice, Channel::robot})
                page.items.push_back(channel_answer(rows, channel, health ? health(channel) : ChannelHealth{}, call.now)
                );
            return page;
        }
    );
    table.get<OrderAnswer>(
        "/api/v1/people/{person}/channels",
        "organisation.view",
        "一个人的叫应渠道次序",
        "the order of a person's channels",
        [](const Call& call, store::Rows& rows) -> Result<OrderAnswer> {
            const PersonId person{call.path("person")};
            if (!organisation::person_exists(rows, person))
                return refuse("person_unknown", "person", "名册里没有这个人", "this person is not on the roster");
            return OrderAnswer{
                person,
                organisation::person_name(rows, person),
                organisation::phone_masked(rows, person),
                order_for(rows, person),
                !order_of(rows, person).empty()};
        }
    );
    table.command<OrderChannels>(
        Method::put,
        "/api/v1/people/{person}/channels",
        "organisation.edit",
        "改一个人的叫应渠道次序",
        "change the order of a person's channels"
    );
}

}  // namespace anlan::calls
