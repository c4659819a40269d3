#include "sip/question.hpp"

#include <utility>

#include "sip/stack.hpp"

namespace anlan::sip {

namespace {

constexpr std::uint32_t kRegistered_seconds = 300;

}  // namespace

struct Question::Inside {
    void answer(int status) {
        if (std::exchange(done, true)) return;
        patience.cancel();
        answered(status);
        over();
    }
    static int on_send(enum sip_transp way, const struct sa* from, const struct sa*, struct mbuf* text, void*) {
        struct sip_contact contact;
        ::sip_contact_set(&contact, "anlan", from, way);
        return ::mbuf_printf(text, "%H", &::sip_contact_print, &contact);
    }
    static void on_answer(int, const struct sip_msg* msg, void* arg) {
        static_cast<Inside*>(arg)->answer(msg != nullptr ? msg->scode : 0);
    }

    Stack& stack;
    std::function<void(int)> answered;
    std::function<void()> over;
    bool done = false;
    Held<struct sip_dialog> dialog;
    Held<struct sip_request> request;
    Timer patience;
};

Question::Question(Stack& stack, std::function<void(int status)> answered, std::function<void()> over)
    : inside_(new Inside{stack, std::move(answered), std::move(over), false, {}, {}, {}}) {}

Question::~Question() = default;

void Question::ask(const std::string& uri, std::chrono::milliseconds patience) {
    auto& in = *inside_;
    const auto at = uri.find('@');
    const auto from = "sip:anlan@" + uri.substr((at == std::string::npos ? uri.find(':') : at) + 1);
    int fault = ::sip_dialog_alloc(in.dialog.fresh(), uri.c_str(), uri.c_str(), nullptr, from.c_str(), nullptr, 0);
    if (fault == 0)
        fault = ::sip_drequestf(
            in.request.fresh(),
            in.stack.sip.get(),
            true,
            "OPTIONS",
            in.dialog.get(),
            0,
            nullptr,
            &Inside::on_send,
            &Inside::on_answer,
            &in,
            "%s",
            "Accept: application/sdp\r\nContent-Length: 0\r\n\r\n"
        );
    if (fault != 0) return in.answer(0);
    const auto most = static_cast<std::uint64_t>(patience.count());
    in.patience.start(
        most, [](void* self) { static_cast<Inside*>(self)->answer(0); }, &in
    );
}

struct Registration::Inside {
    static int on_credentials(char** user, char** password, const char*, void* arg) {
        const auto& who = static_cast<Inside*>(arg)->account;
        const int fault = ::str_dup(user, who.user.c_str());
        return fault != 0 ? fault : ::str_dup(password, who.password.c_str());
    }
    static void on_answer(int, const struct sip_msg* msg, void* arg) {
        static_cast<Inside*>(arg)->tried(msg != nullptr ? msg->scode : 0);
    }

    Parties account;
    std::function<void(int)> tried;
    Held<struct sipreg> registered;
};

/// After a failure libre tries again by itself, with growing pauses.
Registration::Registration(Stack& stack, Parties account, std::function<void(int status)> tried)
    : inside_(new Inside{std::move(account), std::move(tried), {}}) {
    auto& in = *inside_;
    const auto& who = in.account;
    const int fault = ::sipreg_register(
        in.registered.fresh(),
        stack.sip.get(),
        who.to.c_str(),
        who.from.c_str(),
        nullptr,
        who.from.c_str(),
        kRegistered_seconds,
        who.own_user.c_str(),
        nullptr,
        0,
        0,
        &Inside::on_credentials,
        &in,
        false,
        &Inside::on_answer,
        &in,
        nullptr,
        nullptr
    );
    if (fault != 0) in.tried(0);
}

Registration::~Registration() = default;

}  // namespace anlan::sip
