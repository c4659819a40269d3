#include "sip/fates.hpp"

#include <algorithm>
#include <cmath>

namespace anlan::sip {

namespace {

using calls::Carriage;

struct Words {
    const char *zh, *en;
};

/// RFC 3261 §21, as gateways use it.
Words words_of(int status) {
    switch (status) {
        case 486:
        case 600:
            return {"对方占线", "the line was busy"};
        case 603:
            return {"对方拒接", "they declined the call"};
        case 404:
        case 410:
        case 484:
        case 604:
            return {"号码是空号，或拨号前缀不对", "no such number, or the prefix of the gateway is wrong"};
        case 408:
        case 480:
        case 487:
            return {"暂时无法接通", "they could not be reached"};
        case 401:
        case 407:
            return {
                "语音网关不认本站的账号和密码（配置文件 [node.sip]）",
                "the gateway does not accept user and password ([node.sip] of the configuration)"};
        case 403:
            return {"语音网关不允许呼叫这个号码", "the gateway does not permit calls to this number"};
        case 488:
        case 606:
            return {"语音网关不支持 G.711 声音", "the gateway does not take G.711 sound"};
        default:
            return status >= 500 ? Words{"语音网关没有空闲线路或有故障", "the gateway has no free line, or a fault"}
                                 : Words{"呼叫没有接通", "the call did not get through"};
    }
}

Fate failed(const TalkEnd& end, const Words& words) {
    const auto code = end.how == End::rejected ? "（SIP " + std::to_string(end.status) + "）" : std::string{};
    const auto code_en = end.how == End::rejected ? " (SIP " + std::to_string(end.status) + ")" : std::string{};
    return {Carriage::failed, minutes_of(end.talked_seconds), words.zh + code, words.en + code_en};
}

}  // namespace

std::int64_t minutes_of(double seconds) {
    return seconds > 0 ? static_cast<std::int64_t>(std::ceil(seconds / 60)) : 0;
}

Fate fate_of(const TalkEnd& end) {
    switch (end.how) {
        case End::pressed:
            return {Carriage::answered, std::max<std::int64_t>(1, minutes_of(end.talked_seconds)), {}, {}};
        case End::heard_out:
            return {
                Carriage::delivered,
                minutes_of(end.talked_seconds),
                "已接通并播报完，没有按键确认",
                "picked up and said to the end, but no key was pressed"};
        case End::hung_up:
            return failed(end, {"对方中途挂断，没有按键确认", "they hung up before the end and pressed no key"});
        case End::rejected:
            return failed(end, words_of(end.status));
        case End::no_answer:
            return failed(end, {"响铃后无人接听", "nobody picked up"});
        case End::no_sound:
            return failed(end, words_of(488));
        case End::lost:
            return failed(end, {"通话中断，对方不再有声音", "the call broke off; nothing came from them any more"});
        case End::called_off:
            return failed(end, {"呼叫已取消", "the call was called off"});
        case End::unreached:
            break;
    }
    return failed(end, {"语音网关没有回应", "the gateway did not answer"});
}

Fate interrupted(bool told) {
    if (told)
        return {
            Carriage::failed,
            0,
            "程序重新启动，通话中断，没有收到按键确认",
            "the program was restarted in the middle of the call; no key was pressed until then"};
    return {
        Carriage::uncertain,
        0,
        "拨号时中断，不能确定是否响铃",
        "it broke while being dialled; nobody knows whether it rang"};
}

Result<std::string> dialled_number(const std::string& text) {
    std::string number;
    std::copy_if(text.begin(), text.end(), std::back_inserter(number), [](char c) { return c >= '0' && c <= '9'; });
    if (number.starts_with("0086")) number.erase(0, 4);
    if (number.size() == 13 && number.starts_with("86")) number.erase(0, 2);
    const bool strange = text.find_first_not_of("0123456789+-() ") != std::string::npos;
    if (strange || number.size() < 3 || number.size() > 20)
        return refuse("number_invalid", "address", "电话号码有误", "this is no telephone number");
    return number;
}

}  // namespace anlan::sip
