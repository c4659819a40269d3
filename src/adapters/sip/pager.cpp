#include "sip/pager.hpp"

#include <cmath>
#include <map>
#include <mutex>

#include "sip/fates.hpp"

namespace anlan::sip {

namespace {

constexpr double kLostMost = 0.05;  ///< as of other network loudspeakers
constexpr std::chrono::milliseconds kPickUp{10'000}, kAnswer{5'000}, kEdge{300};
constexpr std::chrono::milliseconds kProbePatience{4'000};

/// Answer at once: RFC 5373, and the two older ways that devices know.
constexpr const char* kPickUpAtOnce =
    "Answer-Mode: Auto\r\nCall-Info: <sip:anlan>;answer-after=0\r\nAlert-Info: "
    "<http://anlan>;info=alert-autoanswer\r\n";

}  // namespace

PageReceipt receipt_of(const std::string& terminal, const TalkEnd& end) {
    const auto seconds = static_cast<std::int64_t>(std::floor(end.talked_seconds));
    if (end.how == End::heard_out && end.all_sent) {
        if (end.lost > kLostMost)
            return {
                terminal,
                Paged::failed,
                seconds,
                "终端报告声音丢失 " + std::to_string(std::lround(end.lost * 100)) + "%，请检查网络"};
        if (!end.goodbye_answered) return {terminal, Paged::silent, seconds, "声音已发完，但终端没有回应挂断"};
        return {terminal, Paged::played, seconds, {}};
    }
    if (end.how == End::unreached) return {terminal, Paged::silent, 0, "终端没有回应呼叫"};
    if (end.how == End::hung_up) return {terminal, Paged::failed, seconds, "播到一半终端挂断"};
    if (end.how == End::no_answer) return {terminal, Paged::failed, 0, "终端没有自动接听，请打开它的自动应答"};
    return {terminal, Paged::failed, seconds, fate_of(end).note_zh};
}

struct Pager::Inside {
    Inside(Account given, PagerNews told) : account(std::move(given)), news(std::move(told)) {}

    std::string uri_of(const std::string& address) const {
        const bool whole = address.find('@') != std::string::npos || account.gateway.empty();
        return "sip:" + (whole ? address : address + "@" + account.gateway);
    }
    void call(const std::string& play, std::uint64_t run, const PageTarget& target, TalkOrder order);
    void ended(const std::string& play, std::uint64_t run, const std::string& terminal, const TalkEnd& end);

    /// One playing; played anew under the same name, it is another run.
    struct Play {
        std::uint64_t run = 0;
        std::map<std::string, std::uint64_t> talks;  ///< by terminal
    };
    Account account;
    PagerNews news;
    std::mutex mutex;
    std::map<std::string, Play> plays;
    std::uint64_t runs = 0;
    std::unique_ptr<Endpoint> endpoint;  ///< ends first
};

void Pager::Inside::call(const std::string& play, std::uint64_t run, const PageTarget& target, TalkOrder order) {
    order.parties = account.parties(uri_of(target.address));
    order.volume = target.volume;
    TalkNews told;
    told.ended = [this, play, run, terminal = target.terminal](const TalkEnd& end) { ended(play, run, terminal, end); };
    const auto talk = endpoint->talk(std::move(order), std::move(told));
    plays[play].talks[target.terminal] = talk;
}

void Pager::Inside::ended(const std::string& play, std::uint64_t run, const std::string& terminal, const TalkEnd& end) {
    bool over = false;
    {
        std::lock_guard lock(mutex);
        const auto found = plays.find(play);
        if (found == plays.end() || found->second.run != run) return;  // stopped
        found->second.talks.erase(terminal);
        over = found->second.talks.empty();
        if (over) plays.erase(found);
    }
    const auto receipt = receipt_of(terminal, end);
    if (receipt.how != Paged::silent && news.alive) news.alive(terminal);
    if (news.receipt) news.receipt(play, receipt);
    if (over && news.over) news.over(play);
}

Result<std::unique_ptr<Pager>> Pager::open(Account account, PagerNews news) {
    auto in = std::make_unique<Inside>(std::move(account), std::move(news));
    auto wish = in->account.endpoint;
    wish.port = 0;  // the configured one is the voice line's
    wish.towards = in->account.gateway.empty() ? "192.0.2.1" : in->account.host();  // anywhere outside
    BOOST_OUTCOME_TRY(in->endpoint, Endpoint::open(std::move(wish)));
    return std::unique_ptr<Pager>(new Pager(std::move(in)));
}

Pager::Pager(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

Pager::~Pager() {
    inside_->endpoint.reset();
}

void Pager::play(
    const std::string& play, const sound::Sound& round, std::size_t rounds, const std::vector<PageTarget>& targets
) {
    auto& in = *inside_;
    stop(play);
    TalkOrder order;
    order.headers = kPickUpAtOnce;
    order.words = std::make_shared<const sound::Sound>(round);
    order.rounds = rounds;
    order.ring = kPickUp;
    order.no_sign = kAnswer;
    order.lead = order.last = kEdge;
    order.pause = std::chrono::milliseconds{0};
    std::lock_guard lock(in.mutex);  // held: none of them ends before all are known
    const auto run = in.plays[play].run = ++in.runs;
    for (const auto& target : targets) in.call(play, run, target, order);
}

void Pager::stop(const std::string& play) {
    auto& in = *inside_;
    std::lock_guard lock(in.mutex);
    const auto found = in.plays.extract(play);
    if (found.empty()) return;
    for (const auto& [terminal, talk] : found.mapped().talks) in.endpoint->call_off(talk);
}

void Pager::probe(const std::vector<PageTarget>& targets) {
    auto& in = *inside_;
    for (const auto& target : targets)
        in.endpoint->ask(in.uri_of(target.address), kProbePatience, [&in, terminal = target.terminal](int status) {
            const bool there = status >= 200 && status < 300;  // an exchange answers for telephones that are gone, too
            if (there && in.news.alive) in.news.alive(terminal);
        });
}

}  // namespace anlan::sip
