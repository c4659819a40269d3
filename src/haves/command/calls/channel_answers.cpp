#include "calls/channel_answers.hpp"

#include "calls/channel_plan.hpp"

namespace anlan::calls {

namespace {

struct Used {
    std::int64_t parts = 0, fen = 0, delivered = 0, failed = 0, uncertain = 0, answered = 0;
};
BOOST_DESCRIBE_STRUCT(Used, (), (parts, fen, delivered, failed, uncertain, answered))

/// The first of this month in Beijing.
Instant month_of(Instant now) {
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(now + kBeijing)};
    return std::chrono::sys_days{date.year() / date.month() / 1} - kBeijing;
}

Used used_since(store::Rows& rows, Channel channel, Instant since) {
    return rows
        .first<Used>(
            "SELECT COALESCE(SUM(parts), 0), COALESCE(SUM(parts * cost_fen), 0), "
            "COALESCE(SUM(CASE WHEN state = 'delivered' THEN 1 ELSE 0 END), 0), "
            "COALESCE(SUM(CASE WHEN state = 'failed' THEN 1 ELSE 0 END), 0), "
            "COALESCE(SUM(CASE WHEN state = 'uncertain' THEN 1 ELSE 0 END), 0), "
            "COALESCE(SUM(CASE WHEN state = 'answered' THEN 1 ELSE 0 END), 0) FROM call_carry WHERE channel = :c AND "
            "at >= :s",
            channel,
            since
        )
        .value_or(Used{});
}

/// What sleeps while nothing is configured, and how to wake it.
std::pair<const char*, const char*> how_to_install(Channel channel) {
    switch (channel) {
        case Channel::sms:
            return {
                "短信叫应未启用：插好短信模块，apt install gammu-smsd libdbd-sqlite3，在配置文件写 [node.sms] "
                "device = \"/dev/ttyUSB0\"",
                "calls by SMS sleep: plug in a modem, apt install gammu-smsd libdbd-sqlite3, and write [node.sms] "
                "device "
                "= \"/dev/ttyUSB0\" into the configuration"};
        case Channel::voice:
            return {
                "自动语音叫应未启用：接好语音网关（SIP），apt install espeak-ng，在配置文件写 [node.sip] gateway = "
                "\"192.168.1.10\"",
                "automatic voice calls sleep: connect a SIP gateway, apt install espeak-ng, and write [node.sip] "
                "gateway = "
                "\"192.168.1.10\" into the configuration"};
        case Channel::robot:
            return {
                "工作群机器人叫应未启用：在企业微信或钉钉的工作群里添加机器人，把它的地址和密钥写进配置文件 "
                "[[node.robot]]",
                "chat robots sleep: add a robot to a group of WeCom or DingTalk and write its address and key as "
                "[[node.robot]] into the configuration"};
        case Channel::push:
            return {
                "手机通知未启用：在配置文件写 [node.push] contact = \"mailto:值班邮箱\"，本机要能访问外网",
                "notices to devices sleep: write [node.push] contact = \"mailto:…\" into the configuration; this "
                "machine "
                "must reach the internet"};
        case Channel::app:
            break;
    }
    return {"", ""};
}

}  // namespace

ChannelAnswer channel_answer(store::Rows& rows, Channel channel, const ChannelHealth& health, Instant now) {
    const auto policy = policy_of(rows, channel);
    ChannelAnswer answer;
    answer.channel = channel;
    answer.configured = health.configured || channel == Channel::app;
    answer.awake = health.awake || channel == Channel::app;
    answer.note_zh = health.note_zh;
    answer.note_en = health.note_en;
    if (!answer.configured) {
        const auto [zh, en] = how_to_install(channel);
        answer.note_zh = zh;
        answer.note_en = en;
    }
    for (const auto& row : channel_rows(rows))
        if (row.channel == channel) answer.since = row.since;
    answer.device = health.device;
    answer.network = health.network;
    if (health.signal_percent >= 0) answer.signal_percent = health.signal_percent;
    answer.waiting = health.waiting;
    answer.rank = policy.rank;
    answer.cost_fen = policy.cost_fen;
    answer.hour_limit = policy.hour_limit;
    answer.hour_used = carried_since(rows, channel, now - std::chrono::hours{1});
    const auto used = used_since(rows, channel, month_of(now));
    answer.month_parts = used.parts;
    answer.month_fen = used.fen;
    answer.delivered = used.delivered;
    answer.failed = used.failed;
    answer.uncertain = used.uncertain;
    answer.answered = used.answered;
    return answer;
}

}  // namespace anlan::calls
