#include "sip/endpoint.hpp"

#include <arpa/inet.h>
#include <netdb.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstring>
#include <future>
#include <map>
#include <optional>

#include "sip/conversation.hpp"
#include "sip/loop.hpp"
#include "sip/question.hpp"
#include "sip/stack.hpp"

namespace anlan::sip {

namespace {

constexpr std::uint64_t kFarewell_ms = 300;  ///< for the answers to the last goodbyes

Refusal not_open(const std::string& zh, const std::string& en) {
    return refuse("sip_not_open", "", "语音线路打不开：" + zh, "the telephone line does not open: " + en);
}

/// The address of this machine from which the way to a host begins; empty: there is no way.
std::string way_to(const std::string& host) {
    struct addrinfo wish {};
    wish.ai_family = AF_INET;
    wish.ai_socktype = SOCK_DGRAM;
    struct addrinfo* found = nullptr;
    if (::getaddrinfo(host.c_str(), "5060", &wish, &found) != 0) return {};
    const std::unique_ptr<struct addrinfo, decltype(&::freeaddrinfo)> kept(found, &::freeaddrinfo);
    const int probe = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    struct sockaddr_in own {};
    socklen_t size = sizeof own;
    const bool known = probe >= 0 && ::connect(probe, found->ai_addr, found->ai_addrlen) == 0 &&
                       ::getsockname(probe, reinterpret_cast<struct sockaddr*>(&own), &size) == 0;
    if (probe >= 0) ::close(probe);
    std::array<char, INET_ADDRSTRLEN> text{};
    if (!known || ::inet_ntop(AF_INET, &own.sin_addr, text.data(), text.size()) == nullptr) return {};
    return text.data();
}

}  // namespace

struct Endpoint::Inside {
    static void on_stranger(const struct sip_msg* msg, void* arg);
    static bool on_request(const struct sip_msg* msg, void* arg);
    static void on_trace(
        bool out,
        enum sip_transp,
        const struct sa*,
        const struct sa*,
        const std::uint8_t* bytes,
        std::size_t size,
        void* arg
    );
    int listen(std::uint16_t port);
    Conversation& hold(std::uint64_t id, TalkOrder order, TalkNews news);
    void close_on_loop();

    EndpointSettings settings;
    std::string address;
    std::uint16_t port = 0;
    std::atomic<std::uint64_t> last_id{0};
    Stack stack;
    std::function<std::optional<Admitted>(const Caller&)> asks;
    std::map<std::uint64_t, std::unique_ptr<Conversation>> talks;
    std::map<std::uint64_t, std::unique_ptr<Question>> questions;
    std::unique_ptr<Registration> registration;
    std::unique_ptr<Loop> loop;  ///< ends first
};

/// An answer would speak of what this is to nobody we know: whoever is not admitted learns nothing.
void Endpoint::Inside::on_stranger(const struct sip_msg* msg, void* arg) {
    auto& in = *static_cast<Inside*>(arg);
    const auto text = [](const struct pl& part) {
        return part.p != nullptr ? std::string(part.p, part.l) : std::string();
    };
    std::array<char, INET6_ADDRSTRLEN> from{};
    ::sa_ntop(&msg->src, from.data(), static_cast<int>(from.size()));
    const Caller caller{
        text(msg->from.uri.user), text(msg->from.uri.host), from.data(), ::sa_port(&msg->src), text(msg->uri.user)};
    auto admitted = in.asks ? in.asks(caller) : std::nullopt;
    if (!admitted) {
        spdlog::info("SIP: a call from outside was refused");
        ::sip_treply(nullptr, in.stack.sip.get(), msg, 403, "Forbidden");
        return;
    }
    const auto id = ++in.last_id;
    if (admitted->begun) admitted->begun(id);
    in.hold(id, std::move(admitted->order), std::move(admitted->news)).answer(msg);
}

Conversation& Endpoint::Inside::hold(std::uint64_t id, TalkOrder order, TalkNews news) {
    auto over = [this, id] { loop->post([this, id] { talks.erase(id); }); };
    auto& talk = talks[id] = std::make_unique<Conversation>(stack, std::move(order), std::move(news), std::move(over));
    return *talk;
}

/// Outside of calls a gateway may ask whether we are here; nothing else is taken.
bool Endpoint::Inside::on_request(const struct sip_msg* msg, void* arg) {
    auto& in = *static_cast<Inside*>(arg);
    if (::pl_strcmp(&msg->met, "ACK") == 0) return true;
    if (::pl_strcmp(&msg->met, "OPTIONS") == 0)
        ::sip_treply(nullptr, in.stack.sip.get(), msg, 200, "OK");
    else if (::pl_strcmp(&msg->met, "CANCEL") == 0 || ::pl_strcmp(&msg->met, "BYE") == 0)
        ::sip_treply(nullptr, in.stack.sip.get(), msg, 481, "Call/Transaction Does Not Exist");
    else
        ::sip_treply(nullptr, in.stack.sip.get(), msg, 405, "Method Not Allowed");
    return true;
}

/// libre tells nobody that a BYE was answered; its trace does.
void Endpoint::Inside::on_trace(
    bool out,
    enum sip_transp,
    const struct sa*,
    const struct sa*,
    const std::uint8_t* bytes,
    std::size_t size,
    void* arg
) {
    constexpr std::string_view kGood = "SIP/2.0 2";
    auto& in = *static_cast<Inside*>(arg);
    if (out || in.talks.empty() || size < kGood.size()) return;
    if (std::string_view(reinterpret_cast<const char*>(bytes), kGood.size()) != kGood) return;
    Held<struct mbuf> copy;
    *copy.fresh() = ::mbuf_alloc(size);
    if (!copy || ::mbuf_write_mem(copy.get(), bytes, size) != 0) return;
    ::mbuf_set_pos(copy.get(), 0);
    Held<struct sip_msg> msg;
    if (::sip_msg_decode(msg.fresh(), copy.get()) != 0 || ::pl_strcmp(&msg.get()->cseq.met, "BYE") != 0) return;
    const std::string_view call_id(msg.get()->callid.p, msg.get()->callid.l);
    for (auto& [id, talk] : in.talks) talk->goodbye_answered(call_id);
}

int Endpoint::Inside::listen(std::uint16_t wanted) {
    std::array<struct sa, 4> servers;
    std::uint32_t count = servers.size();
    if (::dns_srv_get(nullptr, 0, servers.data(), &count) == 0 && count > 0)
        ::dnsc_alloc(stack.names.fresh(), nullptr, servers.data(), count);  // without: addresses in numbers only
    int fault = ::sip_alloc(stack.sip.fresh(), stack.names.get(), 32, 32, 32, "Anlan", nullptr, this);
    if (fault != 0) return fault;
    auto place = stack.local;
    ::sa_set_port(&place, wanted);
    fault = ::sip_transp_add(stack.sip.get(), SIP_TRANSP_UDP, &place);
    if (fault == 0) fault = ::sipsess_listen(stack.sessions.fresh(), stack.sip.get(), 32, &on_stranger, this);
    if (fault == 0) fault = ::sip_listen(stack.requests.fresh(), stack.sip.get(), true, &on_request, this);
    if (fault != 0) return fault;
    ::sip_set_trace_handler(stack.sip.get(), &on_trace);
    struct sa own;
    ::sa_init(&own, AF_INET);
    if (::sip_transp_laddr(stack.sip.get(), &own, SIP_TRANSP_UDP, &stack.local) == 0) port = ::sa_port(&own);
    return 0;
}

void Endpoint::Inside::close_on_loop() {
    registration.reset();
    questions.clear();
    talks.clear();
    if (stack.sessions) ::sipsess_close_all(stack.sessions.get());
    if (stack.sip) ::sip_close(stack.sip.get(), true);  // what still waits for an answer holds on to it
    stack.requests.drop();
    stack.sessions.drop();
    stack.sip.drop();
    stack.names.drop();
}

Result<std::unique_ptr<Endpoint>> Endpoint::open(EndpointSettings settings) {
    auto in = std::make_unique<Inside>();
    in->address = settings.local.empty() ? way_to(settings.towards) : settings.local;
    if (in->address.empty())
        return not_open("到 " + settings.towards + " 没有网络", "there is no way to " + settings.towards);
    in->settings = std::move(settings);
    int fault = 0;
    try {
        in->loop = std::make_unique<Loop>();
        in->loop->finish([&] {
            in->stack.sound_ports = in->settings.sound_ports;
            in->stack.sound_ports_end = in->settings.sound_ports_end;
            fault = ::sa_set_str(&in->stack.local, in->address.c_str(), 0);
            if (fault == 0) fault = in->listen(in->settings.port);
            if (fault != 0) in->close_on_loop();
        });
    } catch (const std::exception& what) {
        return not_open(what.what(), what.what());
    }
    if (fault != 0) {
        const auto where = in->address + ":" + std::to_string(in->settings.port);
        const std::string why = std::strerror(fault);
        return not_open(where + "（" + why + "）", where + " (" + why + ")");
    }
    return std::unique_ptr<Endpoint>(new Endpoint(std::move(in)));
}

Endpoint::Endpoint(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

Endpoint::~Endpoint() {
    auto& in = *inside_;
    std::promise<void> said;
    std::optional<Timer> farewell;  // lives and dies on the loop's thread
    in.loop->finish([&] {
        const bool busy = !in.talks.empty() || in.registration != nullptr;
        in.talks.clear();
        in.registration.reset();
        if (!busy) return said.set_value();
        farewell.emplace().start(
            kFarewell_ms, [](void* arg) { static_cast<std::promise<void>*>(arg)->set_value(); }, &said
        );
    });
    said.get_future().wait();
    in.loop->finish([&] {
        farewell.reset();
        in.close_on_loop();
    });
    in.loop.reset();
}

std::uint64_t Endpoint::talk(TalkOrder order, TalkNews news) {
    auto& in = *inside_;
    const auto id = ++in.last_id;
    auto wish = std::make_shared<std::pair<TalkOrder, TalkNews>>(std::move(order), std::move(news));
    in.loop->post([&in, id, wish] { in.hold(id, std::move(wish->first), std::move(wish->second)).begin(); });
    return id;
}

void Endpoint::call_off(std::uint64_t talk) {
    auto& in = *inside_;
    in.loop->post([&in, talk] {
        if (const auto found = in.talks.find(talk); found != in.talks.end()) found->second->call_off();
    });
}

void Endpoint::lead(std::uint64_t talk, std::vector<MediaPlace> places) {
    auto& in = *inside_;
    in.loop->post([&in, talk, to = std::move(places)] {
        if (const auto found = in.talks.find(talk); found != in.talks.end()) found->second->lead(to);
    });
}

void Endpoint::show(std::uint64_t talk, ShownPicture what) {
    auto& in = *inside_;
    in.loop->post([&in, talk, what] {
        if (const auto found = in.talks.find(talk); found != in.talks.end()) found->second->show(what);
    });
}

void Endpoint::mute(std::uint64_t talk, bool on) {
    auto& in = *inside_;
    in.loop->post([&in, talk, on] {
        if (const auto found = in.talks.find(talk); found != in.talks.end()) found->second->mute(on);
    });
}

void Endpoint::admit(std::function<std::optional<Admitted>(const Caller&)> asks) {
    auto& in = *inside_;
    in.loop->post([&in, to = std::move(asks)] { in.asks = to; });
}

void Endpoint::ask(
    const std::string& uri, std::chrono::milliseconds patience, std::function<void(int status)> answered
) {
    auto& in = *inside_;
    const auto id = ++in.last_id;
    in.loop->post([&in, id, uri, patience, told = std::move(answered)] {
        auto over = [&in, id] { in.loop->post([&in, id] { in.questions.erase(id); }); };
        auto& question = in.questions[id] = std::make_unique<Question>(in.stack, told, std::move(over));
        question->ask(uri, patience);
    });
}

void Endpoint::keep_registered(const Parties& account, std::function<void(int status)> tried) {
    auto& in = *inside_;
    in.loop->post([&in, account, told = std::move(tried)] {
        in.registration = std::make_unique<Registration>(in.stack, account, told);
    });
}

std::uint16_t Endpoint::port() const {
    return inside_->port;
}

std::string Endpoint::address() const {
    return inside_->address;
}

}  // namespace anlan::sip
