#include "nats/client.hpp"

#include <nats/nats.h>

#include <list>
#include <mutex>
#include <shared_mutex>

#include "base/ensure.hpp"

namespace anlan::nats {

namespace {

constexpr std::int64_t kStreamBytes = 2 * 1024 * 1024, kStreamNanoseconds = 60'000'000'000;
constexpr int kPatienceMilliseconds = 2000;

struct Free {
    void operator()(natsOptions* options) const { natsOptions_Destroy(options); }
    void operator()(natsConnection* connection) const { natsConnection_Destroy(connection); }
    void operator()(natsSubscription* subscription) const { natsSubscription_Destroy(subscription); }
    void operator()(natsMsg* message) const { natsMsg_Destroy(message); }
    void operator()(jsCtx* jet) const { jsCtx_Destroy(jet); }
    void operator()(jsStreamInfo* info) const { jsStreamInfo_Destroy(info); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

std::string text_of(const natsMsg* message) {
    return {natsMsg_GetData(message), static_cast<std::size_t>(natsMsg_GetDataLength(message))};
}

/// Shut by the client's end: waits for calls under way and lets no more through.
struct Gate {
    std::shared_mutex mutex;
    bool open = true;
};

/// Belongs to its subscription, which may hear a last message after it was given up.
struct Ear {
    std::shared_ptr<Gate> gate;
    Client::Heard heard;
};

void on_message(natsConnection*, natsSubscription*, natsMsg* message, void* self) {
    const Owned<natsMsg> owned(message);
    const auto* ear = static_cast<Ear*>(self);
    const std::shared_lock lock(ear->gate->mutex);
    if (ear->gate->open) ear->heard(text_of(message));
}

void on_last_message(void* self) {
    delete static_cast<Ear*>(self);
}

void on_connected(natsConnection*, void*) {}  // without it the first connection would be waited for

jsStreamConfig pipe_settings(const std::string& name) {
    jsStreamConfig settings;
    jsStreamConfig_Init(&settings);
    settings.Name = name.c_str();
    settings.Storage = js_MemoryStorage;
    settings.Discard = js_DiscardOld;
    settings.MaxBytes = kStreamBytes;
    settings.MaxAge = kStreamNanoseconds;
    settings.Duplicates = kStreamNanoseconds;
    return settings;
}

}  // namespace

struct Client::Inside {
    std::shared_ptr<Gate> gate = std::make_shared<Gate>();
    Owned<natsOptions> options;
    Owned<natsConnection> connection;
    Owned<jsCtx> jet;
    std::list<Owned<natsSubscription>> plain;
    std::mutex following;
    Owned<natsSubscription> followed;

    void prepare(const Login& login) {
        natsOptions* made = nullptr;
        ensure(natsOptions_Create(&made) == NATS_OK, "cnats can be prepared");
        options.reset(made);
        natsOptions_SetURL(made, ("nats://127.0.0.1:" + std::to_string(login.port)).c_str());
        natsOptions_SetUserInfo(made, login.user.c_str(), login.password.c_str());
        natsOptions_SetMaxReconnect(made, -1);
        natsOptions_SetReconnectWait(made, 200);
        natsOptions_SetReconnectJitter(made, 50, 50);
        natsOptions_SetReconnectBufSize(made, 0);
        natsOptions_SetTimeout(made, kPatienceMilliseconds);
        natsOptions_SetWriteDeadline(made, 1000);
        natsOptions_SetIgnoreDiscoveredServers(made, true);
        natsOptions_UseGlobalMessageDelivery(made, true);
        natsOptions_SetRetryOnFailedConnect(made, true, &on_connected, nullptr);
    }

    bool add(jsStreamConfig& settings) const {
        jsStreamInfo* info = nullptr;
        const bool added = js_AddStream(&info, jet.get(), &settings, nullptr, nullptr) == NATS_OK;
        jsStreamInfo_Destroy(info);
        return added;
    }
};

Client::Client(const Login& login) : inside_(std::make_unique<Inside>()) {
    inside_->prepare(login);
    natsConnection* made = nullptr;
    const auto status = natsConnection_Connect(&made, inside_->options.get());
    inside_->connection.reset(made);
    ensure(status == NATS_OK || status == NATS_NOT_YET_CONNECTED, "cnats connects in the background");
    jsOptions settings;
    jsOptions_Init(&settings);
    settings.Wait = kPatienceMilliseconds;
    jsCtx* jet = nullptr;
    ensure(natsConnection_JetStream(&jet, made, &settings) == NATS_OK, "cnats has JetStream");
    inside_->jet.reset(jet);
}

Client::~Client() {
    {
        const std::unique_lock lock(inside_->gate->mutex);
        inside_->gate->open = false;
    }
    natsConnection_Close(inside_->connection.get());
}

bool Client::connected() const {
    return natsConnection_Status(inside_->connection.get()) == NATS_CONN_STATUS_CONNECTED;
}

bool Client::given_up() const {
    return natsConnection_IsClosed(inside_->connection.get());
}

int Client::connections() const {
    natsStatistics* made = nullptr;
    std::uint64_t again = 0;
    if (natsStatistics_Create(&made) != NATS_OK) return 0;
    if (natsConnection_GetStats(inside_->connection.get(), made) == NATS_OK)
        natsStatistics_GetCounts(made, nullptr, nullptr, nullptr, nullptr, &again);
    natsStatistics_Destroy(made);
    return static_cast<int>(again) + 1;
}

bool Client::publish(const std::string& subject, std::string_view text) {
    return connected() && natsConnection_Publish(
                              inside_->connection.get(), subject.c_str(), text.data(), static_cast<int>(text.size())
                          ) == NATS_OK;
}

bool Client::subscribe(const std::string& subject, Heard heard) {
    auto ear = std::make_unique<Ear>(Ear{inside_->gate, std::move(heard)});
    natsSubscription* made = nullptr;
    auto* connection = inside_->connection.get();
    if (natsConnection_Subscribe(&made, connection, subject.c_str(), &on_message, ear.get()) != NATS_OK) return false;
    natsSubscription_SetOnCompleteCB(made, &on_last_message, ear.release());
    inside_->plain.emplace_back(made);
    return true;
}

std::optional<std::string> Client::ask(const std::string& subject, Milliseconds limit) {
    natsMsg* answer = nullptr;
    const auto status =
        natsConnection_RequestString(&answer, inside_->connection.get(), subject.c_str(), "", limit.count());
    const Owned<natsMsg> owned(answer);
    if (status != NATS_OK) return std::nullopt;
    return text_of(answer);
}

bool Client::make_stream(const std::string& name, const std::string& subject) {
    auto settings = pipe_settings(name);
    const char* subjects[] = {subject.c_str()};
    settings.Subjects = subjects;
    settings.SubjectsLen = 1;
    return inside_->add(settings);
}

bool Client::draw_stream(const Drawn& drawn) {
    const auto prefix = "$JS." + drawn.domain + ".API";
    jsExternalStream external{prefix.c_str(), ""};  // cnats 3.4 falls over a missing DeliverPrefix
    jsStreamSource source;
    jsStreamSource_Init(&source);
    source.Name = drawn.source.c_str();
    source.External = &external;
    jsStreamSource* sources[] = {&source};
    auto settings = pipe_settings(drawn.name);
    settings.Sources = sources;
    settings.SourcesLen = 1;
    return inside_->add(settings);
}

void Client::drop_stream(const std::string& name) {
    js_DeleteStream(inside_->jet.get(), name.c_str(), nullptr, nullptr);
}

std::optional<StreamState> Client::stream(const std::string& name) {
    jsStreamInfo* info = nullptr;
    const auto status = js_GetStreamInfo(&info, inside_->jet.get(), name.c_str(), nullptr, nullptr);
    const Owned<jsStreamInfo> owned(info);
    if (status != NATS_OK) return std::nullopt;
    return StreamState{info->State.LastSeq, info->SourcesLen > 0 ? info->Sources[0]->Lag : 0};
}

bool Client::follow(const std::string& stream, Heard heard) {
    unfollow();
    auto ear = std::make_unique<Ear>(Ear{inside_->gate, std::move(heard)});
    jsSubOptions settings;
    jsSubOptions_Init(&settings);
    settings.Stream = stream.c_str();
    settings.ManualAck = true;
    settings.Config.AckPolicy = js_AckNone;
    settings.Config.DeliverPolicy = js_DeliverAll;
    natsSubscription* made = nullptr;
    if (js_Subscribe(&made, inside_->jet.get(), ">", &on_message, ear.get(), nullptr, &settings, nullptr) != NATS_OK)
        return false;
    natsSubscription_SetOnCompleteCB(made, &on_last_message, ear.release());
    const std::lock_guard lock(inside_->following);
    inside_->followed.reset(made);
    return true;
}

void Client::unfollow() {
    std::lock_guard lock(inside_->following);
    inside_->followed.reset();
}

}  // namespace anlan::nats
